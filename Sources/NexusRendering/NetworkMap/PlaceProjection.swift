/// One meridian or parallel of a map, with what is written at its end.
struct GraticuleLine: Sendable {
  var start: Point
  var end: Point
  var text: String

  static let textSize = 9.0

  /// Where the text begins: at the lower end of a meridian, at the left one of a parallel.
  var textPlace: Point {
    start.x == end.x ? Point(x: end.x + 2, y: end.y - 3) : Point(x: start.x + 2, y: start.y - 2)
  }

  var textBox: Box {
    let (place, width) = (textPlace, TextMetrics.width(of: text, size: Self.textSize))
    return Box(minX: place.x, minY: place.y - Self.textSize, maxX: place.x + width, maxY: place.y + 2)
  }
}

/// Places, such as longitudes and falling latitudes in degrees, laid into an area with one scale for both.
struct PlaceProjection: Sendable {
  private let origin: Point
  private let scale: Double
  private let extent: Box
  private let area: Box

  /// - Parameter isGeographic: whether places are degrees, of which the map shows at least 16 each way.
  init(_ places: [MapPlace], in area: Box, isGeographic: Bool) {
    let points = places.map { Point(x: $0.x, y: $0.y) }
    var extent = Box(holding: points)
    let least = isGeographic ? 16.0 : 1e-9
    let margin = Point(
      x: max(extent.width * 0.08, (least - extent.width) / 2),
      y: max(extent.height * 0.08, (least - extent.height) / 2))
    extent = Box(
      minX: extent.minX - margin.x, minY: extent.minY - margin.y, maxX: extent.maxX + margin.x,
      maxY: extent.maxY + margin.y)
    scale = min(area.width / extent.width, area.height / extent.height)
    origin = Point(
      x: area.center.x - extent.center.x * scale, y: area.center.y - extent.center.y * scale)
    // What the other direction leaves free shows more of the world.
    let (width, height) = (area.width / scale, area.height / scale)
    self.extent = Box(
      minX: extent.center.x - width / 2, minY: extent.center.y - height / 2,
      maxX: extent.center.x + width / 2, maxY: extent.center.y + height / 2)
    self.area = area
  }

  func point(_ place: MapPlace) -> Point {
    Point(x: origin.x + place.x * scale, y: origin.y + place.y * scale)
  }

  /// Lines at round degrees, four to ten each way.
  var graticule: [GraticuleLine] {
    let step = [1.0, 2, 5, 10, 15, 30].first { max(extent.width, extent.height) / $0 <= 10 } ?? 45
    func degrees(_ from: Double, _ to: Double, _ limit: Double) -> [Double] {
      let first = (max(from, -limit) / step).rounded(.up)
      let last = (min(to, limit) / step).rounded(.down)
      return first > last ? [] : stride(from: first, through: last, by: 1).map { $0 * step }
    }
    let meridians = degrees(extent.minX, extent.maxX, 180).map { degree in
      let x = origin.x + degree * scale
      return GraticuleLine(
        start: Point(x: x, y: area.minY), end: Point(x: x, y: area.maxY),
        text: Self.text(degree, positive: "E", negative: "W"))
    }
    let parallels = degrees(extent.minY, extent.maxY, 90).map { degree in
      let y = origin.y + degree * scale
      return GraticuleLine(
        start: Point(x: area.minX, y: y), end: Point(x: area.maxX, y: y),
        text: Self.text(-degree, positive: "N", negative: "S"))
    }
    return meridians + parallels
  }

  private static func text(_ degree: Double, positive: String, negative: String) -> String {
    let whole = Int(degree.magnitude)
    return whole == 0 ? "0°" : "\(whole)° \(degree > 0 ? positive : negative)"
  }
}
