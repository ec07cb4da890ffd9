/// What the cells of each column show of how it writes numbers and dates.
struct ColumnEvidence {
  private(set) var numbers: [(field: Field, marks: NumberMarks)] = []
  private(set) var dates: [(field: Field, order: DateOrder)] = []

  private static let numberFields: [Field] =
    [.amount, .amountReceived, .strength, .confidence, .vulnerability, .consequence] + Field.counts
  private static let dateFields: [Field] = [.date, .start, .end]

  /// O(bytes): one pass over the cells of the columns that hold numbers or dates, if there are any.
  init(_ blocks: CSVBlocks, _ layout: TableLayout) {
    numbers = ColumnEvidence.numberFields.filter(layout.columns.has).map { ($0, NumberMarks()) }
    dates = ColumnEvidence.dateFields.filter(layout.columns.has).map { ($0, DateOrder()) }
    guard !numbers.isEmpty || !dates.isEmpty else { return }
    var firstRow = layout.firstRow
    for table in blocks {
      for record in table.records[firstRow...] {
        for position in numbers.indices {
          numbers[position].marks.note(table, record, layout.columns[numbers[position].field] ?? -1)
        }
        for position in dates.indices {
          dates[position].order.note(table, record, layout.columns[dates[position].field] ?? -1)
        }
      }
      firstRow = 0
    }
  }
}

/// Which decimal marks the numbers of a column show.
struct NumberMarks {
  /// Some cell can only be read with a decimal comma, or point.
  private(set) var showsComma = false
  private(set) var showsPoint = false
  /// Some cell like `1,200`, or `1.200`, leaves it open.
  private(set) var hasOpenComma = false
  private(set) var hasOpenPoint = false

  mutating func note(_ table: CSVTable, _ record: CSVTable.Record, _ column: Int) {
    let cell = table.bytes(record, column)
    guard let digits = PlainCells.digits(table.bytes.span, cell.range) else {
      if cell.count > 0 { note(table.text(of: cell)) }
      return
    }
    note(digits)
  }

  mutating func note(_ digits: PlainCells.Digits) {
    guard let after = digits.after else { return }
    if after == 3, (1...3).contains(digits.before), !digits.leadsWithZero {
      hasOpenPoint = true
    } else {
      showsPoint = true
    }
  }

  mutating func note(_ cell: String) {
    showsComma = showsComma || NumberCell.showsDecimalComma(cell)
    showsPoint = showsPoint || NumberCell.showsDecimalPoint(cell)
    hasOpenComma = hasOpenComma || NumberCell.isUndecided(cell)
    hasOpenPoint = hasOpenPoint || NumberCell.hasOpenPoint(cell)
  }
}

/// In which order the dates of a column write day and month.
struct DateOrder {
  private var dayFirst = false
  private var monthFirst = false
  /// Some cell leaves it open.
  private(set) var hasOpen = false

  /// The order that some cell decides; nil where none does, or cells contradict each other.
  var order: DateCell.Order? { dayFirst == monthFirst ? nil : dayFirst ? .dayFirst : .monthFirst }
  var isMixed: Bool { dayFirst && monthFirst }

  mutating func note(_ table: CSVTable, _ record: CSVTable.Record, _ column: Int) {
    let cell = table.bytes(record, column)
    guard cell.count > 0, !PlainCells.beginsWithYear(table.bytes.span, cell.range) else { return }
    note(table.text(of: cell))
  }

  mutating func note(_ cell: String) {
    guard let (first, second) = DateCell.openingNumbers(cell) else { return }
    if first > 12 { dayFirst = true } else if second > 12 { monthFirst = true } else { hasOpen = true }
  }
}
