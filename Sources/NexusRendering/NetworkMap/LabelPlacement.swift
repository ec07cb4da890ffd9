import NexusModel

/// The names that are written on the map, each where it touches no symbol, no other name and few lines.
struct LabelPlacement: Sendable {
  struct Label: Sendable {
    /// Position of the actor in ``NetworkScene/actors``.
    var actor: Int
    var text: String
    var weight: TextWeight
    var box: Box
    /// From symbol to name, where the name had to stand apart.
    var leader: (start: Point, end: Point)?
  }

  /// What is written for an actor.
  struct Name: Sendable {
    var actor: Int
    var text: String
    var weight: TextWeight
    var width: Double
  }

  /// What is written beside the shape of a group.
  struct GroupName: Sendable {
    var text: String
    var box: Box
  }

  private(set) var labels: [Label] = []
  private(set) var groupNames: [GroupName] = []
  /// Names that were asked for and found no place.
  private(set) var leftOut = 0

  static let size = 11.5
  static let height = 12.5
  static let groupSize = 12.0
  private static let widest = 150.0
  /// So many of the first names are set bold, the layout makes room for them, and they may stand farthest apart.
  private static let prominentCount = 10

  /// Greedy: the names of groups first, then those of actors by falling priority, then input order. No name touches
  /// another one, a symbol, or the line from a name to its symbol; one for which there is no such place is left out and
  /// counted. Actors of protected roles are never labelled. O(names · places · (actors + ties)).
  ///
  /// - Parameter included: who may be named, and whose symbols stay free; nil: everybody.
  init(
    _ scene: NetworkScene, _ layout: NetworkLayout, _ groups: [GroupShape] = [], limit: Int,
    among included: Set<Int>? = nil
  ) {
    let area = Box(minX: 0, minY: 0, maxX: layout.size.x, maxY: layout.bandTop ?? layout.size.y)
    let symbols = zip(layout.points, layout.reaches).map { Box(around: $0, radius: $1 + 1) }
    let lines = scene.ties.map { (layout.points[$0.source], layout.points[$0.target]) }
    let texts = layout.graticule.map(\.textBox)
    placeGroupNames(groups, in: area, clearOf: symbols + texts)
    let taken = texts + groupNames.map(\.box)
    // Symbols that stand back may be covered.
    let obstacles = included.map { $0.sorted() } ?? Array(symbols.indices)
    let names = Self.names(scene).filter { included?.contains($0.actor) ?? true }
    for (rank, name) in names.prefix(max(0, limit)).enumerated() {
      // Who stands among the actors without ties is not named.
      guard symbols[name.actor].maxY <= area.maxY else { continue }
      let spots = LabelSpot.around(
        layout.points[name.actor], reach: layout.reaches[name.actor],
        text: Point(x: name.width, y: Self.height),
        apart: rank < 2 * Self.prominentCount ? LabelSpot.prominentDistances : LabelSpot.usualDistances)
      var best: (label: Label, cost: Double)?
      for spot in spots {
        let label = Label(
          actor: name.actor, text: name.text, weight: name.weight, box: spot.box, leader: spot.leader)
        guard spot.cost < best?.cost ?? .infinity, area.contains(label.box), isFree(label),
          !taken.contains(where: { $0.intersects(label.box) }),
          !obstacles.contains(where: { Self.covers(label, symbols[$0], of: $0) })
        else { continue }
        let crossed = lines.count { label.box.isCrossed(from: $0.0, to: $0.1) }
        let rooms = layout.rooms.count { $0.actor != name.actor && $0.box.intersects(label.box) }
        let cost = spot.cost + 20 * Double(rooms) + 2.5 * Double(min(crossed, 6))
        if cost < best?.cost ?? .infinity { best = (label, cost) }
      }
      if let best { labels.append(best.label) } else { leftOut += 1 }
    }
  }

  /// Beside its shape, or inside where it is free: at the corners of the shape, the topmost first.
  private mutating func placeGroupNames(_ groups: [GroupShape], in area: Box, clearOf taken: [Box]) {
    for (number, group) in groups.enumerated() {
      let text = DisplayText.shortened(group.name, toWidth: Self.widest, size: Self.groupSize, weight: .bold)
      guard text.contains(where: { !$0.isWhitespace }) else { continue }
      let half = TextMetrics.width(of: text, size: Self.groupSize, weight: .bold) / 2
      let others = groups.indices.filter { $0 != number }.flatMap { groups[$0].bodies }
      var best: (box: Box, cost: Double)?
      for (rank, middle) in group.namePlaces(half: half, height: Self.height).enumerated() {
        let box = Box(
          minX: middle.x - half, minY: middle.y - Self.height / 2, maxX: middle.x + half,
          maxY: middle.y + Self.height / 2)
        guard area.contains(box), !taken.contains(where: { $0.intersects(box) }),
          !groupNames.contains(where: { $0.box.intersects(box) })
        else { continue }
        // A name on the shape of another group would be read as that one's.
        let isMisleading = others.contains { $0.gap(to: ConvexBody([middle], reach: 2)) < 0 }
        let cost = Double(rank) + (isMisleading ? 1_000 : 0)
        if cost < best?.cost ?? .infinity { best = (box, cost) }
      }
      if let best {
        groupNames.append(GroupName(text: text, box: best.box))
      } else {
        leftOut += 1
      }
    }
  }

  /// The names that the layout makes room for.
  static func prominent(_ scene: NetworkScene) -> [Name] { Array(names(scene).prefix(prominentCount)) }

  /// The names in the order in which they are placed.
  private static func names(_ scene: NetworkScene) -> [Name] {
    candidates(scene).enumerated().compactMap { rank, actor in
      let weight: TextWeight = rank < prominentCount ? .bold : .regular
      let text = DisplayText.shortened(
        scene.actors[actor].actor.name, toWidth: widest, size: size, weight: weight)
      guard text.contains(where: { !$0.isWhitespace }) else { return nil }
      return Name(
        actor: actor, text: text, weight: weight,
        width: TextMetrics.width(of: text, size: size, weight: weight))
    }
  }

  /// Actors that may be named, those to name first in front.
  private static func candidates(_ scene: NetworkScene) -> [Int] {
    var candidates: [(actor: Int, priority: Double)] = []
    for (index, drawn) in scene.actors.enumerated() where !drawn.actor.role.isProtected {
      if let priority = drawn.actor.labelPriority { candidates.append((index, priority)) }
    }
    candidates.sort { $0.priority == $1.priority ? $0.actor < $1.actor : $0.priority > $1.priority }
    return candidates.map(\.actor)
  }

  /// Whether a name keeps clear of the names, and lines to names, that are there.
  private func isFree(_ label: Label) -> Bool {
    labels.allSatisfy { other in
      if other.box.intersects(label.box) { return false }
      if let leader = label.leader, other.box.isCrossed(from: leader.start, to: leader.end) { return false }
      if let leader = other.leader, label.box.isCrossed(from: leader.start, to: leader.end) { return false }
      return true
    }
  }

  private static func covers(_ label: Label, _ symbol: Box, of actor: Int) -> Bool {
    if symbol.intersects(label.box) { return true }
    guard let leader = label.leader, actor != label.actor else { return false }
    return symbol.isCrossed(from: leader.start, to: leader.end)
  }
}
