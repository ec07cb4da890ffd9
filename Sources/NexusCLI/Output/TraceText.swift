import NexusFlows
import NexusGraph
import NexusModel
import NexusReport

/// A trace of money on the terminal.
struct TraceText {
  let rules: [TraceCommand.Rule]
  /// Whether amounts below 1 unit or 1 % are listed as well.
  let listsAll: Bool

  // MARK: Forward

  func text(_ findings: TraceFindings, _ style: TerminalStyle) -> String {
    let origin = findings.originNames.joined(separator: ", ")
    var parts = [
      style.heading(
        TextWrap.text("Money from \(origin): \(count(findings.payments, "payment")) followed", style))
    ]
    let names = findings.network.actors.names
    let listed = findings.receipts.filter { isListed($0, paid: findings.paid[$0.currency]) }
      .sorted { ($1.amounts.fifo, $0.actor) < ($0.amounts.fifo, $1.actor) }
    if listed.isEmpty {
      parts.append("None of it is seen to arrive anywhere in the recorded data.")
    } else {
      var table = TextTable([.init(head: "received by", canShrink: true)] + columns)
      for receipt in listed { table.append([names[receipt.actor.index]] + cells(receipt)) }
      parts.append(table.text(style))
    }
    parts.append(
      notes(
        smaller: findings.receipts.count - listed.count, undated: findings.trace.undated,
        [
          findings.protectedActors > 0
            ? "\(count(findings.protectedActors, "actor")) of a protected role received some and are not listed."
            : nil,
          findings.trace.endsBetweenCurrencies > 0
            ? "The trail ends at \(count(findings.trace.endsBetweenCurrencies, "payment")) into another currency; "
              + "--rates follows them." : nil,
          findings.trace.withoutRate > 0
            ? "\(count(findings.trace.withoutRate, "transfer")) without a rate left out."
            : nil,
          findings.withoutBounds > 0
            ? "Bounds of \(count(findings.withoutBounds, "actor")) would take too long and are left out (-)."
            : nil,
        ], style))
    return parts.joined(separator: "\n\n")
  }

  // MARK: Backward

  func text(_ findings: BackwardFindings, _ style: TerminalStyle) -> String {
    let names = findings.network.actors.names
    let to = findings.targets.map { names[$0.index] }.joined(separator: ", ")
    var parts = [style.heading(TextWrap.text("From whom what \(to) received came", style))]
    let listed = findings.shares.filter { isListed($0.receipt) }
    if listed.isEmpty {
      parts.append("No payment before is recorded.")
    } else {
      var heads: [TextTable.Column] = [
        .init(head: "paid by", canShrink: true), .init(head: "hops", alignment: .right),
      ]
      if findings.targets.count > 1 { heads.append(.init(head: "to", canShrink: true)) }
      var table = TextTable(heads + columns)
      for share in listed {
        let to = findings.targets.count > 1 ? [names[share.receipt.actor.index]] : []
        table.append([names[share.source.index], "\(share.hops)"] + to + cells(share.receipt))
      }
      parts.append(table.text(style))
    }
    parts.append(
      notes(
        smaller: findings.shares.count - listed.count, undated: findings.undated,
        [
          "Money passes several hands: shares of actors that stand behind each other are of the same money.",
          findings.protectedActors > 0
            ? "\(count(findings.protectedActors, "share")) of actors of a protected role are not listed."
            : nil,
          findings.trace.omitted > 0
            ? "\(count(findings.trace.omitted, "actor")) further away would take too long and are left out."
            : nil,
        ], style))
    return parts.joined(separator: "\n\n")
  }

  // MARK: Both

  private var columns: [TextTable.Column] {
    [.init(head: "currency"), .init(head: "in all", alignment: .right)]
      + rules.map { .init(head: $0.rawValue, alignment: .right) }
      + [.init(head: "least", alignment: .right), .init(head: "most", alignment: .right)]
  }

  private func cells(_ receipt: MoneyTrace.Receipt) -> [String] {
    [receipt.currency, TextNumber.fixed(receipt.inflow, 2)]
      + rules.map { TextNumber.fixed(amount($0, receipt.amounts), 2) }
      + [receipt.least, receipt.most].map { $0.map { TextNumber.fixed($0, 2) } ?? "-" }
  }

  private func amount(_ rule: TraceCommand.Rule, _ amounts: TaintAmounts) -> Double {
    switch rule {
    case .fifo: amounts.fifo
    case .haircut: amounts.haircut
    case .lifo: amounts.lifo
    case .poison: amounts.poison
    }
  }

  /// Whether an amount is 1 unit, and 1 % of what the actor received or of what the source paid.
  private func isListed(_ receipt: MoneyTrace.Receipt, paid: Double? = nil) -> Bool {
    let least = max(1, min(receipt.inflow, paid ?? receipt.inflow) / 100)
    return listsAll || rules.contains { $0 != .poison && amount($0, receipt.amounts) >= least }
  }

  private func notes(smaller: Int, undated: Int, _ others: [String?], _ style: TerminalStyle) -> String {
    let sentences =
      [
        smaller > 0
          ? "\(count(smaller, "row")) below 1 unit or 1 % left out; --all shows them." : nil
      ] + others + [
        undated > 0 ? "\(count(undated, "transfer")) without a date in no trace." : nil,
        "Assumed: time order, rows of one instant in row order; each account opens with the smallest balance that keeps "
          + "it from falling below 0, which is not from the source and is the oldest; what was paid beyond what "
          + "arrived is a fee.",
        "Rules are conventions, not what happened. Least and most hold for every way the money can have been paid. To "
          + "receive is to be an end of a recorded payment, no more.",
      ]
    return sentences.compactMap { $0 }.map { TextWrap.text($0, style) }.joined(separator: "\n")
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
