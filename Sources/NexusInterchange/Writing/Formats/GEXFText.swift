internal import NexusGraph
internal import NexusModel

/// Writes GEXF 1.3 as Gephi and NetworkX read it; the inverse of ``GEXF``.
///
/// | of the network | GEXF |
/// |---|---|
/// | an actor | `node`, its name as `label`; colour, size and shape by role |
/// | a row of a tie or transfer | `edge`, its strength as `weight` |
/// | the dates of a row | `start`, `end` as whole days, in the mode `dynamic`; exactly as `attvalue` |
/// | direction | `defaultedgetype`; where some ties point and others do not, a boolean `directed` (``GraphRows``) |
/// | all else | `attvalue` under the names of ``Field`` |
///
/// Victims, witnesses and reporting parties are smaller than the others, for nothing here is about them. XML has no
/// place for control characters: they become U+FFFD.
///
/// Source: GEXF Working Group, *GEXF File Format 1.3*, https://gexf.net.
struct GEXFText {
  private let rows: RecordRows
  private let graph: GraphRows
  private var xml = XMLText()

  static func bytes(_ rows: RecordRows, _ losses: inout LossTally) -> [UInt8] {
    var writer = GEXFText(rows: rows, graph: GraphRows(rows))
    let text = writer.text()
    losses.add(XMLText.lossName, writer.xml.replaced)
    return Array(text.utf8)
  }

  private init(rows: RecordRows, graph: GraphRows) { (self.rows, self.graph) = (rows, graph) }

  private mutating func text() -> String {
    let ids = WrittenIDs(rows.network.actors.ids) { xml.value($0) }
    let isDated = graph.edges.contains { GEXFText.spell(of: $0.row) != nil }
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
      <meta><creator>nexus</creator><description>\(xml.value(rows.network.name))</description></meta>
      <graph defaultedgetype="\(graph.isDirected ? "directed" : "undirected")" \
      mode="\(isDated ? "dynamic\" timeformat=\"date" : "static")">

      """
    let nodeKeys = attributes(graph.nodes.lazy.map(\.row), of: "node", besides: [.name], &text)
    let edgeKeys = attributes(graph.edges.lazy.map(\.row), of: "edge", besides: [.strength], &text)
    text += "<nodes>\n"
    for node in graph.nodes {
      let name = node.row[.name] ?? ""
      text += "<node id=\"\(ids[node.actor.index])\" label=\"\(xml.value(name))\">"
      text += values(node.row, nodeKeys) + GEXFText.look(of: node.role) + "</node>\n"
    }
    text += "</nodes>\n<edges>\n"
    for (number, edge) in graph.edges.enumerated() {
      text +=
        "<edge id=\"\(number)\" source=\"\(ids[edge.source.index])\" target=\"\(ids[edge.target.index])\""
      if edgeKeys[.field(.strength)] == nil, let strength = edge.row[.strength] {
        text += " weight=\"\(strength)\""
      }
      if let (start, end) = GEXFText.spell(of: edge.row) {
        if let start { text += " start=\"\(start)\"" }
        if let end { text += " end=\"\(end)\"" }
      }
      text += ">\(values(edge.row, edgeKeys))</edge>\n"
    }
    return text + "</edges>\n</graph>\n</gexf>\n"
  }

  private mutating func attributes(
    _ rows: some Sequence<WrittenRow>, of subject: String, besides own: Set<Field>, _ text: inout String
  ) -> [WrittenRow.Column: Int] {
    var keys: [WrittenRow.Column: Int] = [:]
    text += "<attributes class=\"\(subject)\">\n"
    for (number, (column, type)) in RecordRows.typedColumns(rows).enumerated() {
      // A weight is a number; what is none stands among the values.
      if case .field(let field) = column, own.contains(field), field == .name || type == "double" { continue }
      keys[column] = number
      text +=
        "<attribute id=\"\(number)\" title=\"\(xml.value(column.name))\" type=\"\(type)\"/>\n"
    }
    text += "</attributes>\n"
    return keys
  }

  private mutating func values(_ row: WrittenRow, _ keys: [WrittenRow.Column: Int]) -> String {
    var text = ""
    for cell in row.cells {
      guard let key = keys[cell.column] else { continue }
      text += "<attvalue for=\"\(key)\" value=\"\(xml.value(cell.value))\"/>"
    }
    return text.isEmpty ? "" : "<attvalues>\(text)</attvalues>"
  }

  /// The first and the last day that a row speaks of; nil where it has no date.
  private static func spell(of row: WrittenRow) -> (start: String?, end: String?)? {
    func day(_ field: Field) -> Instant? { row[field].flatMap { DateCell().instant($0) } }
    let start = day(.start) ?? day(.date)
    let end = day(.end) ?? day(.date)
    guard start != nil || end != nil else { return nil }
    func written(_ instant: Instant?) -> String? { instant.map { String($0.description.prefix(10)) } }
    let firstDay = start.flatMap { start -> Instant? in
      let (year, month, day) = start.date
      return Instant(year: year, month: month, day: day)
    }
    return (written(firstDay), written(end?.lastDay))
  }

  /// Colours after M. Okabe and K. Ito, *Color Universal Design*, 2008, which the colour-blind tell apart.
  private static func look(of role: Role) -> String {
    let (red, green, blue, shape) =
      switch role {
      case .terrorist: (213, 94, 0, "disc")
      case .organisedCrime: (0, 114, 178, "square")
      case .facilitator: (230, 159, 0, "triangle")
      case .state: (0, 158, 115, "diamond")
      case .reportingParty, .witness: (86, 180, 233, "disc")
      case .victim: (204, 121, 167, "disc")
      default: (189, 189, 189, "disc")
      }
    return "<viz:color r=\"\(red)\" g=\"\(green)\" b=\"\(blue)\"/>"
      + "<viz:size value=\"\(role.isProtected ? 6 : 10)\"/><viz:shape value=\"\(shape)\"/>"
  }
}
