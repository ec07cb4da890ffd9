/// The page of a network map: where title, map, legend and notes stand.
struct NetworkFrame: Sendable {
  let width = 1_200.0
  let margin = 32.0
  let legendWidth = 252.0
  /// The title in lines, and the subtitle.
  let titleLines: [String]
  let subtitleLines: [String]

  init(_ map: NetworkMap, _ scene: NetworkScene) {
    titleLines = DisplayText.lines(map.title, width: 1_136, size: 24, weight: .bold, maximumLines: 2)
    subtitleLines = DisplayText.lines(map.subtitle, width: 1_136, size: 14, maximumLines: 2)
  }

  /// Room of the map: all of the width that the legend leaves, and the height that makes the page about as tall as
  /// A4 is on its side.
  var mapSize: Point { Point(x: width - 2 * margin - legendWidth - 20, y: 670) }

  var legendLeft: Double { width - margin - legendWidth }

  /// Where map and legend begin.
  var top: Double { 30 + Double(titleLines.count) * 30 + Double(subtitleLines.count) * 19 + 12 }
}
