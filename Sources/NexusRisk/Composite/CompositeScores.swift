public import NexusModel

/// An alternative index of the regions of one level, beside the Nexus Exposure Index, and what sets it apart.
public struct CompositeScores: Sendable {
  /// One region with both.
  public struct Row: Sendable {
    public let region: Region
    /// The alternative; its unit depends on what was chosen.
    public let score: Double?
    /// From 1; equal scores share the better rank. Nil where the Nexus Exposure Index has no rank either.
    public let rank: Int?
    /// The share of the weight whose values are there.
    public let coverage: Double
    /// The Nexus Exposure Index and its rank.
    public let exposure: Double
    public let exposureRank: Int?
    /// The weights that benefit of the doubt chose for this region, in the order of ``CompositeScores/names``; nil
    /// otherwise.
    public let ownWeights: [Double]?
  }

  public let level: Region.Level
  public let options: CompositeOptions
  /// What was weighed.
  public let names: [String]
  /// One weight per name, summing to 1.
  public let weights: [Double]
  /// By falling score, then by region; those without a score last.
  public let rows: [Row]
  /// What a reader must know to read the scores.
  public let caveats: [String]

  /// The mean distance between the two ranks of the regions that have both; nil when none has.
  public var meanRankShift: Double? {
    let shifts = rows.compactMap { row in
      row.rank.flatMap { rank in row.exposureRank.map { abs(rank - $0) } }
    }
    return shifts.isEmpty ? nil : Double(shifts.reduce(0, +)) / Double(shifts.count)
  }
}

extension RegionalExposure {
  /// An alternative to the Nexus Exposure Index from the same indicators, by other rules of the handbook.
  ///
  /// All regions of the level with a score make up the sample, also those with too little evidence for a rank. The
  /// defaults give the Nexus Exposure Index. An alternative replaces nothing: it shows how far an order hangs on
  /// choices that could have been made otherwise.
  ///
  /// - Throws: ``CompositeError`` when the choices do not fit each other or the data.
  /// - Complexity: O(*n* log *n*); Copeland O(*n*²), benefit of the doubt a linear program per region.
  public func alternative(
    _ options: CompositeOptions, level: Region.Level = .country
  ) throws(CompositeError) -> CompositeScores {
    let regions = regions.filter { $0.region.level == level && $0.score != nil }
    let byIndicator = try CompositeWeights.areByIndicator(options.weighting)
    let elements = try CompositeElements(regions, method, options, byIndicator: byIndicator)
    let weights = try CompositeWeights(options.weighting, elements)
    var ownWeights: [[Double]?] = regions.map { _ in nil }
    let scores: [Double?]
    if options.weighting == .benefitOfTheDoubt {
      // A value is missing for all regions or for none, and a column of 0 adds nothing.
      let doubt = try BenefitOfTheDoubt(elements.values.map { $0.map { $0 ?? 0 } })
      scores = doubt.scores.map { 100 * $0 }
      ownWeights = doubt.weights
    } else {
      scores = try CompositeScores.aggregate(elements.values, weights.values, options.aggregation)
    }
    let ranks = CompositeScores.ranks(zip(regions, scores).map { $0.rank == nil ? nil : $1 })
    let rows = regions.indices.map { index in
      CompositeScores.Row(
        region: regions[index].region, score: scores[index], rank: ranks[index],
        coverage: PartialValues(elements.values[index], weights: weights.values)?.coverage ?? 0,
        exposure: regions[index].score?.score ?? 0, exposureRank: regions[index].rank,
        ownWeights: ownWeights[index])
    }
    return CompositeScores(
      level: level, options: options, names: elements.names, weights: weights.values,
      rows: rows.sorted { ($1.score ?? -.infinity, $0.region) < ($0.score ?? -.infinity, $1.region) },
      caveats: CompositeScores.warnings(for: options) + elements.notes + weights.notes)
  }
}

extension CompositeScores {
  fileprivate static func aggregate(
    _ units: [[Double?]], _ weights: [Double], _ aggregation: CompositeAggregation
  ) throws(CompositeError) -> [Double?] {
    switch aggregation {
    case .copeland:
      return copelandScores(units, weights: weights).map(Double.init)
    case .mazziottaPareto(let variant):
      return units.map { MazziottaPareto($0.compactMap { $0 }, variant: variant)?.value }
    case .mean(let mean):
      var scores: [Double?] = []
      for values in units {
        guard let present = PartialValues(values, weights: weights) else {
          scores.append(nil)
          continue
        }
        scores.append(try mean.mean(of: present.values, weights: present.weights))
      }
      return scores
    }
  }

  /// From 1 by falling score; equal ones share the better rank.
  fileprivate static func ranks(_ scores: [Double?]) -> [Int?] {
    let sorted = scores.compactMap { $0 }.sorted(by: >)
    return scores.map { score in score.flatMap { sorted.firstIndex(of: $0) }.map { $0 + 1 } }
  }

  fileprivate static func warnings(for options: CompositeOptions) -> [String] {
    var caveats: [String] = []
    if options.normalisation.dependsOnSample {
      caveats.append("The scale depends on which regions there are: one more region changes all scores.")
    }
    if options.weighting == .benefitOfTheDoubt {
      caveats.append("Each region has weights of its own, the ones that raise it most: 100 is the frontier.")
      return caveats
    }
    switch options.aggregation {
    case .mazziottaPareto:
      caveats.append(
        "For description only: more evidence in one dimension can lower this index. It knows no weights.")
    case .copeland:
      caveats.append("Regions beaten less regions that beat it: an order, not an amount.")
    case .mean(.geometric), .mean(.harmonic):
      caveats.append("One dimension near 0, observed or not, brings the whole near 0.")
    case .mean: break
    }
    return caveats
  }
}
