#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How far the mean of independent draws from an interval of length 1 may be from what is expected, either way, with
/// a given probability of being further.
///
/// The smaller of two bounds that hold for any distribution, each failing with half the probability δ:
///
///     Hoeffding             √(ln(4/δ) / 2N)
///     empirical Bernstein   √(2 V ln(8/δ) / N) + 7 ln(8/δ) / 3(N−1)
///
/// V is the sample variance of the N draws.
///
/// Sources: W. Hoeffding, *J. Am. Stat. Assoc.* 58, 1963, doi:10.1080/01621459.1963.10500830; A. Maurer, M. Pontil,
/// "Empirical Bernstein bounds and sample-variance penalization", *COLT* 2009, theorem 4, arXiv:0907.3740.
struct MeanBound {
  private let draws: Double
  private let hoeffding: Double
  private let logarithm: Double

  init(draws: Int, failure: Double) {
    self.draws = Double(draws)
    hoeffding = (log(4 / failure) / (2 * Double(draws))).squareRoot()
    logarithm = log(8 / failure)
  }

  /// - Parameters: the sum of the draws and the sum of their squares, in a unit in which they span `range`.
  /// - Returns: the bound, in the same unit.
  func radius(sum: Double, squares: Double, range: Double) -> Double {
    guard range > 0 else { return 0 }
    guard draws > 1 else { return range * hoeffding }
    let variance = max(0, squares - sum * sum / draws) / (draws - 1) / (range * range)
    let bernstein = (2 * variance * logarithm / draws).squareRoot() + 7 * logarithm / (3 * (draws - 1))
    return range * min(hoeffding, bernstein)
  }
}
