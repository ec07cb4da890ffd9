public import NexusModel

extension Network {
  /// Exposure and risk of every region with their uncertainty: what a score could have been, which regions can be
  /// told apart, and what drives the spread.
  ///
  /// The Nexus Exposure Index measures observed exposure. Only where an outside source gives vulnerability and
  /// consequence of a region is there a Nexus Risk Index besides; see ``ExposureScale/risk(of:_:weights:)``.
  ///
  /// Each draw decides every presence, crime, tie and transfer by its confidence (a tie and what refutes it
  /// together), and takes half-values, weights and the mean of the dimensions from their distributions; see
  /// ``UncertaintySource``. Indicators in use stay as they are. Regions of grade D get an interval, but no rank.
  ///
  /// - Complexity: that of ``regionalExposure(_:)`` and of ``UncertaintyOptions/draws``/64 passes over the rows.
  public func regionalRisk(_ options: RiskOptions = RiskOptions()) -> RegionalRisk {
    let exposureOptions = options.exposure
    let source = ExposureSource(
      self, rule: exposureOptions.rule, asOf: exposureOptions.asOf ?? newestDate,
      grouping: exposureOptions.grouping)
    let exposure = regionalExposure(source, exposureOptions)
    let external = exposure.regions.map { region in
      options.indicators[region.region].flatMap { entry in
        entry.vulnerability.flatMap { vulnerability in
          entry.consequence.map { ExternalRisk(vulnerability: vulnerability, consequence: $0) }
        }
      }
    }
    let blackHoles = blackHoleStates(by: options)
    let scored = exposure.regions.indices.filter { exposure.regions[$0].score != nil }
    var regions = exposure.regions.indices.map { position in
      let region = exposure.regions[position]
      let entry = options.indicators[region.region]
      return RegionRisk(
        vulnerability: entry?.vulnerability, consequence: entry?.consequence,
        blackHole: blackHoles[region.region],
        risk: region.score.flatMap { score in
          external[position].map {
            exposureOptions.scale.risk(of: score, $0, weights: options.weights)
          }
        })
    }
    guard options.uncertainty.draws > 0, !scored.isEmpty else {
      return RegionalRisk(
        exposure: exposure, regions: regions, comparisons: [], levels: [], options: options)
    }
    let simulation = ExposureSimulation(
      of: source.model, regions: scored.map { source.numbering[exposure.regions[$0].region] },
      external: scored.map { external[$0] }, scale: exposureOptions.scale, weights: options.weights,
      options.uncertainty)
    let summary = SimulationSummary(simulation, scored, exposure, options.uncertainty)
    summary.add(to: &regions)
    return RegionalRisk(
      exposure: exposure, regions: regions, comparisons: summary.comparisons, levels: summary.levels,
      options: options)
  }
}

/// How regional risk is computed.
public struct RiskOptions: Sendable {
  public var exposure = ExposureOptions()
  /// What an outside source says of regions.
  public var indicators = RegionIndicators()
  public var weights = RiskWeights()
  public var uncertainty = UncertaintyOptions()

  public init() {}
}

/// The exposure and risk of all regions with their uncertainty, and how they were computed.
public struct RegionalRisk: Sendable {
  public let exposure: RegionalExposure
  /// In the order of ``RegionalExposure/regions``.
  public let regions: [RegionRisk]
  /// Every two scored regions of one level, in the order of the regions. Empty without a simulation.
  public let comparisons: [RegionComparison]
  /// The levels that have ranked regions. Empty without a simulation.
  public let levels: [LevelUncertainty]
  public let options: RiskOptions

  /// Whether any region has vulnerability and consequence: only then is there more than observed exposure.
  public var hasRisk: Bool { regions.contains { $0.risk != nil } }

  /// How two regions compare, in either order; nil when they are not of one level or have no score.
  public func comparison(_ a: Int, _ b: Int) -> RegionComparison? {
    guard let found = comparisons.first(where: { ($0.a, $0.b) == (a, b) || ($0.a, $0.b) == (b, a) }) else {
      return nil
    }
    return found.a == a
      ? found : RegionComparison(a: a, b: b, aboveProbability: 1 - found.aboveProbability)
  }
}

/// The risk of one region, and the uncertainty of its scores.
public struct RegionRisk: Sendable {
  public let vulnerability: Double?
  public let consequence: Double?
  /// Nil where outside sources do not say enough.
  public let blackHole: BlackHoleState?
  /// The Nexus Risk Index; nil where exposure, vulnerability or consequence is missing.
  public let risk: RiskScore?
  /// Where the exposure index and the risk index lie over the draws; nil without a score or a simulation.
  public internal(set) var exposureInterval: ScoreInterval?
  public internal(set) var riskInterval: ScoreInterval?
  /// Nil for regions that are not ranked.
  public internal(set) var rankInterval: RankInterval?
  /// What drives the spread of the exposure index, in the order of ``UncertaintySource``.
  public internal(set) var drivers: [(source: UncertaintySource, index: SobolIndex)] = []

  init(vulnerability: Double?, consequence: Double?, blackHole: BlackHoleState?, risk: RiskScore?) {
    (self.vulnerability, self.consequence) = (vulnerability, consequence)
    (self.blackHole, self.risk) = (blackHole, risk)
  }
}

/// How far the order of the ranked regions of one level may be trusted.
public struct LevelUncertainty: Sendable {
  public let level: Region.Level
  public let rankedRegions: Int
  /// The mean of |rank in a draw − rank| over regions and draws.
  public let meanRankShift: Double
  /// What drives the mean rank shift of a draw.
  public let drivers: [(source: UncertaintySource, index: SobolIndex)]
}
