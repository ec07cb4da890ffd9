internal import NexusModel
internal import NexusRisk

extension RegionMeasure {
  /// The indicator that the measure is; nil for the index, dimensions and contributions.
  var indicator: Indicator? { Indicator.allCases.first { $0.name == rawValue } }

  /// The dimension that the measure is, or is the contribution of.
  private var dimension: Dimension? {
    Dimension.allCases.first { $0.name == rawValue || "c_" + $0.name == rawValue }
  }
  private var isContribution: Bool { rawValue.hasPrefix("c_") }

  func value(_ score: ExposureScore) -> Double? {
    if let indicator { return score.indicators[indicator] }
    guard let dimension else { return score.score }
    return isContribution ? score.dimensionContributions[dimension] : score.dimensions[dimension]
  }

  /// Parts that sum to the value, in the order of the indicators; none of an indicator itself.
  func parts(of score: ExposureScore) -> [Explanation.Part] {
    guard indicator == nil, self != .risk else { return [] }
    guard let dimension else {
      return score.indicatorContributions.present.map { Explanation.Part($0.key.name, $0.value) }
    }
    if isContribution {
      return score.indicatorContributions.present.filter { $0.key.dimension == dimension }
        .map { Explanation.Part($0.key.name, $0.value) }
    }
    let inUse = score.indicators.present.filter { $0.key.dimension == dimension }
    return inUse.map { Explanation.Part($0.key.name, $0.value / Double(inUse.count)) }
  }

  var contributionNote: String {
    if indicator != nil { return "none: an indicator is no sum over rows once it is normalised" }
    if self == .risk { return "what each dimension adds to the index" }
    guard dimension != nil else { return "what each indicator adds to the index" }
    return isContribution
      ? "what each of its indicators adds to the index" : "each indicator's share of the mean"
  }

  func formula(_ method: ExposureMethod) -> String {
    if let indicator { return "\(indicator.rawFormula(method.measure)); " + normalisation(of: indicator) }
    if self == .risk {
      return "NRI = Π_d (dim_d + δ)^w_d − δ over \(dimensions(method)) (w ⅓ together), vulnerability and "
        + "consequence (⅓ each), contribution of dim ∝ w ln((dim + δ)/δ)"
    }
    guard let dimension else {
      return "NEI = Π_d (dim_d + δ)^w_d − δ over \(dimensions(method)), dim = mean of its indicators, "
        + "contribution of dim ∝ w ln((dim + δ)/δ), of an indicator ∝ x within its dim"
    }
    return isContribution
      ? "c_d = NEI · w_d ln((dim_d + δ)/δ) / Σ_j w_j ln((dim_j + δ)/δ)"
      : "mean of the indicators of \(dimension.name) that are in use"
  }

  private func normalisation(of indicator: Indicator) -> String {
    indicator == .momentum ? "x = 100 v" : "x = 100 v/(v + h)"
  }

  private func dimensions(_ method: ExposureMethod) -> String {
    Dimension.allCases.filter { dimension in method.indicators.contains { $0.dimension == dimension } }
      .map(\.name).joined(separator: ", ")
  }

  /// Everything that the value depends on besides the data.
  func defaults(_ method: ExposureMethod) -> [String] {
    let counts = method.measure == .counts
    let used = method.indicators.filter {
      indicator == nil ? dimension == nil || $0.dimension == dimension : $0 == indicator
    }
    var defaults = used.compactMap { indicator -> String? in
      let isCount = indicator.dimension == .flow && counts
      let half = isCount ? method.scale.countHalfValue : method.scale.halfValues[indicator]
      return half.map { "h(\(indicator.name)) = \(HTML.short($0))" }
    }
    if indicator == nil { defaults.append("δ = 100/9") }
    if indicator == nil, dimension == nil { defaults.append("equal weights") }
    if counts, used.contains(where: { $0.dimension == .flow }) { defaults.append("transfers are counted") }
    defaults.append("an ungraded row counts \(method.rule.ungraded)")
    if let halfLife = method.rule.halfLife { defaults.append("half-life \(HTML.short(halfLife)) years") }
    if let asOf = method.asOf { defaults.append("as of \(asOf)") }
    return defaults
  }
}

extension Indicator {
  /// The raw value of METHOD §3.2.
  fileprivate func rawFormula(_ measure: FlowMeasure) -> String {
    switch self {
    case .actors: "v = Σ κ_i a_ir, κ = 1 terrorist and organised crime, ½ facilitator"
    case .crimeTypes: "v = Σ_k [1 − Π_i (1 − a_ir c_ik) Π_f (1 − c_f)]"
    case .momentum: "v = max(0, (n₁ − n₀)/(n₁ + n₀ + 2)), windows of two years"
    case .crossTies: "v = Σ c_e [1 − (1 − a_ir)(1 − a_jr)] over crime–terror ties, or the tie's own place"
    case .brokerage: "v = Σ a_ir b_i, b_i = expected paths organised crime – i – terrorist"
    case .throughput: measure == .counts ? "v = Σ c_f" : "v = log₁₀(1 + Σ c_f · amount / 10⁴)"
    case .transit:
      measure == .counts
        ? "v = Σ_k min(Σ in c_f, Σ out c_f)" : "v = log₁₀(1 + Σ_k min(in, out) / 10⁴)"
    }
  }
}
