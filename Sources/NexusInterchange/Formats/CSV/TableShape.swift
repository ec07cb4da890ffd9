/// What a table holds.
public enum TableShape: String, CaseIterable, Sendable {
  case ties, flows, matrix, affiliations, actors, headerless, regions
  /// No rows: what describes the tables of a data set.
  case description
}

/// The header of a table, its shape, and where its data rows begin.
struct TableLayout {
  var shape: TableShape
  /// The header cells; of a headerless table, empty strings for as many columns as most rows have.
  var header: [String]
  var columns: ColumnMap
  /// The first data row, as a position in the table's records.
  var firstRow: Int
  /// Lines passed over before the header.
  var preamble: Int
  var form = TableForm.delimited
}

/// Where the rows of a table come from, which decides what a message can cite and what a missing cell means.
enum TableForm {
  /// A delimited text: a short row lost something.
  case delimited
  /// A sheet, which leaves out empty cells at the end of a row.
  case sheet
  /// Items that name their values: an item without a value leaves it out, and no cell has a column.
  case items
}

/// What the table is read for: as the data set or a table of it, or for attributes of actors.
enum TablePurpose { case dataset, actors }

extension TableLayout {
  /// How many records are looked at for a header.
  static let deepestHeader = 30

  /// Recognises the shape of a table by its header and row labels.
  init(of table: CSVTable, file: String, purpose: TablePurpose, overrides: [Field: String])
    throws(ReadingError)
  {
    guard let first = table.records.first else { throw .emptyFile(file) }
    let overrides = purpose == .actors ? overrides.filter { $0.key.describesActors } : overrides
    let head = table.cells(first)
    if purpose != .actors, try TableLayout.isMatrix(table, header: head, file: file) {
      self.init(
        shape: .matrix, header: head, columns: ColumnMap(header: [], overrides: [:]), firstRow: 1, preamble: 0
      )
      return
    }
    for (position, record) in table.records.prefix(TableLayout.deepestHeader).enumerated() {
      let header = table.cells(record)
      let columns = ColumnMap(header: header, overrides: overrides)
      guard let shape = TableLayout.shape(columns, purpose: purpose, isFirst: position == 0) else { continue }
      if let end = columns[.source], end == columns[.target] { throw .sameColumn(file, column: header[end]) }
      self.init(shape: shape, header: header, columns: columns, firstRow: position + 1, preamble: position)
      return
    }
    try self.init(withoutHeader: table, head: head, file: file, purpose: purpose, overrides: overrides)
  }

  /// A table in which no row is a header: its first two columns are source and target.
  private init(
    withoutHeader table: CSVTable, head: [String], file: String, purpose: TablePurpose,
    overrides: [Field: String]
  ) throws(ReadingError) {
    let recognised = ColumnMap(header: head, overrides: [:])
    if purpose == .actors {
      // Tables written by R and UCINET leave the header of the id column blank.
      self.init(
        shape: .actors, header: head,
        columns: ColumnMap(header: ["id"] + head.dropFirst(), overrides: overrides, blank: .id),
        firstRow: 1, preamble: 0)
      return
    }
    if recognised.columns.isEmpty, let matrix = try TableLayout(rectangular: table, head: head, file: file) {
      self = matrix
      return
    }
    if !recognised.columns.isEmpty || isHeaderOverNumbers(table, head) {
      throw .noColumns(file, columns: head)
    }
    let width = TableLayout.usualWidth(of: table)
    guard width > 1 else { throw .oneColumn(file) }
    self.init(
      shape: .headerless, header: Array(repeating: "", count: width),
      columns: ColumnMap(
        [.source: 0, .target: 1], reasons: [.source: .position, .target: .position], header: []),
      firstRow: 0, preamble: 0)
  }

  /// How many cells most rows have.
  static func usualWidth(of table: CSVTable) -> Int {
    var counts: [Int: Int] = [:]
    for record in table.records { counts[table.cellCount(record), default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  static func shape(_ columns: ColumnMap, purpose: TablePurpose, isFirst: Bool) -> TableShape? {
    let isActors = columns.has(.id) || columns.has(.name)
    if purpose == .actors { return isFirst && isActors ? .actors : nil }
    if columns.has(.source), columns.has(.target) { return columns.has(.amount) ? .flows : .ties }
    if columns.has(.source), columns.has(.event) { return .affiliations }
    // Further down, a lone "name" is more likely data than a header.
    return isActors && !columns.has(.target) && (isFirst || columns.columns.count > 1) ? .actors : nil
  }

  /// First header cell blank or a label, the other headers equal to the row labels. A delimiter that ends every
  /// line makes no column.
  static func isMatrix(_ table: CSVTable, header: [String], file: String) throws(ReadingError) -> Bool {
    let rows = table.records.dropFirst()
    let columns = withoutTrailingBlanks(header).dropFirst()
    guard !columns.isEmpty, !rows.isEmpty, rows.count <= 2 * columns.count, columns.count <= 2 * rows.count
    else { return false }
    let labels = rows.map { table.cell($0, 0) }
    let (columnLabels, rowLabels) = (Set(columns), Set(labels))
    let shared = columnLabels.intersection(rowLabels).count
    guard shared * 2 > max(columnLabels.count, rowLabels.count), looksNumeric(table, rows) else {
      return false
    }
    if let odd = columnLabels.symmetricDifference(rowLabels).min() {
      throw .almostMatrix(file, label: "\"\(odd)\"")
    }
    if let twice = firstRepeated(columns) ?? firstRepeated(labels) {
      throw .repeatedLabel(file, label: "\"\(twice)\"")
    }
    return true
  }

  /// Excel and UCINET may end every line with a delimiter.
  static func withoutTrailingBlanks(_ header: [String]) -> ArraySlice<String> {
    header[...(header.lastIndex { !$0.isEmpty } ?? 0)]
  }

  static func firstRepeated(_ labels: some Sequence<String>) -> String? {
    var seen = Set<String>()
    return labels.first { !seen.insert($0).inserted }
  }

  /// Whether most cells right of the labels are numbers or empty.
  private static func looksNumeric(_ table: CSVTable, _ rows: ArraySlice<CSVTable.Record>) -> Bool {
    let cells = rows.prefix(20).flatMap { table.cells($0).dropFirst() }
    return cells.count { MissingCell.matches($0) || NumberCell().value($0) != nil } * 2 > cells.count
  }
}

/// Whether some column holds numbers only, under a first cell that is none: then the first row is a header.
private func isHeaderOverNumbers(_ table: CSVTable, _ head: [String]) -> Bool {
  let rows = table.records.dropFirst().prefix(100)
  return head.indices.contains { column in
    guard !head[column].isEmpty, NumberCell().value(head[column]) == nil else { return false }
    let cells = rows.map { table.cell($0, column) }.filter { !$0.isEmpty }
    return !cells.isEmpty && cells.allSatisfy { NumberCell().value($0) != nil }
  }
}
