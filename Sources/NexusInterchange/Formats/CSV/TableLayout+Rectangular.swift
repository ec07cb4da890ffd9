extension TableLayout {
  /// A matrix whose rows are actors and whose columns are what they took part in; nil for a table that is none.
  ///
  /// Its cells are mostly 0 or empty. Under a first header cell that is not blank they must all be 0, 1 or empty and
  /// its row labels no numbers, since a table of ties or of attributes could look the same.
  ///
  /// - Throws: ``ReadingError/twoMode(_:)`` under a blank first header cell, when the cells are attributes;
  ///   ``ReadingError/repeatedLabel(_:label:)``.
  /// - Complexity: O(cells).
  init?(rectangular table: CSVTable, head: [String], file: String) throws(ReadingError) {
    let columns = TableLayout.withoutTrailingBlanks(head).dropFirst()
    let rows = table.records.dropFirst()
    guard columns.count > 1, !rows.isEmpty else { return nil }
    let cells = CellCensus(of: table, rows, width: columns.count)
    guard head[0].isEmpty || cells.areBinary && !cells.hasNumberLabel else { return nil }
    guard cells.areMemberships else {
      guard head[0].isEmpty else { return nil }
      throw .twoMode(file)
    }
    if let twice = TableLayout.firstRepeated(columns.filter { !$0.isEmpty })
      ?? TableLayout.firstRepeated(rows.lazy.map { table.cell($0, 0) })
    {
      throw .repeatedLabel(file, label: MessageText.quoted(twice))
    }
    self.init(
      shape: .affiliations, header: head, columns: ColumnMap(header: [], overrides: [:]), firstRow: 1,
      preamble: 0)
  }

  /// Whether the table is a matrix, which is only read as a whole.
  var isMatrix: Bool { shape == .matrix || shape == .affiliations && !columns.has(.event) }
}

/// What stands right of the labels of a table.
private struct CellCensus {
  private var absent = 0
  private var ones = 0
  private var otherNumbers = 0
  private var unreadable = 0
  private(set) var hasNumberLabel = false

  init(of table: CSVTable, _ rows: ArraySlice<CSVTable.Record>, width: Int) {
    for row in rows {
      hasNumberLabel = hasNumberLabel || NumberCell().value(table.cell(row, 0)) != nil
      for column in 1...width {
        let bytes = table.bytes(row, column)
        if let digits = PlainCells.digits(table.bytes.span, bytes.range) {
          note(PlainCells.value(of: digits))
        } else {
          let cell = table.text(of: bytes)
          if MissingCell.matches(cell) { absent += 1 } else { note(NumberCell().value(cell)) }
        }
      }
    }
  }

  private mutating func note(_ value: Double?) {
    switch value {
    case nil: unreadable += 1
    case 0?: absent += 1
    case 1?: ones += 1
    default: otherNumbers += 1
    }
  }

  var areBinary: Bool { otherNumbers == 0 && unreadable == 0 && ones > 0 }

  /// Mostly absent, or 1 where they are not. A few slips are for the rows to report.
  var areMemberships: Bool {
    let all = absent + ones + otherNumbers + unreadable
    return ones + otherNumbers > 0 && unreadable * 20 <= all && (otherNumbers == 0 || absent * 2 >= all)
  }
}
