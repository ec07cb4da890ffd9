import NexusFlows
import NexusModel
import NexusReport

/// The summary of flows for a terminal: a block for each currency, then regions, new channels and troubles.
struct FlowSummaryText {
  private let report: FlowReport
  private let depth: Int
  private let currencies: Set<String>
  private let mostLedgers: Int

  /// - Parameters:
  ///   - depth: the most rows of a table.
  ///   - currencies: those to show; empty for all.
  init(_ report: FlowReport, depth: Int, currencies: Set<String>, mostLedgers: Int) {
    self.report = report
    self.depth = depth
    self.currencies = currencies
    self.mostLedgers = mostLedgers
  }

  func text(_ style: TerminalStyle) -> String {
    let summary = report.summary
    guard summary.quality.transfers > 0 else {
      return (["No transfer stands in these data: there is nothing to sum up."] + troubles(style)).joined(
        separator: "\n")
    }
    let chosen = report.shownLedgers.filter { currencies.isEmpty || currencies.contains($0.ledger.currency) }
    var blocks = [overview(style)]
    for (ledger, isConverted) in chosen.prefix(mostLedgers) {
      blocks.append(block(ledger, isConverted, style).joined(separator: "\n"))
    }
    if chosen.isEmpty {
      blocks.append("No transfer is in \(currencies.sorted().joined(separator: ", ")).")
    } else if chosen.count > mostLedgers {
      let left = chosen.dropFirst(mostLedgers).map {
        FlowReport.unit($0.ledger.currency, isConverted: $0.isConverted)
      }
      blocks.append("Not shown: \(left.joined(separator: ", ")). See --currency CODE, --all or --json.")
    }
    blocks += regions(style)
    blocks += newChannels(style)
    blocks += troubles(style)
    blocks.append(report.notes.flatMap { TerminalText.wrapped($0, to: style.width) }.joined(separator: "\n"))
    return blocks.joined(separator: "\n\n")
  }

  private func number(_ alignment: String) -> TextTable.Column {
    TextTable.Column(head: alignment, alignment: .right)
  }

  private func name(_ head: String) -> TextTable.Column { TextTable.Column(head: head, canShrink: true) }

  private func overview(_ style: TerminalStyle) -> String {
    var table = TextTable([
      name("currency"), number("transfers"), number("amount"), TextTable.Column(head: "first"),
      TextTable.Column(head: "last"), number("window"), number("before"), number("growth"),
    ])
    let ledgers = report.shownLedgers
    for (ledger, isConverted) in ledgers.prefix(max(depth, 12)) {
      table.append([
        FlowReport.unit(ledger.currency, isConverted: isConverted), "\(ledger.total.transfers)",
        FlowText.amount(ledger.total.amount), day(ledger.first?.description), day(ledger.last?.description),
        FlowText.amount(ledger.total.latestAmount), FlowText.amount(ledger.total.previousAmount),
        FlowText.growth(ledger.total.growth),
      ])
    }
    return table.text(style) + more(ledgers.count - max(depth, 12))
  }

  private func day(_ date: String?) -> String { date.map { String($0.prefix(10)) } ?? "–" }

  private func more(_ count: Int) -> String { count > 0 ? "\n… and \(count) more" : "" }

  // MARK: One currency

  private func block(_ ledger: FlowLedger, _ isConverted: Bool, _ style: TerminalStyle) -> [String] {
    let unit = FlowReport.unit(ledger.currency, isConverted: isConverted)
    var lines = [style.heading(TerminalText.shown("== \(unit)", width: style.width))]
    lines.append(groups("channel", ledger.channels, style) { $0.word })
    if ledger.crimes.contains(where: { $0.key.crime != nil }) {
      lines.append(groups("crime", ledger.crimes, style) { $0.crime?.word ?? "(none named)" })
    } else {
      lines.append("No row names a crime.")
    }
    if ledger.corridors.contains(where: { $0.key.from != nil || $0.key.to != nil }) {
      lines.append(
        groups("corridor", ledger.corridors, style) {
          "\($0.from?.name ?? "(not known)") → \($0.to?.name ?? "(not known)")"
        })
    } else {
      lines.append("No row and no actor names a region.")
    }
    lines.append(actors(ledger, style))
    if !ledger.dependencies.isEmpty { lines.append(dependencies(ledger, style)) }
    return lines
  }

  private func groups<Key>(
    _ head: String, _ groups: [FlowGroup<Key>], _ style: TerminalStyle, _ describe: (Key) -> String
  ) -> String {
    var table = TextTable([
      name("by \(head)"), number("amount"), number("share"), number("transfers"), number("share"),
      number("95 %"),
      number("growth"),
    ])
    for group in groups.prefix(depth) {
      let count = group.shareOfTransfers
      table.append([
        describe(group.key), FlowText.amount(group.total.amount), FlowText.share(group.share),
        "\(group.total.transfers)", FlowText.share(count.share),
        "\(FlowText.percent(count.low))–\(FlowText.percent(count.high))", FlowText.growth(group.total.growth),
      ])
    }
    return table.text(style) + more(groups.count - depth)
  }

  private func actors(_ ledger: FlowLedger, _ style: TerminalStyle) -> String {
    var table = TextTable([
      name("actor"), name("role"), number("received"), number("in"), number("paid"), number("out"),
      number("sources"), number("HHI"),
    ])
    for flow in ledger.actors.prefix(depth) {
      table.append([
        report.name(of: flow.actor), report.role(of: flow.actor), FlowText.amount(flow.received),
        "\(flow.transfersIn)", FlowText.amount(flow.paid), "\(flow.transfersOut)", "\(flow.sources)",
        flow.concentration.map(FlowText.index) ?? "–",
      ])
    }
    return table.text(style) + more(ledger.actors.count - depth)
  }

  private func dependencies(_ ledger: FlowLedger, _ style: TerminalStyle) -> String {
    var table = TextTable([
      name("observed inflow of"), number("received"), number("in"), number("from crime"),
      number("org. crime paid"),
      name("crimes"),
    ])
    for part in ledger.dependencies.prefix(depth) {
      let crimes = part.crimes.prefix(4).map { "\($0.crime.word) \(FlowText.share($0.share))" }
      table.append([
        report.name(of: part.actor), FlowText.amount(part.received), "\(part.transfers)",
        FlowText.share(part.crimeShare), FlowText.share(part.organisedCrimeShare),
        crimes.joined(separator: ", "),
      ])
    }
    return table.text(style) + more(ledger.dependencies.count - depth)
  }

  // MARK: All currencies

  private func regions(_ style: TerminalStyle) -> [String] {
    let rows = report.regionFlows
    guard !rows.isEmpty else { return [] }
    var table = TextTable([
      name("region (as in regions.csv)"), TextTable.Column(head: "level"), number("throughput"),
      number("transit"),
    ])
    for row in rows.prefix(depth) {
      table.append([row.name, row.level, FlowText.score(row.throughput), FlowText.score(row.transit)])
    }
    return [table.text(style) + more(rows.count - depth)]
  }

  private func newChannels(_ style: TerminalStyle) -> [String] {
    guard let channels = report.summary.newChannels else { return [] }
    guard !channels.isEmpty else { return ["No channel is new in the latest window."] }
    var table = TextTable([
      name("channel new in the window"), TextTable.Column(head: "first"), name("row"), number("transfers"),
    ])
    for channel in channels.prefix(depth) {
      table.append([
        channel.channel.word, day(channel.first.description), report.place(channel.row),
        "\(channel.transfers)",
      ])
    }
    return [table.text(style) + more(channels.count - depth)]
  }

  private func troubles(_ style: TerminalStyle) -> [String] {
    let troubles = report.troubles
    guard !troubles.isEmpty else { return ["Data quality: nothing stands against these rows."] }
    var table = TextTable([name("data quality"), number("rows"), name("first"), name("what became of them")])
    for trouble in troubles {
      table.append([trouble.name, "\(trouble.count)", trouble.first ?? "–", trouble.outcome])
    }
    return [table.text(style)]
  }
}
