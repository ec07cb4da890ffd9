/// The shape behind the actors of a group: their convex hull with room around it.
struct GroupHull: Sendable {
  let name: String
  let style: ActorStyle
  /// The hull of the middles, and how far the shape reaches beyond it.
  let body: ConvexBody

  /// - Parameter members: where the drawn actors of the group stand, and how far their symbols reach.
  init?(_ name: String, _ style: ActorStyle, _ members: [(point: Point, reach: Double)]) {
    guard !members.isEmpty else { return nil }
    self.name = name
    self.style = style
    body = Self.body(of: members)
  }

  /// The convex hull of symbols with room around it.
  static func body(of members: [(point: Point, reach: Double)]) -> ConvexBody {
    ConvexBody(
      convexHull(of: members.map(\.point)), reach: (members.map(\.reach).max() ?? 0) + 5)
  }

  func draw(in document: inout SVGDocument) {
    var path = "M"
    let corners = body.corners
    for corner in corners + (corners.count == 1 ? corners : []) {
      path += "\(path.count > 1 ? "L" : "")\(svg(corner.x)) \(svg(corner.y))"
    }
    document.element(
      "path",
      [
        "d": path + "Z", "fill": style.fill, "stroke": style.fill, "stroke-width": svg(2 * body.reach),
        "stroke-linejoin": "round", "stroke-linecap": "round", "opacity": "0.16",
      ], title: DisplayText.clean(name))
  }

  /// Where the middle of its name may be, the best first: above and below the shape at its top and bottom, then beside
  /// each corner, then inside.
  func namePlaces(half: Double, height: Double) -> [Point] {
    let box = body.box
    let top = body.corners.min { ($0.y, $0.x) < ($1.y, $1.x) } ?? box.center
    let bottom = body.corners.max { ($0.y, $0.x) < ($1.y, $1.x) } ?? box.center
    let rise = height / 2 + 2
    let shifts = [0, -half, half]
    var places = shifts.map { Point(x: top.x + $0, y: box.minY - rise) }
    places += shifts.map { Point(x: bottom.x + $0, y: box.maxY + rise) }
    let middle = body.middle
    for corner in body.corners {
      let side = corner.x < middle.x ? -1.0 : 1
      for lift in [0, -height, height] {
        places.append(Point(x: corner.x + side * (body.reach + half + 3), y: corner.y + lift))
      }
    }
    for row in 0..<7 {
      for column in 0..<5 {
        places.append(
          Point(
            x: box.minX + box.width * (Double(column) + 0.5) / 5,
            y: box.minY + box.height * (Double(row) + 0.5) / 7))
      }
    }
    return places
  }

  /// How many pairs of shapes overlap. O(k²·corners²).
  static func overlaps(among hulls: [GroupHull]) -> Int {
    hulls.indices.reduce(0) { count, first in
      count + hulls.indices.dropFirst(first + 1).count { hulls[first].body.gap(to: hulls[$0].body) < 0 }
    }
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
