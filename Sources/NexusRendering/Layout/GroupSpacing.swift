/// Moves groups apart, each as a whole, until the shapes behind them no longer overlap.
struct GroupSpacing {
  private(set) var points: [Point]
  private let reaches: [Double]
  private let bodies: [[Int]]
  private let isGroup: [Bool]

  /// What two shapes keep between them.
  private static let gap = 6.0

  /// - Parameter groups: of each vertex the number of its group; nil: none, so that it is kept out of every shape.
  init(_ points: [Point], reaches: [Double], groups: [Int?]) {
    (self.points, self.reaches) = (points, reaches)
    let members = Dictionary(grouping: points.indices.filter { groups[$0] != nil }) { groups[$0] ?? 0 }
    let grouped = members.sorted { $0.key < $1.key }.map(\.value)
    let single = points.indices.filter { groups[$0] == nil }.map { [$0] }
    bodies = grouped + single
    isGroup = grouped.map { _ in true } + single.map { _ in false }
  }

  /// Overlapping pairs leave each other in the direction in which they are soonest apart, the smaller one farther, until
  /// a round moves nothing or 400 rounds have passed. O(k²·corners²) a round for k bodies.
  mutating func settle() {
    var shapes = bodies.indices.map { shape(of: $0) }
    var boxes = shapes.map(\.box)
    for _ in 0..<400 {
      var hasMoved = false
      for first in shapes.indices {
        for second in shapes.indices.dropFirst(first + 1) {
          guard boxes[first].insetBy(-Self.gap).intersects(boxes[second]) else { continue }
          let (gap, direction) = shapes[first].separation(from: shapes[second])
          guard gap < Self.gap - 0.01 else { continue }
          hasMoved = true
          let (heavy, light) = (Double(bodies[first].count), Double(bodies[second].count))
          let step = direction * (Self.gap - gap)
          shift(first, by: step * (-light / (heavy + light)), &shapes, &boxes)
          shift(second, by: step * (heavy / (heavy + light)), &shapes, &boxes)
        }
      }
      if !hasMoved { return }
    }
  }

  private mutating func shift(
    _ body: Int, by step: Point, _ shapes: inout [ConvexBody], _ boxes: inout [Box]
  ) {
    shapes[body].move(by: step)
    boxes[body] = shapes[body].box
    for vertex in bodies[body] { points[vertex] = points[vertex] + step }
  }

  private func shape(of body: Int) -> ConvexBody {
    let members = bodies[body]
    guard isGroup[body] else { return ConvexBody([points[members[0]]], reach: reaches[members[0]]) }
    return ConvexBody(around: members.map { (points[$0], reaches[$0]) }, margin: GroupBodies.margin)
  }

  /// The shapes behind the groups, in the order of their numbers.
  var hulls: [ConvexBody] { bodies.indices.filter { isGroup[$0] }.map { shape(of: $0) } }
}
