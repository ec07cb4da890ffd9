import NexusModel

/// How one tie or transfer looks on a ``Timeline``: the shape tells its kind, the outline whether it joins terrorism and
/// organised crime, and the filling how finely it is dated.
struct TimelineStyle: Sendable {
  private let kind: Timeline.Kind
  private let isCrossing: Bool
  private let precision: Instant.Precision

  init(_ item: Timeline.Item) {
    self.init(item.kind, isCrossing: item.isCrossing, TimelineLayout.precision(of: item))
  }

  init(_ kind: Timeline.Kind, isCrossing: Bool, _ precision: Instant.Precision) {
    self.kind = kind
    self.isCrossing = isCrossing
    self.precision = precision
  }

  /// Of columns.
  static let othersFilling = Filling(colour: Ink.skyBlue)
  /// Of columns of what joins terrorism and organised crime.
  static let crossingFilling = Filling(colour: Ink.vermillion, texture: .stripes)

  private var colour: String {
    isCrossing ? Ink.vermillion : kind == .tie ? Ink.blue : Ink.bluishGreen
  }

  private var hasDay: Bool { precision == .day || precision == .second }

  /// A dot for a day, a line with two for a span of days, a pale bar for a month, a hollow dashed one for a year.
  func draw(from left: Double, to right: Double, y: Double, title: String?, in document: inout SVGDocument) {
    document.element("g", [:]) { document in
      if let title { document.element("title", [:], text: title) }
      guard hasDay else { return bar(from: left, to: right, y: y, in: &document) }
      let reach = TimelineLayout.reach
      let (first, last) = (left + reach, right - reach)
      if last - first > 1 {
        document.element(
          "path",
          [
            "d": "M\(svg(first)) \(svg(y))H\(svg(last))", "stroke": isCrossing ? Ink.text : colour,
            "stroke-width": "1.6",
          ])
        dot(at: Point(x: last, y: y), in: &document)
      }
      dot(at: Point(x: last - first > 1 ? first : (left + right) / 2, y: y), in: &document)
    }
  }

  private func dot(at point: Point, in document: inout SVGDocument) {
    let radius = isCrossing ? 2.9 : 3.1
    let path =
      kind == .tie
      ? "M\(svg(point.x - radius)) \(svg(point.y))a\(svg(radius)) \(svg(radius)) 0 1 0 \(svg(2 * radius)) 0"
        + "a\(svg(radius)) \(svg(radius)) 0 1 0 \(svg(-2 * radius)) 0z"
      : "M\(svg(point.x)) \(svg(point.y - 3.9))l3.9 3.9l-3.9 3.9l-3.9 -3.9z"
    mark(path, fill: colour, dashes: "none", in: &document)
  }

  /// Round ends for a tie, square ones for a transfer.
  private func bar(from left: Double, to right: Double, y: Double, in document: inout SVGDocument) {
    let (start, end) = (left + 0.5, max(right - 0.5, left + 6.5))
    let path =
      kind == .tie
      ? "M\(svg(start + 3)) \(svg(y - 3))H\(svg(end - 3))a3 3 0 0 1 0 6H\(svg(start + 3))a3 3 0 0 1 0 -6z"
      : "M\(svg(start)) \(svg(y - 3))H\(svg(end))v6H\(svg(start))z"
    mark(
      path, fill: precision == .month ? Ink.faint : "#ffffff", dashes: precision == .year ? "3 2" : "none",
      in: &document)
    guard precision == .month else { return }
    // A line along the middle tells a month from a year without the colour of the filling.
    document.element(
      "path",
      [
        "d": "M\(svg(start + 2)) \(svg(y))H\(svg(end - 2))", "stroke": colour, "stroke-width": "2",
      ])
  }

  private func mark(_ path: String, fill: String, dashes: String, in document: inout SVGDocument) {
    let stroke = isCrossing && hasDay ? Ink.text : colour
    let width = isCrossing ? "1.6" : "0.9"
    let attributes: SVGDocument.Attributes =
      dashes == "none"
      ? ["d": path, "fill": fill, "stroke": stroke, "stroke-width": width]
      : ["d": path, "fill": fill, "stroke": stroke, "stroke-width": width, "stroke-dasharray": dashes]
    document.element("path", attributes)
  }
}
