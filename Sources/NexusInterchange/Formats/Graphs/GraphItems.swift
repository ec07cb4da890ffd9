/// Gathers the nodes and edges of a graph format as actors, ties and transfers.
///
/// | of the format | becomes |
/// |---|---|
/// | a node | an actor; its `name`, else its `label`, is the name |
/// | an edge between an actor and an event, of a two-mode network | a membership |
/// | an edge | a tie; a transfer where it has a value called `amount`, as in a table |
/// | a value `directed` of an edge, true or false | its direction, before what the format says of it |
/// | a value `statements` of a node | further rows of the actor, see ``StatementRows`` |
/// | any other value | the column that a table with such a header would have |
struct GraphItems {
  private var actors = RecordTable(.actors, [.id, .name])
  private var ties = RecordTable(.ties, [.source, .target, .directed])
  private var transfers = RecordTable(.ties, [.source, .target, .amount])
  private var affiliations = RecordTable(.affiliations, [.source, .event])
  private var events: [String] = []
  private var eventRows = RecordTable(.actors, [.id, .name])
  private var meanings: [String: Meaning] = [:]
  private var cells: [(name: String, value: String?)] = []

  /// What the name of a value says of it.
  private struct Meaning {
    var column: String
    var isName: Bool
    var isLabel: Bool
    var isAmount: Bool

    init(_ name: String) {
      let folded = Field.fold(name)
      // The columns that the format itself fills keep their names.
      let own: [Field] = [.id, .name, .source, .target, .directed, .event]
      let isOwn = own.contains { $0.rawValue == name }
      column = isOwn ? "\(name) (value)" : name
      isName = folded == "name"
      isLabel = folded == "label"
      isAmount = Field.amount.tieNames.contains(folded)
    }
  }

  /// - Parameter values: what the format says of the node beside its id.
  mutating func addNode(
    _ id: String?, _ values: [(name: String, value: String)], line: Int, column: Int? = nil
  ) throws(FormatFault) {
    for row in rows(ofNode: id, values) { try actors.append(row, line: line, column: column) }
  }

  /// Adds what actors take part in, of a two-mode network.
  mutating func addEvent(
    _ id: String, _ values: [(name: String, value: String)] = [], line: Int
  ) throws(FormatFault) {
    events.append(id)
    guard !values.isEmpty else { return }
    for row in rows(ofNode: id, values) { try eventRows.append(row, line: line) }
  }

  private mutating func rows(
    ofNode id: String?, _ values: [(name: String, value: String)]
  ) -> [[(name: String, value: String?)]] {
    var name: String?
    var label: String?
    cells.removeAll(keepingCapacity: true)
    cells.append((Field.id.rawValue, id))
    var statements: [[(name: String, value: String?)]] = []
    for (key, value) in values {
      if StatementRows.isName(key), let rows = StatementRows.rows(value) {
        statements += rows
        continue
      }
      let meaning = meaning(of: key)
      if meaning.isName, name == nil {
        name = value
      } else if meaning.isLabel, label == nil {
        label = value
      } else {
        cells.append((meaning.column, value))
      }
    }
    cells.append((Field.name.rawValue, name ?? label))
    // Gephi and NetworkX write the id where a node has no label.
    if name != nil, let label, label != id { cells.append(("label", label)) }
    return [cells] + statements.map { [(Field.id.rawValue, id)] + $0 }
  }

  /// - Parameter isDirected: nil where the format leaves it to the reader.
  mutating func addEdge(
    _ source: String?, _ target: String?, isDirected: Bool?, _ values: [(name: String, value: String)],
    line: Int, column: Int? = nil
  ) throws(FormatFault) {
    cells.removeAll(keepingCapacity: true)
    cells.append((Field.source.rawValue, source))
    cells.append((Field.target.rawValue, target))
    var isTransfer = false
    var isDirected = isDirected
    for (key, value) in values {
      if key == Field.directed.rawValue, let direction = GraphItems.direction(value) {
        isDirected = direction
        continue
      }
      let meaning = meaning(of: key)
      isTransfer = isTransfer || meaning.isAmount && !MissingCell.matches(value)
      cells.append((meaning.column, value))
    }
    guard !isTransfer else { return try transfers.append(cells, line: line, column: column) }
    cells.append((Field.directed.rawValue, isDirected.map { $0 ? "directed" : "undirected" }))
    try ties.append(cells, line: line, column: column)
  }

  /// Adds that an actor took part in an event.
  mutating func addMembership(
    _ actor: String?, _ event: String?, _ values: [(name: String, value: String)], line: Int
  ) throws(FormatFault) {
    cells.removeAll(keepingCapacity: true)
    cells.append((Field.source.rawValue, actor))
    cells.append((Field.event.rawValue, event))
    for (key, value) in values { cells.append((meaning(of: key).column, value)) }
    try affiliations.append(cells, line: line)
  }

  /// Actors first, then ties, transfers and memberships.
  var tables: [RecordTable] { [actors, ties, transfers, affiliations] }

  /// All items, of a network that may have two modes.
  func itemTables(notes: [String]) -> ItemTables {
    ItemTables(tables: tables, notes: notes, events: events, eventRows: eventRows)
  }

  /// The formats have one direction for a graph, and programs that hold them to it; a value can tell of each edge.
  private static func direction(_ value: String) -> Bool? {
    switch RowReader.direction(value) {
    case .directed: true
    case .undirected: false
    case .unsaid, .unreadable: nil
    }
  }

  private mutating func meaning(of name: String) -> Meaning {
    if let known = meanings[name] { return known }
    let meaning = Meaning(name)
    meanings[name] = meaning
    return meaning
  }
}
