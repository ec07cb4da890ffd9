internal import NexusAlgorithms
internal import NexusGraph
internal import NexusInterchange
internal import NexusModel
internal import NexusRisk

/// What an analysis found, in plain sentences, the doubt in the same sentence.
struct AnalysisSentences {
  private let analysis: Analysis

  init(_ analysis: Analysis) { self.analysis = analysis }

  var summary: [String] { [filter, size, groups, crossing, pairs, regions, grading].compactMap { $0 } }

  private var filter: String? {
    analysis.part.filter.isEmpty ? nil : "\(analysis.part.sentence) All that follows speaks of what is left."
  }

  private var size: String {
    let figures = analysis.figures
    var sentence =
      "The data name \(figures.actors.counted("actor"))"
    let joined = [
      figures.ties > 0 ? figures.ties.counted("tie") : nil,
      figures.transfers > 0 ? figures.transfers.counted("transfer") : nil,
    ].compactMap { $0 }
    guard !joined.isEmpty else { return sentence + ", none of them tied to another." }
    sentence +=
      ", joined by \(joined.joined(separator: " and ")), in \(figures.components.counted("component")) (the largest "
      + "holds \(figures.largestComponent)"
    let alone = figures.isolates == 1 ? "stands" : "stand"
    sentence += figures.isolates > 0 ? ", and \(figures.isolates.counted("actor")) \(alone) alone)." : ")."
    if let diameter = figures.diameter, diameter > 0, analysis.options.lengths == .hops {
      sentence += " No two actors that reach each other are more than \(Int(diameter).counted("step")) apart."
    }
    return sentence
  }

  private var groups: String? {
    guard let modularity = analysis.figures.modularity else { return nil }
    let groups = analysis.communities.filter { $0.members.count > 1 }
    return
      "The network falls into \(groups.count.counted("community", "communities")) of two or more, the largest of "
      + "\((groups.first?.members.count ?? 0).counted("actor")) "
      + "(modularity \(modularity.formatted(decimals: 3)); whether a network of chance would do as well is not tested here)."
  }

  private var crossing: String? {
    guard let crossing = analysis.figures.crossing else {
      return
        "The data do not name both terrorist and organised-crime actors, so nothing can be said of where the "
        + "two meet."
    }
    let share = (100 * crossing.share).formatted(decimals: 1)
    let expected = (100 * crossing.expectedShare).formatted(decimals: 1)
    let verdict =
      crossing.pValue <= 0.05 ? "more than chance explains" : "no more than chance could give"
    return
      "\(crossing.edges.counted("edge")), \(share) % of all, join a terrorist with an organised-crime actor; with "
      + "roles dealt out at random it would be \(expected) % (p = \(crossing.pValue.formatted(decimals: 3))): \(verdict), "
      + "in what was recorded."
  }

  private var pairs: String? {
    guard !analysis.pairs.isEmpty else { return nil }
    let firm = analysis.pairs.count { $0.status != .unconfirmed }
    let deep = analysis.pairs.count { $0.stage == .alliance || $0.stage == .integration }
    return
      "\(analysis.pairs.count.counted("pair")) of an organised-crime and a terrorist actor \(analysis.pairs.count == 1 ? "has" : "have") a direct tie; "
      + "\(firm) \(firm == 1 ? "rests" : "rest") on two or more independent origins, and \(deep) \(deep == 1 ? "is" : "are") more likely than not "
      + "an alliance or integrated."
  }

  private var regions: String? {
    let countries = analysis.exposure.regions.filter { $0.region.level == .country && $0.region != .world }
    guard !countries.isEmpty else { return "No region is named, so exposure by region is not observed." }
    if let missing = countries.first(where: { $0.missing == .rolesMissing }) {
      return "Exposure by region is not computed: \(missing.missing?.rawValue ?? ""). Give actors a role."
    }
    let ranked = countries.filter { $0.rank != nil }
    let unranked = countries.count { $0.score != nil && $0.rank == nil }
    let silent = countries.count { $0.score == nil }
    guard let first = ranked.first, let score = first.score else {
      return
        "\(countries.count.counted("region")) \(countries.count == 1 ? "is" : "are") named at the level of countries, "
        + "none with enough evidence to be ranked."
    }
    return
      "Observed exposure is highest in \(first.region.name) (\(score.score.formatted(decimals: 1)) of 100, "
      + "\(first.items) items of \(first.origins.counted("origin"))). At the level of countries \(ranked.count.counted("region")) \(ranked.count == 1 ? "is" : "are") "
      + "ranked, \(unranked) \(unranked == 1 ? "has" : "have") too little evidence for a rank, \(silent) \(silent == 1 ? "is" : "are") not observed. "
      + distinction
  }

  /// Whether the two highest ranked countries can be told apart.
  private var distinction: String {
    guard analysis.options.draws > 0 else {
      return "Without draws there are no intervals: close scores are not distinguishable."
    }
    let ranked = analysis.exposure.regions.indices.filter {
      analysis.exposure.regions[$0].region.level == .country && analysis.exposure.regions[$0].rank != nil
    }
    guard ranked.count > 1, let comparison = analysis.risk.comparison(ranked[0], ranked[1]),
      let interval = analysis.risk.regions[ranked[0]].exposureInterval
    else { return "" }
    let (first, second) = (analysis.exposure.regions[ranked[0]], analysis.exposure.regions[ranked[1]])
    return "90 % of the draws put \(first.region.name) between \(interval.low.formatted(decimals: 1)) and "
      + "\(interval.high.formatted(decimals: 1)); it lies above \(second.region.name) with probability "
      + "\(comparison.aboveProbability.formatted(decimals: 2)), so the two are "
      + (comparison.isDistinguishable ? "distinguishable." : "not distinguishable.")
  }

  private var grading: String? {
    guard !analysis.reading.isGraded,
      analysis.exposure.regions.contains(where: { $0.score != nil }) || !analysis.pairs.isEmpty
    else { return nil }
    return "This is ungraded data: no row says how sure it is, so every score rests on the default of "
      + "\(analysis.options.defaultConfidence)."
  }

  var reading: [String] {
    let account = analysis.reading.account
    var sentences = analysis.reading.files.map { file in
      "\(file.name): \(file.rows.counted("row")) read as \(file.shape.rawValue) (\(file.encoding.rawValue), \(file.delimiter?.name ?? file.format.name))."
    }
    sentences.append(
      "\(account.read.counted("row")) read: \(account.used) used, \(account.folded) folded (\(account.reciprocal) reciprocal, "
        + "\(account.selfTies) self-ties, \(account.merged) merged, \(account.duplicates) duplicates"
        + (account.passedOver > 0 ? ", \(account.passedOver) passed over), " : "), ")
        + "\(account.rejected) rejected.")
    let kept = analysis.reading.problems.filter { $0.kind.outcome != .rowRejected }
    for kind in Dictionary(grouping: kept, by: \.kind).sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      sentences.append(
        "\(kind.key.rawValue): \(kind.value.count), first at \(kind.value[0].file):\(kind.value[0].line).")
    }
    return sentences
  }

  var method: [String] {
    let options = analysis.options
    var sentences = [
      "Measures run on the simple view: parallel ties are one edge whose strength is their sum, a transfer has strength 1, self-ties are left out.",
      "Paths count \(options.lengths == .hops ? "hops" : "1/strength"); closeness and harmonic closeness are incoming; betweenness counts undirected pairs once.",
      "Closeness: how near the others are that reach an actor. Core: the largest k such that the actor keeps k neighbours among those who do too. Brokerage: expected two-step paths from organised crime over the actor to a terrorist, over ties, not transfers. Conductance: the share of a group's strength that leaves it.",
      "A pair is confirmed from a probability of 0.75 and two origins, probable from 0.5 and two origins, else unconfirmed: words about these rows, not about the actors.",
      "Continuum: method and motive are posteriors Beta(terror + ½, crime + ½); the mixed part is a share of 0.35 to 0.65, and a side counts from a probability of 0.5.",
      "Katz: attenuation is half of what would diverge. PageRank: damping 0.85. Eigenvector: the limit of power iteration from the uniform start.",
      "Confidence of a tie: 1 − Π over origins (1 − the strongest item), times what refuting items leave. Admiralty grades are worth reliability × credibility (B2 = 0.85 × 0.80).",
    ]
    sentences.append(RankSentences(analysis).method)
    if let asOf = analysis.exposure.method.asOf {
      sentences.append(
        "Day of reference: \(asOf.description). Momentum compares the two years up to it with the two before."
      )
    }
    return sentences
  }
}

extension Int {
  /// `1 actor`, `2 actors`
  package func counted(_ singular: String, _ plural: String? = nil) -> String {
    "\(self) \(self == 1 ? singular : plural ?? singular + "s")"
  }
}
