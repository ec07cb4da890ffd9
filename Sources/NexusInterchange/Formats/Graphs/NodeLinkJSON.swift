/// Reads node-link JSON as NetworkX and D3 write it.
///
/// | JSON | becomes |
/// |---|---|
/// | `nodes[].id` | the actor's id; where no node has one, its `name`, and ends are positions in `nodes` |
/// | `links[]` or `edges[]`: `source`, `target` | a tie's ends |
/// | `directed` | the direction of all ties; absent means undirected |
/// | any other member | a column of that name, by the rules of tables; a list is joined by `;` |
///
/// Source: NetworkX 3.6, `networkx.readwrite.json_graph.node_link_data`.
struct NodeLinkJSON {
  private var items = GraphItems()
  private var isDirected = false
  private var sawIDs = false
  /// The names of the nodes, while none has an id.
  private var names: [String?] = []

  /// - Parameter text: the document in UTF-8.
  /// - Complexity: O(bytes), in two passes: nodes count before edges wherever they stand.
  static func items(of text: [UInt8]) throws(FormatFault) -> ItemTables {
    var reader = NodeLinkJSON()
    var scanner = JSONScanner(text)
    try scanner.object { (scanner, name) throws(FormatFault) in
      switch name {
      case "directed": if case .truth(let value) = try scanner.value() { reader.isDirected = value }
      case "nodes": try scanner.array { (scanner) throws(FormatFault) in try reader.readNode(&scanner) }
      default: try scanner.skip()
      }
    }
    try scanner.expectEnd()
    scanner = JSONScanner(text)
    try scanner.object { (scanner, name) throws(FormatFault) in
      guard name == "links" || name == "edges" else { return try scanner.skip() }
      try scanner.array { (scanner) throws(FormatFault) in try reader.readEdge(&scanner) }
    }
    return ItemTables(tables: reader.items.tables)
  }

  private mutating func readNode(_ scanner: inout JSONScanner) throws(FormatFault) {
    let (value, line) = (try scanner.value(), scanner.line)
    guard let node = value.object else {
      throw FormatFault(line, "a node is no object. Expected {\"id\": …}.")
    }
    let id = node["id"]?.cell
    let name = node["name"]?.cell
    sawIDs = sawIDs || id != nil
    if !sawIDs { names.append(name) }
    try items.addNode(id ?? name, node.cells.filter { $0.name != "id" }, line: node.line, column: node.column)
  }

  private mutating func readEdge(_ scanner: inout JSONScanner) throws(FormatFault) {
    let (value, line) = (try scanner.value(), scanner.line)
    guard let edge = value.object else {
      throw FormatFault(line, "an edge is no object. Expected {\"source\": …, \"target\": …}.")
    }
    let values = edge.cells.filter { $0.name != "source" && $0.name != "target" }
    try items.addEdge(
      end(edge["source"]), end(edge["target"]), isDirected: isDirected, values, line: edge.line,
      column: edge.column)
  }

  private func end(_ value: JSONValue?) -> String? {
    if !sawIDs, case .number(let text)? = value, let position = Int(text) {
      return names.indices.contains(position) ? names[position] : nil
    }
    // D3 puts the whole node in place of its id once it has drawn.
    return value?.object?["id"]?.cell ?? value?.cell
  }
}
