/// Where the pictures of a map stand on its page: one, or several side by side.
struct NetworkTiles: Sendable {
  struct Tile: Sendable {
    /// Nil where there is only one picture.
    var title: String?
    /// Its top left corner in the room of the map, below its title.
    var origin: Point
    /// The ties that it shows, by their positions in ``NetworkMap/ties``; nil: all.
    var ties: Set<Int>?
  }

  static let headHeight = 24.0
  private static let gap = 18.0

  let tiles: [Tile]
  /// The room of each picture.
  let room: Point

  /// - Parameter size: the room of the map.
  init(_ map: NetworkMap, in size: Point) {
    guard !map.panels.isEmpty else {
      tiles = [Tile(origin: Point(x: 0, y: 0))]
      room = size
      return
    }
    let columns = map.panels.count == 1 ? 1 : map.panels.count <= 4 ? 2 : 3
    let width = (size.x - Self.gap * Double(columns - 1)) / Double(columns)
    let height = columns == 1 ? size.y - Self.headHeight : width * 0.85
    room = Point(x: width, y: height)
    tiles = map.panels.enumerated().map { number, panel in
      let (row, column) = number.quotientAndRemainder(dividingBy: columns)
      return Tile(
        title: panel.title,
        origin: Point(
          x: Double(column) * (width + Self.gap),
          y: Double(row) * (height + Self.headHeight + Self.gap) + Self.headHeight), ties: panel.ties)
    }
  }

  /// The height of all pictures, each as high as `tile`.
  func height(ofEach tile: Double) -> Double { (tiles.last?.origin.y ?? 0) + tile }
}
