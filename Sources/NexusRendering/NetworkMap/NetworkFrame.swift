/// The page of a network map: where title, map, legend and notes stand.
struct NetworkFrame: Sendable {
  var width: Double { mapSize.x + 2 * margin + Self.legendWidth + 20 }
  let margin = 32.0
  static let legendWidth = 252.0
  /// The title in lines, and the subtitle.
  let titleLines: [String]
  let subtitleLines: [String]

  init(_ map: NetworkMap, _ scene: NetworkScene) {
    titleLines = DisplayText.lines(map.title, width: 1_136, size: 24, weight: .bold, maximumLines: 2)
    subtitleLines = DisplayText.lines(map.subtitle, width: 1_136, size: 14, maximumLines: 2)
    let growth = (Double(scene.actors.count) * Self.roomOfActor / (864 * 670)).squareRoot()
    mapSize = Point(x: 864, y: 670) * max(1, map.panels.isEmpty ? growth : 1)
  }

  /// Above some 480 actors the page grows with their number, so that they can be told apart when it is printed large.
  private static let roomOfActor = 1_200.0

  /// Room of the map: of a page that is about as tall as A4 is on its side, what the legend leaves.
  private(set) var mapSize: Point

  /// Makes room for a map that has become wider.
  mutating func widen(to width: Double) { mapSize.x = max(mapSize.x, width) }

  var legendLeft: Double { width - margin - Self.legendWidth }

  /// Where map and legend begin.
  var top: Double { 30 + Double(titleLines.count) * 30 + Double(subtitleLines.count) * 19 + 12 }
}
