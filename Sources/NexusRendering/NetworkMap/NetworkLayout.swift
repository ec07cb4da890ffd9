/// Where each drawn actor stands, and how large its symbol is.
struct NetworkLayout: Sendable {
  private(set) var points: [Point]
  /// The radius of a circle of the same area as the symbol.
  private(set) var radii: [Double]
  /// The distance from the middle of the symbol to its farthest corner.
  private(set) var reaches: [Double]
  /// The part of the map that the ties take, from (0, 0); the band of actors without ties is below.
  private(set) var size: Point
  /// Top of the band of actors without ties; nil when there are none.
  private(set) var bandTop: Double?
  /// Room that was made for the names that matter most.
  private(set) var rooms: [(actor: Int, box: Box)] = []
  /// How the components were placed, in order of use.
  private(set) var methods: [String] = []
  /// The meridians and parallels of a map by places.
  private(set) var graticule: [GraticuleLine] = []

  /// What a symbol keeps clear around it.
  static let gap = 3.0

  /// Where the actors of one picture go.
  struct Page {
    /// Width and largest height of the map; a page that cannot hold all symbols apart grows.
    var size: Point
    /// Whether several pictures share the page: then no room is made for names nor for actors without ties, and the
    /// page stays as it is.
    var isOneOfMany = false
    /// Of each drawn actor the group whose shape it stands in, nil none; empty where there are no groups.
    var groups: [Int?] = []
  }

  init(
    _ scene: NetworkScene, scale: SymbolScale, on page: Page, seed: UInt64, _ layout: MapLayout = .automatic
  ) throws(RenderingError) {
    let count = scene.actors.count
    points = Array(repeating: Point(x: 0, y: 0), count: count)
    radii = scene.actors.map { scale.radius(of: $0.actor.size) }
    reaches = zip(radii, scene.actors).map { $0 * $1.shape.reach }
    size = Point(x: page.size.x, y: 0)
    if case .places(let places, let hasGraticule) = layout {
      place(scene, at: scene.actors.map { places[$0.number] }, hasGraticule: hasGraticule, within: page.size)
      return
    }
    let parts = LayoutParts(scene, page)
    var drawings: [Drawing] = []
    for part in parts.tied {
      drawings.append(
        Drawing(members: part.members, points: try lay(out: part, layout, page.aspect, seed: seed)))
    }
    let bandHeight = Self.bandHeight(parts.isolates, reaches, width: page.size.x)
    if !drawings.isEmpty {
      let ground = PageGround(
        edges: scene.ties.map { ($0.source, $0.target) }, groups: page.groups,
        names: page.isOneOfMany ? [] : LabelPlacement.prominent(scene),
        size: Point(x: page.size.x, y: page.size.y - bandHeight), isFixed: page.isOneOfMany,
        isUntangled: layout == .automatic)
      place(drawings, on: ground)
    }
    if !parts.isolates.isEmpty { placeBand(parts.isolates, height: bandHeight) }
  }

  private mutating func lay(
    out part: LayoutParts.Part, _ layout: MapLayout, _ aspect: Double, seed: UInt64
  ) throws(RenderingError) -> [Point] {
    let count = part.members.count
    guard count > 2, case .engine(let engine) = layout else {
      let shape = try ComponentLayout(
        vertexCount: count, edges: part.edges, groups: part.groups, seed: seed)
      if !shape.method.isEmpty { note(shape.method) }
      return shape.points.turnedToFit(aspect: aspect).scaledToUnitSpacing()
    }
    guard count <= engine.largest else {
      throw .tooManyActors(engine: engine.rawValue, actors: count, most: engine.largest)
    }
    note("Graphviz \(engine.rawValue)")
    let placed = try graphvizLayout(vertexCount: count, edges: part.edges, engine: engine, seed: seed)
    // Layers and rings have an up and a down of their own.
    let isTurned = engine == .neato || engine == .sfdp || engine == .fdp
    return (isTurned ? placed.turnedToFit(aspect: aspect) : placed).scaledToUnitSpacing()
  }

  private mutating func note(_ method: String) { if !methods.contains(method) { methods.append(method) } }

  /// Packs the components, scales them to fill the map, pushes symbols and groups apart and moves single symbols to
  /// where fewer lines cross.
  private mutating func place(_ drawings: [Drawing], on ground: PageGround) {
    let packed = PackedDrawings(drawings, within: ground.size)
    for (vertex, point) in zip(packed.members, packed.points) { points[vertex] = point }
    let members = packed.members
    let reaches = members.map { self.reaches[$0] }
    let banners = banners(ground.names, among: members, width: ground.size.x)
    var arrangement = PageArrangement(
      packed.points, reaches: reaches, banners: banners, height: packed.height, ground)
    arrangement.groups = ground.groups.isEmpty ? [] : members.map { ground.groups[$0] }
    arrangement.settle()
    if ground.isUntangled {
      var numbers = [Int](repeating: 0, count: points.count)
      for (number, vertex) in members.enumerated() { numbers[vertex] = number }
      let tied = Set(members)
      arrangement.untangle(
        ground.edges.filter { tied.contains($0.0) }.map { (numbers[$0.0], numbers[$0.1]) })
    }
    size = arrangement.size
    rooms = arrangement.rooms.map { (members[$0.vertex], $0.box) }
    for (vertex, point) in zip(members, arrangement.points) { points[vertex] = point }
  }

  /// Room to the right of the actors whose names matter most, to the left where the map ends.
  private func banners(
    _ names: [LabelPlacement.Name], among members: [Int], width: Double
  ) -> [Separation.Banner] {
    names.compactMap { name in
      guard let disc = members.firstIndex(of: name.actor) else { return nil }
      let fits = points[name.actor].x + reaches[name.actor] + name.width + 30 < width
      return Separation.Banner(
        disc: disc, width: fits ? name.width : -name.width, height: LabelPlacement.height)
    }
  }

  // MARK: Actors at given places

  /// Scales the places to the map, upright and undistorted, and pushes symbols apart that share one.
  private mutating func place(
    _ scene: NetworkScene, at places: [MapPlace?], hasGraticule: Bool, within size: Point
  ) {
    let placed = places.indices.filter { places[$0] != nil }
    let others = places.indices.filter { places[$0] == nil }
    let bandHeight = Self.bandHeight(others, reaches, width: size.x)
    if !placed.isEmpty {
      let area = Box(minX: 6, minY: 6, maxX: size.x - 6, maxY: size.y - bandHeight - 6)
      let projection = PlaceProjection(placed.compactMap { places[$0] }, in: area, isGeographic: hasGraticule)
      let middles = placed.compactMap { vertex in places[vertex].map(projection.point) }
      var separation = Separation(
        middles, radii: placed.map { reaches[$0] }, banners: [], gap: Self.gap, within: area)
      // A country may hold everybody, and they leave its middle slowly.
      separation.settle(rounds: 2_000)
      for (vertex, point) in zip(placed, separation.points) { points[vertex] = point }
      if hasGraticule { graticule = projection.graticule }
      self.size.y = size.y - bandHeight
    }
    if !others.isEmpty { placeBand(others, height: bandHeight) }
  }

  // MARK: Actors without ties

  /// Whether an end of a tie stands below the map, as one without a place does.
  func isBelow(_ tie: NetworkScene.Tie) -> Bool {
    guard let bandTop else { return false }
    return points[tie.source].y > bandTop || points[tie.target].y > bandTop
  }

  static let bandHead = 34.0

  private static func bandPitch(_ isolates: [Int], _ reaches: [Double]) -> Double {
    2 * (isolates.map { reaches[$0] }.max() ?? 0) + 5
  }

  private static func bandHeight(_ isolates: [Int], _ reaches: [Double], width: Double) -> Double {
    guard !isolates.isEmpty else { return 0 }
    let pitch = bandPitch(isolates, reaches)
    let columns = max(1, Int((width - 20) / pitch))
    return bandHead + Double((isolates.count + columns - 1) / columns) * pitch + 8
  }

  /// A grid below the map, in input order.
  private mutating func placeBand(_ isolates: [Int], height: Double) {
    let pitch = Self.bandPitch(isolates, reaches)
    let columns = max(1, Int((size.x - 20) / pitch))
    let top = size.y
    for (position, vertex) in isolates.enumerated() {
      let (row, column) = position.quotientAndRemainder(dividingBy: columns)
      points[vertex] = Point(
        x: 10 + (Double(column) + 0.5) * pitch, y: top + Self.bandHead + (Double(row) + 0.5) * pitch)
    }
    bandTop = top
    size.y = top + height
  }
}
