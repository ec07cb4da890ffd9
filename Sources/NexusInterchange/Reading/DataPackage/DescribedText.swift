/// Rewrites a table in a dialect of its description as one that is read like any other, with the line of each record.
///
/// Cells that the description calls missing become empty. A quote that is never closed ends with its line.
///
/// - Complexity: O(bytes), twice over the rest of the text where a quote is never closed.
struct DescribedText {
  private let bytes: [UInt8]
  private let resource: DataResource
  private let dialect: TableDialect
  private var position = 0
  private var line = 1
  private var quotesSpanLines = true
  private var text: [UInt8] = []
  private var lines: [UInt32] = []

  /// - Parameter text: the table in UTF-8.
  static func rewritten(
    _ text: DecodedText, of resource: DataResource
  ) throws(FormatFault) -> DelimitedText {
    var rewriting = DescribedText(bytes: text.bytes, resource: resource, dialect: resource.dialect)
    try rewriting.run()
    return DelimitedText(
      bytes: rewriting.text, encoding: text.encoding, dialect: CSVDialect(delimiter: .comma),
      lines: rewriting.lines, form: .delimited, format: .delimited, notes: [])
  }

  /// The cells of the first record that is no comment; none of an empty text.
  static func firstRecord(of text: DecodedText, _ resource: DataResource) -> [String] {
    var scan = DescribedText(bytes: text.bytes, resource: resource, dialect: resource.dialect)
    while scan.position < scan.bytes.count {
      if let comment = scan.dialect.comment, scan.bytes[scan.position] == comment {
        scan.skipLine()
        continue
      }
      let cells = scan.record()
      if cells != [""] { return cells }
    }
    return []
  }

  private init(bytes: [UInt8], resource: DataResource, dialect: TableDialect) {
    (self.bytes, self.resource, self.dialect) = (bytes, resource, dialect)
  }

  private mutating func run() throws(FormatFault) {
    var isHeader = dialect.hasHeader
    if !isHeader {
      guard !resource.columns.isEmpty else {
        throw FormatFault(
          nil,
          "the description says that the table has no header, and does not name its columns. Give schema.fields."
        )
      }
      try append(resource.columns.map(\.name), line: 1, isHeader: true)
    }
    while position < bytes.count {
      let start = line
      if let comment = dialect.comment, bytes[position] == comment {
        skipLine()
        continue
      }
      let cells = record()
      if cells.count == 1, cells[0].isEmpty { continue }
      try append(cells, line: start, isHeader: isHeader)
      isHeader = false
    }
  }

  private mutating func append(_ cells: [String], line: Int, isHeader: Bool) throws(FormatFault) {
    for (column, cell) in cells.enumerated() {
      if column > 0 { text.append(UInt8(ascii: ",")) }
      let missing =
        resource.columns.indices.contains(column)
        ? resource.columns[column].missingValues : resource.missingValues
      guard isHeader || !missing.contains(cell) && cell != dialect.nullSequence else { continue }
      let isFormatted = !isHeader && resource.columns.indices.contains(column)
      let plain = isFormatted ? resource.columns[column].format.plain(cell) : cell
      RecordTable.append(cell: plain, to: &text)
    }
    // A row of one empty cell would be a blank line, which is none.
    if text.isEmpty || text.last == 0x0A { text += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
    text.append(0x0A)
    lines.append(UInt32(clamping: line))
    guard text.count <= CSVTable.largestText else {
      throw FormatFault(line, "the rows up to here fill more than 2 GiB. Split the file.")
    }
  }

  // MARK: Scanning

  private mutating func record() -> [String] {
    var cells: [String] = []
    while true {
      cells.append(cell())
      guard startsWithDelimiter() else { break }
      position += dialect.delimiter.count
    }
    skipLine()
    return cells
  }

  private mutating func cell() -> String {
    while dialect.skipsInitialSpace, position < bytes.count, bytes[position] == 0x20 { position += 1 }
    var cell: [UInt8] = []
    if let quote = dialect.quote, position < bytes.count, bytes[position] == quote,
      let quoted = quotedCell(quote)
    {
      cell = quoted
      while position < bytes.count, bytes[position] == 0x20, !startsWithDelimiter() { position += 1 }
    }
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D, !startsWithDelimiter() {
      if bytes[position] == dialect.escape, position + 1 < bytes.count { position += 1 }
      cell.append(bytes[position])
      position += 1
    }
    return String(decoding: cell, as: UTF8.self)
  }

  /// What stands in quotes; nil where none closes them, and nothing is read then.
  private mutating func quotedCell(_ quote: UInt8) -> [UInt8]? {
    let start = (position, line)
    position += 1
    var cell: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      if byte == dialect.escape, position + 1 < bytes.count {
        position += 1
      } else if byte == quote {
        guard dialect.doublesQuotes, position + 1 < bytes.count, bytes[position + 1] == quote else {
          position += 1
          return cell
        }
        position += 1
      } else if byte == 0x0A || byte == 0x0D {
        guard quotesSpanLines else { break }
        if byte == 0x0A || position + 1 >= bytes.count || bytes[position + 1] != 0x0A { line += 1 }
      }
      cell.append(bytes[position])
      position += 1
    }
    // From here on quotes end with their line, so that hostile text cannot make the scan quadratic.
    if position >= bytes.count { quotesSpanLines = false }
    (position, line) = start
    return nil
  }

  private func startsWithDelimiter() -> Bool {
    let mark = dialect.delimiter
    guard position + mark.count <= bytes.count else { return false }
    return mark.indices.allSatisfy { bytes[position + $0] == mark[$0] }
  }

  /// Goes behind the end of the line.
  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    guard position < bytes.count else { return }
    let isPair = bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
    position += isPair ? 2 : 1
    line += 1
  }
}
