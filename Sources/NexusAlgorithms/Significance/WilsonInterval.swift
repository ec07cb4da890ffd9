/// The Wilson score interval of a proportion: it stays within 0...1 and holds for few trials, also at 0 and 1.
///
///     center = (k + z²/2) / (n + z²)
///     half   = z / (n + z²) · √(k (n − k) / n + z²/4)
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", *Journal of the
/// American Statistical Association* 22(158), 1927, pp. 209–212, doi:10.1080/01621459.1927.10502953.
public struct WilsonInterval: Hashable, Sendable {
  /// k / n
  public let share: Double
  public let low: Double
  public let high: Double

  /// z of 95 %.
  public static let quantile = 1.959963984540054

  /// - Parameters:
  ///   - successes: k, 0...`trials`; an expected number need not be whole.
  ///   - trials: n.
  /// - Returns: nil without trials: nothing was observed.
  public init?(successes: Double, trials: Double, quantile z: Double = WilsonInterval.quantile) {
    guard trials > 0, trials.isFinite else { return nil }
    // Sums of expected numbers may exceed each other by rounding.
    let k = min(max(successes, 0), trials)
    let (center, width) = (k + z * z / 2, trials + z * z)
    let half = z * (k * (trials - k) / trials + z * z / 4).squareRoot()
    share = k / trials
    low = k > 0 ? max(0, (center - half) / width) : 0
    high = k < trials ? min(1, (center + half) / width) : 1
  }
}
