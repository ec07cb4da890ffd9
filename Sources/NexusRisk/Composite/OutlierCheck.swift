private import Foundation

/// Whether a few values of an indicator lie so far out that they decide a normalisation by the sample.
///
///     passes  ⇔  |skewness| ≤ 2  or  kurtosis ≤ 3.5
///
/// Both are the estimators of small samples (type 2 of Joanes and Gill; SAS, SPSS, Excel):
///
///     g₁ = m₃ / m₂^(3/2)         G₁ = g₁ √(n (n − 1)) / (n − 2)
///     g₂ = m₄ / m₂² − 3          G₂ = ((n + 1) g₂ + 6) (n − 1) / ((n − 2) (n − 3))
///
/// Skewness needs three values, kurtosis four; without spread or with fewer there is nothing to check, and the
/// values pass. The check only reports: half-saturation is bounded and needs no treatment.
///
/// Sources: D. N. Joanes, C. A. Gill, "Comparing measures of sample skewness and kurtosis", *The Statistician*
/// 47(1), 1998, pp. 183–189, doi:10.1111/1467-9884.00122; thresholds as in COINr (W. Becker et al., *Journal of
/// Open Source Software* 7(78), 2022, 4567, doi:10.21105/joss.04567).
public struct OutlierCheck: Hashable, Sendable {
  /// G₁; nil with fewer than three values or without spread.
  public let skewness: Double?
  /// G₂, 0 for a normal distribution; nil with fewer than four values or without spread.
  public let kurtosis: Double?

  public static let skewnessLimit = 2.0
  public static let kurtosisLimit = 3.5

  /// - Complexity: O(*n*).
  public init(_ values: [Double]) {
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    func moment(_ power: Int) -> Double { values.reduce(0) { $0 + pow($1 - mean, Double(power)) } / n }
    let spread = values.count > 2 ? moment(2) : 0
    guard spread > 0 else {
      (skewness, kurtosis) = (nil, nil)
      return
    }
    skewness = moment(3) / pow(spread, 1.5) * (n * (n - 1)).squareRoot() / (n - 2)
    kurtosis =
      values.count > 3
      ? ((n + 1) * (moment(4) / (spread * spread) - 3) + 6) * (n - 1) / ((n - 2) * (n - 3)) : nil
  }

  public var passes: Bool {
    guard let skewness, let kurtosis else { return true }
    return abs(skewness) <= OutlierCheck.skewnessLimit || kurtosis <= OutlierCheck.kurtosisLimit
  }
}
