public import NexusModel

/// A picture of who is tied to whom: the values that ``svg()`` draws.
///
/// Colour and an inner mark tell the role of an actor, the shape its type, the area a measure such as betweenness.
/// The width of a line tells strength, its dashes the confidence; transfers are bowed and green, ties straight and
/// grey; lines between terrorism and organised crime are dark. The legend counts each of these.
public struct NetworkMap: Sendable {
  /// One actor.
  public struct Actor: Sendable {
    public var name: String
    public var role: Role
    public var type: ActorType
    /// The measure that the area shows, 0...1.
    public var size: Double
    /// Actors with a higher priority are labelled first; nil: never. Victims, witnesses and reporting parties are
    /// never labelled.
    public var labelPriority: Double?
    /// The position of its class in ``NetworkMap/Colouring/classes``; nil: none of them. Roles need no class.
    public var colourClass: Int?
    /// A sentence for the reader who rests the pointer on the actor.
    public var detail: String

    public init(
      name: String, role: Role = .unknown, type: ActorType = .unknown, size: Double = 0,
      labelPriority: Double? = nil, colourClass: Int? = nil, detail: String = ""
    ) {
      self.name = name
      self.role = role
      self.type = type
      self.size = size
      self.labelPriority = labelPriority
      self.colourClass = colourClass
      self.detail = detail
    }
  }

  /// One line between two actors, given by their positions in ``NetworkMap/actors``.
  public struct Tie: Sendable {
    public var source: Int
    public var target: Int
    public var isDirected: Bool
    /// Bigger is closer, ≥ 0. A tie of strength 0 has no support and is not drawn.
    public var strength: Double
    /// 0...1; nil where no row grades it.
    public var confidence: Double?
    /// Whether money moved, from source to target.
    public var isTransfer: Bool
    /// A sentence for the reader who rests the pointer on the line.
    public var detail: String

    public init(
      source: Int, target: Int, isDirected: Bool = false, strength: Double = 1, confidence: Double? = 1,
      isTransfer: Bool = false, detail: String = ""
    ) {
      self.source = source
      self.target = target
      self.isDirected = isDirected
      self.strength = strength
      self.confidence = confidence
      self.isTransfer = isTransfer
      self.detail = detail
    }
  }

  public var title: String
  public var subtitle: String
  /// Lines below the picture, before those that say what is shown and hidden.
  public var notes: [String]
  public var actors: [Actor]
  public var ties: [Tie]
  /// What ``Actor/size`` measures.
  public var measure = "betweenness"
  /// What the value at the end of the legend's largest circle is, where sizes are shares of it.
  public var largestMeasure = 1.0
  /// What colour and mark tell of an actor.
  public var colouring = Colouring.role
  /// Actors that a shape behind them holds together.
  public var groups: [Group] = []
  /// Ties to bring out, such as those of a path; the others fade. Empty: all are alike.
  public var highlight: Highlight?
  /// Parts of the ties that are drawn side by side, every actor in its place; empty: one picture.
  public var panels: [Panel] = []
  public var layout = MapLayout.automatic
  /// With more actors, only those with the largest size that are tied to each other are drawn, and a note says so.
  public var maximumActors = 600
  /// With more lines, those of a backbone that joins all actors come first, then those between terrorism and
  /// organised crime, then the stronger and surer; a note says so.
  public var maximumTies = 1_500
  public var maximumLabels = 60
  /// Where the random start of the layout comes from.
  public var seed: UInt64 = 1
  /// What ids in the document begin with; two pictures in one page need two.
  public var identifier = "network"

  public init(title: String, subtitle: String = "", notes: [String] = [], actors: [Actor], ties: [Tie]) {
    self.title = title
    self.subtitle = subtitle
    self.notes = notes
    self.actors = actors
    self.ties = ties
  }

  /// The picture as one SVG element, fit to stand in a file of its own or in a page.
  ///
  /// The same values give the same bytes. Connected parts are laid out each on its own, then packed; symbols are pushed
  /// apart until none overlap, groups until their shapes keep apart where they can, and single symbols move to where
  /// fewer lines cross. Names stand where they touch neither a symbol nor another name; a note counts those that find
  /// no such place.
  ///
  /// - Throws: ``RenderingError`` when a value is out of range or Graphviz fails.
  /// - Complexity: O(*n*² + *m*) for *n* drawn actors and *m* ties.
  public func svg() throws(RenderingError) -> String { try drawing().svg() }

  /// What is drawn and where.
  func drawing() throws(RenderingError) -> NetworkDrawing {
    try validate()
    let scene = NetworkScene(self)
    var frame = NetworkFrame(self, scene)
    let tiles = NetworkTiles(self, in: frame.mapSize)
    let symbols = SymbolScale(scene, in: tiles.room)
    let legend = NetworkLegend(self, scene, symbols: symbols, ties: TieScale(scene))
    var page = NetworkLayout.Page(
      size: tiles.room, isOneOfMany: !panels.isEmpty, groups: groupsToLayOut(in: scene))
    if panels.isEmpty { page.size.y = max(page.size.y, legend.height) }
    let placed = try NetworkLayout(scene, scale: symbols, on: page, seed: seed, layout)
    if panels.isEmpty { frame.widen(to: placed.size.x) }
    let shapes = groupShapes(in: scene, placed)
    let labels = LabelPlacement(scene, placed, shapes, limit: panels.isEmpty ? maximumLabels : 0)
    return NetworkDrawing(
      map: self, scene: scene, frame: frame, legend: legend, layout: placed, groups: shapes, labels: labels,
      tiles: tiles)
  }

  /// Of each drawn actor the first group that holds it.
  private func groupNumbers(in scene: NetworkScene) -> [Int?] {
    var numbers = [Int?](repeating: nil, count: actors.count)
    for (number, group) in groups.enumerated() {
      for member in group.members where numbers[member] == nil { numbers[member] = number }
    }
    return scene.actors.map { numbers[$0.number] }
  }

  /// The groups that the layout keeps apart: none where places are given.
  private func groupsToLayOut(in scene: NetworkScene) -> [Int?] {
    if case .places = layout { return [] }
    return groups.isEmpty ? [] : groupNumbers(in: scene)
  }

  /// Of a page, how near members of a group stand that share a shape where others stand among them.
  private static let nearby = 0.15

  private func groupShapes(in scene: NetworkScene, _ layout: NetworkLayout) -> [GroupShape] {
    guard !groups.isEmpty else { return [] }
    let bodies = GroupBodies(
      layout.points, reaches: layout.reaches, groups: groupNumbers(in: scene),
      isApart: layout.points.map { $0.y > layout.bandTop ?? .infinity }, groupCount: groups.count,
      nearby: Self.nearby * layout.size.x
    ).bodies
    return groups.enumerated().compactMap { number, group in
      bodies[number].isEmpty
        ? nil
        : GroupShape(name: group.name, style: .category(number, named: group.name), bodies: bodies[number])
    }
  }

  /// The positions of the actors and lines that the picture shows. O(n log n + m log m).
  ///
  /// Their marks bear these positions as `data-actor` and `data-tie`, names as `data-name`.
  package var drawn: (actors: [Int], ties: [Int]) {
    let scene = NetworkScene(self)
    return (scene.actors.map(\.number), scene.ties.map(\.number))
  }

  private func validate() throws(RenderingError) {
    for (index, actor) in actors.enumerated() {
      guard (0...1).contains(actor.size) else {
        throw .valueOutOfRange(subject: "size of actor", index: index, value: actor.size, expected: "0...1")
      }
      if let priority = actor.labelPriority, !priority.isFinite {
        throw .valueOutOfRange(
          subject: "label priority of actor", index: index, value: priority, expected: "a finite number")
      }
    }
    if case .places(let places, _) = layout {
      precondition(places.count == actors.count, "A layout by places has one for each actor.")
      for (index, place) in places.enumerated() {
        if let place, !place.x.isFinite || !place.y.isFinite {
          throw .valueOutOfRange(
            subject: "place of actor", index: index, value: place.x.isFinite ? place.y : place.x,
            expected: "a finite number")
        }
      }
    }
    for (index, tie) in ties.enumerated() {
      for actor in [tie.source, tie.target] where !actors.indices.contains(actor) {
        throw .actorOutOfRange(tie: index, actor: actor, actorCount: actors.count)
      }
      guard tie.strength.isFinite, tie.strength >= 0 else {
        throw .valueOutOfRange(
          subject: "strength of tie", index: index, value: tie.strength, expected: "a finite number ≥ 0")
      }
      if let confidence = tie.confidence, !(0...1).contains(confidence) {
        throw .valueOutOfRange(
          subject: "confidence of tie", index: index, value: confidence, expected: "0...1")
      }
    }
  }
}
