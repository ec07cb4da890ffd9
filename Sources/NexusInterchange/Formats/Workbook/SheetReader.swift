/// Reads the rows of one sheet into a table.
struct SheetReader {
  /// The columns and rows that a sheet of Excel can have.
  static let mostColumns = 16_384
  static let mostRows = 1_048_576
  /// The most bytes that the table may have: a cell far to the right costs a comma for each before it.
  static let largestTable = 1 << 29

  private var xml: XMLScanner
  private let strings: [String]
  private let areDates: [Bool]
  private let startsIn1904: Bool
  private let decimalMark: ReadingOptions.DecimalMark
  private var table = SheetText()
  private(set) var errors = 0
  private var row = 0

  var text: [UInt8] { table.text }
  var lines: [UInt32] { table.lines }

  init(
    _ part: [UInt8], strings: [String], areDates: [Bool], startsIn1904: Bool,
    decimalMark: ReadingOptions.DecimalMark
  ) {
    xml = XMLScanner(part)
    (self.strings, self.areDates, self.startsIn1904) = (strings, areDates, startsIn1904)
    self.decimalMark = decimalMark
  }

  mutating func read() throws(FormatFault) {
    _ = try xml.child()
    while let tag = try xml.child() {
      guard tag.name == "sheetData" else {
        try xml.skip()
        continue
      }
      while let row = try xml.child() { try readRow(row) }
    }
  }

  private mutating func readRow(_ tag: XMLTag) throws(FormatFault) {
    let number = tag["r"].flatMap { Int($0) } ?? row + 1
    guard number > row, number <= SheetReader.mostRows else {
      throw FormatFault(nil, "the rows of the sheet are not in order. Save the workbook anew.")
    }
    row = number
    var cells: [String] = []
    while let cell = try xml.child() {
      let column = try SheetReader.column(of: cell["r"], after: cells.count)
      let value = try readCell(cell)
      guard !value.isEmpty else { continue }
      while cells.count < column { cells.append("") }
      cells.append(value)
    }
    try table.append(cells, line: row)
  }

  /// The column of a reference such as `AB12`, from 0.
  private static func column(of reference: String?, after count: Int) throws(FormatFault) -> Int {
    guard let reference else { return count }
    var column = 0
    for letter in reference.utf8.prefix(while: { (0x41...0x5A).contains($0) }).prefix(4) {
      column = column * 26 + Int(letter) - 0x40
    }
    guard column > count, column <= mostColumns else {
      throw FormatFault(
        nil, "the cell \(MessageText.quoted(reference)) is out of place. Save the workbook anew.")
    }
    return column - 1
  }

  private mutating func readCell(_ cell: XMLTag) throws(FormatFault) -> String {
    var value = ""
    while let part = try xml.child() {
      switch part.name {
      case "v": value = try xml.text()
      case "is": value = try SheetReader.richText(&xml)
      default: try xml.skip()
      }
    }
    switch cell["t"] {
    case "s":
      guard !value.isEmpty else { return "" }
      guard let number = Int(value), strings.indices.contains(number) else {
        throw FormatFault(nil, "row \(row) names a text that the workbook does not hold. Save it anew.")
      }
      return strings[number]
    case "b": return value == "1" ? "TRUE" : value.isEmpty ? "" : "FALSE"
    case "e":
      errors += 1
      return ""
    case "str", "inlineStr", "d": return value
    default: return number(value, style: cell["s"].flatMap { Int($0) } ?? 0)
    }
  }

  private func number(_ value: String, style: Int) -> String {
    if areDates.indices.contains(style), areDates[style], let serial = Double(value),
      let date = SheetDate.text(serial, startsIn1904: startsIn1904)
    {
      return date
    }
    return decimalMark == .comma ? value.replacing(".", with: ",") : value
  }

  /// The text of the open element, from its runs, without the readings beside them.
  static func richText(_ xml: inout XMLScanner) throws(FormatFault) -> String {
    var text = ""
    while let part = try xml.child() {
      switch part.name {
      case "t": text += try xml.text()
      case "r": text += try richText(&xml)
      default: try xml.skip()
      }
    }
    return text
  }
}

/// Rows of cells as CSV, with their numbers.
private struct SheetText {
  private(set) var text: [UInt8] = []
  private(set) var lines: [UInt32] = []

  mutating func append(_ cells: [String], line: Int) throws(FormatFault) {
    guard !cells.isEmpty else { return }
    for (position, cell) in cells.enumerated() {
      if position > 0 { text.append(UInt8(ascii: ",")) }
      RecordTable.append(cell: cell, to: &text)
    }
    text.append(UInt8(ascii: "\n"))
    lines.append(UInt32(line))
    guard text.count <= SheetReader.largestTable else {
      throw FormatFault(line, "the rows up to here fill more than 512 MiB. Split the sheet.")
    }
  }
}
