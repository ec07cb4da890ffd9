/// The names beside the marks of a plane, each where it touches no mark and no other name; with a thin line where
/// it has to stand apart.
struct PlaneNames: Sendable {
  struct Name: Sendable {
    var text: String
    var box: Box
    var leader: (start: Point, end: Point)?
  }

  private(set) var names: [Name] = []
  /// How many names found no place.
  private(set) var missing = 0

  static let size = 11.0
  private static let height = 13.0
  private static let widest = 170.0

  /// Greedy in the order given. O(names · (names + marks)).
  ///
  /// - Parameters:
  ///   - marks: a name for each mark, and where it stands.
  ///   - area: what no name may leave.
  init(_ marks: [(name: String, point: Point)], radius: Double, area: Box, limit: Int) {
    let symbols = marks.map { Box(around: $0.point, radius: radius + 1) }
    for (index, mark) in marks.enumerated() {
      let text = DisplayText.shortened(mark.name, toWidth: PlaneNames.widest, size: PlaneNames.size)
      guard text.contains(where: { !$0.isWhitespace }) else { continue }
      guard index < limit, let name = place(text, at: mark.point, radius, symbols, area) else {
        missing += 1
        continue
      }
      names.append(name)
    }
  }

  private func place(
    _ text: String, at center: Point, _ radius: Double, _ symbols: [Box], _ area: Box
  ) -> Name? {
    let width = TextMetrics.width(of: text, size: PlaneNames.size)
    for distance in [3.0, 14, 28, 44, 62, 82, 104, 130] {
      for (x, y) in PlaneNames.directions {
        let away = (radius + distance) * (x != 0 && y != 0 ? 0.75 : 1)
        let end = Point(x: center.x + x * away, y: center.y + y * away)
        let middle = Point(x: end.x + x * width / 2, y: end.y + y * PlaneNames.height / 2)
        let box = Box(
          minX: middle.x - width / 2, minY: middle.y - PlaneNames.height / 2, maxX: middle.x + width / 2,
          maxY: middle.y + PlaneNames.height / 2)
        guard area.contains(box), !symbols.contains(where: box.intersects),
          !names.contains(where: { $0.box.intersects(box) })
        else { continue }
        guard distance > 3 else { return Name(text: text, box: box, leader: nil) }
        let leader = (start: center, end: end)
        let strikes = symbols.contains { symbol in
          symbol.center != center && symbol.isCrossed(from: leader.start, to: leader.end)
        }
        let crosses =
          strikes
          || names.contains { other in
            other.box.isCrossed(from: leader.start, to: leader.end)
              || other.leader.map { box.isCrossed(from: $0.start, to: $0.end) } ?? false
          }
        if !crosses { return Name(text: text, box: box, leader: leader) }
      }
    }
    return nil
  }

  private static let directions: [(Double, Double)] = [
    (1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1),
  ]
}
