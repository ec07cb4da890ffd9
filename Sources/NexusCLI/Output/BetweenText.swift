import NexusFlows
import NexusReport

/// A flow between two sides on the terminal.
struct BetweenText {
  let findings: BetweenFindings

  func text(_ style: TerminalStyle) -> String {
    let flow = findings.flow
    let (from, to) = (findings.sources.joined(separator: ", "), findings.targets.joined(separator: ", "))
    var parts = [style.heading(TextWrap.text("What could have passed from \(from) to \(to)", style))]
    var table = TextTable([
      .init(head: "measure"), .init(head: MoneyArguments.name(flow.currency), alignment: .right),
      .init(head: "how"),
    ])
    for (name, amount, how) in [
      ("greedy", flow.greedy, "every account passes on all it can at once: too little"),
      ("temporal_max", flow.temporalMaximum, "the most, each payment made of what came before"),
      ("static_max", flow.staticMaximum, "payments in any order: too much"),
    ] {
      table.append([name, TextNumber.fixed(amount, 2), how])
    }
    parts.append(table.text(style))
    if !findings.cut.isEmpty {
      let more = findings.cut.count > 20 ? " and \(findings.cut.count - 20) more (--json has all)" : ""
      parts.append(
        TextWrap.text(
          "The payments that bound it, nearest the end: \(findings.cut.prefix(20).joined(separator: ", "))\(more).",
          style))
    } else {
      parts.append("No way forward in time leads from one side to the other in the recorded data.")
    }
    var notes: [String] = []
    if findings.undated > 0 {
      notes.append("Transfers without a date, in none of the numbers: \(findings.undated).")
    }
    if findings.withoutRate > 0 {
      notes.append("Transfers left out for want of a rate: \(findings.withoutRate).")
    }
    if findings.changingCurrency > 0 {
      notes.append(
        "Transfers that change the currency, in none of the numbers: \(findings.changingCurrency). Give --rates FILE to "
          + "count them.")
    }
    notes.append(
      "Assumed: rows of one instant in row order; accounts hold over without bound; of a transfer the smaller of what "
        + "was paid and what arrived. What could have passed is not what did.")
    parts.append(notes.map { TextWrap.text($0, style) }.joined(separator: "\n"))
    return parts.joined(separator: "\n\n")
  }
}
