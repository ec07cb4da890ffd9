internal import NexusGraph
internal import NexusModel

/// The rows of a network as nodes and edges: a node an actor, an edge a row of a tie or a transfer.
///
/// A node has one place for what an actor is, so its further rows stand in the value `statements` (``StatementRows``).
/// Where some ties point and others do not, all edges point, for programs refuse a graph of both, and a value
/// `directed` says of each what it is.
struct GraphRows {
  struct Node {
    var actor: ActorID
    var row: WrittenRow
    var role: Role
    var type: ActorType
  }

  struct Edge {
    var source: ActorID
    var target: ActorID
    var row: WrittenRow
    /// Whether it is a tie that does not point.
    var isUndirected: Bool
  }

  let nodes: [Node]
  let edges: [Edge]
  let isDirected: Bool

  init(_ rows: RecordRows) {
    let actors = rows.network.actors
    nodes = rows.actors.map { actor in
      var row = actor.rows[0]
      for (number, text) in StatementRows.texts(actor.rows.dropFirst()).enumerated() {
        row.set(other: StatementRows.name(number), text)
      }
      return Node(
        actor: actor.actor, row: row, role: actors.roles[actor.actor.index],
        type: actors.types[actor.actor.index])
    }
    isDirected = rows.pointsByDefault
    let isMixed = rows.isMixed
    edges = (rows.ties + rows.transfers).map { link in
      var row = link.row
      if isMixed { row.set(.directed, link.isDirected == false ? "false" : "true") }
      return Edge(
        source: link.source, target: link.target, row: row, isUndirected: link.isDirected == false)
    }
  }
}

extension StatementRows {
  /// Texts are cut before they are so long: a value may have twice as much.
  private static let longestText = RecordTable.largestValue / 2

  /// Rows as lists of objects, all cells as text; none for no row. Each list is as long as a value may be.
  ///
  /// - Parameter leading: cells that each row has before its own.
  static func texts(
    _ rows: some Sequence<WrittenRow>, leading: [(name: String, value: JSONValue)] = []
  ) -> [String] {
    var texts: [String] = []
    var list: [UInt8] = []
    func end() {
      if !list.isEmpty { texts.append("[" + String(decoding: list, as: UTF8.self) + "]") }
      list.removeAll(keepingCapacity: true)
    }
    for row in rows {
      let cells = row.cells.map { (name: $0.column.name, value: JSONValue.string($0.value)) }
      let object = JSONText.bytes(.object(leading + cells))
      if list.count + object.count > longestText { end() }
      if !list.isEmpty { list += ", ".utf8 }
      list += object
    }
    end()
    return texts
  }
}

extension RecordRows {
  /// The columns of rows, each with the type that a format of doubles, truths and texts gives it. A column of numbers
  /// in which something else stands is one of texts.
  static func typedColumns(
    _ rows: some Sequence<WrittenRow>
  ) -> [(column: WrittenRow.Column, type: String)] {
    var mixed = Set<WrittenRow.Column>()
    for row in rows {
      for case (.field(let field), let value) in row.cells
      where field.holdsNumbers && !WrittenValue.isNumber(value) {
        mixed.insert(.field(field))
      }
    }
    return columns(rows).map { column in
      guard case .field(let field) = column else { return (column, "string") }
      if field == .refutes || field == .directed { return (column, "boolean") }
      return (column, field.holdsNumbers && !mixed.contains(column) ? "double" : "string")
    }
  }
}
