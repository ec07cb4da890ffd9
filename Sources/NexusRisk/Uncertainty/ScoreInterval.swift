/// Where a score lies over the draws of a simulation.
public struct ScoreInterval: Hashable, Sendable {
  /// The mean of the draws. The score itself takes expected values; since indicators flatten as they grow, the mean is
  /// normally lower (Jensen's inequality).
  public let mean: Double
  /// The 5 % and 95 % quantiles.
  public let low: Double
  public let high: Double

  public init(mean: Double, low: Double, high: Double) {
    (self.mean, self.low, self.high) = (mean, low, high)
  }

  /// - Precondition: there is a draw.
  init(_ draws: some Collection<Double>) {
    let sorted = draws.sorted()
    self.init(
      mean: draws.reduce(0, +) / Double(draws.count), low: ScoreInterval.quantile(0.05, of: sorted),
      high: ScoreInterval.quantile(0.95, of: sorted))
  }

  /// A quantile by linear interpolation between neighbours (type 7 of Hyndman and Fan).
  static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let position = share * Double(sorted.count - 1)
    let below = Int(position)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below] + (position - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}

/// Where a rank lies over the draws of a simulation, among the ranked regions of its level.
public struct RankInterval: Hashable, Sendable {
  /// The 5 % and 95 % quantiles, whole ranks from 1.
  public let low: Int
  public let high: Int
  /// The share of draws in which no region of the level scores higher.
  public let first: Double
  /// The mean of |rank in a draw − rank|.
  public let meanShift: Double
}

/// Two regions of one level: how likely it is that one has the higher score.
public struct RegionComparison: Hashable, Sendable {
  /// Positions in ``RegionalExposure/regions``.
  public let a: Int
  public let b: Int
  /// P(a > b) over the draws; a draw in which both are equal counts half.
  public let aboveProbability: Double

  /// Below this, neither region can be called higher.
  public static let distinguishableFrom = 0.9

  public var isDistinguishable: Bool {
    max(aboveProbability, 1 - aboveProbability) >= RegionComparison.distinguishableFrom
  }

  public init(a: Int, b: Int, aboveProbability: Double) {
    (self.a, self.b, self.aboveProbability) = (a, b, aboveProbability)
  }
}
