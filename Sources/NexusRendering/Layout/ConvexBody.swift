/// All points no farther than `reach` from a convex polygon: the shape behind a group, or one symbol.
struct ConvexBody: Sendable {
  /// Corners in order around; one or two for a point or a segment.
  private(set) var corners: [Point]
  let reach: Double

  init(_ corners: [Point], reach: Double) { (self.corners, self.reach) = (corners, reach) }

  /// The hull of symbols with room around each.
  init(around symbols: [(point: Point, reach: Double)], margin: Double) {
    self.init(Self.hull(of: symbols.map(\.point)), reach: (symbols.map(\.reach).max() ?? 0) + margin)
  }

  mutating func move(by step: Point) {
    for corner in corners.indices { corners[corner] = corners[corner] + step }
  }

  var middle: Point {
    corners.reduce(Point(x: 0, y: 0), +) * (1 / Double(max(1, corners.count)))
  }

  /// The box around it, with its reach.
  var box: Box { Box(holding: corners).insetBy(-reach) }

  /// The room between two bodies; negative where they overlap. Never more than the true distance (of two corners that
  /// face each other it is less). O(corners²).
  func gap(to other: ConvexBody) -> Double { separation(from: other).gap }

  /// Whether the two share more than their borders.
  func overlaps(_ other: ConvexBody) -> Bool { gap(to: other) < -1e-6 }

  /// The gap, and the direction in which the other body leaves this one soonest: a unit vector.
  ///
  /// The largest gap between the shadows on any normal of an edge, or on the line through the middles or through two
  /// corners (separating axes).
  func separation(from other: ConvexBody) -> (gap: Double, direction: Point) {
    var best = (gap: -Double.infinity, direction: Point(x: 1, y: 0))
    func tryAxis(_ axis: Point) {
      guard axis.length > 1e-9 else { return }
      let unit = axis * (1 / axis.length)
      let (own, theirs) = (shadow(on: unit), other.shadow(on: unit))
      let (onward, backward) = (theirs.lowerBound - own.upperBound, own.lowerBound - theirs.upperBound)
      let gap = max(onward, backward) - reach - other.reach
      if gap > best.gap { best = (gap, onward >= backward ? unit : unit * -1) }
    }
    for body in [self, other] {
      for (corner, next) in zip(body.corners, body.corners.dropFirst() + body.corners.prefix(1)) {
        tryAxis(Point(x: corner.y - next.y, y: next.x - corner.x))
      }
    }
    tryAxis(other.middle - middle)
    if best.gap < 0, corners.count * other.corners.count <= 400 {
      for corner in corners { for facing in other.corners { tryAxis(facing - corner) } }
    }
    return best.gap.isFinite ? best : (-reach - other.reach, Point(x: 1, y: 0))
  }

  /// Whether a point lies in the polygon itself, reach apart.
  func contains(_ point: Point) -> Bool {
    guard corners.count > 2 else { return corners.contains { ($0 - point).length < 1e-9 } }
    var signs: (left: Bool, right: Bool) = (false, false)
    for (corner, next) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      let (along, away) = (next - corner, point - corner)
      let side = along.x * away.y - along.y * away.x
      if side > 0 { signs.left = true } else if side < 0 { signs.right = true }
    }
    return !(signs.left && signs.right)
  }

  private func shadow(on axis: Point) -> ClosedRange<Double> {
    var (low, high) = (Double.infinity, -Double.infinity)
    for corner in corners {
      let place = corner.x * axis.x + corner.y * axis.y
      (low, high) = (min(low, place), max(high, place))
    }
    return low...max(low, high)
  }

  /// Corners against the clock from the leftmost (Andrew's monotone chain). O(n log n).
  static func hull(of points: [Point]) -> [Point] {
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
