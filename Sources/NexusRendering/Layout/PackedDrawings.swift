/// One component as its engine placed it, moved to (0, 0).
struct Drawing {
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

/// Drawings of components side by side on a page, scaled to fill it.
struct PackedDrawings {
  private(set) var members: [Int] = []
  /// Of each member its place on the page.
  private(set) var points: [Point] = []
  /// How much of the page's height they take.
  private(set) var height: Double

  /// The most by which one direction is drawn longer than the other: what fills the page better reads worse.
  private static let stretch = 1.15
  private static let largestScale = 125.0

  init(_ drawings: [Drawing], within size: Point) {
    let margin = min(70, size.x / 10)
    let room = Point(x: size.x - 2 * margin, y: max(60, size.y - 60))
    let packed = Packing.best(of: drawings.map(\.extent), aspect: room.x / room.y)
    var scaleX = min(Self.largestScale, room.x / max(packed.size.x, 1e-9))
    var scaleY = min(Self.largestScale, room.y / max(packed.size.y, 1e-9))
    scaleX = min(scaleX, scaleY * Self.stretch)
    scaleY = min(scaleY, scaleX * Self.stretch)
    let used = Point(x: packed.size.x * scaleX, y: packed.size.y * scaleY)
    height = min(size.y, max(used.y + 60, 160))
    let offset = Point(x: (size.x - used.x) / 2, y: (height - used.y) / 2)
    for (drawing, origin) in zip(drawings, packed.origins) {
      for (vertex, point) in zip(drawing.members, drawing.points) {
        let moved = origin + point
        members.append(vertex)
        points.append(Point(x: offset.x + moved.x * scaleX, y: offset.y + moved.y * scaleY))
      }
    }
  }
}
