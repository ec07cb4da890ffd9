/// The shape behind the actors of a group: their convex hull with room around it.
struct GroupHull: Sendable {
  let name: String
  let style: ActorStyle
  /// The corners of the hull of the middles; one or two for as many actors.
  let corners: [Point]
  /// How far the shape reaches beyond the corners.
  let reach: Double

  /// - Parameter members: where the drawn actors of the group stand, and how far their symbols reach.
  init?(_ name: String, _ style: ActorStyle, _ members: [(point: Point, reach: Double)]) {
    guard !members.isEmpty else { return nil }
    self.name = name
    self.style = style
    corners = Self.convexHull(of: members.map(\.point))
    reach = (members.map(\.reach).max() ?? 0) + 5
  }

  /// The topmost place of the shape, where its name goes.
  var top: Point {
    let highest = corners.min { ($0.y, $0.x) < ($1.y, $1.x) } ?? Point(x: 0, y: 0)
    return Point(x: highest.x, y: highest.y - reach)
  }

  func draw(in document: inout SVGDocument) {
    var path = "M"
    for corner in corners + (corners.count == 1 ? corners : []) {
      path += "\(path.count > 1 ? "L" : "")\(svg(corner.x)) \(svg(corner.y))"
    }
    document.element(
      "path",
      [
        "d": path + "Z", "fill": style.fill, "stroke": style.fill, "stroke-width": svg(2 * reach),
        "stroke-linejoin": "round", "stroke-linecap": "round", "opacity": "0.16",
      ], title: DisplayText.clean(name))
  }

  func drawName(in document: inout SVGDocument, within area: Box) {
    let text = DisplayText.shortened(name, toWidth: 150, size: 12, weight: .bold)
    let half = TextMetrics.width(of: text, size: 12, weight: .bold) / 2
    let x = min(max(top.x, area.minX + half + 2), area.maxX - half - 2)
    document.text(
      text, at: Point(x: x, y: max(area.minY + 11, top.y - 3)), size: 12, anchor: .middle, weight: .bold,
      fill: Ink.quiet)
  }

  /// Corners against the clock from the leftmost (Andrew's monotone chain). O(n log n).
  static func convexHull(of points: [Point]) -> [Point] {
    let sorted = Set(points).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    guard sorted.count > 2 else { return sorted }
    func chain(_ points: some Sequence<Point>) -> [Point] {
      var chain: [Point] = []
      for point in points {
        while chain.count > 1, !turnsLeft(chain[chain.count - 2], chain[chain.count - 1], point) {
          chain.removeLast()
        }
        chain.append(point)
      }
      return chain.dropLast()
    }
    return chain(sorted) + chain(sorted.reversed())
  }

  private static func turnsLeft(_ first: Point, _ second: Point, _ third: Point) -> Bool {
    let (along, onward) = (second - first, third - first)
    return along.x * onward.y - along.y * onward.x > 1e-12
  }
}
