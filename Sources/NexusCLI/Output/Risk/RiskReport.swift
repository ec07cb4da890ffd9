import Foundation
import NexusModel
import NexusReport
import NexusRisk

/// The regional table for a terminal, with what is needed to read it.
struct RiskReport {
  private let risk: RegionalRisk
  private let level: Region.Level
  private let isGraded: Bool

  init(_ risk: RegionalRisk, level: Region.Level, isGraded: Bool) {
    (self.risk, self.level, self.isGraded) = (risk, level, isGraded)
  }

  private var positions: [Int] {
    risk.exposure.regions.indices.filter { risk.exposure.regions[$0].region.level == level }
  }

  func text(_ style: TerminalStyle) -> String {
    let heading = style.heading(RiskDocument(risk).heading + (level == .country ? "" : ", \(level.plural)"))
    guard !positions.isEmpty else {
      return heading + "\n"
        + (risk.exposure.regions.isEmpty
          ? "No row of the data names a region, so exposure by region is not observed."
          : "The data name no \(level.rawValue).")
    }
    let sentences = reading + [RiskMethodText(risk).sentence]
    return ([heading, "", table(style), ""] + sentences.map { TerminalLines.wrapped($0, to: style.width) })
      .joined(separator: "\n")
  }

  private func table(_ style: TerminalStyle) -> String {
    var bar = IntervalBar()
    bar.width = style.width < 100 ? 10 : 16
    let hasDraws = risk.options.uncertainty.draws > 0
    var columns: [TextTable.Column] = [
      .init(head: "rank", alignment: .right), .init(head: "region", canShrink: true),
      .init(head: "score", alignment: .right),
    ]
    if hasDraws {
      columns += [.init(head: "mean", alignment: .right), .init(head: "90 %", alignment: .right)]
      if !risk.hasRisk { columns.append(.init(head: bar.scale)) }
      columns.append(.init(head: "P(1st)", alignment: .right))
    }
    if risk.hasRisk {
      columns.append(.init(head: "risk", alignment: .right))
      if hasDraws { columns.append(.init(head: "90 %", alignment: .right)) }
    }
    columns += [
      .init(head: "grade"), .init(head: "items", alignment: .right),
      .init(head: "origins", alignment: .right),
    ]
    var table = TextTable(columns)
    for position in positions { table.append(row(position, bar, hasDraws: hasDraws)) }
    return table.text(style)
  }

  private func row(_ position: Int, _ bar: IntervalBar, hasDraws: Bool) -> [String] {
    let (region, risk) = (risk.exposure.regions[position], risk.regions[position])
    var cells = [
      rank(region, risk), region.region.name, region.score.map { $0.score.formatted(decimals: 1) } ?? "–",
    ]
    if hasDraws {
      let missing = region.missing == .noObservations ? "not observed" : region.missing?.rawValue ?? ""
      cells.append(risk.exposureInterval.map { $0.mean.formatted(decimals: 1) } ?? "–")
      cells.append(
        self.risk.hasRisk && risk.exposureInterval == nil ? missing : interval(risk.exposureInterval))
      if !self.risk.hasRisk {  // with the columns of risk a bar would not fit
        cells.append(
          risk.exposureInterval.flatMap { interval in
            region.score.map { bar.text(low: interval.low, score: $0.score, high: interval.high) }
          } ?? missing)
      }
      cells.append(risk.rankInterval.map { $0.first.formatted(decimals: 2) } ?? "–")
    }
    if self.risk.hasRisk {
      cells.append(risk.risk.map { $0.score.formatted(decimals: 1) } ?? "–")
      if hasDraws { cells.append(interval(risk.riskInterval)) }
    }
    return cells + [
      region.score == nil ? "–" : region.grade.rawValue, "\(region.items)", "\(region.origins)",
    ]
  }

  private func rank(_ region: RegionExposure, _ risk: RegionRisk) -> String {
    guard let rank = region.rank else { return "–" }
    guard let interval = risk.rankInterval, interval.low != interval.high else { return "\(rank)" }
    return "\(rank) (\(interval.low)–\(interval.high))"
  }

  private func interval(_ interval: ScoreInterval?) -> String {
    interval.map { "\($0.low.formatted(decimals: 1))–\($0.high.formatted(decimals: 1))" } ?? "–"
  }

  /// What may be read from the table, and what not.
  private var reading: [String] {
    let regions = risk.exposure.regions
    let ranked = positions.filter { regions[$0].rank != nil }
    var sentences: [String] = []
    let neighbours = zip(ranked, ranked.dropFirst()).compactMap { risk.comparison($0, $1) }
    if !neighbours.isEmpty {
      let apart = neighbours.count(where: \.isDistinguishable)
      sentences.append(
        "\(apart) of \(neighbours.count.counted("pair")) of neighbours in rank can be told apart "
          + "(one above the other in at least 90 % of the draws); --compare A B shows two regions.")
    }
    if risk.options.uncertainty.draws > 0, !ranked.isEmpty {
      sentences.append(
        "mean is that of the draws, P(1st) the share of draws that no other ranked region leads.")
    }
    let unranked = positions.count { regions[$0].score != nil && regions[$0].rank == nil }
    if unranked > 0 {
      sentences.append(
        "\(unranked.counted("region")) of grade D, with fewer than 5 items or 2 origins, \(unranked == 1 ? "is" : "are") not ranked."
      )
    }
    if let found = risk.levels.first(where: { $0.level == level }), !found.drivers.isEmpty {
      let parts = found.drivers.map { source, index in
        "\(source.words) \(index.total.formatted(decimals: 2)) ± \(index.totalError.formatted(decimals: 2))"
      }
      sentences.append(
        "A rank moves by \(found.meanRankShift.formatted(decimals: 1)) places between draws; what drives it "
          + "(total Sobol index ± standard error): \(parts.joined(separator: ", ")).")
    }
    sentences += RiskDocument(risk).notes
    sentences += standout
    if !isGraded {
      sentences.append(
        "This is ungraded data: every row counts \(risk.exposure.method.rule.ungraded.formatted(decimals: 2)) "
          + "(--default-confidence).")
    }
    return sentences
  }

  /// The order of what is left when reporting volume is taken out, where scores follow it.
  private var standout: [String] {
    guard let (positions, bias) = risk.exposure.reportingBias(), bias.tracksReporting,
      let residuals = bias.residuals
    else { return [] }
    let order = residuals.indices.sorted { (-residuals[$0], $0) < (-residuals[$1], $1) }
    let named = order.prefix(3).map { index in
      let sign = residuals[index] >= 0 ? "+" : "−"
      return
        "\(risk.exposure.regions[positions[index]].region.name) \(sign)\(abs(residuals[index]).formatted(decimals: 1))"
    }
    return ["Highest for the number of items reported: \(named.joined(separator: ", "))."]
  }
}

/// What scores depend on besides the data, in one sentence.
struct RiskMethodText {
  let sentence: String

  init(_ risk: RegionalRisk) {
    let method = risk.exposure.method
    let halves = method.indicators.compactMap { indicator in
      method.scale.halfValues[indicator].map { half in
        let isCounted = method.measure == .counts && indicator.dimension == .flow
        let value = isCounted ? method.scale.countHalfValue : half
        return "\(indicator.name.replacing("_", with: " ")) \(RiskMethodText.short(value))"
      }
    }
    let weights = Dimension.allCases.map {
      "\($0.name) \(RiskMethodText.short(method.scale.dimensionWeights[$0] ?? 0))"
    }
    sentence =
      "Method: \(method.indicators.count) of \(Indicator.allCases.count) indicators in use; half-values \(halves.joined(separator: ", ")); "
      + "weights in proportion \(weights.joined(separator: ", "))\(RiskMethodText.outside(risk))"
      + (method.asOf.map { "; as of \($0)" } ?? "")
      + ". Half-values and weights are conventions of nexus: keep them when you compare periods or data sets."
  }

  /// The weights of the risk index, where there is one or other weights were asked for.
  private static func outside(_ risk: RegionalRisk) -> String {
    let weights = risk.options.weights
    guard risk.hasRisk || weights != RiskWeights() else { return "" }
    return "; of risk exposure \(short(weights.exposure)), vulnerability \(short(weights.vulnerability)), "
      + "consequence \(short(weights.consequence))"
      + (risk.hasRisk ? "" : " (they act on nothing: no region has both from --indicators)")
  }

  private static func short(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : value.formatted(decimals: 2)
  }
}

extension Region.Level {
  var plural: String {
    switch self {
    case .country: "countries"
    case .subregion: "subregions"
    case .region: "regions"
    case .world: "the world"
    case .grouping: "groups"
    }
  }
}
