import Foundation
import NexusGraph
import NexusModel
import NexusReport
import NexusResolution

/// Which records may be one actor, on the terminal.
struct ResolveText {
  let findings: ResolveFindings
  let limit: Int

  func text(_ style: TerminalStyle) -> String {
    var sections = [style.heading("Which records may be one actor?")]
    let proposals = findings.resolution.proposals
    if proposals.isEmpty {
      let bound = TextNumber.plain(findings.options.minimumProbability)
      sections[0] += "\n" + TextWrap.text("No pair has a probability of \(bound) or more.", style)
    } else {
      sections[0] += "\n" + table(style)
      if proposals.count > limit {
        sections.append(
          "… and \(proposals.count - limit) more: --limit, --json or --suggest FILE lists them.")
      }
    }
    if let number = findings.mostMoving {
      let (a, b) = names(proposals[number])
      sections.append(
        TextWrap.text(
          "Deciding \(a) – \(b) would move the top ranks most: \(places(findings.shifts[number].places)).",
          style))
    }
    sections.append(
      ([style.heading("Method")] + sentences.map { TextWrap.text($0, style) }).joined(separator: "\n"))
    return sections.joined(separator: "\n\n")
  }

  /// The proposals, each with its parts on a line of its own.
  private func table(_ style: TerminalStyle) -> String {
    var table = TextTable([
      TextTable.Column(head: "p", alignment: .right), TextTable.Column(head: "a", canShrink: true),
      TextTable.Column(head: "b", canShrink: true),
      TextTable.Column(head: "ranks moved", alignment: .right),
    ])
    let shown = findings.resolution.proposals.prefix(limit)
    for (number, proposal) in shown.enumerated() {
      let (a, b) = names(proposal)
      table.append([
        TextNumber.probability(proposal.probability, 2), a, b,
        number < findings.shifts.count ? "\(findings.shifts[number].places)" : "",
      ])
    }
    let lines = table.text(style).split(separator: "\n", omittingEmptySubsequences: false)
    return zip(lines.dropFirst(), shown).reduce(into: String(lines[0])) { text, row in
      let parts = TextWrap.lines(parts(of: row.1), width: style.width - 6).joined(separator: "\n      ")
      text += "\n\(row.0)\n      \(parts)"
    }
  }

  private func parts(of proposal: MergeProposal) -> String {
    let parts = proposal.parts.map { part in
      "\(ResolveText.words(part)) \(String(format: "%+.1f", part.bits))"
    }.joined(separator: ", ")
    let actors = findings.network.actors
    guard let names = proposal.names,
      names != [actors.names[proposal.a.index], actors.names[proposal.b.index]]
    else { return parts }
    let shown = names.map { TerminalText.shown($0, width: 40) }
    return "\(parts) (as \(shown[0]) and \(shown[1]))"
  }

  static func words(_ part: EvidencePart) -> String {
    switch (part.kind, part.value) {
    case (.prior, _): "prior"
    case (.neighbours, .number(let count)): "shared neighbours \(Int(count))"
    case (let kind, .number(let number)): "\(kind.rawValue) \(TextNumber.fixed(number, 2))"
    case (.tie, .words(let words)): words
    case (let kind, .words(let words)): "\(kind.rawValue) \(words)"
    }
  }

  /// The names of both, their ids behind them where they differ.
  private func names(_ proposal: MergeProposal) -> (a: String, b: String) {
    func name(_ actor: ActorID) -> String {
      let (id, name) = (
        findings.network.actors.ids[actor.index], findings.network.actors.names[actor.index]
      )
      let (shownID, shownName) = (TerminalText.shown(id, width: 40), TerminalText.shown(name, width: 40))
      return id == name ? shownID : "\(shownName) (\(shownID))"
    }
    return (name(proposal.a), name(proposal.b))
  }

  private func places(_ count: Int) -> String { count == 1 ? "1 place" : "\(count) places" }

  private var sentences: [String] {
    [
      "p is the probability that both records are of one actor, by Fellegi and Sunter: each part adds log₂ of how much "
        + "likelier it is then, to the odds of any pair of the kind (prior). The chances are conventions of nexus.",
      findings.shifts.isEmpty
        ? nil
        : "ranks moved: places by which the first ten by degree and by betweenness change when the two are one. Victims, "
          + "witnesses and reporting parties are in no ranking.",
      "\(findings.resolution.comparedPairs) pairs that share a key of a name or an identifier were compared; "
        + "\(findings.decided) \(findings.decided == 1 ? "pair is" : "pairs are") decided.",
    ].compactMap { $0 } + findings.notes + [ResolveFindings.safeguard]
  }
}
