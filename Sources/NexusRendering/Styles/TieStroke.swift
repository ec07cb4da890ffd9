private import Foundation

/// What kind of line a tie is drawn with.
enum TieKind: Int, Hashable, CaseIterable, Sendable {
  case tie, transfer, crossTie, crossTransfer

  init(isTransfer: Bool, isCross: Bool) {
    self = isTransfer ? (isCross ? .crossTransfer : .transfer) : (isCross ? .crossTie : .tie)
  }

  var colour: String {
    switch self {
    case .tie: "#8c8c8c"
    case .transfer: "#3f9f80"
    case .crossTie: "#1a1a1a"
    case .crossTransfer: "#00553e"
    }
  }

  var name: String {
    switch self {
    case .tie: "Tie (straight)"
    case .transfer: "Transfer of money (bowed)"
    case .crossTie: "Tie, terrorism–organised crime"
    case .crossTransfer: "Transfer, terrorism–org. crime"
    }
  }

  var isTransfer: Bool { self == .transfer || self == .crossTransfer }
}

/// How wide a line is: the logarithm of strength, between bounds that suit the number of lines.
struct TieScale: Sendable {
  let weakest: Double
  let strongest: Double
  private let range: ClosedRange<Double>

  init(_ scene: NetworkScene) {
    weakest = scene.ties.map(\.tie.strength).min() ?? 1
    strongest = scene.ties.map(\.tie.strength).max() ?? 1
    range = scene.ties.count <= 300 ? 0.9...4 : scene.ties.count <= 1_000 ? 0.6...2.5 : 0.4...1.6
  }

  var isConstant: Bool { weakest == strongest }

  func width(of strength: Double) -> Double {
    if isConstant { return range.lowerBound * 1.4 }
    let share = (log1p(strength) - log1p(weakest)) / (log1p(strongest) - log1p(weakest))
    return range.lowerBound + (range.upperBound - range.lowerBound) * min(1, max(0, share))
  }
}

/// The course of one line between two symbols.
struct TieStroke: Sendable {
  var start: Point
  var end: Point
  /// Where the line bends towards; nil for a straight one.
  var control: Point?

  /// - Parameter bow: how far a line leaves the straight one, as a share of its length; to its left.
  init(from start: Point, to end: Point, bow: Double) {
    (self.start, self.end) = (start, end)
    let along = end - start
    control = bow == 0 ? nil : start + along * 0.5 + Point(x: along.y, y: -along.x) * bow
  }

  var path: String {
    let head = "M\(svg(start.x)) \(svg(start.y))"
    guard let control else { return "\(head)L\(svg(end.x)) \(svg(end.y))" }
    return "\(head)Q\(svg(control.x)) \(svg(control.y)) \(svg(end.x)) \(svg(end.y))"
  }

  /// A filled arrowhead whose tip is `distance` before the end; nil where there is no room for one.
  func arrowhead(distance: Double, length: Double) -> String? {
    let from = control ?? start
    let along = end - from
    guard along.length > distance + length else { return nil }
    let unit = along * (1 / along.length)
    let tip = end - unit * distance
    let base = tip - unit * length
    let side = Point(x: -unit.y, y: unit.x) * (length * 0.42)
    let (left, right) = (base + side, base - side)
    return "M\(svg(tip.x)) \(svg(tip.y))L\(svg(left.x)) \(svg(left.y))L\(svg(right.x)) \(svg(right.y))Z"
  }
}
