private import Foundation

/// One of the five things that the risk of a region is made of: the dimensions of exposure, and what an outside
/// source says of the region.
public enum RiskDimension: Int, Hashable, CaseIterable, Sendable {
  case threat, nexus, flow, vulnerability, consequence

  /// The name of its column.
  public var name: String {
    switch self {
    case .threat: "threat"
    case .nexus: "nexus"
    case .flow: "flow"
    case .vulnerability: "vulnerability"
    case .consequence: "consequence"
    }
  }
}

/// The Nexus Risk Index (NRI) of a region, 0 to 100, and what it is made of.
public struct RiskScore: Hashable, Sendable {
  public let score: Double
  /// What each dimension adds to the index; they sum to it.
  public let contributions: Profile<RiskDimension>
}

/// What an outside source says of a region, 0...100 each.
public struct ExternalRisk: Hashable, Sendable {
  public var vulnerability: Double
  /// Consequence, or lack of coping.
  public var consequence: Double

  public init(vulnerability: Double, consequence: Double) {
    (self.vulnerability, self.consequence) = (vulnerability, consequence)
  }
}

/// How exposure, vulnerability and consequence are weighed against each other in the risk index.
public struct RiskWeights: Hashable, Sendable {
  public var exposure = 1.0 / 3
  public var vulnerability = 1.0 / 3
  public var consequence = 1.0 / 3

  public init() {}
}

extension ExposureScale {
  /// The Nexus Risk Index from the exposure of a region and what an outside source says of it.
  ///
  ///     NRI = Π_d (dim_d + δ)^(w_d) − δ       d ∈ {threat, nexus, flow, vulnerability, consequence}
  ///     c_d = NRI · w_d ln(1 + dim_d/δ) / Σ_j w_j ln(1 + dim_j/δ)
  ///
  /// The weight of exposure is shared out among its dimensions in use as in the exposure index: by default 1/9, 1/9,
  /// 1/9, 1/3, 1/3. The index is then the shifted geometric mean of the exposure index, V and C, exactly.
  ///
  /// - Returns: index in 0...100, contributions that add up to it.
  public func risk(
    of exposure: ExposureScore, _ external: ExternalRisk, weights: RiskWeights = RiskWeights()
  ) -> RiskScore {
    let values = riskValues(exposure.dimensions, external)
    let shares = riskWeights(over: exposure.dimensions.present.map(\.key), weights)
    let logarithms = RiskDimension.allCases.map { dimension in
      values[dimension].map { (shares[dimension] ?? 0) * log1p($0 / shift) }
    }
    let exponent = logarithms.reduce(0) { $0 + ($1 ?? 0) }
    let score = min(max(shift * expm1(exponent), 0), 100)
    return RiskScore(
      score: score,
      contributions: Profile(
        logarithms.map { logarithm in
          logarithm.map { exponent > 0 ? score * $0 / exponent : 0 }
        }))
  }

  private func riskValues(
    _ dimensions: Profile<Dimension>, _ external: ExternalRisk
  ) -> Profile<RiskDimension> {
    Profile([
      dimensions[.threat], dimensions[.nexus], dimensions[.flow], external.vulnerability,
      external.consequence,
    ])
  }

  /// The weights of the dimensions of exposure in use, which sum to 1; nil for the others.
  func exposureWeights(over dimensions: [Dimension]) -> Profile<Dimension> {
    let sum = dimensions.reduce(0) { $0 + (dimensionWeights[$1] ?? 0) }
    var weights = Profile<Dimension>()
    for dimension in dimensions {
      weights[dimension] = sum > 0 ? (dimensionWeights[dimension] ?? 0) / sum : 0
    }
    return weights
  }

  /// The weights of the five dimensions, which sum to 1; nil for dimensions of exposure not in use.
  func riskWeights(over dimensions: [Dimension], _ weights: RiskWeights) -> Profile<RiskDimension> {
    let inner = exposureWeights(over: dimensions)
    let innerSum = inner.present.reduce(0) { $0 + $1.value }
    let outer = (innerSum > 0 ? weights.exposure : 0) + weights.vulnerability + weights.consequence
    guard outer > 0 else { return Profile<RiskDimension>() }
    return Profile([
      inner[.threat].map { $0 * weights.exposure / outer },
      inner[.nexus].map { $0 * weights.exposure / outer },
      inner[.flow].map { $0 * weights.exposure / outer }, weights.vulnerability / outer,
      weights.consequence / outer,
    ])
  }
}
