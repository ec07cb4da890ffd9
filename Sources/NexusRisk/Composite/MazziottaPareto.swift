/// The Mazziotta–Pareto index: the mean of the values, less or more a penalty for how unequal they are.
///
///     M ∓ S · cv = M ∓ S² / M          cv = S / M
///
/// For description only: with the sign of risks (+) it is not monotone. (90, 0) gives 90 but (90, 20) gives 77.3,
/// so more evidence can lower it; it enters no score and no simulation.
///
/// Source: M. Mazziotta, A. Pareto, "On a generalized non-compensatory composite index for measuring socio-economic
/// phenomena", *Social Indicators Research* 127, 2016, pp. 983–1003, doi:10.1007/s11205-015-0998-2.
public struct MazziottaPareto: Hashable, Sendable {
  /// What high values stand for.
  public enum Polarity: Hashable, Sendable {
    /// High is good: unequal values are penalised (−).
    case good
    /// High is bad, such as risk: an extreme in one dimension adds (+).
    case bad
  }

  /// Which variance S² is.
  public enum Variant: Hashable, Sendable {
    /// MPI: the variance of a sample (n − 1).
    case original
    /// AMPI: the variance of a population (n).
    case adjusted
  }

  public let mean: Double
  /// S² / M
  public let penalty: Double
  public let value: Double

  /// - Parameter values: equally weighted values; the index is not defined for fewer than two or a mean of 0.
  /// - Returns: nil where it is not defined.
  public init?(_ values: [Double], polarity: Polarity = .bad, variant: Variant = .adjusted) {
    guard values.count > 1 else { return nil }
    mean = values.reduce(0, +) / Double(values.count)
    guard mean != 0 else { return nil }
    let center = mean
    let squares = values.reduce(0) { $0 + ($1 - center) * ($1 - center) }
    let variance = squares / Double(variant == .original ? values.count - 1 : values.count)
    penalty = variance / mean
    value = polarity == .bad ? mean + penalty : mean - penalty
  }
}
