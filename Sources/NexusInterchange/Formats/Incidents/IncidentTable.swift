/// A table with one incident a row, whose header names the columns of a known data set.
struct IncidentTable {
  private let table: CSVTable
  private let columns: [String: Int]

  /// Nil unless the header has all these columns.
  ///
  /// - Throws: a fault where a cell is longer than any may be.
  init?(_ text: DelimitedText, with needed: [String]) throws(FormatFault) {
    let head = text.table(limit: 1)
    guard let header = head.records.first.map(head.cells) else { return nil }
    let names = header.map { $0.lowercased() }
    guard needed.allSatisfy(names.contains) else { return nil }
    columns = Dictionary(zip(names, 0...)) { first, _ in first }
    table = text.table()
    try table.checkCells()
  }

  /// The rows below the header whose cells are known.
  var rows: some Sequence<CSVTable.Record> { table.records.dropFirst().lazy.filter { !isBroken($0) } }

  /// The other rows, whole.
  var brokenRows: [(line: Int, row: String)] {
    table.records.dropFirst().filter(isBroken).map { ($0.line, table.text($0)) }
  }

  /// A stray quote inside a bare cell is part of its text.
  private func isBroken(_ row: CSVTable.Record) -> Bool {
    table.damage(row).map { $0.0 != .strayQuote } ?? false
  }

  /// A cell; nil where it says that nothing is known, in the words of these data sets too.
  func value(_ column: String, _ row: CSVTable.Record) -> String? {
    guard let position = columns[column] else { return nil }
    let cell = table.cell(row, position)
    return MissingCell.matches(cell) || IncidentTable.unknown.contains(cell.lowercased()) ? nil : cell
  }

  /// What these data sets write where a perpetrator or target is not known, or is nobody in particular. Such words
  /// stand in thousands of rows: as actors they would be the hubs of the network.
  private static let unknown: Set<String> = [
    "unaffiliated individual(s)", "not applicable", "civilians", "unknown perpetrator",
    "unknown perpetrators",
    "unknown actor", "other", "various", "not known", "none given",
  ]
}

extension FileContent {
  /// What a table holds: incidents of a known data set, or what its columns say.
  ///
  /// - Throws: a fault when its head has more columns or longer cells than any table may have.
  init(table text: DelimitedText) throws(FormatFault) {
    let head = text.table(limit: TableLayout.deepestHeader)
    if let first = head.records.first { try head.checkWidth(of: first) }
    try head.checkCells()
    var text = text
    text.noteCutEnd()
    self = try FileContent(incidentsIn: text) ?? .delimited(text)
  }

  /// The incidents of a table that is one of a known data set; nil for any other.
  init?(incidentsIn text: DelimitedText) throws(FormatFault) {
    if let table = try IncidentTable(text, with: GTDIncidents.columns) {
      self = .items(try GTDIncidents.items(of: table, notes: text.notes), .gtd, text.encoding)
    } else if let table = try IncidentTable(text, with: GEDIncidents.columns) {
      self = .items(try GEDIncidents.items(of: table, notes: text.notes), .ged, text.encoding)
    } else {
      return nil
    }
  }
}

extension DelimitedText {
  /// Says that the text ends inside a character: a file in UTF-16 that was cut off has a byte left over, which cannot
  /// be read and stands in the last line as U+FFFD.
  mutating func noteCutEnd() {
    guard encoding == .utf16LittleEndian || encoding == .utf16BigEndian,
      bytes.suffix(3).elementsEqual("\u{FFFD}".utf8)
    else { return }
    let line = bytes.count { $0 == 0x0A } + 1
    notes.append(
      "the text ends inside a character in line \(line): a byte of \(encoding.rawValue) is left over and stands there as "
        + "U+FFFD. The file was probably cut off; get it whole.")
  }
}
