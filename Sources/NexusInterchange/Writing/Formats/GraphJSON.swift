internal import NexusGraph
internal import NexusModel

/// Writes the JSON of NetworkX and D3, and that of Cytoscape; the inverses of ``NodeLinkJSON`` and ``CytoscapeJSON``.
///
/// | of the network | node-link | Cytoscape |
/// |---|---|---|
/// | an actor | an element of `nodes` | `elements.nodes[].data` |
/// | a row of a tie or transfer | an element of `edges` | `elements.edges[].data`, its relation as `interaction` |
/// | direction | `directed`; where some ties point and others do not, a truth `directed` of each (``GraphRows``) | likewise |
/// | all else | members under the names of ``Field``; numbers as numbers, lists as lists | likewise |
///
/// Ids are strings always. Sources: see ``NodeLinkJSON`` and ``CytoscapeJSON``.
enum GraphJSON {
  static func nodeLink(_ rows: RecordRows) -> [UInt8] {
    let graph = GraphRows(rows)
    var bytes = Array("{\"directed\": \(graph.isDirected), \"multigraph\": true, \"graph\": ".utf8)
    JSONText.append(.object([("name", .string(rows.network.name))]), to: &bytes)
    bytes += ",\n".utf8
    JSONText.append(
      lines: graph.nodes.map { node in .object([id(rows, node.actor)] + node.row.members) }, named: "nodes",
      to: &bytes)
    bytes += ",\n".utf8
    JSONText.append(
      lines: graph.edges.map { edge in .object(ends(rows, edge) + members(edge)) }, named: "edges", to: &bytes
    )
    return bytes + Array("}\n".utf8)
  }

  static func cytoscape(_ rows: RecordRows) -> [UInt8] {
    let graph = GraphRows(rows)
    func element(_ members: [(name: String, value: JSONValue)]) -> JSONValue {
      .object([("data", .object(members))])
    }
    var bytes = Array("{\"directed\": \(graph.isDirected), \"multigraph\": true, \"data\": ".utf8)
    JSONText.append(.object([("name", .string(rows.network.name))]), to: &bytes)
    bytes += ", \"elements\": {\n".utf8
    JSONText.append(
      lines: graph.nodes.map { element([id(rows, $0.actor)] + $0.row.members) }, named: "nodes", to: &bytes)
    bytes += ",\n".utf8
    let edges = graph.edges.map { edge in
      element(
        ends(rows, edge)
          + members(edge).map { ($0.name == Field.relation.rawValue ? "interaction" : $0.name, $0.value) })
    }
    JSONText.append(lines: edges, named: "edges", to: &bytes)
    return bytes + Array("}}\n".utf8)
  }

  private static func id(_ rows: RecordRows, _ actor: ActorID) -> (name: String, value: JSONValue) {
    ("id", .string(rows.id(actor)))
  }

  private static func ends(_ rows: RecordRows, _ edge: GraphRows.Edge) -> [(name: String, value: JSONValue)] {
    [("source", .string(rows.id(edge.source))), ("target", .string(rows.id(edge.target)))]
  }

  private static func members(_ edge: GraphRows.Edge) -> [(name: String, value: JSONValue)] {
    edge.row.members.map { name, value in
      guard name == Field.directed.rawValue else { return (name, value) }
      return (name, .truth(!edge.isUndirected))
    }
  }
}
