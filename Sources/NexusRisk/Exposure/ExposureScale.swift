private import Foundation

/// How raw indicators become the Nexus Exposure Index (NEI), 0 to 100.
///
///     x     = 100 v / (v + h)                       momentum: x = 100 v
///     dim_d = mean of the x of its indicators in use
///     NEI   = Π_d (dim_d + δ)^(w_d) − δ             over the dimensions in use, Σ w = 1
///     c_d   = NEI · w_d ln(1 + dim_d/δ) / Σ_j w_j ln(1 + dim_j/δ)
///     c_k   = c_d · x_k / Σ x of its dimension
///
/// Half-saturation does not depend on the other regions; the shifted geometric mean asks for all dimensions and
/// yet does not let one that nobody observed force 0. The contributions add up to the index. Half-values and
/// weights are conventions of nexus and part of every statement of a score.
public struct ExposureScale: Hashable, Sendable {
  /// h, the raw value at which an indicator is worth 50. Momentum has none.
  public var halfValues = Profile<Indicator>([3, 2, nil, 1, 1, 2, 2])
  /// h of throughput and transit where transfers are counted instead of their amounts.
  public var countHalfValue = 5.0
  /// w before it is scaled to the dimensions in use.
  public var dimensionWeights = Profile<Dimension>([1, 1, 1])
  /// δ, what keeps an unobserved dimension from forcing 0: INFORM's rescaling to 1…10, written as a shift.
  public var shift = 100.0 / 9

  public init() {}

  /// The index of a region with its decomposition.
  ///
  /// - Parameters:
  ///   - raw: raw values ≥ 0 of the indicators in use.
  ///   - measure: what throughput and transit are measured in.
  /// - Returns: index and dimensions in 0...100, contributions that add up to the index.
  public func score(of raw: Profile<Indicator>, measure: FlowMeasure = .amounts(currency: ""))
    -> ExposureScore
  {
    var normalised = Profile<Indicator>()
    var sums = Profile<Dimension>()
    var counts = Profile<Dimension>()
    for (indicator, value) in raw.present {
      let x = normalise(value, of: indicator, measure)
      normalised[indicator] = x
      sums[indicator.dimension, default: 0] += x
      counts[indicator.dimension, default: 0] += 1
    }
    var dimensions = Profile<Dimension>()
    for (dimension, sum) in sums.present { dimensions[dimension] = sum / (counts[dimension] ?? 1) }

    let weightSum = dimensions.present.reduce(0) { $0 + (dimensionWeights[$1.key] ?? 0) }
    let logarithms = dimensions.present.map { key, value in
      (key: key, value: weightSum > 0 ? (dimensionWeights[key] ?? 0) / weightSum * log1p(value / shift) : 0)
    }
    let exponent = logarithms.reduce(0) { $0 + $1.value }
    let score = min(max(shift * expm1(exponent), 0), 100)

    var contributions = Profile<Dimension>()
    for (dimension, logarithm) in logarithms {
      contributions[dimension] = exponent > 0 ? score * logarithm / exponent : 0
    }
    var parts = Profile<Indicator>()
    for (indicator, x) in normalised.present {
      let sum = sums[indicator.dimension] ?? 0
      parts[indicator] = sum > 0 ? (contributions[indicator.dimension] ?? 0) * x / sum : 0
    }
    return ExposureScore(
      score: score, indicators: normalised, dimensions: dimensions, dimensionContributions: contributions,
      indicatorContributions: parts)
  }

  private func normalise(_ value: Double, of indicator: Indicator, _ measure: FlowMeasure) -> Double {
    guard indicator != .momentum else { return 100 * value }
    let isCount = indicator.dimension == .flow && measure == .counts
    guard let half = isCount ? countHalfValue : halfValues[indicator], value > 0 else { return 0 }
    return value.isFinite ? 100 * value / (value + half) : 100
  }
}

/// What throughput and transit are measured in.
public enum FlowMeasure: Hashable, Sendable {
  /// Amounts of the one currency of all transfers, empty where none is named: v = log₁₀(1 + Σ/10⁴).
  case amounts(currency: String)
  /// Expected numbers of transfers, because amounts are missing or of several currencies.
  case counts
}

/// The Nexus Exposure Index of a region and what it is made of.
public struct ExposureScore: Hashable, Sendable {
  /// The index, 0...100.
  public let score: Double
  /// x of each indicator in use, 0...100.
  public let indicators: Profile<Indicator>
  /// The mean of each dimension in use, 0...100.
  public let dimensions: Profile<Dimension>
  /// What each dimension adds to the index; they sum to it.
  public let dimensionContributions: Profile<Dimension>
  /// What each indicator adds to the index; they sum to it.
  public let indicatorContributions: Profile<Indicator>
}

extension Profile {
  fileprivate subscript(key: Key, default value: Double) -> Double {
    get { self[key] ?? value }
    set { self[key] = newValue }
  }
}
