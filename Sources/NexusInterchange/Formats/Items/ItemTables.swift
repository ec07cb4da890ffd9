/// What the items of a file say, as tables that are read like delimited ones.
struct ItemTables {
  /// In the order in which they are read: who the actors are comes first.
  var tables: [RecordTable]
  /// What was decided on the way that a reader should know.
  var notes: [String] = []
  /// Items that say nothing of actors, ties or transfers, or that their source withdrew.
  var passedOver = 0
  /// What the second mode of a two-mode network names, in its order: also the events in which nobody took part.
  var events: [String] = []
  /// Items of the second mode that say more than a name, as rows of actors.
  var eventRows = RecordTable(.actors, [.id, .name])
  /// Rows of a table that could not be told apart into items, with their lines.
  var brokenRows: [(line: Int, row: String)] = []

  var count: Int { tables.reduce(0) { $0 + $1.count } }
}

/// Why a file is not what its format asks for: where, what, and how to mend it.
struct FormatFault: Error, Hashable {
  /// From 1; nil when the trouble is with the whole file.
  var line: Int?
  /// From 1, in characters of one byte.
  var column: Int?
  var message: String

  init(_ line: Int?, column: Int? = nil, _ message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  /// `:12:3`, as it follows the name of a file.
  var place: String { [line, column].compactMap { $0.map { ":\($0)" } }.joined() }
}
