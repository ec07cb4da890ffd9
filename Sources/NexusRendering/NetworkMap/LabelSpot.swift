private import Foundation

/// A place for a name near its symbol.
struct LabelSpot: Sendable {
  var box: Box
  /// From symbol to name, where the name stands apart.
  var leader: (start: Point, end: Point)?
  /// How little it is liked.
  var cost: Double

  /// Beside the symbol: right, left, below, above, then the corners. Then apart from it, at the end of a line.
  ///
  /// - Parameters:
  ///   - text: width and height of the name.
  ///   - distances: from the symbol to the name, the near ones first.
  static func around(_ center: Point, reach: Double, text: Point, apart distances: [Double]) -> [LabelSpot] {
    let near = directions.map { x, y, cost in
      let diagonal = x != 0 && y != 0 ? 0.75 : 1
      let away = (reach + 2) * diagonal
      return LabelSpot(
        box: box(
          around: Point(
            x: center.x + x * (away + text.x / 2), y: center.y + y * (away + text.y / 2)), text), cost: cost)
    }
    return near
      + distances.flatMap { distance in
        (0..<16).map { turn in apart(from: center, reach: reach, distance: distance, turn: turn, text) }
      }
  }

  /// How far names of most actors, and those of prominent ones, may stand apart.
  static let usualDistances = [12.0, 24, 40]
  static let prominentDistances = usualDistances + [60, 85, 115]

  private static let directions: [(x: Double, y: Double, cost: Double)] = [
    (1, 0, 0), (-1, 0, 1), (0, 1, 1.5), (0, -1, 2), (1, -1, 2.5), (1, 1, 2.5), (-1, -1, 3), (-1, 1, 3),
  ]

  /// One of sixteen directions; the line ends where it meets the name.
  private static func apart(
    from center: Point, reach: Double, distance: Double, turn: Int, _ text: Point
  ) -> LabelSpot {
    let angle = Double(turn) * Double.pi / 8
    let unit = Point(x: cos(angle), y: sin(angle))
    let end = center + unit * (reach + distance)
    // The name begins or ends where the line ends; straight above and below it is centred.
    let side = turn % 8 == 4 ? 0.0 : unit.x > 0 ? 1 : -1
    let middle = Point(x: end.x + side * (text.x / 2 + 1), y: end.y + unit.y * text.y / 2)
    let cost = 8 + distance * 0.6 + (turn % 4 == 0 ? 0 : turn % 2 == 0 ? 0.5 : 1)
    return LabelSpot(
      box: box(around: middle, text), leader: (center + unit * (reach + 1), end - unit), cost: cost)
  }

  private static func box(around middle: Point, _ text: Point) -> Box {
    Box(
      minX: middle.x - text.x / 2, minY: middle.y - text.y / 2, maxX: middle.x + text.x / 2,
      maxY: middle.y + text.y / 2)
  }
}
