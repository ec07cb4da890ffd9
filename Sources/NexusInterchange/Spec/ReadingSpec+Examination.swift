internal import NexusModel

extension ReadingSpec {
  /// The decisions by which a data set was read, so that reading it with them gives the same network.
  ///
  /// A decimal mark is written where it alone reads every cell of the column as it was read; an order of day and month
  /// where a date needs one; a direction where an option gave it, or the symmetry of a matrix.
  ///
  /// - Parameter options: those of the reading.
  /// - Complexity: O(bytes) of the columns with numbers.
  public init(of examination: Examination, options: ReadingOptions) {
    self.init()
    vocabulary = options.spec?.vocabulary ?? WordReplacements()
    for file in examination.files {
      let tables = examination.tables.filter { $0.name == file.name }
      files[file.name] = FileSpec(
        of: file, tables, directed: examination.matrixDirection(of: tables), options.applied(to: file.name),
        options.spec?.files[file.name] ?? options.spec?.files[ReadingSpec.anyFile])
    }
  }
}

extension Examination {
  /// Whether the ties of a matrix were read as directed; nil for tables that are none, and a matrix without ties.
  fileprivate func matrixDirection(of tables: [ExaminedTable]) -> ReadingOptions.Direction? {
    guard let matrix = tables.first(where: { $0.layout.shape == .matrix }), let network else { return nil }
    let tie = network.ties.first { tie in
      network.evidence(of: tie).first.map { network.rows.file(of: $0.row) == matrix.file } ?? false
    }
    return tie.map { $0.isDirected ? .directed : .undirected }
  }
}

extension FileSpec {
  fileprivate init(
    of file: FileRecognition, _ tables: [ExaminedTable], directed: ReadingOptions.Direction?,
    _ options: ReadingOptions, _ earlier: FileSpec?
  ) {
    self.init()
    let namesItsValues = tables.contains { $0.layout.form == .items }
    encoding = file.format == .workbook ? nil : file.encoding
    delimiter = file.delimiter
    sheet = file.sheet
    direction = options.direction ?? directed
    duplicates = options.duplicates
    if tables.contains(where: { $0.layout.shape == .affiliations }) { twoMode = options.twoMode }
    vocabulary = earlier?.vocabulary ?? WordReplacements()
    dateOrder = options.dateOrder
    decimalMark = options.decimalMark
    if namesItsValues {
      let chosen = file.columns.filter { $0.reason == .option || $0.reason == .spec }
      if !chosen.isEmpty { columns = FileSpec.columns(chosen, file) }
      return
    }
    shape = file.shape
    if file.shape != .matrix, !file.columns.isEmpty { columns = FileSpec.columns(file.columns, file) }
    for column in file.columns {
      if options.dateOrder == nil, let dates = column.dates, dates.basis != .none {
        dateOrders[column.field] = dates.order
      }
      if options.decimalMark == nil, let numbers = column.numbers {
        decimalMarks[column.field] =
          numbers.told ?? tables.lazy.compactMap { $0.onlyMark(of: column.field) }.first
      }
    }
    if options.decimalMark == nil, let numbers = file.matrixNumbers, numbers.basis == .evidence {
      decimalMarks[.strength] = numbers.openCommas.count + numbers.openPoints.count == 0 ? numbers.mark : nil
    }
    if let told = file.matrixNumbers?.told, options.decimalMark == nil { decimalMarks[.strength] = told }
    if options.decimalMark == nil, let mark = tables.lazy.compactMap({ $0.onlyMarkOfCells(options) }).first {
      decimalMarks[.strength] = mark
    }
  }

  private static func columns(_ columns: [ColumnReading], _ file: FileRecognition) -> [Field: ColumnSpec] {
    var specs: [Field: ColumnSpec] = [:]
    for column in columns {
      // A blank or repeated header does not tell its column.
      let isNamed = column.position.map { file.header.firstIndex(of: column.header) == $0 - 1 } ?? true
      specs[column.field] =
        isNamed && !column.header.isEmpty ? .header(column.header) : column.position.map { .position($0) }
    }
    return specs
  }
}

extension ExaminedTable {
  /// The one decimal mark that reads every number of a field as it was read; nil where both do, or neither.
  fileprivate func onlyMark(of field: Field) -> ReadingOptions.DecimalMark? {
    // Cells such as `AF:0.8` go by the rule of this column too.
    if field == .confidence, layout.shape == .actors { return nil }
    guard let column = layout.columns[field], let rule = reader.numberRule(field) else { return nil }
    return ExaminedTable.onlyMark(of: distinctCells(column), readBy: rule)
  }

  /// The same for the cells of a matrix of actors by events; nil for any other table.
  fileprivate func onlyMarkOfCells(_ options: ReadingOptions) -> ReadingOptions.DecimalMark? {
    guard layout.shape == .affiliations, layout.isMatrix, layout.form != .items else { return nil }
    if let told = options.forNumbers(of: .strength).decimalMark { return told }
    let cells = (1..<max(layout.header.count, 1)).flatMap { distinctCells($0) }
    var marks = NumberMarks()
    for cell in cells { marks.note(cell.text) }
    var log = ProblemLog()
    let rule = RowReader.numberRule(by: marks, in: name, reader.delimiter, options, &log)
    return ExaminedTable.onlyMark(of: cells, readBy: rule)
  }

  private static func onlyMark(
    of cells: [DistinctCell], readBy rule: NumberCell
  ) -> ReadingOptions.DecimalMark? {
    let marks = ReadingOptions.DecimalMark.allCases.filter { mark in
      let fixed = NumberCell(fixed: mark)
      return cells.allSatisfy { rule.value($0.text) == fixed.value($0.text) }
    }
    return marks.count == 1 ? marks[0] : nil
  }
}
