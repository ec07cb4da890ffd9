/// Something that a score could have been different by. Together they are the factors of the simulation.
public enum UncertaintySource: String, Hashable, CaseIterable, Sendable {
  /// Whether each presence, crime, tie and transfer is so: Bernoulli with its confidence.
  case evidence
  /// Each half-value h becomes h · 2^U(−1, 1).
  case halfValues = "half_values"
  /// The weights of the dimensions become Dirichlet(30 · w).
  case weights
  /// The mean that joins the dimensions is one of three: shifted geometric, arithmetic, quadratic.
  case aggregation
}

/// How the uncertainty of scores is simulated.
public struct UncertaintyOptions: Hashable, Sendable {
  /// How half-values are drawn.
  public enum HalfValueDraws: String, Hashable, Sendable {
    /// Each indicator by itself.
    case independent
    /// All by the same factor.
    case joint
  }

  /// N, the number of draws; 0: no simulation.
  public var draws = 2000
  public var seed: UInt64 = 1
  /// What varies; the others stay as they are in the score itself.
  public var sources = Set(UncertaintySource.allCases)
  public var halfValueDraws = HalfValueDraws.independent
  /// d, the share of what there is that observation finds: a count n becomes n + NegBin(n + ½, d). Nil: not drawn.
  ///
  /// Counts are those of actors, dated items, cross ties and, where amounts are not used, transfers.
  public var detection: Double?
  /// Whether it is worked out which source drives the spread (Sobol indices); it doubles the draws of evidence.
  public var sensitivity = Sensitivity.indices(resamples: 100)
  /// How many threads work at once, nil for one a processor. It never changes a result.
  public var threads: Int?

  public enum Sensitivity: Hashable, Sendable {
    case none
    /// With the standard error of each index from so many bootstrap resamples.
    case indices(resamples: Int)
  }

  /// 30, how closely weights are drawn around those of the score.
  public static let weightConcentration = 30.0

  public init() {}
}
