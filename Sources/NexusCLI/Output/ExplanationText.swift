import NexusReport

extension Explanation {
  /// The explanation for a terminal: the value, its definition, its parts, and the rows by their effect.
  func text(_ style: TerminalStyle, limit: Int) -> String {
    var blocks = [facts(style)]
    if !contributions.isEmpty { blocks.append(parts(style, limit)) }
    if !evidence.isEmpty { blocks.append(rows(style, limit)) }
    return blocks.joined(separator: "\n\n")
  }

  private func facts(_ style: TerminalStyle) -> String {
    var facts: [(head: String, text: String)] = [
      ("subject", about == subject ? subject : "\(subject), \(about)"),
      ("measure", "\(measure) = \(value.map(Numerals.full) ?? "not defined")"), ("is", formula),
      ("with", defaults.joined(separator: "; ")), ("parts", contributionNote),
      (
        "rows",
        rowsFound == 0
          ? evidenceNote
          : "\(evidenceNote): \(rowsTried) of \(rowsFound) tried\(rowsTried < rowsFound ? " (--all-rows tries the rest)" : "")"
      ),
    ]
    facts += notes.enumerated().map { ($0.offset == 0 ? "notes" : "", $0.element) }
    facts.append(("also", "--measure \(measures.filter { $0 != measure }.joined(separator: ", "))"))
    return facts.filter { !$0.text.isEmpty }.map { fact in
      style.labelled(fact.head, fact.text, indent: 10)
    }.joined(separator: "\n")
  }

  private func parts(_ style: TerminalStyle, _ limit: Int) -> String {
    var table = TextTable([
      TextTable.Column(head: "part", canShrink: true), TextTable.Column(head: "adds", alignment: .right),
      TextTable.Column(head: "share", alignment: .right),
    ])
    for part in contributions.prefix(limit) {
      let share = value.flatMap { $0 == 0 ? nil : Numerals.percent(part.value / $0) } ?? ""
      table.append([part.name, Numerals.short(part.value), share])
    }
    return table.text(style) + more(contributions.count, limit)
  }

  private func rows(_ style: TerminalStyle, _ limit: Int) -> String {
    var table = TextTable([
      TextTable.Column(head: "row"), TextTable.Column(head: "says", canShrink: true),
      TextTable.Column(head: "confidence", alignment: .right),
      TextTable.Column(head: "without it", alignment: .right),
      TextTable.Column(head: "change", alignment: .right),
    ])
    let moving = evidence.filter { changes($0) }
    for effect in moving.prefix(limit) {
      let change = effect.valueWithout.flatMap { without in value.map { without - $0 } }
      table.append([
        effect.place, effect.says, Numerals.short(effect.confidence),
        effect.valueWithout.map(Numerals.full) ?? "not defined", change.map(Numerals.signed) ?? "",
      ])
    }
    let idle = evidence.count - moving.count
    let rest = idle > 0 ? "\n\(idle) \(idle == 1 ? "row changes" : "rows change") nothing" : ""
    return moving.isEmpty ? String(rest.dropFirst()) : table.text(style) + more(moving.count, limit) + rest
  }

  private func changes(_ effect: RowEffect) -> Bool {
    guard let without = effect.valueWithout, let value else { return true }
    return abs(without - value) > 1e-12 * max(abs(value), 1)
  }

  private func more(_ count: Int, _ limit: Int) -> String {
    count > limit ? "\n… and \(count - limit) more (--limit, --json)" : ""
  }
}
