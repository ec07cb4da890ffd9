import NexusAlgorithms
import NexusGraph
import NexusModel
import NexusReport
import NexusRisk

/// Where crime and terror meet, on the terminal.
struct LinksText {
  let findings: LinksFindings
  let notes: [String]

  init(_ findings: LinksFindings, notes: [String]) { (self.findings, self.notes) = (findings, notes) }

  func text(_ style: TerminalStyle) -> String {
    var sections = [pairs(style)]
    if findings.options.pairs == .coexistingToo { sections.append(coexistence(style)) }
    if findings.options.indirectLinks > 0 { sections.append(indirect(style)) }
    if findings.options.stageModel != nil { sections.append(StageText(findings).text(style)) }
    sections.append(ContinuumText(findings).text(style))
    sections.append(method(style))
    return sections.joined(separator: "\n\n")
  }

  /// The name of an actor, its id behind it where the two differ, both cut where they are very long.
  func name(_ actor: ActorID) -> String {
    let (id, name) = (findings.network.actors.ids[actor.index], findings.network.actors.names[actor.index])
    let (shownID, shownName) = (TerminalText.shown(id, width: 40), TerminalText.shown(name, width: 40))
    return id == name ? shownID : "\(shownName) (\(shownID))"
  }

  // MARK: Pairs

  private func pairs(_ style: TerminalStyle) -> String {
    let heading = style.heading("Pairs with a direct tie")
    guard !findings.pairs.isEmpty else {
      let roles = findings.network.actors.roles
      let reason =
        roles.contains(.terrorist) && roles.contains(.organisedCrime)
        ? "No direct tie between an organised-crime and a terrorist actor is recorded. That is not evidence that there "
          + "is none."
        : "Not observed: the data do not name both organised-crime and terrorist actors."
      return heading + "\n" + TextWrap.text(reason, style)
    }
    var table = TextTable([
      TextTable.Column(head: "organised crime", canShrink: true),
      TextTable.Column(head: "terrorist", canShrink: true), TextTable.Column(head: "stage"),
      TextTable.Column(head: "P tr", alignment: .right), TextTable.Column(head: "P al", alignment: .right),
      TextTable.Column(head: "P in", alignment: .right),
      TextTable.Column(head: "intensity", alignment: .right),
    ])
    for pair in findings.pairs {
      table.append([
        findings.network.actors.names[pair.crime.index], findings.network.actors.names[pair.terror.index],
        stage(of: pair), TextNumber.probability(pair.ladder.transactional, 2),
        TextNumber.probability(pair.ladder.alliance, 2), TextNumber.probability(pair.ladder.integration, 2),
        TextNumber.fixed(pair.ladder.intensity, 1),
      ])
    }
    return ([heading, table.text(style), "", style.heading("What they rest on")] + details(style)).joined(
      separator: "\n")
  }

  /// The status in front, where there is doubt.
  private func stage(of pair: CrimeTerrorPair) -> String {
    pair.status == .confirmed ? pair.stage.rawValue : "\(pair.status.rawValue) \(pair.stage.rawValue)"
  }

  /// For each pair what adds to its intensity, who does what to whom, and the rows.
  private func details(_ style: TerminalStyle) -> [String] {
    zip(findings.pairs, findings.directions).flatMap { pair, directions -> [String] in
      let parts = zip(pair.ties, pair.ladder.contributions).map { position, value in
        let tie = findings.network.ties[position]
        let year = tie.first.map { " \($0.year)" } ?? ""
        return "\(tie.relation.word)\(year) \(TextNumber.fixed(value, 1))"
      }
      let rows = pair.rows.map { findings.network.rows[$0] }
      let cited =
        rows.prefix(6).joined(separator: " ") + (rows.count > 6 ? " and \(rows.count - 6) more" : "")
      let facts = directions.map { fact in
        "\(name(fact.source)) → \(name(fact.target)): \(fact.relation.word) (\(fact.count))"
      }
      let lines = [
        "\(name(pair.crime)) – \(name(pair.terror)): \(TextNumber.fixed(pair.ladder.intensity, 1)) = \(parts.joined(separator: " + "))",
        facts.isEmpty ? nil : "who to whom: \(facts.joined(separator: "; "))",
        "\(pair.origins) \(pair.origins == 1 ? "origin" : "origins"), rows: \(cited)",
      ].compactMap { $0 }
      return lines.enumerated().map { number, line in
        number == 0 ? TextWrap.text(line, style, indent: 4) : "  " + TextWrap.text(line, style, indent: 4)
      }
    }
  }

  private func coexistence(_ style: TerminalStyle) -> String {
    let heading = style.heading("Pairs that only coexist")
    guard !findings.coexisting.isEmpty else { return heading + "\nNone is observed." }
    var table = TextTable([
      TextTable.Column(head: "organised crime", canShrink: true),
      TextTable.Column(head: "terrorist", canShrink: true),
      TextTable.Column(head: "regions", canShrink: true),
      TextTable.Column(head: "crimes", canShrink: true),
      TextTable.Column(head: "both tied to", canShrink: true),
    ])
    for pair in findings.coexisting {
      table.append([
        findings.network.actors.names[pair.crime.index], findings.network.actors.names[pair.terror.index],
        pair.regions.map(\.code).joined(separator: ", "),
        pair.crimes.map(\.word).joined(separator: ", "),
        pair.neighbours.map { findings.network.actors.names[$0.index] }.joined(separator: ", "),
      ])
    }
    let warning = TextWrap.text(
      "Sharing a region, a kind of crime or a neighbour does not say that two actors know of each other.",
      style)
    return [heading, table.text(style), warning].joined(separator: "\n")
  }

  private func indirect(_ style: TerminalStyle) -> String {
    let heading = style.heading("Strongest links without a direct tie")
    guard !findings.indirect.isEmpty else {
      return heading + "\n"
        + TextWrap.text("No chain of at most \(findings.options.paths.maximumHops) steps is recorded.", style)
    }
    var table = TextTable([
      TextTable.Column(head: "damped", alignment: .right),
      TextTable.Column(head: "reliability", alignment: .right),
      TextTable.Column(head: "chain from organised crime to terrorist", canShrink: true),
      TextTable.Column(head: "rows", alignment: .right),
    ])
    for chain in findings.indirect {
      table.append([
        TextNumber.probability(chain.path.damped, 3), TextNumber.probability(chain.path.reliability, 3),
        chain.actors.map { findings.network.actors.names[$0.index] }.joined(separator: " – "),
        "\(chain.rows.count)",
      ])
    }
    return [heading, table.text(style)].joined(separator: "\n")
  }

  // MARK: Method

  private func method(_ style: TerminalStyle) -> String {
    let relations = Set(findings.pairs.flatMap(\.modalities)).sorted()
    let worths = relations.map { "\($0.word) \(TextNumber.fixed(PairLadder.worth(of: $0), 2))" }
    var sentences = [
      "P tr, P al, P in: the probability of at least a transactional link, of an alliance, of integration. A stage holds "
        + "from P = 0.5; below two origins it is unconfirmed. Intensity = 100 (1 − Π (1 − p v)).",
      worths.isEmpty
        ? nil : "Worth v of a relation, a convention of nexus: \(worths.joined(separator: ", ")).",
      "Names and words describe rows of these data. A tie is not involvement; no number here is a finding about anyone.",
    ].compactMap { $0 }
    if findings.options.indirectLinks > 0 {
      sentences.insert("Damped: half for each step beyond the first. " + notes.joined(separator: " "), at: 2)
    } else {
      sentences.insert(
        "An ungraded row counts \(TextNumber.plain(findings.options.paths.rule.ungraded)).", at: 2)
    }
    return ([style.heading("Method")] + sentences.map { TextWrap.text($0, style) }).joined(separator: "\n")
  }
}
