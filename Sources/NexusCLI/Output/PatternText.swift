import NexusFlows
import NexusReport

/// The patterns of a data set for the terminal.
struct PatternText {
  let report: PatternReport
  /// How many hits to show; nil: all.
  let limit: Int?

  func text(_ style: TerminalStyle) -> String {
    let shown = report.hits.prefix(limit ?? .max)
    var parts = [counts(style)]
    if !shown.isEmpty { parts.append(table(Array(shown), style)) }
    if report.hits.count > shown.count {
      parts.append("… and \(report.hits.count - shown.count) more; --all shows them, --json with all rows.")
    }
    parts.append(notes.flatMap { wrapped($0, to: style.width) }.joined(separator: "\n"))
    return parts.joined(separator: "\n\n")
  }

  private func counts(_ style: TerminalStyle) -> String {
    var table = TextTable([
      .init(head: "pattern"), .init(head: "hits", alignment: .right),
      .init(head: "by chance", alignment: .right),
    ])
    for pattern in FlowPattern.allCases where report.options.patterns.contains(pattern) {
      let expected = report.expected.map { rounded($0[pattern, default: 0], 1) } ?? "-"
      table.append([pattern.rawValue, "\(report.findings.counts[pattern, default: 0])", expected])
    }
    return table.text(style)
  }

  private func table(_ hits: [PatternReport.Hit], _ style: TerminalStyle) -> String {
    var table = TextTable([
      .init(head: "pattern"), .init(head: "actors", canShrink: true), .init(head: "rows", alignment: .right),
      .init(head: "from"), .init(head: "days", alignment: .right), .init(head: "in", alignment: .right),
      .init(head: "out", alignment: .right), .init(head: ""), .init(head: "first row"),
    ])
    for hit in hits {
      var actors = hit.actors.prefix(6).joined(separator: hit.isChain ? " → " : ", ")
      if hit.actors.count > 6 { actors += " and \(hit.actors.count - 6) more" }
      if hit.protectedActors > 0 { actors += " (\(hit.protectedActors) not named)" }
      table.append([
        hit.pattern.rawValue, actors, "\(hit.transfers.count)", String(hit.start.prefix(10)),
        rounded(hit.days, 1), hit.amountIn.map { rounded($0, 0) } ?? "-",
        hit.amountOut.map { rounded($0, 0) } ?? "-", hit.isAmountChecked ? hit.currency ?? "" : "?",
        hit.transfers.first ?? "",
      ])
    }
    return table.text(style)
  }

  // MARK: What one must know to read the table

  private var notes: [String] {
    [order, assumptions, chance, leftOut, cutShort, falseAlarms, fairness].compactMap { $0 }
  }

  private var order: String {
    "Most striking first: the largest hit of each pattern, the rarest pattern first, then the second largest of each. "
      + "\"?\": the amounts could not be compared: several or unknown currencies, or no quantities."
  }

  private var assumptions: String {
    let options = report.options
    return "Used: windows \(days(options.shortWindow)) (fans, bipartite, funnel, mirror, peel) and "
      + "\(days(options.longWindow)) (cycle, gather-scatter, scatter-gather, stack, random); fans from "
      + "\(options.fanCount) counterparties; gatherings from \(options.gatherCount); "
      + "\(rounded(100 * options.leastReturn, 0)) % returned; cycles up to \(options.cycleHops) hops, chains from "
      + "\(options.chainHops); structuring below \(rounded(options.reportingThreshold, 0)) in the currency of each "
      + "transfer (a convention; thresholds differ by country, see --threshold); pass-through "
      + "\(rounded(100 * options.passThroughShare, 0)) % within \(days(options.passThroughWindow)). "
      + "Price compares amounts, since quantities are not in the data."
  }

  private var chance: String {
    report.expected == nil
      ? "Not compared with chance; --shuffles 20 does."
      : "By chance: the mean of \(report.shuffles) shuffles of times and amounts that keep who pays whom "
        + "(seed \(report.seed)). About as many hits as by chance say nothing."
  }

  private var leftOut: String? {
    let (left, found) = (report.ledger.leftOut, report.findings)
    let counts = [
      (left.undated, "without a date (in no pattern)"),
      (left.toOneself + report.folded, "to oneself (folded, in no pattern)"),
      (left.withoutAmount, "of amount 0 (in no pattern)"),
      (left.unknownCurrency, "of unknown currency or without a rate (amounts unchecked)"),
      (left.repeated, "equal to an earlier row (each counts; --drop-duplicates)"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    var sentences = ["\(report.ledger.count) transfers searched"]
    if !counts.isEmpty { sentences.append("transfers " + counts.joined(separator: ", ")) }
    if found.setAside > 0 {
      sentences.append(
        "\(found.setAside) hits set aside because a victim, witness or reporting party moves the money")
    }
    if found.recurring > 0 {
      sentences.append("\(found.recurring) fans of payroll-like hubs left out (--include-recurring)")
    }
    return sentences.joined(separator: "; ") + "."
  }

  private var cutShort: String? {
    let cut = FlowPattern.allCases.compactMap { pattern in
      report.findings.guarded[pattern].map { "\(pattern.rawValue) at \($0) places" }
    }
    return cut.isEmpty
      ? nil
      : "Cut short where the search would have taken too long, so there may be more: \(cut.joined(separator: ", "))."
  }

  private var falseAlarms: String? {
    let rates = report.predictive
    guard let value = rates.value, let wrong = rates.falsePerTrue, let even = rates.evenFalsePositiveRate
    else {
      return nil
    }
    return
      "False alarms: where \(rounded(100 * rates.prevalence, 3)) % are what is looked for, a detector that flags "
      + "\(rounded(100 * rates.truePositiveRate, 0)) % of those and \(rounded(100 * rates.falsePositiveRate, 1)) % of the "
      + "others is right in \(rounded(100 * value, 1)) % of its flags: \(rounded(wrong, 1)) wrong for each right one. "
      + "For half to be right it may flag at most \(rounded(100 * even, 2)) % of the others. These rates are an example; "
      + "nobody has measured them on your data."
  }

  private var fairness: String {
    "A pattern is a shape in recorded data, not a finding about anyone: trade, wages and savings clubs make the same."
  }

  // MARK: Wording

  private func days(_ interval: Interval) -> String { "\(rounded(interval.days, 1)) d" }

  private func rounded(_ value: Double, _ places: Int) -> String {
    guard abs(value) < 1e15 else { return "\(value)" }
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (value * scale).rounded() / scale
    let text = scaled == scaled.rounded() ? "\(Int64(scaled))" : "\(scaled)"
    return text
  }

  private func wrapped(_ sentence: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in TerminalText.shown(sentence).split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + [line]
  }
}

extension PatternReport.Hit {
  /// Whether its actors stand in the order in which money passed them.
  fileprivate var isChain: Bool {
    switch pattern {
    case .cycle, .random, .price, .passThrough: true
    default: false
    }
  }
}
