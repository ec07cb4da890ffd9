extension TableLayout {
  /// Recognises a table by what a spec says of it; without a spec by its header and row labels.
  ///
  /// - Parameter options: applied to the file.
  init(
    of table: CSVTable, file: String, purpose: TablePurpose, options: ReadingOptions
  ) throws(ReadingError) {
    let decisions = options.decisions
    guard let spec = options.spec, decisions.shape != nil || decisions.columns != nil,
      let first = table.records.first
    else {
      try self.init(of: table, file: file, purpose: purpose, overrides: options.columns)
      return
    }
    let keys = spec.keys(of: file)
    if decisions.shape == .headerless {
      try self.init(headerless: table, file: file, decisions, spec)
    } else if decisions.shape == .matrix {
      let head = table.cells(first)
      guard try TableLayout.isMatrix(table, header: head, file: file) else {
        throw spec.fault("\(keys).shape", "\(file) is no square matrix. Mend the shape, or leave it out.")
      }
      self.init(
        shape: .matrix, header: head, columns: ColumnMap([:], reasons: [:], header: []), firstRow: 1,
        preamble: 0)
    } else if let columns = decisions.columns {
      try self.init(columns, of: table, file: file, purpose: purpose, options, spec)
    } else {
      try self.init(of: table, file: file, purpose: purpose, overrides: options.columns)
    }
    guard let told = decisions.shape, told != shape else { return }
    // An amount need not be one of a payment.
    guard told == .ties, shape == .flows else {
      throw spec.fault(
        "\(keys).shape",
        "\(file) is said to hold \(told.rawValue), but its columns are those of \(shape.rawValue). Mend the shape, or "
          + "name the columns.")
    }
    shape = .ties
  }

  /// A table without a header, whose columns are known by their places.
  private init(
    headerless table: CSVTable, file: String, _ decisions: FileSpec, _ spec: ReadingSpec
  ) throws(ReadingError) {
    let width = TableLayout.usualWidth(of: table)
    var columns: [Field: Int] = [:]
    for (field, column) in (decisions.columns ?? [.source: .position(1), .target: .position(2)]).sorted(by: {
      $0.key.rawValue < $1.key.rawValue
    }) {
      guard case .position(let position) = column, (1...max(width, 1)).contains(position) else {
        throw spec.fault(
          "\(spec.keys(of: file)).columns.\(field.rawValue)",
          "a table without a header has columns 1 to \(width). Give the number of one.")
      }
      columns[field] = position - 1
    }
    guard columns[.source] != nil, columns[.target] != nil else {
      throw spec.fault(
        "\(spec.keys(of: file)).columns", "both ends of a tie are needed: {\"source\": 1, \"target\": 2}.")
    }
    let reasons = columns.mapValues { _ in ColumnReason.spec }
    self.init(
      shape: .headerless, header: Array(repeating: "", count: width),
      columns: ColumnMap(columns, reasons: reasons, header: []), firstRow: 0, preamble: 0)
  }

  /// A table whose columns a spec names, below the first row that has all of them.
  private init(
    _ wanted: [Field: ColumnSpec], of table: CSVTable, file: String, purpose: TablePurpose,
    _ options: ReadingOptions, _ spec: ReadingSpec
  ) throws(ReadingError) {
    let wanted = purpose == .actors ? wanted.filter { $0.key.describesActors } : wanted
    var best: (header: [String], missing: [(field: Field, name: String)])?
    for (position, record) in table.records.prefix(TableLayout.deepestHeader).enumerated() {
      let header = table.cells(record)
      let (columns, missing) = ColumnMap.find(wanted, in: header)
      guard missing.isEmpty else {
        if best.map({ missing.count < $0.missing.count }) ?? true { best = (header, missing) }
        continue
      }
      let chosen = ColumnMap.find(options.columns.mapValues { .header($0) }, in: header).columns
      let all = columns.merging(chosen) { _, option in option }
      let reasons = Dictionary(
        uniqueKeysWithValues: all.keys.map { ($0, chosen[$0] == nil ? ColumnReason.spec : .option) })
      if let end = all[.source], end == all[.target] { throw .sameColumn(file, column: header[end]) }
      let map = ColumnMap(all, reasons: reasons, header: header)
      guard let shape = TableLayout.shape(map, purpose: purpose, isFirst: true) else {
        throw spec.fault(
          "\(spec.keys(of: file)).columns",
          "\(purpose == .actors ? "an id or a name is" : "both ends of a tie, or the id of an actor, are") needed."
        )
      }
      self.init(shape: shape, header: header, columns: map, firstRow: position + 1, preamble: position)
      return
    }
    guard let best, let missing = best.missing.first else { throw .emptyFile(file) }
    throw spec.noColumn(missing.name, for: missing.field, in: file, among: best.header)
  }
}

extension ColumnMap {
  /// The columns of a header that a spec names, and the names that are not there, by field.
  static func find(
    _ wanted: [Field: ColumnSpec], in header: [String]
  ) -> (columns: [Field: Int], missing: [(field: Field, name: String)]) {
    let folded = header.map(Field.fold)
    var columns: [Field: Int] = [:]
    var missing: [(field: Field, name: String)] = []
    for (field, column) in wanted.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      switch column {
      case .header(let name):
        if let found = header.firstIndex(of: name) ?? folded.firstIndex(of: Field.fold(name)) {
          columns[field] = found
        } else {
          missing.append((field, name))
        }
      case .position(let position):
        if header.indices.contains(position - 1) {
          columns[field] = position - 1
        } else {
          missing.append((field, "\(position)"))
        }
      }
    }
    return (columns, missing)
  }
}

extension ReadingSpec {
  /// A column that the spec names and the file does not have.
  func noColumn(_ name: String, for field: Field, in file: String, among names: [String]) -> ReadingError {
    fault(
      "\(keys(of: file)).columns.\(field.rawValue)",
      "\(file) has no column \(MessageText.quoted(name)).\(NearColumns.question(name, among: names)) Its columns are "
        + "\(ReadingError.listed(names)). Mend the entry, or see --map.")
  }

  /// The keys under which the spec speaks of a file.
  func keys(of file: String) -> String { "files.\(files[file] == nil ? ReadingSpec.anyFile : file)" }
}
