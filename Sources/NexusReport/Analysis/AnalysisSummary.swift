internal import NexusAlgorithms
internal import NexusGraph
internal import NexusInterchange
internal import NexusModel
internal import NexusRisk

/// The summary of an analysis for a terminal: one screen.
public struct AnalysisSummary {
  /// One line of the summary; the words that a terminal may set apart stand at its head.
  public struct Line: Sendable {
    public let heading: String
    public let text: String
  }

  /// A row of columns: the leading actors.
  public let rankings: [(measure: String, names: [String])]
  /// What stands before the names of the rankings, for the margin.
  public let rankingLegend: [String]
  public let lines: [Line]
  /// Before which line the rankings stand.
  public let rankingPosition: Int

  public init(_ analysis: Analysis, folder: String, files: [String]) {
    let account = analysis.reading.account
    let figures = analysis.figures
    var lines = [
      Line(
        heading: "read",
        text:
          "\(analysis.reading.files.map { "\($0.name) (\($0.shape.rawValue))" }.joined(separator: ", ")): "
          + "\(account.read.counted("row")), \(account.used) used, \(account.folded) folded, \(account.rejected) rejected"
      )
    ]
    if !analysis.part.filter.isEmpty { lines.append(Line(heading: "filter", text: analysis.part.sentence)) }
    lines += [
      Line(
        heading: "network",
        text: "\(figures.actors.counted("actor")), \(figures.ties.counted("tie"))"
          + (figures.transfers > 0 ? ", \(figures.transfers.counted("transfer"))" : "")
          + ", \(figures.isDirected ? "directed" : "undirected"), \(figures.components.counted("component"))"
          + (figures.isolates > 0 ? " (\(figures.isolates.counted("isolate")))" : "")),
      Line(
        heading: "",
        text: [
          figures.density.map { "density \($0.formatted(decimals: 4))" },
          figures.diameter.map { "diameter \(HTML.short($0))" },
          figures.transitivity.map { "transitivity \($0.formatted(decimals: 3))" },
          figures.roleAssortativity.map { "assortativity by role \($0.formatted(decimals: 3))" },
        ].compactMap { $0 }.joined(separator: ", ")),
    ]
    rankingPosition = lines.count
    lines.append(Line(heading: "ranks", text: RankSentences(analysis).summary))
    lines.append(Line(heading: "communities", text: AnalysisSummary.communities(analysis)))
    lines.append(Line(heading: "crime–terror", text: AnalysisSummary.crossing(analysis)))
    lines += AnalysisSummary.pairs(analysis)
    lines += AnalysisSummary.regions(analysis)
    lines += (analysis.notes + analysis.reading.notes).prefix(4).enumerated().map { position, note in
      Line(heading: position == 0 ? "notes" : "", text: note)
    }
    lines.append(Line(heading: "written", text: "\(folder)/: \(files.joined(separator: ", "))"))
    self.lines = lines
    rankings = analysis.rankings(count: 5).map { ($0.measure, AnalysisSummary.entries($0, analysis)) }
    rankingLegend = analysis.ranks == nil ? [] : ["rank 5–95 %", "value, name"]
  }

  /// The places of an actor, its value and its name; in words what is not distinguishable.
  private static func entries(_ ranking: Analysis.Ranking, _ analysis: Analysis) -> [String] {
    let places = ranking.entries.map { entry in
      entry.places.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" } ?? ""
    }
    let width = places.map(\.count).max() ?? 0
    let entries = zip(ranking.entries, places).map { entry, places in
      places + String(repeating: " ", count: width == 0 ? 0 : width + 1 - places.count)
        + "\(HTML.short(entry.value)) \(analysis.network.actors.names[entry.actor])"
    }
    guard ranking.undecided > 0 else { return entries }
    return entries + [
      entries.isEmpty ? "order not distinguishable" : "\(ranking.undecided) not distinguishable"
    ]
  }

  private static func communities(_ analysis: Analysis) -> String {
    let groups = analysis.communities.filter { $0.members.count > 1 }
    guard let modularity = analysis.figures.modularity else { return "no ties, so none" }
    let sizes = groups.prefix(8).map { String($0.members.count) }.joined(separator: ", ")
    return "\(groups.count) of two or more (sizes \(sizes)\(groups.count > 8 ? ", …" : "")), modularity "
      + modularity.formatted(decimals: 4)
  }

  private static func crossing(_ analysis: Analysis) -> String {
    guard let crossing = analysis.figures.crossing else {
      return "not observed: the data lack one of the two roles"
    }
    return
      "\(crossing.edges.counted("edge")) across (\((100 * crossing.share).formatted(decimals: 1)) %, by chance "
      + "\((100 * crossing.expectedShare).formatted(decimals: 1)) %, p = \(crossing.pValue.formatted(decimals: 3)))"
  }

  private static func pairs(_ analysis: Analysis) -> [Line] {
    guard !analysis.pairs.isEmpty else { return [] }
    let stages = Dictionary(grouping: analysis.pairs, by: \.stage).sorted { $0.key > $1.key }
      .map { "\($0.value.count) \($0.key == .none ? "below every step" : $0.key.rawValue)" }.joined(
        separator: ", ")
    let firm = analysis.pairs.count { $0.status != .unconfirmed }
    return [
      Line(
        heading: "pairs",
        text: "\(analysis.pairs.count) with a direct tie (\(stages)); \(firm) on two or more origins")
    ]
  }

  private static func meaning(of risk: RegionalRisk) -> String {
    let draws = risk.options.uncertainty.draws
    return
      (risk.hasRisk
      ? "observed exposure (0–100); overall risk is in regions.csv"
      : "observed exposure (0–100), not overall risk")
      + (draws > 0 ? "; in brackets 90 % of \(draws) draws" : "; no intervals without draws")
  }

  private static func regions(_ analysis: Analysis) -> [Line] {
    let countries = analysis.exposure.regions.filter { $0.region.level == .country && $0.region != .world }
    guard !countries.isEmpty else {
      return [Line(heading: "regions", text: "not observed: no row names one")]
    }
    if let missing = countries.compactMap(\.missing).first(where: { $0 == .rolesMissing }) {
      return [Line(heading: "regions", text: "no scores: \(missing.rawValue)")]
    }
    let ranked = countries.filter { $0.rank != nil }
    let leading = zip(analysis.exposure.regions, analysis.risk.regions)
      .filter { $0.0.region.level == .country && $0.0.rank != nil }.prefix(5).compactMap { region, risk in
        region.score.map { score in
          let interval = risk.exposureInterval.map {
            " [\($0.low.formatted(decimals: 0))–\($0.high.formatted(decimals: 0))]"
          }
          return
            "\(region.region.name) \(score.score.formatted(decimals: 1))\(interval ?? "") (\(region.grade.rawValue))"
        }
      }
    let others = countries.count - ranked.count
    return [
      Line(
        heading: "exposure",
        text: (leading.isEmpty
          ? "no country has enough evidence for a rank" : leading.joined(separator: ", "))
          + (others > 0 ? "; \(others) not ranked" : "")),
      Line(heading: "", text: AnalysisSummary.meaning(of: analysis.risk)),
    ]
  }
}
