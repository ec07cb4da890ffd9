/// Reads GraphML as NetworkX, igraph, Gephi and yEd write it.
///
/// | GraphML | becomes |
/// |---|---|
/// | `node id` | the actor's id; in a file of igraph, the value `name` where all nodes have one of their own |
/// | `edge source target` | a tie's ends |
/// | `edge directed`, else `graph edgedefault` | its direction |
/// | `key attr.name` with `data`, or its `default` | a column of that name, by the rules of tables |
/// | `y:NodeLabel` of yEd, `y:EdgeLabel` | the actor's name; a value called `label` |
/// | a graph inside a node | nodes and edges like all others, with a note |
/// | a hyperedge, a port | passed over, with a note |
///
/// Source: U. Brandes, M. Eiglsperger, J. Lerner and C. Pich, "Graph markup language (GraphML)", in R. Tamassia (ed.),
/// *Handbook of Graph Drawing and Visualization*, CRC Press, 2013, pp. 517–541.
struct GraphML {
  private enum Subject { case node, edge }

  private struct Key {
    var id: String
    var name: String
    var isOfNodes: Bool
    var isOfEdges: Bool
    var defaultValue: String?
    /// Whether its values are elements by which yEd draws.
    var isDrawing: Bool
  }

  private var xml: XMLScanner
  private var keys: [Key] = []
  private var keysByID: [String: Int] = [:]
  private var items = GraphItems()
  /// The ids that actors go by, of nodes that have another in the file.
  private var names: [String: String] = [:]
  private var nested = 0
  private var hyperedges = 0
  private var ports = 0
  /// What the graphs behind the first are called.
  private var furtherGraphs: [String] = []

  /// - Parameter text: the document in UTF-8.
  /// - Complexity: O(bytes), twice for a file of igraph.
  static func items(of text: [UInt8]) throws(FormatFault) -> ItemTables {
    var notes: [String] = []
    let names = try igraphNames(of: text, &notes)
    var reader = GraphML(xml: XMLScanner(text), names: names)
    try reader.readDocument()
    return reader.tables(notes)
  }

  private init(xml: XMLScanner, names: [String: String]) {
    (self.xml, self.names) = (xml, names)
  }

  private func tables(_ notes: [String]) -> ItemTables {
    var notes = notes
    if nested > 0 {
      notes.append("\(nested) graphs inside nodes were read flat: groups are actors like their members.")
    }
    if hyperedges > 0 {
      notes.append("\(hyperedges) hyperedges were passed over. Write each as edges between pairs.")
    }
    if ports > 0 { notes.append("\(ports) ports were passed over: an edge ends at the node.") }
    if !furtherGraphs.isEmpty {
      notes.append(
        "the file holds \(furtherGraphs.count + 1) graphs, of which the first was read, not "
          + "\(ReadingError.listed(furtherGraphs)). Put others in files.")
    }
    return ItemTables(tables: items.tables, notes: notes, passedOver: hyperedges)
  }

  private mutating func readDocument() throws(FormatFault) {
    _ = try xml.child()
    var sawGraph = false
    while let element = try xml.child() {
      switch element.name {
      case "key": try readKey(element)
      case "graph" where !sawGraph:
        sawGraph = true
        try readGraph(element)
      default:
        if element.name == "graph" {
          furtherGraphs.append(element["id"] ?? "the one of line \(element.line)")
        }
        try xml.skip()
      }
    }
    _ = try xml.child()
    guard sawGraph else {
      throw FormatFault(nil, "the GraphML document holds no <graph>. Give one that does.")
    }
  }

  private mutating func readKey(_ element: XMLTag) throws(FormatFault) {
    guard let id = element["id"] else {
      throw FormatFault(element.line, "a <key> has no id, so that no <data> can refer to it. Give it one.")
    }
    let subject = element["for"] ?? "all"
    var key = Key(
      id: id, name: element["attr.name"] ?? id, isOfNodes: subject == "all" || subject == "node",
      isOfEdges: subject == "all" || subject == "edge",
      isDrawing: element["attr.name"] == nil && element["yfiles.type"] != nil)
    while let child = try xml.child() {
      if child.name == "default" { key.defaultValue = try xml.text() } else { try xml.skip() }
    }
    // Each node and edge is held against every key that has a default.
    guard keys.count < RecordTable.mostColumns else {
      throw FormatFault(
        element.line, "there are more than \(RecordTable.mostColumns) keys. Leave out what is not needed.")
    }
    keysByID[id] = keys.count
    keys.append(key)
  }

  private mutating func readGraph(_ graph: XMLTag) throws(FormatFault) {
    let isDirected = graph["edgedefault"] == "directed"
    while let element = try xml.child() {
      switch element.name {
      case "node": try readNode(element)
      case "edge": try readEdge(element, isDirected: isDirected)
      case "hyperedge":
        hyperedges += 1
        try xml.skip()
      default: try xml.skip()
      }
    }
  }

  private mutating func readNode(_ node: XMLTag) throws(FormatFault) {
    var values: [(name: String, value: String)] = []
    var isWritten = false
    while let child = try xml.child() {
      switch child.name {
      case "data": try readData(child, .node, into: &values)
      case "graph":
        // The node comes before its members, so what is known of it so far is written now.
        if !isWritten { try addNode(node, &values) }
        isWritten = true
        nested += 1
        try readGraph(child)
      default:
        if child.name == "port" { ports += 1 }
        try xml.skip()
      }
    }
    if !isWritten { try addNode(node, &values) }
  }

  private mutating func addNode(
    _ node: XMLTag, _ values: inout [(name: String, value: String)]
  ) throws(FormatFault) {
    addDefaults(.node, to: &values)
    let id = node["id"]
    try items.addNode(id.map { names[$0] ?? $0 }, values, line: node.line)
    values = []
  }

  private mutating func readEdge(_ edge: XMLTag, isDirected: Bool) throws(FormatFault) {
    var values: [(name: String, value: String)] = []
    while let child = try xml.child() {
      if child.name == "data" { try readData(child, .edge, into: &values) } else { try xml.skip() }
    }
    addDefaults(.edge, to: &values)
    let source = edge["source"].map { names[$0] ?? $0 }
    let target = edge["target"].map { names[$0] ?? $0 }
    try items.addEdge(
      source, target, isDirected: edge["directed"].map { $0 == "true" || $0 == "1" } ?? isDirected, values,
      line: edge.line)
  }

  private mutating func readData(
    _ data: XMLTag, _ subject: Subject, into values: inout [(name: String, value: String)]
  ) throws(FormatFault) {
    guard let id = data["key"] else {
      throw FormatFault(data.line, "a <data> does not say which key it is of. Give it key=\"…\".")
    }
    let key = keysByID[id].map { keys[$0] }
    if key?.isDrawing == true {
      if let label = try readLabel() { values.append(("label", label)) }
      return
    }
    let value = try xml.text()
    if !value.isEmpty { values.append((key?.name ?? id, value)) }
  }

  /// The first label in a drawing of yEd, whose other elements are shapes and colours.
  private mutating func readLabel() throws(FormatFault) -> String? {
    var label: String?
    while let child = try xml.child() {
      if label == nil, child.name == "NodeLabel" || child.name == "EdgeLabel" {
        label = try xml.text()
      } else {
        let inner = try readLabel()
        label = label ?? inner
      }
    }
    return label
  }

  private func addDefaults(_ subject: Subject, to values: inout [(name: String, value: String)]) {
    for key in keys where subject == .node ? key.isOfNodes : key.isOfEdges {
      guard let value = key.defaultValue, !values.contains(where: { $0.name == key.name }) else { continue }
      values.append((key.name, value))
    }
  }

  // MARK: igraph

  /// igraph numbers nodes n0, n1, … and keeps their names in a value; where each node has one of its own, that is the
  /// id. Empty for files of other programs, which name their nodes themselves.
  private static func igraphNames(
    of text: [UInt8], _ notes: inout [String]
  ) throws(FormatFault) -> [String: String] {
    var xml = XMLScanner(text)
    var names: [String: String] = [:]
    var nodes = 0
    var isOfIGraph = false
    _ = try xml.child()
    while let element = try xml.child() {
      isOfIGraph = isOfIGraph || element["id"] == igraphNameKey && element["attr.name"] == "name"
      guard element.name == "graph" else {
        try xml.skip()
        continue
      }
      guard isOfIGraph else { return [:] }
      while let node = try xml.child() {
        guard node.name == "node" else {
          try xml.skip()
          continue
        }
        nodes += 1
        while let data = try xml.child() {
          let value = try xml.text()
          if data["key"] == igraphNameKey, let id = node["id"] { names[id] = value }
        }
      }
      break
    }
    guard isOfIGraph else { return [:] }
    let usable = names.values.filter { !MissingCell.matches(String($0.trimmingSpaces)) }
    guard usable.count == nodes, Set(usable).count == nodes else {
      notes.append("not every node has a name of its own, so the ids of the file are the actors' ids.")
      return [:]
    }
    return names
  }

  private static let igraphNameKey = "v_name"
}
