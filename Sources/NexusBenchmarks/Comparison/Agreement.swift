import Foundation

extension Agreement {
  /// How far a peer's answer is from ours: a relative difference, the share of vertices that are elsewhere, or how
  /// much less its quality is. Nil where answers are not compared.
  func difference(_ ours: [Double], _ theirs: [Double]) -> Double? {
    switch self {
    case .timesOnly: return nil
    case .score: return (ours.first ?? 0) - (theirs.first ?? 0)
    case .values: return Agreement.largestDifference(ours, theirs)
    case .proportions: return Agreement.largestDifference(Agreement.scaled(ours), Agreement.scaled(theirs))
    case .partition:
      guard ours.count == theirs.count else { return 1 }
      let differing = zip(Agreement.firstMembers(ours), Agreement.firstMembers(theirs)).count { $0 != $1 }
      return Double(differing) / Double(max(ours.count, 1))
    }
  }

  /// Whether an answer with this difference counts as exact.
  func isMet(by difference: Double?) -> Bool {
    switch self {
    case .timesOnly, .score: true
    case .partition: difference == 0
    case .values(let limit), .proportions(let limit): (difference ?? .infinity) <= limit
    }
  }

  private static func largestDifference(_ ours: [Double], _ theirs: [Double]) -> Double {
    guard ours.count == theirs.count else { return .infinity }
    let scale = max(ours.map(abs).max() ?? 0, .leastNormalMagnitude)
    return zip(ours, theirs).reduce(0) { largest, pair in
      let difference = abs(pair.0 - pair.1) / scale
      return difference.isNaN ? .infinity : max(largest, difference)
    }
  }

  private static func scaled(_ values: [Double]) -> [Double] {
    let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let sign = values.reduce(0, +) < 0 ? -1.0 : 1.0
    return values.map { sign * $0 / max(length, .leastNormalMagnitude) }
  }

  /// The first vertex that bears each vertex's label.
  private static func firstMembers(_ labels: [Double]) -> [Int] {
    var first: [Double: Int] = [:]
    return labels.enumerated().map { vertex, label in
      let member = first[label] ?? vertex
      first[label] = member
      return member
    }
  }
}
