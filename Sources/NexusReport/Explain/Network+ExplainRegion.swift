public import NexusModel
internal import NexusRisk

/// The columns of `regions.csv` that can be explained.
public enum RegionMeasure: String, CaseIterable, Sendable {
  case score, actors
  case crimeTypes = "crime_types"
  case momentum
  case crossTies = "cross_ties"
  case brokerage, throughput, transit, threat, nexus, flow
  case threatPart = "c_threat"
  case nexusPart = "c_nexus"
  case flowPart = "c_flow"
  /// The Nexus Risk Index: exposure with what an outside source says of the region.
  case risk

  public static let names = allCases.map(\.rawValue)
}

extension Network {
  /// Explains a number of the exposure of a region.
  ///
  /// Each row behind the score is left out in turn and the exposure computed anew; the day of reference, the
  /// indicators in use, the half-values and the measure of flows stay those of the whole network, and so do the roles
  /// and types of actors. Without evidence the region has no score.
  public func explain(
    _ region: Region, _ measure: RegionMeasure, _ options: ExplanationOptions = ExplanationOptions()
  ) -> Explanation {
    var exposureOptions = ExposureOptions()
    exposureOptions.rule = options.analysis.scoringRule(for: self)
    exposureOptions.asOf = options.analysis.asOf
    let exposure = regionalExposure(exposureOptions)
    let method = exposure.method
    let found = exposure.regions.first { $0.region == region }
    let external = options.external(of: region)
    @Sendable func measured(_ score: ExposureScore) -> Double? {
      guard measure == .risk else { return measure.value(score) }
      return external.map { method.scale.risk(of: score, $0).score }
    }
    var explanation = Explanation(
      subject: region.code,
      about:
        "\(region.level.rawValue)\(region.name == region.code ? "" : " \(region.name)")"
        + (measure == .risk ? "" : ", observed exposure, not overall risk"),
      measure: measure.rawValue, value: found?.score.flatMap(measured),
      contributionNote: measure.contributionNote,
      evidenceNote:
        "every row with a positive weight in an indicator of the region, and every refuting row that "
        + "changes the value (without a row that describes an actor, the actor keeps its role and type)",
      formula: measure.formula(method), measures: RegionMeasure.names)
    explanation.defaults = measure.defaults(method)
    guard let score = found?.score, explanation.value != nil else {
      let reason = found?.missing?.rawValue ?? "no observations"
      explanation.notes.append(
        found?.score == nil
          ? "The region has no score: \(reason)."
          : measure == .risk
            ? "No vulnerability and consequence are given for the region, so it has no risk index: see --indicators."
            : "The indicator is not in use: the data cannot tell of it.")
      return explanation
    }
    if let found {
      explanation.notes.append(
        "\(found.items.counted("item")) of \(found.origins.counted("origin")): grade \(found.grade.rawValue)"
          + (found.grade == .d ? ", too little evidence for a rank." : "."))
      if let indicator = measure.indicator, let raw = found.raw[indicator] {
        explanation.notes.append("Before it is normalised the indicator is \(HTML.short(raw)).")
      }
    }
    explanation.contributions = measure.parts(of: score)
    if measure == .risk, let external {
      explanation.contributions = method.scale.risk(of: score, external).contributions.present.map {
        Explanation.Part($0.key.name, $0.value)
      }
      explanation.notes.append(
        "Vulnerability \(HTML.short(external.vulnerability)) and consequence \(HTML.short(external.consequence)) are "
          + "those of \(options.indicators[region]?.row ?? "the indicators").")
    }
    let size = Double(ties.count + transfers.count + actors.count + actors.presences.count)
    explanation.tryRows(
      triedFirst(exposureRows(of: region, method), RowUses(of: self)), workPerRow: 100 * size, RowWords(self),
      method.rule, options
    ) { $0.exposureScores(heldTo: method)[region].flatMap(measured) }
    let whole = explanation.value ?? 0
    explanation.evidence.removeAll {
      $0.stance == .refutes && abs(($0.valueWithout ?? .infinity) - whole) <= 1e-12 * max(whole, 1)
    }
    return explanation
  }

  /// Rows of actors and ties before transfers, and of transfers the largest first: what a bounded number of rows
  /// should hold.
  private func triedFirst(_ rows: [RowID], _ uses: RowUses) -> [RowID] {
    let keyed = rows.map { row -> (key: Double, row: RowID) in
      guard case .transfer(let position)? = uses[row].first?.use else { return (-.infinity, row) }
      return (-transfers[position].amount, row)
    }
    return keyed.sorted { $0 < $1 }.map(\.row)
  }
}

extension ExplanationOptions {
  /// Vulnerability and consequence of a region; nil where one of them is missing.
  fileprivate func external(of region: Region) -> ExternalRisk? {
    guard let entry = indicators[region], let vulnerability = entry.vulnerability,
      let consequence = entry.consequence
    else { return nil }
    return ExternalRisk(vulnerability: vulnerability, consequence: consequence)
  }
}
