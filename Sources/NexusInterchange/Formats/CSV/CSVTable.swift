/// The records of a delimited text, as positions in its bytes.
///
/// RFC 4180 with what real files do: LF, CR or CRLF; quoted newlines; blank lines passed over; spaces around
/// quotes. A quote that is never closed, or only by the opening one of a later line, spoils its own line only:
/// reading goes on at the next. Once the end of the text was reached that way, quotes no longer span lines, so
/// that hostile input cannot make the scan quadratic.
struct CSVTable {
  /// What is wrong with how a record is written.
  enum Damage: Hashable { case unclosedQuote, textAfterQuote, strayQuote }

  struct Record {
    /// Its cells, as a range of ``fields``.
    var fields: Range<Int>
    /// Its bytes, without the line end.
    var bytes: Range<Int>
    /// The line on which it starts, from 1.
    var line: Int
    /// The first damage found, with the number of its cell from 0.
    var damage: (Damage, field: Int)?
  }

  private struct Field {
    var start: Int
    var end: Int
    var isQuoted: Bool
  }

  let bytes: [UInt8]
  let delimiter: UInt8
  private(set) var records: [Record] = []
  private var fields: [Field] = []

  /// Scans UTF-8 text. O(bytes), one pass (two over the rest when a quote is never closed).
  ///
  /// - Parameter limit: how many records to read; for a look at the head of a file.
  init(_ bytes: [UInt8], delimiter: UInt8, from start: Int = 0, firstLine: Int = 1, limit: Int = .max) {
    self.bytes = bytes
    self.delimiter = delimiter
    var scanner = Scanner(position: start, line: firstLine)
    while scanner.position < bytes.count, records.count < limit { scanRecord(&scanner) }
  }

  func cellCount(_ record: Record) -> Int { record.fields.count }

  /// The text of a cell, unescaped and trimmed of spaces at both ends; empty beyond the last cell.
  func cell(_ record: Record, _ column: Int) -> String {
    guard column >= 0, column < record.fields.count else { return "" }
    let field = fields[record.fields.lowerBound + column]
    var (start, end) = (field.start, field.end)
    while start < end, CSVTable.isSpace(bytes[start]) { start += 1 }
    while end > start, CSVTable.isSpace(bytes[end - 1]) { end -= 1 }
    guard field.isQuoted, bytes[start..<end].contains(CSVTable.quote) else {
      return CSVTable.trimmed(String(decoding: bytes[start..<end], as: UTF8.self))
    }
    var unescaped: [UInt8] = []
    var skipNext = false
    for byte in bytes[start..<end] {
      if skipNext {
        skipNext = false
      } else {
        unescaped.append(byte)
        skipNext = byte == CSVTable.quote
      }
    }
    return CSVTable.trimmed(String(decoding: unescaped, as: UTF8.self))
  }

  func cells(_ record: Record) -> [String] { (0..<record.fields.count).map { cell(record, $0) } }

  /// The record as it stands in the file.
  func text(_ record: Record) -> String { String(decoding: bytes[record.bytes], as: UTF8.self) }

  // MARK: Scanning

  private struct Scanner {
    var position: Int
    var line: Int
    var quotesSpanLines = true
  }

  private static let quote = UInt8(ascii: "\"")

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// No-break and other spaces of Unicode at the ends go too; the common case has none.
  private static func trimmed(_ text: String) -> String {
    guard text.utf8.first ?? 0 >= 0x80 || text.utf8.last ?? 0 >= 0x80 else { return text }
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.properties.isWhitespace || last.properties.isWhitespace
    else { return text }
    let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
    let kept = scalars.reversed().drop { $0.properties.isWhitespace }.reversed()
    return String(String.UnicodeScalarView(kept))
  }

  private mutating func scanRecord(_ scanner: inout Scanner) {
    let (start, line, firstField) = (scanner.position, scanner.line, fields.count)
    var damage: (Damage, field: Int)?
    while true {
      let found = scanField(&scanner)
      if let found, damage == nil { damage = (found, fields.count - 1 - firstField) }
      if found == .unclosedQuote {
        if scanner.position >= bytes.count { scanner.quotesSpanLines = false }
        giveUpLine(&scanner, from: start, line: line)
        break
      }
      guard scanner.position < bytes.count, bytes[scanner.position] == delimiter else { break }
      scanner.position += 1
    }
    let end = scanner.position
    skipLineEnd(&scanner)
    let only = fields.count - firstField == 1 ? fields[firstField] : nil
    let isBlank = only.map { !$0.isQuoted && bytes[$0.start..<$0.end].allSatisfy(CSVTable.isSpace) } ?? false
    if isBlank {
      fields.removeLast()
    } else {
      records.append(
        Record(fields: firstField..<fields.count, bytes: start..<end, line: line, damage: damage))
    }
  }

  private mutating func scanField(_ scanner: inout Scanner) -> Damage? {
    var position = scanner.position
    while position < bytes.count, CSVTable.isSpace(bytes[position]), bytes[position] != delimiter {
      position += 1
    }
    if position < bytes.count, bytes[position] == CSVTable.quote {
      return scanQuotedField(&scanner, openedAt: position)
    }
    let start = scanner.position
    var sawQuote = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || CSVTable.isLineEnd(byte) { break }
      if byte == CSVTable.quote { sawQuote = true }
      position += 1
    }
    fields.append(Field(start: start, end: position, isQuoted: false))
    scanner.position = position
    return sawQuote ? .strayQuote : nil
  }

  private mutating func scanQuotedField(_ scanner: inout Scanner, openedAt opening: Int) -> Damage? {
    let line = scanner.line
    var position = opening + 1
    var damage: Damage?
    var end: Int?
    while position < bytes.count {
      let byte = bytes[position]
      if byte == CSVTable.quote {
        if position + 1 < bytes.count, bytes[position + 1] == CSVTable.quote {
          position += 2
          continue
        }
        end = position
        break
      }
      if CSVTable.isLineEnd(byte) {
        if !scanner.quotesSpanLines { break }
        if byte == 0x0A || position + 1 >= bytes.count || bytes[position + 1] != 0x0A { scanner.line += 1 }
      }
      position += 1
    }
    guard let end else {
      fields.append(Field(start: opening + 1, end: position, isQuoted: true))
      scanner.position = position
      return .unclosedQuote
    }
    fields.append(Field(start: opening + 1, end: end, isQuoted: true))
    position = end + 1
    while position < bytes.count, bytes[position] != delimiter, !CSVTable.isLineEnd(bytes[position]) {
      if !CSVTable.isSpace(bytes[position]) {
        damage = scanner.line == line ? .textAfterQuote : .unclosedQuote
      }
      position += 1
    }
    scanner.position = position
    return damage
  }

  /// Ends a record with an unclosed quote at the end of its first line.
  private func giveUpLine(_ scanner: inout Scanner, from start: Int, line: Int) {
    scanner.position = start
    scanner.line = line
    while scanner.position < bytes.count, !CSVTable.isLineEnd(bytes[scanner.position]) {
      scanner.position += 1
    }
  }

  private func skipLineEnd(_ scanner: inout Scanner) {
    guard scanner.position < bytes.count, CSVTable.isLineEnd(bytes[scanner.position]) else { return }
    let isPair =
      bytes[scanner.position] == 0x0D && scanner.position + 1 < bytes.count
      && bytes[scanner.position + 1] == 0x0A
    scanner.position += isPair ? 2 : 1
    scanner.line += 1
  }
}
