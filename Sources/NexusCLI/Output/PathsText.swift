import NexusAlgorithms
import NexusGraph
import NexusModel
import NexusReport
import NexusRisk

/// The chains between two actors on the terminal.
struct PathsText {
  private let findings: PathsFindings
  private let notes: [String]

  init(_ findings: PathsFindings, notes: [String]) { (self.findings, self.notes) = (findings, notes) }

  func text(_ style: TerminalStyle) -> String {
    let source = name(findings.source)
    let target = name(findings.target)
    if findings.source == findings.target {
      return TextWrap.text("A and B are one actor, \(source): there is nothing between them.", style)
    }
    guard !findings.connection.chains.isEmpty else {
      return TextWrap.text(
        "No chain of at most \(hops) leads from \(source) to \(target) in the recorded data. That is not evidence that "
          + "there is none.", style) + "\n" + notes.map { TextWrap.text($0, style) }.joined(separator: "\n")
    }
    var parts = [TextWrap.text("\(source) – \(target), chains of at most \(hops)", style)]
    parts[0] = style.heading(parts[0])
    for (number, chain) in findings.connection.chains.enumerated() {
      parts.append(style.heading(heading(of: chain, number: number + 1)))
      parts.append(steps(of: chain).text(style))
    }
    parts.append("")
    parts.append(TextWrap.text(reliability, style))
    parts += notes.map { TextWrap.text($0, style) }
    return parts.joined(separator: "\n")
  }

  private var hops: String {
    "\(findings.options.maximumHops) \(findings.options.maximumHops == 1 ? "step" : "steps")"
  }

  private func name(_ actor: ActorID) -> String {
    let (id, name) = (findings.network.actors.ids[actor.index], findings.network.actors.names[actor.index])
    return id == name ? id : "\(name) (\(id))"
  }

  private func heading(of chain: EvidenceChain, number: Int) -> String {
    let steps = "\(chain.path.hops) \(chain.path.hops == 1 ? "step" : "steps")"
    return "\n\(number). \(steps), reliability \(TextNumber.probability(chain.path.reliability, 3)), damped "
      + TextNumber.probability(chain.path.damped, 3)
  }

  private func steps(of chain: EvidenceChain) -> TextTable {
    var table = TextTable([
      TextTable.Column(head: "   from", canShrink: true), TextTable.Column(head: "to", canShrink: true),
      TextTable.Column(head: "confidence", alignment: .right),
      TextTable.Column(head: "relations", canShrink: true), TextTable.Column(head: "rows"),
    ])
    for step in chain.steps {
      let rows = step.rows.map { findings.network.rows[$0] }
      let more = rows.count > 2 ? " +\(rows.count - 2)" : ""
      table.append([
        "   \(findings.network.actors.names[step.source.index])",
        findings.network.actors.names[step.target.index], TextNumber.probability(step.probability, 3),
        step.relations.map(\.word).joined(separator: ", "), rows.prefix(2).joined(separator: " ") + more,
      ])
    }
    return table
  }

  private var reliability: String {
    let found = findings.connection.reliability
    let start = "P(any chain of at most \(hops) is true) = \(TextNumber.probability(found.probability, 4))"
    if let samples = found.samples {
      return start
        + " ± \(TextNumber.probability(found.standardError, 4)) (standard error; \(samples) random states of "
        + "\(found.relevantEdges) edges, seed \(findings.options.seed))."
    }
    return start
      + " exactly, over \(found.relevantEdges) relevant \(found.relevantEdges == 1 ? "edge" : "edges")."
  }
}
