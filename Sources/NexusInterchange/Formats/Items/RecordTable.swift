internal import NexusModel

/// Items of a format other than a delimited text, as the table that a delimited text would have: one row an item,
/// one column a named value.
///
/// The rows are kept as CSV, with the line of each item in its file, so that they are read, accounted for, rejected
/// and cited by the same rules as any table.
struct RecordTable {
  /// What its rows are: actors, ties and transfers, those of a square matrix of ties, or who took part in what.
  enum Rows { case actors, ties, matrix, affiliations }

  let rows: Rows
  private(set) var header: [String]
  private(set) var text: [UInt8] = []
  private(set) var lines: [UInt32] = []
  /// The column of each item in its line, where several items stand on one; else empty.
  private(set) var itemColumns: [UInt32] = []
  private var columns: [String: Int] = [:]
  private var row: [String?] = []

  /// The most values of different names that the items of a file may have.
  static let mostColumns = 1_000
  /// The most bytes that one value may have.
  static let largestValue = 1 << 20
  /// The most bytes that its rows may have: a short file can say much by values that are given once for all items.
  static let largestText = 1 << 30

  /// - Parameter fields: the columns that come first, whether or not an item has them.
  init(_ rows: Rows, _ fields: [Field]) {
    self.rows = rows
    header = fields.map(\.rawValue)
    for (position, name) in header.enumerated() { columns[name] = position }
  }

  /// A square matrix, whose rows come by ``append(label:cells:line:)``.
  ///
  /// - Parameter labels: the names of the columns, all different.
  init(matrix labels: [String], line: Int) throws(FormatFault) {
    rows = .matrix
    header = [""] + labels
    try append(label: "", cells: labels, line: line)
  }

  /// How many items it holds; the labels of a matrix are none.
  var count: Int { rows == .matrix ? lines.count - 1 : lines.count }

  /// Adds a row of a matrix.
  mutating func append(label: String, cells: [String], line: Int) throws(FormatFault) {
    RecordTable.append(quoted: label, to: &text)
    for cell in cells {
      text.append(UInt8(ascii: ","))
      RecordTable.append(cell: cell, to: &text)
    }
    try endRow(line: line)
  }

  /// Adds an item by its fields; a missing or empty value is an empty cell.
  mutating func append(
    _ values: KeyValuePairs<Field, String?>, line: Int, column: Int? = nil
  ) throws(FormatFault) {
    try append(values.map { ($0.key.rawValue, $0.value) }, line: line, column: column)
  }

  /// Adds an item by the names of its values. Of several values of one name the first counts.
  ///
  /// - Throws: a fault when a value is too long, the names are too many, or the table outgrows what can be read.
  mutating func append(
    _ values: [(name: String, value: String?)], line: Int, column itemColumn: Int? = nil
  ) throws(FormatFault) {
    row.removeAll(keepingCapacity: true)
    for case (let name, let value?) in values where !value.isEmpty {
      guard value.utf8.count <= RecordTable.largestValue else {
        throw FormatFault(
          line, "a value of \(value.utf8.count) bytes is more than the 1 MiB that one may have. Shorten it.")
      }
      let column = try column(named: name, line: line)
      while row.count <= column { row.append(nil) }
      if row[column] == nil { row[column] = value }
    }
    for (position, cell) in row.enumerated() {
      if position > 0 { text.append(UInt8(ascii: ",")) }
      if let cell { RecordTable.append(cell: cell, to: &text) }
    }
    // An item that says nothing must not become a blank line, which is no row.
    if text.last ?? UInt8(ascii: "\n") == UInt8(ascii: "\n") {
      RecordTable.append(quoted: "", to: &text)
    }
    if let itemColumn { itemColumns.append(UInt32(clamping: itemColumn)) }
    try endRow(line: line)
  }

  private mutating func endRow(line: Int) throws(FormatFault) {
    text.append(UInt8(ascii: "\n"))
    lines.append(UInt32(clamping: line))
    guard text.count <= RecordTable.largestText else {
      throw FormatFault(line, "the items up to here fill more than 1 GiB. Split the file.")
    }
  }

  private mutating func column(named name: String, line: Int) throws(FormatFault) -> Int {
    if let known = columns[name] { return known }
    guard header.count < RecordTable.mostColumns else {
      throw FormatFault(
        line,
        "the items have values of more than \(RecordTable.mostColumns) names. Leave out what is not needed.")
    }
    columns[name] = header.count
    header.append(name)
    return header.count - 1
  }

  /// Writes a value as a cell of CSV.
  static func append(cell: String, to text: inout [UInt8]) {
    // White space, which a bare cell loses at its ends; comma; quote.
    let needsQuotes = cell.utf8.contains { $0 <= 0x20 || $0 == 0x2C || $0 == 0x22 }
    if needsQuotes {
      append(quoted: cell, to: &text)
    } else {
      for byte in cell.utf8 { append(byte, to: &text) }
    }
  }

  private static func append(quoted cell: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { text.append(byte) }
      append(byte, to: &text)
    }
    text.append(UInt8(ascii: "\""))
  }

  /// No table holds control characters; in JSON they can be written.
  private static func append(_ byte: UInt8, to text: inout [UInt8]) {
    if DecodedText.isControlCharacter(byte) { text += Array("\u{FFFD}".utf8) } else { text.append(byte) }
  }
}

extension TableLayout {
  /// The layout of items: what each column means is in its name.
  init(of items: RecordTable, overrides: [Field: String]) {
    let columns: ColumnMap
    let shape: TableShape
    switch items.rows {
    case .actors:
      columns = ColumnMap(
        header: items.header, overrides: overrides.filter { $0.key.describesActors }, purpose: .actors)
      shape = .actors
    case .ties:
      columns = ColumnMap(header: items.header, overrides: overrides)
      shape = columns.has(.amount) ? .flows : .ties
    case .matrix:
      columns = ColumnMap(header: [], overrides: [:])
      shape = .matrix
    case .affiliations:
      let ends: [Field: String] = [.source: Field.source.rawValue, .event: Field.event.rawValue]
      columns = ColumnMap(header: items.header, overrides: overrides.merging(ends) { _, own in own })
      shape = .affiliations
    }
    self.init(
      shape: shape, header: items.header, columns: columns, firstRow: items.rows == .matrix ? 1 : 0,
      preamble: 0,
      form: .items)
  }
}
