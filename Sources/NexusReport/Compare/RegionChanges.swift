internal import NexusModel
internal import NexusRisk

/// The exposure of regions on two sides, under one method.
struct RegionChanges {
  let changes: [NetworkComparison.RegionChange]
  let notes: [String]

  init(from before: Network, to after: Network, _ new: NewRows, _ options: AnalysisOptions) {
    let (earlier, later) = (
      RegionChanges.exposure(of: before, options), RegionChanges.exposure(of: after, options)
    )
    let methods = (earlier.method.held(with: later.method), later.method.held(with: earlier.method))
    let scores = (before.exposureScores(heldTo: methods.0), after.exposureScores(heldTo: methods.1))
    let regions = Set(scores.0.keys).union(scores.1.keys).sorted { ($0.level, $0) < ($1.level, $1) }
    changes = regions.map { region in
      NetworkComparison.RegionChange(
        region: region, before: scores.0[region]?.score, after: scores.1[region]?.score,
        rows: new.places(among: after.exposureRows(of: region, methods.1)))
    }
    let indicators = methods.0.indicators.map(\.name).joined(separator: ", ")
    notes =
      regions.isEmpty
      ? []
      : [
        "Half-values, weights and the indicators in use (\(indicators)) are the same on both sides; each side has its own day of reference."
      ]
  }

  private static func exposure(of network: Network, _ options: AnalysisOptions) -> RegionalExposure {
    var exposure = ExposureOptions()
    exposure.rule = options.scoringRule(for: network)
    exposure.asOf = options.asOf
    return network.regionalExposure(exposure)
  }
}
