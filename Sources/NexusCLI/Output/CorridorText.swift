import NexusAlgorithms
import NexusFlows
import NexusGraph
import NexusModel
import NexusReport

/// A corridor on the terminal.
struct CorridorText {
  let findings: CorridorFindings

  func text(_ style: TerminalStyle) -> String {
    var parts = [
      style.heading(
        TextWrap.text(
          "From \(names(findings.sources)) to \(names(findings.targets)), by \(findings.graph.node)", style)),
      capacity(findings.corridor, style), routes(findings.corridor, style), transit(style),
    ].compactMap { $0 }
    if let remainder = findings.remainder {
      parts.append(
        style.heading(TextWrap.text("Without \(remainder.removed.joined(separator: "; "))", style)))
      parts.append(
        TextWrap.text(
          "Lost: \(number(findings.corridor.maximumFlow - remainder.corridor.maximumFlow)) of "
            + "\(number(findings.corridor.maximumFlow)) \(unit).", style))
      parts.append(capacity(remainder.corridor, style))
      parts += [routes(remainder.corridor, style), displacement(style)].compactMap { $0 }
    }
    parts.append(notes.map { TextWrap.text($0, style) }.joined(separator: "\n"))
    return parts.joined(separator: "\n\n")
  }

  private func capacity(_ corridor: Corridor, _ style: TerminalStyle) -> String {
    guard corridor.maximumFlow > 0 else {
      return
        "No way leads from one end to the other in the recorded data. That is not evidence that there is none."
    }
    let legs = corridor.cut.map { "\(findings.name($0.source)) → \(findings.name($0.target))" }
    let more = legs.count > 12 ? " and \(legs.count - 12) more" : ""
    return TextWrap.text(
      "At most \(number(corridor.maximumFlow)) \(unit) in all. The legs that bound it, nearest the end: "
        + "\(legs.prefix(12).joined(separator: ", "))\(more).", style)
  }

  private func routes(_ corridor: Corridor, _ style: TerminalStyle) -> String? {
    guard !corridor.routes.isEmpty else { return nil }
    var table = TextTable([
      .init(head: "widest routes", canShrink: true), .init(head: "width", alignment: .right),
    ])
    for route in corridor.routes {
      table.append([route.vertices.map(findings.name).joined(separator: " → "), number(route.width)])
    }
    return table.text(style)
  }

  private func transit(_ style: TerminalStyle) -> String? {
    let transit = findings.transit(findings.corridor).prefix(15)
    guard !transit.isEmpty else { return nil }
    var table = TextTable([
      .init(head: "between", canShrink: true), .init(head: "lost without it", alignment: .right),
    ])
    for node in transit { table.append([label(node.vertex), percent(node.share)]) }
    return table.text(style)
  }

  private func displacement(_ style: TerminalStyle) -> String? {
    let moved = findings.displacement.prefix(15)
    guard !moved.isEmpty else { return nil }
    var table = TextTable([
      .init(head: "depends more on", canShrink: true), .init(head: "before", alignment: .right),
      .init(head: "now", alignment: .right),
    ])
    for node in moved { table.append([label(node.vertex), percent(node.before), percent(node.after)]) }
    return table.text(style)
  }

  private var notes: [String] {
    var notes: [String] = []
    if findings.graph.seizures > 0 {
      notes.append(
        "\(findings.graph.seizures) of \(findings.graph.items) rows are of seizures: what was caught, which shows "
          + "enforcement as well as flow.")
    }
    if findings.graph.within > 0 {
      notes.append("\(number(findings.graph.within)) \(unit) inside one region make no corridor.")
    }
    if findings.graph.unlocated > 0 {
      notes.append("\(number(findings.graph.unlocated)) \(unit) have an end in no region that the data name.")
    }
    notes.append(
      findings.graph.measure == .strengths
        ? "Ties carry their strength, undirected ones both ways."
        : "Transfers carry what was paid, dated or not, in any order.")
    notes.append(
      "Assumed: an end lies in its row's region, else in its actor's, shared by confidence. A capacity of recorded "
        + "data is not what is really carried; what was never recorded is not here.")
    return notes
  }

  /// What the numbers are.
  private var unit: String {
    [findings.currency, findings.quantity == "flow" ? nil : "(\(findings.quantity))"].compactMap { $0 }
      .joined(separator: " ")
  }

  private func names(_ vertices: [VertexID]) -> String {
    let shown = vertices.prefix(6).map(label).joined(separator: ", ")
    return vertices.count > 6 ? shown + " and \(vertices.count - 6) more" : shown
  }

  /// A region with its name, an actor with its id.
  private func label(_ vertex: VertexID) -> String {
    let name = findings.name(vertex)
    guard findings.graph.node == .region, let region = Region(resolving: name), region.name != name else {
      return name
    }
    return "\(region.name) (\(name))"
  }

  private func number(_ value: Double) -> String {
    value == value.rounded() ? TextNumber.plain(value) : TextNumber.fixed(value, 2)
  }

  private func percent(_ share: Double) -> String { TextNumber.fixed(share * 100, 1) + " %" }
}
