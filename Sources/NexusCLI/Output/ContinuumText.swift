import NexusGraph
import NexusModel
import NexusReport
import NexusRisk

/// The actors on the continuum, on the terminal.
struct ContinuumText {
  private let findings: LinksFindings

  init(_ findings: LinksFindings) { self.findings = findings }

  func text(_ style: TerminalStyle) -> String {
    let heading = style.heading("Actors on the continuum")
    let positions = findings.continuum.actors
    guard !positions.isEmpty else {
      return heading + "\n"
        + TextWrap.text(
          "Not observed: no row counts acts or motives. Give the table of actors the columns method_terror, "
            + "method_crime, motive_terror and motive_crime.", style)
    }
    var table = TextTable([
      TextTable.Column(head: "actor", canShrink: true), TextTable.Column(head: "label", canShrink: true),
      TextTable.Column(head: "method", alignment: .right), TextTable.Column(head: "95 %", alignment: .right),
      TextTable.Column(head: "mixed", alignment: .right),
      TextTable.Column(head: "motive", alignment: .right), TextTable.Column(head: "95 %", alignment: .right),
      TextTable.Column(head: "mixed", alignment: .right),
    ])
    for position in positions {
      table.append(
        [findings.network.actors.names[position.actor.index], label(of: position)] + cells(position.method)
          + cells(position.motive))
    }
    var lines = [heading, table.text(style)]
    lines += changes.map { TextWrap.text($0, style, indent: 2) }
    lines += sentences.map { TextWrap.text($0, style) }
    return lines.joined(separator: "\n")
  }

  private func label(of position: ContinuumPosition) -> String {
    guard position.label == .insufficient else { return position.label.rawValue }
    return position.tendency == .undecided ? "insufficient" : "(\(position.tendency.rawValue))"
  }

  private func cells(_ axis: ContinuumAxis) -> [String] {
    [
      signed(axis.position), "\(signed(axis.positions.lowerBound))…\(signed(axis.positions.upperBound))",
      TextNumber.probability(axis.mixed, 2),
    ]
  }

  private func signed(_ value: Double) -> String {
    let text = TextNumber.fixed(value, 2)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : "+" + text
  }

  /// Who moved between the two windows of time.
  private var changes: [String] {
    guard let split = findings.continuum.split else { return [] }
    let moved = findings.continuum.actors.compactMap { position -> String? in
      guard let change = position.change else { return nil }
      let crossing =
        change.motiveCrossing.map { ", crossed the middle with P = \(TextNumber.fixed($0, 2))" } ?? ""
      return
        "\(findings.network.actors.names[position.actor.index]): method \(signed(change.earlyMethod.position)) to "
        + "\(signed(change.lateMethod.position)), motive \(signed(change.earlyMotive.position)) to "
        + "\(signed(change.lateMotive.position))\(crossing)"
    }
    guard !moved.isEmpty else { return [] }
    return ["Before and from \(split) (--windows):"] + moved
  }

  private var sentences: [String] {
    let thin = findings.continuum.actors.count { $0.label == .insufficient }
    let few =
      thin == 0
      ? "" : " A label in brackets is what the counts alone would say: what was observed is insufficient."
    return [
      "A position in the recorded data, not a finding. −1 is crime, +1 terrorism; x = 2 E[θ] − 1, θ ~ Beta(terror + ½, "
        + "crime + ½), the counts of a row worth its confidence. Mixed: 0.35 ≤ θ ≤ 0.65; a side counts from P = 0.5; the column mixed is its P. "
        + "Insufficient: fewer than \(TextNumber.plain(ContinuumLabel.leastObservations)) observations or "
        + "\(ContinuumLabel.leastOrigins) origins.\(few)"
    ]
  }
}
