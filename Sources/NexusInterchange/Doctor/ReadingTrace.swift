/// What a reading leaves behind on its way, also when it fails.
struct ReadingTrace {
  /// How much is kept: what was recognised, or also the tables themselves, for checks of their cells.
  enum Depth { case recognition, tables }

  let depth: Depth
  private(set) var files: [FileRecognition] = []
  private(set) var tables: [ExaminedTable] = []
  /// Tables whose columns could not be recognised, and what is wrong with their rows as such.
  private(set) var unrecognised: [ExaminedTable] = []
  private(set) var formProblems: [Problem] = []
  /// The reading, once it is whole, even where no row of it can be used.
  var reading: Reading?

  init(_ depth: Depth) { self.depth = depth }

  mutating func add(_ file: FileRecognition) { files.append(file) }

  /// Notes what was recognised of a file that was added before.
  mutating func note(_ name: String, _ body: (inout FileRecognition) -> Void) {
    guard let position = files.lastIndex(where: { $0.name == name }) else { return }
    body(&files[position])
  }

  mutating func keep(_ table: @autoclosure () -> ExaminedTable) {
    if depth == .tables { tables.append(table()) }
  }

  /// Looks at the rows of a table that has no known columns for what is wrong with them as such.
  mutating func checkForm(of text: DelimitedText, in file: SourceFile) {
    guard depth == .tables else { return }
    let blocks = text.heldBlocks
    guard let first = blocks.first.records.first else { return }
    let header = blocks.first.cells(first)
    note(file.name) { $0.header = header }
    var log = ProblemLog()
    let layout = TableLayout(
      shape: .ties, header: header, columns: ColumnMap([:], reasons: [:], header: header), firstRow: 1,
      preamble: 0, form: text.form)
    var reader = RowReader(
      blocks, layout: layout, file: file.name, delimiter: text.dialect.delimiter, isOwnOutput: false,
      options: ReadingOptions(), log: &log)
    unrecognised.append(ExaminedTable(reader: reader, blocks: blocks, file: 0))
    var firstRow = 1
    for table in blocks {
      reader.table = table
      for record in table.records.dropFirst(firstRow) {
        do throws(RowFault) { try reader.checkForm(record, &log) } catch {
          log.add(error.kind, error.place, error.message)
        }
      }
      firstRow = 0
    }
    formProblems += log.problems
  }
}

/// A table of the data set with the rules by which its cells were read.
struct ExaminedTable {
  let reader: RowReader
  let blocks: CSVBlocks
  /// The number of its file in ``Network/rows``.
  let file: Int

  var layout: TableLayout { reader.layout }
  var name: String { reader.file }

  /// Calls a function with each data row, its block and its number from 0.
  func forEachRow(_ body: (CSVTable, CSVTable.Record) -> Void) {
    var firstRow = layout.firstRow
    for table in blocks {
      for record in table.records.dropFirst(firstRow) { body(table, record) }
      firstRow = 0
    }
  }

  /// The distinct cells of a column in the order of their first rows, missing ones left out.
  ///
  /// - Complexity: O(bytes of the column) expected.
  func distinctCells(
    _ column: Int, missing isMissing: (String) -> Bool = MissingCell.matches
  ) -> [DistinctCell] {
    var numbers = CellNumbers()
    var cells: [DistinctCell] = []
    forEachRow { table, record in
      let cell = table.bytes(record, column)
      guard cell.count > 0 else { return }
      let (number, isNew) = numbers.number(of: cell, in: table)
      if isNew {
        let text = reader.unguarded(table.text(of: cell))
        cells.append(DistinctCell(text: text, line: record.line, count: 1))
      } else {
        cells[number].count += 1
      }
    }
    return cells.filter { !isMissing($0.text) }
  }

  /// The place of a cell in the file, as messages cite it.
  func place(line: Int, column: Int?) -> CellPlace {
    CellPlace(file: name, line: line, column: layout.form == .items ? nil : column.map { $0 + 1 })
  }

  /// The columns of some fields that the table has, with the fields.
  func columns(of fields: [Field]) -> [(field: Field, column: Int)] {
    fields.compactMap { field in layout.columns[field].map { (field, $0) } }
  }
}

/// A text that cells of a column have, the line of the first, and how many they are.
struct DistinctCell {
  var text: String
  var line: Int
  var count: Int
}

extension ExaminedTable {
  /// How findings name a column.
  func header(of column: Int) -> String {
    let header = layout.header.indices.contains(column) ? layout.header[column] : ""
    return header.isEmpty ? "\(column + 1)" : MessageText.quoted(header)
  }
}
