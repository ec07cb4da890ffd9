internal import NexusGraph
internal import NexusModel
internal import NexusRisk

/// The exposure of regions on two sides, under one method.
struct RegionChanges {
  let changes: [NetworkComparison.RegionChange]
  let notes: [String]

  init(from before: ComparisonSide, to after: ComparisonSide, _ new: NewRows, _ options: AnalysisOptions) {
    let first = before.method ?? RegionChanges.exposure(of: before.network, options).method
    let second = after.method ?? RegionChanges.exposure(of: after.network, options).method
    let methods = (before: first.held(with: second), after: second.held(with: first))
    var risk = RiskOptions()
    risk.uncertainty.draws = options.draws
    risk.uncertainty.seed = options.seed
    risk.uncertainty.threads = options.threads
    let isWindowed = before.method != nil
    let shifts = after.network.exposureShifts(
      from: before.network, methods: methods,
      observed: isWindowed
        ? (
          before.network.regionsTouched(methods.before), after.network.regionsTouched(methods.after)
        ) : nil, risk)
    changes = shifts.map { shift in
      NetworkComparison.RegionChange(
        region: shift.region, before: shift.before.map(NetworkComparison.RegionScore.init),
        after: shift.after.map(NetworkComparison.RegionScore.init), distinguishable: shift.isDistinguishable,
        higherProbability: shift.higherProbability,
        rows: new.places(among: after.network.exposureRows(of: shift.region, methods.after)))
    }
    let indicators = methods.after.indicators.map(\.name).joined(separator: ", ")
    notes =
      shifts.isEmpty
      ? []
      : [
        "Half-values, weights and the indicators in use (\(indicators)) are the same on both sides"
          + (isWindowed
            ? "; momentum, which itself compares windows, is left out."
            : "; each side has its own day of reference."),
        "Intervals are the 5–95 % of \(options.draws) draws, seed \(options.seed). Two scores are told apart when "
          + "P(higher) or P(lower) is 0.9 or more with the method frozen and the evidence drawn.",
      ]
  }

  static func exposure(of network: Network, _ options: AnalysisOptions) -> RegionalExposure {
    var exposure = ExposureOptions()
    exposure.rule = options.scoringRule(for: network)
    exposure.asOf = options.asOf
    return network.regionalExposure(exposure)
  }
}

extension NetworkComparison.RegionScore {
  fileprivate init(_ side: ExposureShift.Side) {
    self.init(score: side.score, low: side.interval?.low, high: side.interval?.high)
  }
}
