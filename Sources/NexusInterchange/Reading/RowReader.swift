internal import NexusModel

/// Reads the cells of one table by field, by the rules of that table's dialect and columns.
struct RowReader {
  /// The records being read: the whole table, or one block of it.
  var table: CSVTable
  let layout: TableLayout
  let file: String
  let delimiter: CSVDialect.Delimiter
  /// Where the fields that every row is asked for stand.
  let columns: RowColumns
  /// The columns that say who an actor is, beyond a name.
  let particulars: [Field]
  private var numbers: [NumberColumn] = []
  private var dates: [DateColumn] = []
  /// Words that a spec reads as others.
  let replacements: WordReplacements
  /// Whether the table is one that nexus wrote, with a `'` before cells that a spreadsheet would run.
  let isOwnOutput: Bool

  init(
    _ blocks: CSVBlocks, layout: TableLayout, file: String, delimiter: CSVDialect.Delimiter,
    isOwnOutput: Bool, options: ReadingOptions, log: inout ProblemLog
  ) {
    self.init(
      blocks.first, layout, ColumnEvidence(blocks, layout), file: file, delimiter: delimiter,
      isOwnOutput: isOwnOutput, options: options, log: &log)
  }

  /// - Parameter evidence: what all cells of the table show.
  init(
    _ first: CSVTable, _ layout: TableLayout, _ evidence: ColumnEvidence, file: String,
    delimiter: CSVDialect.Delimiter, isOwnOutput: Bool, options: ReadingOptions, log: inout ProblemLog
  ) {
    self.table = first
    self.layout = layout
    self.file = file
    self.delimiter = delimiter
    self.isOwnOutput = isOwnOutput
    replacements = options.decisions.vocabulary
    columns = RowColumns(layout.columns)
    particulars = Field.particulars.filter(layout.columns.has)
    for (field, marks) in evidence.numbers {
      let rule = RowReader.numberRule(
        by: marks, in: "\(file): \(layout.name(field))", delimiter, options.forNumbers(of: field), &log)
      numbers.append(
        NumberColumn(field: field, column: layout.columns[field] ?? -1, rule: rule, marks: marks))
    }
    for (field, order) in evidence.dates {
      let told = options.dateOrder(of: field)
      let reading = DateReading(
        dayFirst: order.dayFirst, monthFirst: order.monthFirst, open: order.open,
        order: told ?? order.order ?? .dayFirst, isTold: told != nil)
      dates.append(
        DateColumn(
          field: field, column: layout.columns[field] ?? -1, rule: DateCell(order: reading.order),
          reading: reading))
      guard order.hasOpen, told == nil else { continue }
      if order.isMixed {
        log.note(
          "\(file): \(layout.name(field)) mixes day-first and month-first dates; open ones were read day first.",
          .besideFinding)
      } else if order.order == nil {
        log.note(
          "\(file): no date in \(layout.name(field)) shows the order of day and month; read day first.",
          .besideFinding)
      }
    }
  }

  /// Goes on with a block of records, once its rows may take the memory that they need.
  mutating func begin(_ block: CSVTable, _ memory: inout MemoryBudget) throws(ReadingError) {
    do throws(FormatFault) { try block.checkCells() } catch {
      throw .malformed(place: file + error.place, message: error.message)
    }
    try memory.claim(block.records.count * MemoryBudget.bytesPerRow(layout.shape), for: file)
    table = block
  }

  /// How the numbers of some cells are written, by what they show; where they leave it open, a note says so.
  static func numberRule(
    by marks: NumberMarks, in place: String, _ delimiter: CSVDialect.Delimiter, _ options: ReadingOptions,
    _ log: inout ProblemLog
  ) -> NumberCell {
    var rule = NumberCell(fixed: options.decimalMark)
    rule.undecidedCommaIsDecimal = delimiter == .semicolon
    rule.undecidedPointGroups = marks.showsComma || (delimiter == .semicolon && !marks.showsPoint)
    guard options.decimalMark == nil else { return rule }
    let comma = rule.undecidedCommaIsDecimal ? "1.2" : "1200"
    for (example, value, isOpen) in [
      ("1,200", comma, marks.hasOpenComma),
      ("1.200", "1200", rule.undecidedPointGroups && marks.hasOpenPoint),
    ] where isOpen {
      log.note(
        "\(place): cells like \(example) were read as \(value); --decimal-comma or --decimal-point decides.",
        .besideFinding)
    }
    return rule
  }

  func place(_ record: CSVTable.Record, _ field: Field? = nil) -> CellPlace {
    place(record, column: field.flatMap { layout.columns[$0] })
  }

  /// - Parameter column: from 0; nil for the whole row.
  func place(_ record: CSVTable.Record, column: Int?) -> CellPlace {
    CellPlace(
      file: file, line: record.line, column: layout.form == .items ? record.column : column.map { $0 + 1 })
  }

  /// The text of a field, empty when the table has no such column.
  func text(_ field: Field, _ record: CSVTable.Record) -> String {
    guard let column = layout.columns[field] else { return "" }
    return cell(record, column)
  }

  func cell(_ record: CSVTable.Record, _ column: Int) -> String { unguarded(table.cell(record, column)) }

  /// The text of a cell without the mark that nexus puts before what a spreadsheet would run.
  func unguarded(_ cell: String) -> String {
    guard isOwnOutput, cell.unicodeScalars.first == "'" else { return cell }
    // By scalars, as it was written: an accent joins a mark before it to one character.
    let rest = cell.unicodeScalars.drop { $0 == "'" }
    let isGuarded = rest.first.map("=+-@\t\r".unicodeScalars.contains) == true
    return isGuarded ? String(cell.unicodeScalars.dropFirst()) : cell
  }

  /// The text of a field, nil when it is missing.
  func value(_ field: Field, _ record: CSVTable.Record) -> String? {
    let text = text(field, record)
    return MissingCell.matches(text) ? nil : text
  }

  // MARK: Typed cells

  func number(_ field: Field, _ kind: Problem.Kind, _ record: CSVTable.Record) throws(RowFault) -> Double? {
    guard let column = numbers.first(where: { $0.field == field }) else { return nil }
    let rule = column.rule
    let bytes = table.bytes(record, column.column)
    // 15 digits at most: never too large or too small to compute with.
    if let value = rule.plainValue(table.bytes.span, bytes.range) { return value }
    guard let text = value(field, record) else { return nil }
    guard let value = rule.value(text) else {
      throw RowFault(
        kind: kind, place: place(record, field),
        message: "\(field.rawValue.replacing("_", with: " ")) \(MessageText.quoted(text)) is not a number. "
          + "Expected 1200.50 or 1.200,50; see --decimal-comma.")
    }
    guard value == 0 || NumberCell.computable.contains(abs(value)) else {
      throw RowFault(
        kind: kind == .unreadableAmount ? .amountOutOfRange : kind, place: place(record, field),
        message:
          "\(field.rawValue.replacing("_", with: " ")) \(MessageText.quoted(text)) is too large or too small to compute "
          + "with. Expected 0, or 1e-100 to 1e100.")
    }
    return value
  }

  /// How the column of a field writes numbers; nil where it holds none.
  func numberReading(_ field: Field) -> NumberReading? {
    numbers.first { $0.field == field }.map { NumberReading($0.marks, $0.rule) }
  }

  /// How the column of a field writes dates; nil where it holds none.
  func dateReading(_ field: Field) -> DateReading? { dates.first { $0.field == field }?.reading }

  /// The rule by which the numbers of a field are read; nil where there are none.
  func numberRule(_ field: Field) -> NumberCell? { numbers.first { $0.field == field }?.rule }

  /// The number that a text of a field's column names; nil where it names none.
  func plainNumber(_ field: Field, _ text: String) -> Double? {
    numbers.first { $0.field == field }?.rule.value(text)
  }

  func strength(_ record: CSVTable.Record) throws(RowFault) -> Double? {
    let value = try number(.strength, .unreadableStrength, record)
    if let value, value < 0 {
      throw RowFault(
        kind: .unreadableStrength, place: place(record, .strength),
        message:
          "strength \(MessageText.quoted(text(.strength, record))) is negative. Expected 0 (no tie) or more.")
    }
    return value
  }

  /// A share from 0 to 1.
  func confidence(_ text: String, _ place: CellPlace) throws(RowFault) -> Double {
    let rule = numbers.first { $0.field == .confidence }?.rule ?? NumberCell()
    if let value = rule.value(text), (0...1).contains(value) { return value }
    throw RowFault(
      kind: .unreadableConfidence, place: place,
      message:
        "confidence \(MessageText.quoted(text)) is not a number from 0 to 1. Expected 0.8, or a grade such as B2."
    )
  }

  func instant(_ field: Field, _ record: CSVTable.Record, _ log: inout ProblemLog) -> Instant? {
    guard let column = dates.first(where: { $0.field == field }) else { return nil }
    let bytes = table.bytes(record, column.column)
    if let instant = PlainCells.instant(table.bytes.span, bytes.range) {
      let namesZone = table.bytes[bytes.range.upperBound - 1] == UInt8(ascii: "Z")
      if instant.precision == .second, !namesZone { log.account.zonelessTimes += 1 }
      return instant
    }
    guard let text = value(field, record) else { return nil }
    if let instant = column.rule.instant(text) {
      if instant.precision == .second, DateCell.lacksZone(text) { log.account.zonelessTimes += 1 }
      return instant
    }
    log.add(
      .unreadableDate, place(record, field),
      "date \(MessageText.quoted(text)) is not a date. Expected 2019-05-21, 21/05/2019 or 21 May 2019; the cell was left empty."
    )
    return nil
  }

  /// What the row's confidence cell says; nil where it is missing.
  func confidence(_ record: CSVTable.Record) throws(RowFault) -> Double? {
    guard let column = numbers.first(where: { $0.field == .confidence }) else { return nil }
    let bytes = table.bytes(record, column.column)
    if let value = column.rule.plainValue(table.bytes.span, bytes.range), value <= 1 { return value }
    guard let text = value(.confidence, record) else { return nil }
    return try confidence(text, place(record, .confidence))
  }

  /// The parts of a list cell, each with the confidence it may carry: `AF:0.8;TJ`.
  func list(
    _ field: Field, _ record: CSVTable.Record
  ) throws(RowFault) -> [(text: String, confidence: Double?)] {
    guard layout.columns.has(field) else { return [] }
    var parts: [(text: String, confidence: Double?)] = []
    for part in text(field, record).split(separator: ";") {
      let item = part.trimmingSpaces
      guard !item.isEmpty else { continue }
      if let colon = item.lastIndex(of: ":") {
        let suffix = String(item[item.index(after: colon)...].trimmingSpaces)
        if let first = suffix.first, first.isASCIIDigit || first == "." || first == "-" {
          parts.append((String(item[..<colon].trimmingSpaces), try confidence(suffix, place(record, field))))
          continue
        }
      }
      parts.append((String(item), nil))
    }
    return parts
  }

  /// Whether nothing is wrong with how a row is written, at a glance: ``checkForm(_:_:)`` may find it good all the same.
  func isSound(_ record: CSVTable.Record) -> Bool {
    table.cellCount(record) <= layout.header.count && (!table.hasDamages || table.damage(record) == nil)
  }

  /// Checks what is wrong with the row as such: quotes and number of cells.
  func checkForm(_ record: CSVTable.Record, _ log: inout ProblemLog) throws(RowFault) {
    // Asked first, as looking into an empty dictionary takes time too, and nearly every table has none.
    if table.hasDamages, let (damage, field) = table.damage(record) {
      let place = CellPlace(file: file, line: record.line, column: field + 1)
      switch damage {
      case .unclosedQuote:
        throw RowFault(
          kind: .brokenQuote, place: place,
          message:
            "a quote opens here and is never closed. Close it, or double it (\"\") if it belongs to the text."
        )
      case .textAfterQuote:
        throw RowFault(
          kind: .brokenQuote, place: place,
          message: "text follows a closing quote. Double a quote that belongs to the text (\"\").")
      case .strayQuote:
        log.add(
          .strayQuote, place,
          "a quote stands inside a cell that is not quoted; it was taken as part of the text.")
      }
    }
    let (count, width) = (table.cellCount(record), layout.header.count)
    let isLong =
      count > width
      && (width..<count).contains { $0 >= CSVTable.mostCells || !table.cell(record, $0).isEmpty }
    if isLong {
      throw RowFault(
        kind: .longRow, place: CellPlace(file: file, line: record.line, column: width + 1),
        message: "the row has \(count) cells, the table \(width). Quote cells that hold the delimiter.")
    }
    if count < width, layout.form == .delimited {
      log.add(
        .shortRow, CellPlace(file: file, line: record.line, column: nil),
        "the row has \(count) cells, the table \(width); the missing ones were left empty.")
    }
  }
}

/// A column of numbers or of dates, and how it writes them.
private struct NumberColumn {
  var field: Field
  var column: Int
  var rule: NumberCell
  var marks: NumberMarks
}

private struct DateColumn {
  var field: Field
  var column: Int
  var rule: DateCell
  var reading: DateReading
}

extension TableLayout {
  /// How messages name the column of a field.
  func name(_ field: Field) -> String {
    guard let column = columns[field], header.indices.contains(column), !header[column].isEmpty else {
      return field.rawValue
    }
    return "column \(header[column])"
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmingSpaces: SubSequence {
    let start = self.drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
    return start[...end]
  }
}
