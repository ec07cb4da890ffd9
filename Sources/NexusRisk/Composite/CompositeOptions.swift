/// How an alternative index is made beside the Nexus Exposure Index. The defaults give that index again.
public struct CompositeOptions: Hashable, Sendable {
  public var normalisation = Normalisation.halfSaturation
  public var weighting = Weighting.equal
  public var aggregation = CompositeAggregation.mean(.shiftedGeometric)
  /// For ``Normalisation/goalposts``: what 0 and 100 stand for, by the name of the indicator.
  public var goalposts: [String: Goalposts] = [:]

  public init() {}
}

/// Where weights come from.
public enum Weighting: Hashable, Sendable {
  /// All dimensions alike, and in each all its indicators.
  case equal
  /// Squared loadings of the first principal component of the dimensions.
  case principalComponent
  /// Those that suit each region best; they aggregate as well.
  case benefitOfTheDoubt
  /// Given ones by the name of dimensions, or of indicators; they sum to 1.
  case given([String: Double])
  /// Comparisons in pairs of dimensions or indicators, by name.
  case comparisons(names: [String], matrix: [[Double]])

  public var name: String {
    switch self {
    case .equal: "equal"
    case .principalComponent: "principal component"
    case .benefitOfTheDoubt: "benefit of the doubt"
    case .given: "given"
    case .comparisons: "pairwise comparisons (analytic hierarchy process)"
    }
  }
}

/// What makes one number of the dimensions or indicators.
public enum CompositeAggregation: Hashable, Sendable {
  case mean(Aggregation)
  /// MPI or AMPI with the sign of risks; for description only, without weights.
  case mazziottaPareto(MazziottaPareto.Variant)
  /// Regions beaten less regions that beat it.
  case copeland

  public var name: String {
    switch self {
    case .mean(let mean): mean.name + " mean"
    case .mazziottaPareto(.original): "Mazziotta–Pareto index"
    case .mazziottaPareto(.adjusted): "adjusted Mazziotta–Pareto index"
    case .copeland: "Copeland"
    }
  }
}
