internal import NexusModel
public import NexusRisk

/// The part of the report page on regions: chart, scores with intervals, what can be told apart, what drives it.
struct RegionSection {
  private let risk: RegionalRisk
  private let chart: String
  private let tileMap: String
  private let table: (String, Int, String, [(column: String, heading: String)]) -> HTML

  /// - Parameter table: makes a table of the page from a table of the results.
  init(
    _ risk: RegionalRisk, chart: String, tileMap: String,
    table: @escaping (String, Int, String, [(column: String, heading: String)]) -> HTML
  ) {
    (self.risk, self.chart, self.tileMap, self.table) = (risk, chart, tileMap, table)
  }

  var body: HTML {
    """
    \(lead)
    <figure>\(HTML(trusted: chart))</figure>
    <figure>\(HTML(trusted: tileMap))</figure>
    \(table("regions", 80, "Scores with the 5 % and 95 % quantiles of the draws", scoreColumns))
    \(comparisons)
    \(drivers)
    \(table("regions", 80, "Seven indicators from 0 to 100 and what each dimension adds", [
      ("name", "Region"), ("level", "Level"), ("score", "Score"), ("actors", "Actors"),
      ("crime_types", "Crime types"), ("momentum", "Momentum"), ("cross_ties", "Cross ties"),
      ("brokerage", "Brokerage"), ("throughput", "Throughput"), ("transit", "Transit"),
      ("c_threat", "Threat adds"), ("c_nexus", "Nexus adds"), ("c_flow", "Flow adds"),
    ]))
    """
  }

  private var lead: HTML {
    let external: HTML =
      risk.hasRisk
      ? "Where an outside source gives vulnerability and consequence there is a Nexus Risk Index besides; only that may be called risk."
      : ""
    return """
      <p>The Nexus Exposure Index measures <strong>observed exposure, not overall risk</strong>. A region with little evidence is not ranked; one with none is "not observed", which does not mean low. \(external)</p>
      """
  }

  private var scoreColumns: [(column: String, heading: String)] {
    let exposure = [
      ("name", "Region"), ("level", "Level"), ("rank", "Rank"), ("rank_low", "Rank from"),
      ("rank_high", "to"),
      ("score", "Score"), ("low", "Low"), ("high", "High"), ("mean", "Mean of draws"),
      ("p_first", "P(rank 1)"),
      ("grade", "Grade"), ("items", "Items"), ("origins", "Origins"),
    ]
    return exposure
      + (risk.hasRisk
        ? [
          ("vulnerability", "Vulnerability"), ("consequence", "Consequence"), ("risk", "Risk"),
          ("risk_low", "Risk low"), ("risk_high", "Risk high"),
        ] : [])
  }

  /// Neighbours in rank, country by country: which of them can be told apart.
  private var comparisons: HTML {
    let regions = risk.exposure.regions
    let ranked = regions.indices.filter { regions[$0].region.level == .country && regions[$0].rank != nil }
    let neighbours = zip(ranked, ranked.dropFirst()).prefix(20).compactMap { risk.comparison($0, $1) }
    guard !neighbours.isEmpty else { return "" }
    let items = neighbours.map { comparison -> HTML in
      """
      <li>\(HTML.name(regions[comparison.a].region.name)) above \(HTML.name(regions[comparison.b].region.name)): \
      probability \(comparison.aboveProbability.formatted(decimals: 2)), \
      \(comparison.isDistinguishable ? "distinguishable" : "not distinguishable")</li>
      """
    }
    return """
      <h3\(HTML.wordMark("Which neighbours in rank can be told apart"))>Which neighbours in rank can be told apart</h3>
      <p class="note">Two regions are called distinguishable when one lies above the other in at least 90 % of the draws.</p>
      <ul>\(HTML.joined(items))</ul>
      """
  }

  private var drivers: HTML {
    guard let level = risk.levels.first(where: { $0.level == .country }), !level.drivers.isEmpty else {
      return ""
    }
    let parts = level.drivers.map { source, index in
      "\(source.words) \(index.total.formatted(decimals: 2)) ± \(index.totalError.formatted(decimals: 2))"
    }
    return """
      <p>Between draws the rank of a country moves by \(level.meanRankShift.formatted(decimals: 1)) places on average. What drives that (total Sobol index with its standard error): \(parts.joined(separator: ", ")).</p>
      """
  }
}

extension UncertaintySource {
  /// The source in words.
  public var words: String {
    switch self {
    case .evidence: "evidence"
    case .halfValues: "half-values"
    case .weights: "weights"
    case .aggregation: "aggregation"
    }
  }
}
