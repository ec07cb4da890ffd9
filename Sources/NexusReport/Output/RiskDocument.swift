public import NexusModel
public import NexusRisk

/// Regional risk as a JSON document: the parts of `nexus risk --json` and of `analysis.json`.
public struct RiskDocument {
  private let risk: RegionalRisk

  public init(_ risk: RegionalRisk) { self.risk = risk }

  private var regions: [RegionExposure] { risk.exposure.regions }

  /// - Parameter levels: the levels whose regions are listed.
  public func document(levels: Set<Region.Level> = Set(Region.Level.allCases), bias: Region.Level = .country)
    -> JSONValue
  {
    [
      "regions": .table(Table.regions(risk).rows(where: { levels.contains(regions[$0].region.level) })),
      "comparisons": comparisons(levels: levels), "method": method, "sensitivity": sensitivity,
      "omissions": omissions, "reporting_bias": reportingBias(bias),
      "heading": .text(heading), "notes": .texts(notes),
    ]
  }

  /// What the numbers are, in a line that stands above every table of them.
  public var heading: String {
    risk.hasRisk
      ? "Nexus Exposure Index and Nexus Risk Index (0–100)"
      : "Nexus Exposure Index (0–100): observed exposure, not overall risk"
  }

  /// What a reader of the scores should know.
  public var notes: [String] {
    var notes: [String] = []
    if risk.options.uncertainty.draws > 0, regions.contains(where: { $0.score != nil }) {
      notes.append(
        "Intervals hold 90 % of \(risk.options.uncertainty.draws) draws (seed \(risk.options.uncertainty.seed)). "
          + "A score takes expected values; indicators flatten as they grow, so the mean of the draws is normally "
          + "lower (Jensen's inequality).")
    }
    if let found = risk.exposure.reportingBias(), found.bias.tracksReporting,
      let correlation = found.bias.rankCorrelation
    {
      notes.append(
        "Scores track reporting volume: across \(found.regions.count) countries they follow the number of items "
          + "(Spearman ρ = \(correlation.formatted(decimals: 2))).")
    }
    let unknown = risk.regions.count { ($0.vulnerability == nil) != ($0.consequence == nil) }
    if unknown > 0 {
      notes.append(
        "\(unknown.counted("region")) with only one of vulnerability and consequence \(unknown == 1 ? "has" : "have") no risk index."
      )
    }
    let holes = zip(regions, risk.regions).filter { $1.blackHole?.holds == true }.map(\.0.region.name)
    if !holes.isEmpty {
      notes.append(
        "By the outside source and the recorded data \(holes.joined(separator: ", ")) \(holes.count == 1 ? "meets" : "meet") "
          + "the three conditions of a black hole: lack of governance of 80 or more, territorial control by non-state "
          + "actors, a hybrid actor on record.")
    }
    return notes
  }

  /// Every two scored regions of one level.
  public func comparisons(levels: Set<Region.Level>) -> JSONValue {
    var table = Table("comparisons", columns: ["a", "b", "level", "p_a_above_b", "distinguishable"])
    for comparison in risk.comparisons where levels.contains(regions[comparison.a].region.level) {
      table.append([
        .text(regions[comparison.a].region.code), .text(regions[comparison.b].region.code),
        .text(regions[comparison.a].region.level.rawValue), .real(comparison.aboveProbability),
        .flag(comparison.isDistinguishable),
      ])
    }
    return .table(table)
  }

  /// Everything that the scores and their intervals depend on besides the data.
  public var method: JSONValue {
    let (method, uncertainty) = (risk.exposure.method, risk.options.uncertainty)
    return [
      "exposure": exposureMethod(method),
      "risk": [
        "weights": [
          "exposure": .real(risk.options.weights.exposure),
          "vulnerability": .real(risk.options.weights.vulnerability),
          "consequence": .real(risk.options.weights.consequence),
        ],
        "formula": "shifted geometric mean of the dimensions, vulnerability and consequence",
      ],
      "as_of": .text(method.asOf?.description), "ungraded": .real(method.rule.ungraded),
      "half_life_years": .real(method.rule.halfLife),
      "simulation": [
        "draws": .whole(uncertainty.draws), "seed": .seed(uncertainty.seed),
        "evidence":
          "each presence, crime, tie and transfer is there with its confidence (Bernoulli), a tie and what refutes it together",
        "half_values": .text(
          "h · 2^U(−1, 1), \(uncertainty.halfValueDraws == .joint ? "one factor for all" : "each by itself")"),
        "weights": "Dirichlet(30 · w)",
        "aggregation": "uniform over shifted geometric, arithmetic and quadratic mean",
        "varied": .texts(UncertaintySource.allCases.filter(uncertainty.sources.contains).map(\.rawValue)),
        "detection": .real(uncertainty.detection), "interval": .list([.real(0.05), .real(0.95)]),
        "distinguishable_from": .real(RegionComparison.distinguishableFrom),
        "mean":
          "a score takes expected values; the mean of the draws is normally lower, since indicators flatten as they grow (Jensen)",
      ],
    ]
  }

  func exposureMethod(_ method: ExposureMethod) -> JSONValue {
    [
      "half_values": .object(
        Dictionary(
          uniqueKeysWithValues: method.scale.halfValues.present.map { ($0.key.name, .real($0.value)) })),
      "half_value_of_counted_transfers": .real(method.scale.countHalfValue),
      "weights": .object(
        Dictionary(
          uniqueKeysWithValues: method.scale.dimensionWeights.present.map { ($0.key.name, .real($0.value)) })),
      "shift": .real(method.scale.shift), "momentum_window_years": .whole(method.windowYears),
      "flow_measure": .text(method.measure.name), "amount_unit": .real(method.amountUnit),
      "indicators": .texts(method.indicators.map(\.name)), "coverage": .real(method.coverage),
    ]
  }

  /// Sobol indices of each region's score and of the order of each level.
  public var sensitivity: JSONValue {
    func indices(_ drivers: [(source: UncertaintySource, index: SobolIndex)]) -> JSONValue {
      .object(
        Dictionary(
          uniqueKeysWithValues: drivers.map { source, index in
            (
              source.rawValue,
              [
                "first": .real(index.first), "first_error": .real(index.firstError),
                "total": .real(index.total), "total_error": .real(index.totalError),
              ]
            )
          }))
    }
    return [
      "score": .list(
        zip(regions, risk.regions).filter { !$1.drivers.isEmpty }.map {
          [
            "region": .text($0.region.code), "level": .text($0.region.level.rawValue),
            "drivers": indices($1.drivers),
          ]
        }),
      "mean_rank_shift": .object(
        Dictionary(
          uniqueKeysWithValues: risk.levels.map { level in
            (
              level.level.rawValue,
              [
                "ranked": .whole(level.rankedRegions), "mean": .real(level.meanRankShift),
                "drivers": indices(level.drivers),
              ]
            )
          })),
    ]
  }

  /// Scores without one indicator or dimension.
  public var omissions: JSONValue {
    .list(
      risk.exposure.omissions().map { omission in
        [
          "without": .text(omission.part.name),
          "mean_rank_shift": .object(
            Dictionary(
              uniqueKeysWithValues: omission.meanRankShifts.map { ($0.key.rawValue, .real($0.value)) })),
          "scores": .table(scores(without: omission)),
        ]
      })
  }

  private func scores(without omission: Omission) -> Table {
    var table = Table("omissions", columns: ["region", "level", "score"])
    for (region, score) in zip(regions, omission.scores) {
      guard let score else { continue }
      table.append([.text(region.region.code), .text(region.region.level.rawValue), .real(score)])
    }
    return table
  }

  private func reportingBias(_ level: Region.Level) -> JSONValue {
    guard let (positions, bias) = risk.exposure.reportingBias(at: level) else { return .null }
    let order = bias.residuals.map { residuals in
      residuals.indices.sorted { (-residuals[$0], $0) < (-residuals[$1], $1) }
    }
    return [
      "level": .text(level.rawValue), "spearman": .real(bias.rankCorrelation),
      "pearson_with_log": .real(bias.correlation), "slope": .real(bias.slope),
      "intercept": .real(bias.intercept), "tracks_reporting": .flag(bias.tracksReporting),
      "residuals": .list(
        (order ?? []).map { index in
          [
            "region": .text(regions[positions[index]].region.code), "residual": .real(bias.residuals?[index]),
          ]
        }),
    ]
  }
}
