/// Reads the JSON of Cytoscape and Cytoscape.js, which NetworkX writes too.
///
/// | JSON | becomes |
/// |---|---|
/// | `elements.nodes[].data`, or an element of `elements[]` without source and target | an actor: `id`, `name` or `label` |
/// | `elements.edges[].data`, or an element with `source` and `target` | a tie |
/// | `data.interaction` of an edge | relation |
/// | `directed` | the direction of all ties; absent means undirected |
/// | any other member of `data` | a column of that name, by the rules of tables |
///
/// Positions, styles and the state of the view are passed over.
///
/// Source: M. Franz et al., "Cytoscape.js: a graph theory library for visualisation and analysis", *Bioinformatics*
/// 32(2), 2016, pp. 309–311, doi:10.1093/bioinformatics/btv557.
struct CytoscapeJSON {
  private var items = GraphItems()
  private var isDirected = false
  private enum Subject { case node, edge, either }

  /// - Parameter text: the document in UTF-8.
  /// - Complexity: O(bytes), in two passes: the direction counts wherever it stands.
  static func items(of text: [UInt8]) throws(FormatFault) -> ItemTables {
    var reader = CytoscapeJSON()
    var scanner = JSONScanner(text)
    if scanner.kind() == .array {
      try scanner.array { (scanner) throws(FormatFault) in try reader.read(.either, &scanner) }
      try scanner.expectEnd()
      return ItemTables(tables: reader.items.tables)
    }
    try scanner.object { (scanner, name) throws(FormatFault) in
      guard name == "directed" else { return try scanner.skip() }
      if case .truth(let value) = try scanner.value() { reader.isDirected = value }
    }
    try scanner.expectEnd()
    scanner = JSONScanner(text)
    try scanner.object { (scanner, name) throws(FormatFault) in
      guard name == "elements" else { return try scanner.skip() }
      guard scanner.kind() == .object else {
        return try scanner.array { (scanner) throws(FormatFault) in try reader.read(.either, &scanner) }
      }
      try scanner.object { (scanner, name) throws(FormatFault) in
        guard name == "nodes" || name == "edges" else { return try scanner.skip() }
        try scanner.array { (scanner) throws(FormatFault) in
          try reader.read(name == "nodes" ? .node : .edge, &scanner)
        }
      }
    }
    return ItemTables(tables: reader.items.tables)
  }

  private mutating func read(_ subject: Subject, _ scanner: inout JSONScanner) throws(FormatFault) {
    let (value, line) = (try scanner.value(), scanner.line)
    guard let element = value.object, let data = element["data"]?.object else {
      throw FormatFault(line, "an element has no object \"data\". Expected {\"data\": {\"id\": …}}.")
    }
    let isEdge =
      switch subject {
      case .node: false
      case .edge: true
      case .either: element["group"]?.text == "edges" || (data["source"] != nil && data["target"] != nil)
      }
    guard isEdge else {
      return try items.addNode(
        data["id"]?.cell, data.cells.filter { $0.name != "id" }, line: element.line, column: element.column)
    }
    let own: Set<String> = ["id", "source", "target"]
    let values = data.cells.filter { !own.contains($0.name) }
      .map { ($0.name == "interaction" ? "relation" : $0.name, $0.value) }
    try items.addEdge(
      data["source"]?.cell, data["target"]?.cell, isDirected: isDirected, values, line: element.line,
      column: element.column)
  }
}
