internal import NexusGraph
internal import NexusModel

/// Writes GraphML as NetworkX, igraph, Gephi and yEd read it; the inverse of ``GraphML``.
///
/// | of the network | GraphML |
/// |---|---|
/// | an actor | `node` with its id; its name, role and the rest as `data` under the names of ``Field`` |
/// | a row of a tie or transfer | `edge`; its values likewise, `amount` for a transfer |
/// | direction | `edgedefault`; where some ties point and others do not, a boolean `directed` (``GraphRows``) |
///
/// XML has no place for control characters: they become U+FFFD.
///
/// Source: U. Brandes et al., "Graph markup language (GraphML)", 2013; see ``GraphML``.
enum GraphMLText {
  static func bytes(_ rows: RecordRows, _ losses: inout LossTally) -> [UInt8] {
    let graph = GraphRows(rows)
    var xml = XMLText()
    let ids = WrittenIDs(rows.network.actors.ids) { xml.value($0) }
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

      """
    let nodeKeys = keys(graph.nodes.lazy.map(\.row), prefix: "n", of: "node", &xml, &text)
    let edgeKeys = keys(graph.edges.lazy.map(\.row), prefix: "e", of: "edge", &xml, &text)
    text += "<graph edgedefault=\"\(graph.isDirected ? "directed" : "undirected")\">\n"
    for node in graph.nodes {
      text += "<node id=\"\(ids[node.actor.index])\">\(data(node.row, nodeKeys, &xml))</node>\n"
    }
    for edge in graph.edges {
      text +=
        "<edge source=\"\(ids[edge.source.index])\" target=\"\(ids[edge.target.index])\">"
        + "\(data(edge.row, edgeKeys, &xml))</edge>\n"
    }
    text += "</graph>\n</graphml>\n"
    losses.add(XMLText.lossName, xml.replaced)
    return Array(text.utf8)
  }

  private static func keys(
    _ rows: some Sequence<WrittenRow>, prefix: String, of subject: String, _ xml: inout XMLText,
    _ text: inout String
  ) -> [WrittenRow.Column: String] {
    var keys: [WrittenRow.Column: String] = [:]
    for (number, (column, type)) in RecordRows.typedColumns(rows).enumerated() {
      let id = "\(prefix)\(number)"
      keys[column] = id
      text +=
        "<key id=\"\(id)\" for=\"\(subject)\" attr.name=\"\(xml.value(column.name))\" "
        + "attr.type=\"\(type)\"/>\n"
    }
    return keys
  }

  private static func data(
    _ row: WrittenRow, _ keys: [WrittenRow.Column: String], _ xml: inout XMLText
  ) -> String {
    var text = ""
    for cell in row.cells {
      text += "<data key=\"\(keys[cell.column]!)\">\(xml.value(cell.value))</data>"
    }
    return text
  }
}
