internal import NexusGraph
internal import NexusModel

/// Writes the language of Graphviz, for drawing or for other programs; nexus does not read it.
///
/// Each actor is a node, each row of a tie or transfer an edge. What the data say of them stands in attributes whose
/// names begin with `data.`, so that none is taken for one of Graphviz's own, which can name files and addresses.
/// DOT has no place for the characters that no text holds: they become U+FFFD.
///
/// Source: Graphviz, *DOT Language*, https://graphviz.org/doc/info/lang.html.
enum DOTText {
  static func bytes(_ rows: RecordRows, _ losses: inout LossTally) -> [UInt8] {
    let graph = GraphRows(rows)
    var replaced = 0
    let ids = WrittenIDs(rows.network.actors.ids) { escaped($0, &replaced) }
    let (kind, arrow) = graph.isDirected ? ("digraph", "->") : ("graph", "--")
    var text = "\(kind) \(quoted(rows.network.name, &replaced)) {\n"
    for node in graph.nodes {
      let label = quoted(node.row[.name] ?? "", &replaced)
      text += "  \"\(ids[node.actor.index])\" [label=\(label)\(attributes(node.row, &replaced))];\n"
    }
    for edge in graph.edges {
      let head =
        graph.isDirected && edge.isUndirected ? "dir=none" : "dir=\(graph.isDirected ? "forward" : "none")"
      text +=
        "  \"\(ids[edge.source.index])\" \(arrow) \"\(ids[edge.target.index])\" "
        + "[\(head)\(attributes(edge.row, &replaced))];\n"
    }
    losses.add(XMLText.lossName, replaced)
    return Array((text + "}\n").utf8)
  }

  private static func attributes(_ row: WrittenRow, _ replaced: inout Int) -> String {
    var text = ""
    for cell in row.cells {
      text += ", \(quoted("data." + cell.column.name, &replaced))=\(quoted(cell.value, &replaced))"
    }
    return text
  }

  private static func quoted(_ text: String, _ replaced: inout Int) -> String {
    "\"\(escaped(text, &replaced))\""
  }

  /// What stands between quotation marks: no name can end the quotation or become an escape of Graphviz.
  private static func escaped(_ text: String, _ replaced: inout Int) -> String {
    var escaped = ""
    var isWhole = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
        escaped.unicodeScalars.append("\u{FFFD}")
        isWhole = false
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    if !isWhole { replaced += 1 }
    return escaped
  }
}
