internal import NexusModel

/// Reads the cells of one table by field, by the rules of that table's dialect and columns.
struct RowReader {
  let table: CSVTable
  let layout: TableLayout
  let file: String
  let delimiter: CSVDialect.Delimiter
  private let numbers: [Field: NumberCell]
  private let dates: [Field: DateCell]
  /// Whether the table is one that nexus wrote, with a `'` before cells that a spreadsheet would run.
  let isOwnOutput: Bool

  private static let numberFields: [Field] = [
    .amount, .amountReceived, .strength, .confidence, .vulnerability, .consequence,
  ]
  private static let dateFields: [Field] = [.date, .start, .end]

  init(
    _ table: CSVTable, layout: TableLayout, file: String, delimiter: CSVDialect.Delimiter, isOwnOutput: Bool,
    options: ReadingOptions, log: inout ProblemLog
  ) {
    self.table = table
    self.layout = layout
    self.file = file
    self.delimiter = delimiter
    self.isOwnOutput = isOwnOutput
    let records = table.records[layout.firstRow...]
    func column(_ field: Field) -> some Sequence<String> {
      let index = layout.columns[field] ?? -1
      return records.lazy.map { table.cell($0, index) }
    }
    var numbers: [Field: NumberCell] = [:]
    for field in RowReader.numberFields where layout.columns.has(field) {
      let rule = RowReader.numberRule(
        for: column(field), in: "\(file): \(layout.name(field))", delimiter, options, &log)
      numbers[field] = rule
    }
    self.numbers = numbers
    var dates: [Field: DateCell] = [:]
    for field in RowReader.dateFields where layout.columns.has(field) {
      let evidence = DateCell.evidence(in: column(field))
      dates[field] = DateCell(order: evidence.order ?? .dayFirst)
      guard evidence.hasOpen else { continue }
      if evidence.isMixed {
        log.note(
          "\(file): \(layout.name(field)) mixes day-first and month-first dates; open ones were read day first."
        )
      } else if evidence.order == nil {
        log.note(
          "\(file): no date in \(layout.name(field)) shows the order of day and month; read day first.")
      }
    }
    self.dates = dates
  }

  /// How the numbers of some cells are written, by what they show; where they leave it open, a note says so.
  static func numberRule(
    for cells: some Sequence<String>, in place: String, _ delimiter: CSVDialect.Delimiter,
    _ options: ReadingOptions, _ log: inout ProblemLog
  ) -> NumberCell {
    var rule = NumberCell(fixed: options.decimalMark)
    rule.undecidedCommaIsDecimal = delimiter == .semicolon
    rule.undecidedPointGroups =
      cells.contains(where: NumberCell.showsDecimalComma)
      || (delimiter == .semicolon && !cells.contains(where: NumberCell.showsDecimalPoint))
    guard options.decimalMark == nil else { return rule }
    let comma = rule.undecidedCommaIsDecimal ? "1.2" : "1200"
    for (example, value, isOpen) in [
      ("1,200", comma, cells.contains(where: NumberCell.isUndecided)),
      ("1.200", "1200", rule.undecidedPointGroups && cells.contains(where: NumberCell.hasOpenPoint)),
    ] where isOpen {
      log.note(
        "\(place): cells like \(example) were read as \(value); --decimal-comma or --decimal-point decides.")
    }
    return rule
  }

  func place(_ record: CSVTable.Record, _ field: Field? = nil) -> CellPlace {
    CellPlace(file: file, line: record.line, column: field.flatMap { layout.columns[$0] }.map { $0 + 1 })
  }

  /// The text of a field, empty when the table has no such column.
  func text(_ field: Field, _ record: CSVTable.Record) -> String {
    guard let column = layout.columns[field] else { return "" }
    return cell(record, column)
  }

  func cell(_ record: CSVTable.Record, _ column: Int) -> String {
    let cell = table.cell(record, column)
    guard isOwnOutput, cell.first == "'" else { return cell }
    let rest = cell.drop { $0 == "'" }
    return rest.first.map { "=+-@\t\r".contains($0) } == true ? String(cell.dropFirst()) : cell
  }

  /// The text of a field, nil when it is missing.
  func value(_ field: Field, _ record: CSVTable.Record) -> String? {
    let text = text(field, record)
    return MissingCell.matches(text) ? nil : text
  }

  // MARK: Typed cells

  /// An end of a tie or transfer.
  func end(_ field: Field, _ record: CSVTable.Record) throws(RowFault) -> String {
    if let end = value(field, record) {
      // An account number is only unique within its bank.
      let bank = value(field == .source ? .sourceBank : .targetBank, record)
      return bank.map { "\($0):\(end)" } ?? end
    }
    throw RowFault(
      kind: .missingEnd, place: place(record, field),
      message: "the \(field.rawValue) is missing. A tie or transfer needs both ends; fill it in.")
  }

  func number(_ field: Field, _ kind: Problem.Kind, _ record: CSVTable.Record) throws(RowFault) -> Double? {
    guard let rule = numbers[field], let text = value(field, record) else { return nil }
    guard let value = rule.value(text) else {
      throw RowFault(
        kind: kind, place: place(record, field),
        message: "\(field.rawValue.replacing("_", with: " ")) \(MessageText.quoted(text)) is not a number. "
          + "Expected 1200.50 or 1.200,50; see --decimal-comma.")
    }
    guard value == 0 || NumberCell.computable.contains(abs(value)) else {
      throw RowFault(
        kind: kind, place: place(record, field),
        message:
          "\(field.rawValue.replacing("_", with: " ")) \(MessageText.quoted(text)) is too large or too small to compute "
          + "with. Expected 0, or 1e-100 to 1e100.")
    }
    return value
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
    let rule = numbers[.confidence] ?? NumberCell()
    if let value = rule.value(text), (0...1).contains(value) { return value }
    throw RowFault(
      kind: .unreadableConfidence, place: place,
      message:
        "confidence \(MessageText.quoted(text)) is not a number from 0 to 1. Expected 0.8, or a grade such as B2."
    )
  }

  func instant(_ field: Field, _ record: CSVTable.Record, _ log: inout ProblemLog) -> Instant? {
    guard let rule = dates[field], let text = value(field, record) else { return nil }
    if let instant = rule.instant(text) { return instant }
    log.add(
      .unreadableDate, place(record, field),
      "date \(MessageText.quoted(text)) is not a date. Expected 2019-05-21, 21/05/2019 or 21 May 2019; the cell was left empty."
    )
    return nil
  }

  /// What the row says of its own reliability: a confidence cell, else a grade.
  func grading(_ record: CSVTable.Record, _ log: inout ProblemLog) throws(RowFault) -> Double? {
    if let text = value(.confidence, record) { return try confidence(text, place(record, .confidence)) }
    guard let text = value(.grade, record) else { return nil }
    if let grade = Grade(text) { return grade.confidence }
    log.add(
      .unreadableGrade, place(record, .grade),
      "grade \(MessageText.quoted(text)) is not an Admiralty grade. Expected A1 to F6; the cell was left empty."
    )
    return nil
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

  /// Checks what is wrong with the row as such: quotes and number of cells.
  func checkForm(_ record: CSVTable.Record, _ log: inout ProblemLog) throws(RowFault) {
    if let (damage, field) = record.damage {
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
    if count > width, (width..<count).contains(where: { !table.cell(record, $0).isEmpty }) {
      throw RowFault(
        kind: .longRow, place: CellPlace(file: file, line: record.line, column: width + 1),
        message: "the row has \(count) cells, the table \(width). Quote cells that hold the delimiter.")
    }
    if count < width {
      log.add(
        .shortRow, CellPlace(file: file, line: record.line, column: nil),
        "the row has \(count) cells, the table \(width); the missing ones were left empty.")
    }
  }
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
