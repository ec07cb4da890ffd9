internal import NexusGraph
internal import NexusModel

/// What the draws of a simulation say of each region, of each two, and of each level.
struct SimulationSummary {
  let comparisons: [RegionComparison]
  let levels: [LevelUncertainty]
  private let regions: [(position: Int, summary: Summary)]

  private struct Summary {
    var exposure: ScoreInterval
    var risk: ScoreInterval?
    var rank: RankInterval?
    var drivers: [(source: UncertaintySource, index: SobolIndex)]
  }

  /// - Parameter scored: the positions in `exposure.regions` of the regions of the simulation.
  init(
    _ simulation: ExposureSimulation, _ scored: [Int], _ exposure: RegionalExposure,
    _ options: UncertaintyOptions
  ) {
    var generator = SeededGenerator(seed: EvidenceWord.seed(options.seed, 0x424F_4F54, 0))
    var regions = scored.indices.map { index in
      let risk = simulation.scores(.risk, index)
      return (
        position: scored[index],
        summary: Summary(
          exposure: ScoreInterval(simulation.scores(.exposure, index)),
          risk: risk.isEmpty ? nil : ScoreInterval(risk),
          rank: nil,
          drivers: SimulationSummary.drivers(options, &generator) { simulation.scores($0, index).map { $0 } })
      )
    }
    var comparisons: [RegionComparison] = []
    var levels: [LevelUncertainty] = []
    for level in Region.Level.allCases {
      let ofLevel = scored.indices.filter { exposure.regions[scored[$0]].region.level == level }
      comparisons += SimulationSummary.comparisons(of: ofLevel, simulation, scored)
      let ranked = ofLevel.filter { exposure.regions[scored[$0]].rank != nil }
      guard !ranked.isEmpty else { continue }
      let nominal = ranked.compactMap { exposure.regions[scored[$0]].rank }
      func ranks(_ column: ExposureSimulation.Column) -> RankDraws {
        RankDraws(ranked.map { simulation.scores(column, $0) })
      }
      let draws = ranks(.exposure)
      for (number, index) in ranked.enumerated() {
        regions[index].summary.rank = draws.interval(number, nominal: nominal[number])
      }
      let shifts = draws.meanShifts(nominal: nominal)
      levels.append(
        LevelUncertainty(
          level: level, rankedRegions: ranked.count,
          meanRankShift: shifts.reduce(0, +) / Double(shifts.count),
          drivers: ranked.count < 2
            ? [] : SimulationSummary.drivers(options, &generator) { ranks($0).meanShifts(nominal: nominal) }))
    }
    (self.regions, self.comparisons, self.levels) = (regions, comparisons, levels)
  }

  func add(to risks: inout [RegionRisk]) {
    for (position, summary) in regions {
      risks[position].exposureInterval = summary.exposure
      risks[position].riskInterval = risks[position].risk == nil ? nil : summary.risk
      risks[position].rankInterval = summary.rank
      risks[position].drivers = summary.drivers
    }
  }

  /// The Sobol indices of a result that `values` gives for a column of the simulation.
  private static func drivers(
    _ options: UncertaintyOptions, _ generator: inout SeededGenerator,
    _ values: (ExposureSimulation.Column) -> [Double]
  ) -> [(source: UncertaintySource, index: SobolIndex)] {
    guard case .indices(let resamples) = options.sensitivity else { return [] }
    let sources = UncertaintySource.allCases.filter(options.sources.contains)
    let indices = sobolIndices(
      a: values(.exposure), b: values(.other), exchanged: sources.map { values(.exchanged($0)) },
      resamples: resamples, using: &generator)
    return zip(sources, indices).map { ($0, $1) }
  }

  /// O(pairs · draws).
  private static func comparisons(
    of level: [Int], _ simulation: ExposureSimulation, _ scored: [Int]
  ) -> [RegionComparison] {
    let scores = level.map { simulation.scores(.exposure, $0) }
    var comparisons: [RegionComparison] = []
    for first in scores.indices {
      for second in scores.indices.dropFirst(first + 1) {
        var above = 0
        for (a, b) in zip(scores[first], scores[second]) { above += a > b ? 2 : a == b ? 1 : 0 }
        comparisons.append(
          RegionComparison(
            a: scored[level[first]], b: scored[level[second]],
            aboveProbability: Double(above) / Double(2 * simulation.draws)))
      }
    }
    return comparisons
  }
}
