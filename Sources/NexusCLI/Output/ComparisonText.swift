import NexusModel
import NexusReport

extension NetworkComparison {
  /// The comparison for a terminal: counts, then the changes of each kind with their rows.
  func text(_ style: TerminalStyle, limit: Int) -> String {
    var blocks = [facts(style)]
    let changes: [(head: String, links: [Link])] = [
      ("ties that appeared", addedLinks.filter { !$0.isTransfer }),
      ("ties that vanished", removedLinks.filter { !$0.isTransfer }),
      ("payers and payees that appeared", addedLinks.filter(\.isTransfer)),
      ("payers and payees that vanished", removedLinks.filter(\.isTransfer)),
    ]
    for (head, links) in changes where !links.isEmpty {
      let lines = links.prefix(limit).map { link in
        "\(link.source) \(link.isDirected ? "→" : "–") \(link.target)"
          + (link.words.isEmpty ? "" : ", \(link.words.joined(separator: ", "))")
          + "  \(NetworkComparison.cited(link.rows))"
      }
      blocks.append(list(head, lines, links.count, style))
    }
    if !ranks.isEmpty { blocks.append(rankTable(style, limit)) }
    if !regions.isEmpty { blocks.append(regionTable(style, limit)) }
    return blocks.joined(separator: "\n\n")
  }

  private func facts(_ style: TerminalStyle) -> String {
    func named(_ actors: [Actor]) -> String {
      let names = actors.prefix(6).map(\.name).joined(separator: ", ")
      return actors.isEmpty ? "" : ": \(names)\(actors.count > 6 ? ", …" : "")"
    }
    var facts = [
      ("from", before), ("to", after),
      ("actors", "\(addedActors.count) appeared\(named(addedActors))"),
      ("", "\(removedActors.count) vanished\(named(removedActors))"),
      ("rows", "\(newRows.count) new, \(goneRows.count) gone"),
      (
        "ranks",
        hasRankIntervals
          ? "\(ranks.count) left the interval (5–95 %) that the evidence of the other side gives them; protected roles "
            + "are not ranked"
          : "\(ranks.count) moved by more than \(rankThreshold.places) places (a tenth of the ranked actors, three at "
            + "least); protected roles are not ranked"
      ),
    ]
    facts += notes.enumerated().map { ($0.offset == 0 ? "notes" : "", $0.element) }
    return facts.map { style.labelled($0.0, $0.1, indent: 10) }.joined(separator: "\n")
  }

  private func list(_ head: String, _ lines: [String], _ count: Int, _ style: TerminalStyle) -> String {
    ([style.heading("\(head) (\(count))")] + lines.map { TerminalText.shown($0, width: style.width) })
      .joined(separator: "\n") + more(count, lines.count)
  }

  private func rankTable(_ style: TerminalStyle, _ limit: Int) -> String {
    var table = TextTable([
      TextTable.Column(head: "actor", canShrink: true), TextTable.Column(head: "rank by"),
      TextTable.Column(head: "before", alignment: .right), TextTable.Column(head: "after", alignment: .right),
      TextTable.Column(head: "new rows", canShrink: true),
    ])
    for change in ranks.prefix(limit) {
      table.append([
        change.name, change.measure, "\(change.before)", "\(change.after)",
        NetworkComparison.cited(change.rows),
      ])
    }
    return table.text(style) + more(ranks.count, min(limit, ranks.count))
  }

  private func regionTable(_ style: TerminalStyle, _ limit: Int) -> String {
    var table = TextTable([
      TextTable.Column(head: "region", canShrink: true), TextTable.Column(head: "level"),
      TextTable.Column(head: "before", alignment: .right), TextTable.Column(head: "after", alignment: .right),
      TextTable.Column(head: "told apart"), TextTable.Column(head: "new rows", canShrink: true),
    ])
    for change in regions.prefix(limit) {
      let apart = change.distinguishable.map { $0 ? "yes" : "no" } ?? ""
      let probability = change.higherProbability.map { ", P up \(Numerals.hundredths($0))" } ?? ""
      table.append([
        change.region.name, change.region.level.rawValue, change.before?.words ?? "not observed",
        change.after?.words ?? "not observed", apart + probability, NetworkComparison.cited(change.rows),
      ])
    }
    return table.text(style) + more(regions.count, min(limit, regions.count))
  }

  private static func cited(_ rows: [String]) -> String {
    rows.prefix(3).joined(separator: " ") + (rows.count > 3 ? " and \(rows.count - 3) more" : "")
  }

  private func more(_ count: Int, _ shown: Int) -> String {
    count > shown ? "\n… and \(count - shown) more (--limit, --json)" : ""
  }
}

extension WindowComparison {
  /// Each step for a terminal, the latest first.
  func text(_ style: TerminalStyle, limit: Int) -> String {
    let head = style.labelled(
      "windows",
      "\(windows.map(\.description).joined(separator: "; ")), each without its first day. A tie is dated by its "
        + "start. \(undated) undated \(undated == 1 ? "tie or transfer lies" : "ties and transfers lie") in no window; "
        + "where actors are bears no date and counts in each.", indent: 10)
    return ([head] + steps.reversed().map { $0.text(style, limit: limit) }).joined(separator: "\n\n")
  }
}

extension NetworkComparison.RegionScore {
  /// `63.15 (40.1–71.8)`
  fileprivate var words: String {
    guard let low, let high else { return Numerals.tenths(score) }
    return "\(Numerals.tenths(score)) (\(Numerals.tenths(low))–\(Numerals.tenths(high)))"
  }
}
