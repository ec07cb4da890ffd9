internal import NexusGraph

/// What the cells of each column show of how it writes numbers and dates.
struct ColumnEvidence {
  private(set) var numbers: [(field: Field, marks: NumberMarks)] = []
  private(set) var dates: [(field: Field, order: DateOrder)] = []

  private static let numberFields: [Field] =
    [.amount, .amountReceived, .strength, .confidence, .vulnerability, .consequence] + Field.counts
  private static let dateFields: [Field] = [.date, .start, .end, .birthDate]

  /// O(bytes): one pass over the cells of the columns that hold numbers or dates, if there are any.
  init(_ blocks: CSVBlocks, _ layout: TableLayout) {
    self.init(layout)
    guard !isEmpty else { return }
    var above = layout.firstRow
    for table in blocks {
      note(table, below: &above, layout)
    }
  }

  /// - Throws: ``ReadingError`` of a text that cannot be read on.
  init(_ blocks: TableBlocks, _ layout: TableLayout) throws(ReadingError) {
    self.init(layout)
    guard !isEmpty else { return }
    let stage = WorkProgress.begin("columns", of: blocks.byteCount)
    defer { stage?.finish() }
    var above = layout.firstRow
    var cursor = try blocks.cursor()
    while let (table, position) = try cursor.next() {
      note(table, below: &above, layout)
      stage?.advance(by: position - (stage?.done ?? 0))
    }
  }

  private init(_ layout: TableLayout) {
    numbers = ColumnEvidence.numberFields.filter(layout.columns.has).map { ($0, NumberMarks()) }
    dates = ColumnEvidence.dateFields.filter(layout.columns.has).map { ($0, DateOrder()) }
  }

  private var isEmpty: Bool { numbers.isEmpty && dates.isEmpty }

  /// - Parameter above: how many records that are no data are still to come.
  private mutating func note(_ table: CSVTable, below above: inout Int, _ layout: TableLayout) {
    let rows = table.records.dropFirst(above)
    above -= table.records.count - rows.count
    for position in numbers.indices {
      let column = layout.columns[numbers[position].field] ?? -1
      for record in rows { numbers[position].marks.note(table, record, column) }
    }
    for position in dates.indices {
      let column = layout.columns[dates[position].field] ?? -1
      let holdsBirths = dates[position].field == .birthDate
      for record in rows {
        if holdsBirths {
          dates[position].order.note(births: table.bytes(record, column), table, line: record.line)
        } else {
          dates[position].order.note(table, record, column)
        }
      }
    }
  }
}

/// Which decimal marks the numbers of a column show.
struct NumberMarks {
  /// Cells that can only be read with a decimal comma, or point.
  private(set) var commas = Sighting()
  private(set) var points = Sighting()
  /// Cells like `1,200`, or `1.200`, which leave it open.
  private(set) var openCommas = Sighting()
  private(set) var openPoints = Sighting()

  var showsComma: Bool { commas.count > 0 }
  var showsPoint: Bool { points.count > 0 }
  var hasOpenComma: Bool { openCommas.count > 0 }
  var hasOpenPoint: Bool { openPoints.count > 0 }

  mutating func note(_ table: CSVTable, _ record: CSVTable.Record, _ column: Int) {
    let cell = table.bytes(record, column)
    guard let digits = PlainCells.digits(table.bytes.span, cell.range) else {
      if cell.count > 0 { note(table.text(of: cell), line: record.line) }
      return
    }
    note(digits, line: record.line)
  }

  mutating func note(_ digits: PlainCells.Digits, line: Int = 0) {
    guard let after = digits.after else { return }
    if after == 3, (1...3).contains(digits.before), !digits.leadsWithZero {
      openPoints.add(line: line)
    } else {
      points.add(line: line)
    }
  }

  mutating func note(_ cell: String, line: Int = 0) {
    if NumberCell.showsDecimalComma(cell) { commas.add(line: line) }
    if NumberCell.showsDecimalPoint(cell) { points.add(line: line) }
    if NumberCell.isUndecided(cell) { openCommas.add(line: line) }
    if NumberCell.hasOpenPoint(cell) { openPoints.add(line: line) }
  }
}

/// In which order the dates of a column write day and month.
struct DateOrder {
  /// Cells that can only be read with the day first, or the month.
  private(set) var dayFirst = Sighting()
  private(set) var monthFirst = Sighting()
  /// Cells that leave it open.
  private(set) var open = Sighting()

  var hasOpen: Bool { open.count > 0 }

  /// The order that some cell decides; nil where none does, or cells contradict each other.
  var order: DateCell.Order? {
    let (showsDayFirst, showsMonthFirst) = (dayFirst.count > 0, monthFirst.count > 0)
    return showsDayFirst == showsMonthFirst ? nil : showsDayFirst ? .dayFirst : .monthFirst
  }
  var isMixed: Bool { dayFirst.count > 0 && monthFirst.count > 0 }

  mutating func note(_ table: CSVTable, _ record: CSVTable.Record, _ column: Int) {
    let cell = table.bytes(record, column)
    guard cell.count > 0, !PlainCells.beginsWithYear(table.bytes.span, cell.range) else { return }
    note(table.text(of: cell), line: record.line)
  }

  /// Notes each date of a cell with dates of birth.
  mutating func note(births cell: CSVTable.Cell, _ table: CSVTable, line: Int) {
    guard cell.count > 0 else { return }
    for date in BirthCell.singleDates(table.text(of: cell)) { note(date, line: line) }
  }

  mutating func note(_ cell: String, line: Int = 0) {
    guard let (first, second) = DateCell.openingNumbers(cell) else { return }
    if first > 12 {
      dayFirst.add(line: line)
    } else if second > 12 {
      monthFirst.add(line: line)
    } else {
      open.add(line: line)
    }
  }
}
