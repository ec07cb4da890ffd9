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
  /// The engines that placed the components, in order of use.
  private(set) var engines: [LayoutEngine] = []
  /// The meridians and parallels of a map by places.
  private(set) var graticule: [GraticuleLine] = []

  /// What a symbol keeps clear around it.
  static let gap = 3.0

  /// - Parameters:
  ///   - size: width and largest height of the map.
  ///   - isOneOfMany: whether several pictures share the page: then no room is made for names, nor for actors without ties.
  init(
    _ scene: NetworkScene, scale: SymbolScale, within size: Point, seed: UInt64,
    _ layout: MapLayout = .automatic, isOneOfMany: Bool = false
  ) throws(RenderingError) {
    let count = scene.actors.count
    let edges = scene.ties.map { (min($0.source, $0.target), max($0.source, $0.target)) }
    points = Array(repeating: Point(x: 0, y: 0), count: count)
    radii = scene.actors.map { scale.radius(of: $0.actor.size) }
    reaches = zip(radii, scene.actors).map { $0 * $1.shape.reach }
    self.size = Point(x: size.x, y: 0)
    if case .places(let places, let hasGraticule) = layout {
      place(scene, at: scene.actors.map { places[$0.number] }, hasGraticule: hasGraticule, within: size)
      return
    }
    let components = connectedComponents(vertexCount: count, edges: edges)
    let isolates = isOneOfMany ? [] : components.filter { $0.count == 1 }.map { $0[0] }
    let bandHeight = Self.bandHeight(isolates, reaches, width: size.x)
    var drawings: [Drawing] = []
    var numbers = [Int](repeating: 0, count: count)
    var edgesOf: [[(Int, Int)]] = Array(repeating: [], count: components.count)
    var componentOf = [Int](repeating: 0, count: count)
    for (component, members) in components.enumerated() {
      for (number, vertex) in members.enumerated() {
        (numbers[vertex], componentOf[vertex]) = (number, component)
      }
    }
    for (source, target) in edges { edgesOf[componentOf[source]].append((numbers[source], numbers[target])) }
    for (component, members) in components.enumerated() where members.count > 1 {
      let placed = try lay(out: members.count, edgesOf[component], layout, seed: seed)
      drawings.append(Drawing(members: members, points: placed))
    }
    if !drawings.isEmpty {
      place(
        drawings, names: isOneOfMany ? [] : LabelPlacement.prominent(scene),
        within: Point(x: size.x, y: size.y - bandHeight))
    }
    if !isolates.isEmpty { placeBand(isolates, height: bandHeight) }
  }

  private mutating func lay(
    out vertexCount: Int, _ edges: [(Int, Int)], _ layout: MapLayout, seed: UInt64
  ) throws(RenderingError) -> [Point] {
    if vertexCount == 2 { return [Point(x: 0, y: 0), Point(x: 1, y: 0)] }
    let engine: LayoutEngine
    if case .engine(let chosen) = layout { engine = chosen } else { engine = .suited(to: vertexCount) }
    guard vertexCount <= engine.largest else {
      throw .tooManyActors(engine: engine.rawValue, actors: vertexCount, most: engine.largest)
    }
    if !engines.contains(engine) { engines.append(engine) }
    let placed = try graphvizLayout(vertexCount: vertexCount, edges: edges, engine: engine, seed: seed)
    // Layers and rings have an up and a down of their own.
    let isTurned = engine == .neato || engine == .sfdp || engine == .fdp
    return (isTurned ? turnedFlat(placed) : placed).scaledToUnitSpacing()
  }

  /// Packs the components, scales them to fill the map and pushes the symbols apart.
  private mutating func place(_ drawings: [Drawing], names: [LabelPlacement.Name], within size: Point) {
    let margin = min(70, size.x / 10)
    let room = Point(x: size.x - 2 * margin, y: max(60, size.y - 60))
    let packed = Packing.best(of: drawings.map(\.extent), aspect: room.x / room.y)
    let largestScale = 125.0
    var scaleX = min(largestScale, room.x / max(packed.size.x, 1e-9))
    var scaleY = min(largestScale, room.y / max(packed.size.y, 1e-9))
    scaleX = min(scaleX, scaleY * 1.4)
    scaleY = min(scaleY, scaleX * 1.25)
    let used = Point(x: packed.size.x * scaleX, y: packed.size.y * scaleY)
    let height = min(size.y, max(used.y + 60, 160))
    let offset = Point(x: (size.x - used.x) / 2, y: (height - used.y) / 2)
    for (drawing, origin) in zip(drawings, packed.origins) {
      for (vertex, point) in zip(drawing.members, drawing.points) {
        let moved = origin + point
        points[vertex] = Point(x: offset.x + moved.x * scaleX, y: offset.y + moved.y * scaleY)
      }
    }
    self.size.y = height
    let members = drawings.flatMap(\.members)
    let area = Box(minX: 6, minY: 6, maxX: size.x - 6, maxY: height - 6)
    let banners = banners(names, among: members)
    var separation = Separation(
      members.map { points[$0] }, radii: members.map { reaches[$0] }, banners: banners, gap: Self.gap,
      within: area)
    separation.settle()
    rooms = banners.map { (members[$0.disc], separation.box(of: $0)) }
    for (vertex, point) in zip(members, separation.points) { points[vertex] = point }
  }

  /// Room to the right of the actors whose names matter most, to the left where the map ends.
  private func banners(_ names: [LabelPlacement.Name], among members: [Int]) -> [Separation.Banner] {
    names.compactMap { name in
      guard let disc = members.firstIndex(of: name.actor) else { return nil }
      let fits = points[name.actor].x + reaches[name.actor] + name.width + 30 < size.x
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
      separation.settle()
      for (vertex, point) in zip(placed, separation.points) { points[vertex] = point }
      if hasGraticule { graticule = projection.graticule }
      self.size.y = size.y - bandHeight
    }
    if !others.isEmpty { placeBand(others, height: bandHeight) }
  }

  // MARK: Actors without ties

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

/// One component as its engine placed it, moved to (0, 0).
private struct Drawing {
  var members: [Int]
  var points: [Point]
  /// With room of one unit around it, so that packed components keep apart.
  var extent: Point

  init(members: [Int], points: [Point]) {
    let box = Box(holding: points)
    self.members = members
    let margin = 0.55
    self.points = points.map { Point(x: $0.x - box.minX + margin, y: $0.y - box.minY + margin) }
    extent = Point(x: box.width + 2 * margin, y: box.height + 2 * margin)
  }
}

/// How large a symbol is: its area grows linearly with the size of its actor, between bounds that suit the
/// number of actors.
struct SymbolScale: Sendable {
  var smallest: Double
  var largest: Double
  /// The largest size there is.
  var peak: Double

  init(_ scene: NetworkScene, in room: Point) {
    let spacing = (room.x * room.y / Double(max(1, scene.actors.count))).squareRoot()
    largest = min(22, max(9, spacing * 0.2))
    smallest = min(7, max(3.2, spacing * 0.085))
    peak = scene.actors.map(\.actor.size).max() ?? 0
  }

  func radius(of size: Double) -> Double {
    let share = peak > 0 ? size / peak : 0
    return (smallest * smallest + (largest * largest - smallest * smallest) * share).squareRoot()
  }
}
