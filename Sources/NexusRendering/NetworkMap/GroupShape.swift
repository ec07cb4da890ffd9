/// What stands behind the actors of a group: one convex shape, or several where others stand between its members.
struct GroupShape: Sendable {
  let name: String
  let style: ActorStyle
  /// That of the most members first.
  let bodies: [ConvexBody]

  func draw(in document: inout SVGDocument) {
    document.element("g", ["opacity": "0.16"]) { document in
      document.element("title", [:], text: DisplayText.clean(name))
      for body in bodies {
        var path = "M"
        let corners = body.corners
        for corner in corners + (corners.count == 1 ? corners : []) {
          path += "\(path.count > 1 ? "L" : "")\(svg(corner.x)) \(svg(corner.y))"
        }
        document.element(
          "path",
          [
            "d": path + "Z", "fill": style.fill, "stroke": style.fill, "stroke-width": svg(2 * body.reach),
            "stroke-linejoin": "round", "stroke-linecap": "round",
          ])
      }
    }
  }

  /// Where the middle of its name may be, the best first: above and below the first shape at its top and bottom, then
  /// beside each corner, then inside.
  func namePlaces(half: Double, height: Double) -> [Point] {
    guard let body = bodies.first else { return [] }
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

  /// How many pairs of groups have shapes that overlap. O(k²·corners²) for k shapes.
  static func overlaps(among groups: [GroupShape]) -> Int {
    groups.indices.reduce(0) { count, first in
      count
        + groups.indices.dropFirst(first + 1).count { second in
          groups[first].bodies.contains { body in
            groups[second].bodies.contains(where: body.overlaps)
          }
        }
    }
  }
}
