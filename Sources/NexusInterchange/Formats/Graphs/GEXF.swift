internal import NexusModel

/// Reads GEXF 1.1 to 1.3 as Gephi and NetworkX write it.
///
/// | GEXF | becomes |
/// |---|---|
/// | `node id label` | the actor's id and name |
/// | `edge source target` | a tie's ends |
/// | `edge type`, else `defaultedgetype` | its direction; `mutual` is undirected |
/// | `edge weight` | strength |
/// | `edge kind` (1.3) | relation |
/// | `edge start end` | the tie's dates, unless values called `date`, `start` or `end` give them; numbers that are no year are kept as `start step`, `end step` |
/// | `edge label` | a value called `label` |
/// | `attribute title` with `attvalue`, or its `default` | a column of that name, by the rules of tables |
///
/// Positions, colours and sizes are passed over. Of a value that changes in time the first counts.
///
/// Source: GEXF Working Group, *GEXF File Format 1.3*, https://gexf.net.
struct GEXF {
  private struct Attribute {
    var title: String
    var defaultValue: String?
  }

  private var xml: XMLScanner
  private var items = GraphItems()
  private var nodeAttributes: [String: Attribute] = [:]
  private var edgeAttributes: [String: Attribute] = [:]
  /// The attributes with a default, in the order of the file.
  private var nodeDefaults: [Attribute] = []
  private var edgeDefaults: [Attribute] = []
  private var isDirected = false
  private var inTime = 0
  private var nested = 0

  /// - Parameter text: the document in UTF-8.
  /// - Complexity: O(bytes).
  static func items(of text: [UInt8]) throws(FormatFault) -> ItemTables {
    var reader = GEXF(xml: XMLScanner(text))
    _ = try reader.xml.child()
    var sawGraph = false
    var furtherGraphs = 0
    while let element = try reader.xml.child() {
      if element.name == "graph", !sawGraph {
        sawGraph = true
        try reader.readGraph(element)
      } else {
        if element.name == "graph" { furtherGraphs += 1 }
        try reader.xml.skip()
      }
    }
    _ = try reader.xml.child()
    guard sawGraph else { throw FormatFault(nil, "the GEXF document holds no <graph>. Give one that does.") }
    var notes: [String] = []
    if reader.inTime > 0 {
      notes.append(
        "\(reader.inTime) values change in time, of which the first counts. Export one window a file.")
    }
    if furtherGraphs > 0 {
      notes.append(
        "the file holds \(furtherGraphs + 1) graphs, of which the first was read. Put others in files.")
    }
    if reader.nested > 0 { notes.append("\(reader.nested) nodes inside nodes were read like all others.") }
    return ItemTables(tables: reader.items.tables, notes: notes)
  }

  private init(xml: XMLScanner) { self.xml = xml }

  private mutating func readGraph(_ graph: XMLTag) throws(FormatFault) {
    isDirected = graph["defaultedgetype"] == "directed"
    while let element = try xml.child() {
      switch element.name {
      case "attributes": try readAttributes(element)
      case "nodes": try readNodes(depth: 0)
      case "edges": try readEdges()
      default: try xml.skip()
      }
    }
  }

  private mutating func readAttributes(_ element: XMLTag) throws(FormatFault) {
    let isOfEdges = element["class"] == "edge"
    while let child = try xml.child() {
      guard child.name == "attribute", let id = child["id"] else {
        try xml.skip()
        continue
      }
      var attribute = Attribute(title: child["title"] ?? id)
      while let part = try xml.child() {
        if part.name == "default" { attribute.defaultValue = try xml.text() } else { try xml.skip() }
      }
      if isOfEdges { edgeAttributes[id] = attribute } else { nodeAttributes[id] = attribute }
      guard attribute.defaultValue != nil else { continue }
      if isOfEdges { edgeDefaults.append(attribute) } else { nodeDefaults.append(attribute) }
    }
  }

  private mutating func readNodes(depth: Int) throws(FormatFault) {
    while let node = try xml.child() {
      guard node.name == "node" else {
        try xml.skip()
        continue
      }
      if depth > 0 { nested += 1 }
      var values: [(name: String, value: String)] = []
      if let label = node["label"] { values.append(("label", label)) }
      var isWritten = false
      while let child = try xml.child() {
        switch child.name {
        case "attvalues": try readValues(nodeAttributes, into: &values)
        case "nodes":
          if !isWritten { try add(node, values) }
          isWritten = true
          try readNodes(depth: depth + 1)
        default: try xml.skip()
        }
      }
      if !isWritten { try add(node, values) }
    }
  }

  private mutating func add(_ node: XMLTag, _ values: [(name: String, value: String)]) throws(FormatFault) {
    try items.addNode(node["id"], GEXF.filled(values, nodeDefaults), line: node.line)
  }

  private mutating func readEdges() throws(FormatFault) {
    while let edge = try xml.child() {
      guard edge.name == "edge" else {
        try xml.skip()
        continue
      }
      var values: [(name: String, value: String)] = []
      for (attribute, name) in [("weight", "strength"), ("kind", "relation"), ("label", "label")] {
        if let value = edge[attribute] { values.append((name, value)) }
      }
      while let child = try xml.child() {
        if child.name == "attvalues" { try readValues(edgeAttributes, into: &values) } else { try xml.skip() }
      }
      // The attributes hold whole days, the values what the data say: a year may be all that is known.
      let isDated = values.contains { Field(rawValue: $0.name)?.holdsDates == true }
      for attribute in ["start", "end"] {
        guard !isDated, let value = edge[attribute] else { continue }
        values.append((DateCell().instant(value) == nil ? "\(attribute) step" : attribute, value))
      }
      let isDirected: Bool? =
        switch edge["type"] {
        case "directed": true
        case "undirected", "mutual": false
        default: self.isDirected
        }
      try items.addEdge(
        edge["source"], edge["target"], isDirected: isDirected, GEXF.filled(values, edgeDefaults),
        line: edge.line)
    }
  }

  private mutating func readValues(
    _ attributes: [String: Attribute], into values: inout [(name: String, value: String)]
  ) throws(FormatFault) {
    var seen = Set<String>()
    while let child = try xml.child() {
      // GEXF 1.0 called it id.
      if child.name == "attvalue", let id = child["for"] ?? child["id"], let value = child["value"] {
        if seen.insert(id).inserted {
          values.append((attributes[id]?.title ?? id, value))
        } else {
          inTime += 1
        }
      }
      try xml.skip()
    }
  }

  private static func filled(
    _ values: [(name: String, value: String)], _ defaults: [Attribute]
  ) -> [(name: String, value: String)] {
    values
      + defaults.compactMap { attribute in
        guard let value = attribute.defaultValue, !values.contains(where: { $0.name == attribute.title })
        else {
          return nil
        }
        return (attribute.title, value)
      }
  }
}
