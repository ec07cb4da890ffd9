/// Records of a delimited text, as positions in its bytes: all of them, or a block that another follows.
///
/// RFC 4180 with what real files do: LF, CR or CRLF; quoted newlines; blank lines passed over; spaces around
/// quotes. A quote that is never closed, or only by the opening one of a later line, spoils its own line only:
/// reading goes on at the next. Once the end of the text was reached that way, quotes no longer span lines, so
/// that hostile input cannot make the scan quadratic.
struct CSVTable {
  /// What is wrong with how a record is written.
  enum Damage: Hashable { case unclosedQuote, textAfterQuote, strayQuote }

  struct Record {
    /// Where its cells begin in the cells of the table, and how many there are.
    fileprivate var firstCell: UInt32
    fileprivate var cellCount: UInt32
    /// Its bytes, without the line end.
    fileprivate var start: UInt32
    fileprivate var end: UInt32
    fileprivate var lineNumber: UInt32
    fileprivate var columnNumber: UInt32

    /// The line on which it starts, from 1.
    var line: Int { Int(lineNumber) }
    /// Where in its line it starts, from 1; nil where it stands alone on it.
    var column: Int? { columnNumber == 0 ? nil : Int(columnNumber) }
  }

  /// The bytes of one cell, trimmed of spaces at both ends, without the quotes around it.
  struct Cell {
    fileprivate(set) var start: UInt32
    fileprivate var lengthAndQuoting: UInt32

    fileprivate init(start: Int, end: Int, isQuoted: Bool) {
      self.start = UInt32(start)
      lengthAndQuoting = UInt32(end - start) << 1 | (isQuoted ? 1 : 0)
    }

    var isQuoted: Bool { lengthAndQuoting & 1 == 1 }
    var count: Int { Int(lengthAndQuoting >> 1) }
    var range: Range<Int> { Int(start)..<Int(start) + count }
  }

  /// Where the next block begins.
  struct Continuation {
    fileprivate(set) var position: Int
    fileprivate var line: Int
    /// How many records stand before.
    fileprivate var record = 0
    fileprivate var quotesSpanLines = true

    init(position: Int = 0, line: Int = 1) {
      self.position = position
      self.line = line
    }

    /// The same place in bytes that begin there.
    var atStart: Continuation {
      var moved = self
      moved.position = 0
      return moved
    }
  }

  /// What stands behind the bytes.
  enum Following {
    /// Nothing: the text ends with them.
    case end
    /// More of the text: a record that reaches the end of the bytes is left for it.
    case text
    /// More of the text, but none that the first record may still reach.
    case distantText
  }

  /// Texts up to this size can be read: a cell is a position and a length of 31 bits.
  static let largestText = Int(Int32.max)

  /// How many cells of a record are kept; of further ones only the number is known.
  static let mostCells = 1 << 16
  /// The most bytes that a record may have: it is kept whole where it is rejected.
  static let largestRecord = 64 << 20
  /// How many cells a block holds, or as many as tell whether the table is a square matrix.
  private static let cellsPerBlock = 1 << 20
  private static let mostCellsPerBlock = 1 << 27

  let bytes: [UInt8]
  let delimiter: UInt8
  /// The line of each record in the file, where the text is not that of the file; else empty.
  let lines: [UInt32]
  /// The column of each record in its line of the file, where that is to be told; else empty.
  let columns: [UInt32]
  private(set) var records: [Record] = []
  /// Where reading stopped.
  private(set) var continuation: Continuation
  private var cells: [Cell] = []
  /// The first damage of the few records that have any, with the number of its cell from 0.
  private var damages: [UInt32: (Damage, field: Int)] = [:]
  /// The first cell that is longer than any value may be: its line, its column and its bytes.
  private(set) var oversizedCell: (line: Int, column: Int, bytes: Int)?
  private let following: Following
  /// Cells of the record being scanned that are not kept.
  private var surplus = 0
  /// Where its cells begin.
  private var recordStart = 0
  /// Whether a quote was open at the end of the bytes.
  private var reachedEnd = false

  /// Scans UTF-8 text. O(bytes), one pass (two over the rest when a quote is never closed).
  ///
  /// - Parameters:
  ///   - lines: the line of each record in its file, for a text that nexus made of another format.
  ///   - limit: how many records to read; for a look at the head of a file, or one block of it.
  ///   - following: what stands behind the bytes.
  init(
    _ bytes: [UInt8], delimiter: UInt8, from start: Continuation = Continuation(), lines: [UInt32] = [],
    columns: [UInt32] = [], limit: Int = .max, before following: Following = .end
  ) {
    precondition(bytes.count <= CSVTable.largestText, "A text has at most 2 GiB.")
    self.bytes = bytes
    self.delimiter = delimiter
    self.lines = lines
    self.columns = columns
    self.following = following
    continuation = start
    let text = bytes.span
    var cellLimit = Int.max
    while continuation.position < text.count, records.count < limit, cells.count < cellLimit {
      let isLeft = following == .text || following == .distantText && continuation.position > start.position
      let before = isLeft ? Progress(self) : nil
      scanRecord(text)
      if let before, reachedEnd || continuation.position >= text.count {
        goBack(to: before)
        break
      }
      if records.count == 1, limit < .max {
        let width = cellCount(records[0])
        cellLimit = min(max(CSVTable.cellsPerBlock, 2 * (width + 1) * width), CSVTable.mostCellsPerBlock)
      }
    }
  }

  /// - Throws: a fault where a cell is longer than any value may be, as when a quote is missing.
  func checkCells() throws(FormatFault) {
    guard let (line, column, bytes) = oversizedCell else { return }
    throw FormatFault(
      line, column: column,
      "a cell of \(bytes) bytes is more than the 1 MiB that one may have, or the 64 MiB of a row. Shorten it, or close "
        + "the quote before it.")
  }

  /// - Throws: a fault where a record that is to be a header has more cells than are kept.
  func checkWidth(of header: Record) throws(FormatFault) {
    guard cellCount(header) > CSVTable.mostCells else { return }
    throw FormatFault(
      header.line,
      "the table has \(cellCount(header)) columns; up to \(CSVTable.mostCells) are read. Is the right mark between its "
        + "cells? A wide matrix can be given as ties (source,target,strength).")
  }

  /// Whether the text ends with these records.
  var isLast: Bool { following == .end && continuation.position >= bytes.count }

  /// Whether a quote was open at the end of the text.
  var leavesQuoteOpen: Bool { !continuation.quotesSpanLines }

  /// What its records and cells take, in bytes.
  var cellsInMemory: Int {
    records.count * MemoryLayout<Record>.stride + cells.count * MemoryLayout<Cell>.stride
  }

  func cellCount(_ record: Record) -> Int { Int(record.cellCount) }

  /// Whether any record has a damage.
  var hasDamages: Bool { !damages.isEmpty }

  /// The first damage of a record, with the number of its cell from 0.
  func damage(_ record: Record) -> (Damage, field: Int)? {
    damages[record.start]
  }

  /// The bytes of a cell; none beyond the last cell.
  func bytes(_ record: Record, _ column: Int) -> Cell {
    guard column >= 0, column < min(Int(record.cellCount), CSVTable.mostCells) else {
      return Cell(start: 0, end: 0, isQuoted: false)
    }
    return cells[Int(record.firstCell) + column]
  }

  /// The text of a cell, unescaped; empty beyond the last cell.
  func cell(_ record: Record, _ column: Int) -> String { text(of: bytes(record, column)) }

  /// The text of a cell, unescaped.
  func text(of cell: Cell) -> String {
    guard cell.isQuoted, bytes[cell.range].contains(CSVTable.quote) else {
      return CSVTable.trimmed(String(decoding: bytes[cell.range], as: UTF8.self))
    }
    var unescaped: [UInt8] = []
    var skipNext = false
    for byte in bytes[cell.range] {
      if skipNext {
        skipNext = false
      } else {
        unescaped.append(byte)
        skipNext = byte == CSVTable.quote
      }
    }
    return CSVTable.trimmed(String(decoding: unescaped, as: UTF8.self))
  }

  func cells(_ record: Record) -> [String] {
    (0..<min(cellCount(record), CSVTable.mostCells)).map { cell(record, $0) }
  }

  /// Where a record stands in the text, without its line end.
  func range(_ record: Record) -> Range<Int> { Int(record.start)..<Int(record.end) }

  /// The record as it stands in the file.
  func text(_ record: Record) -> String { String(decoding: bytes[range(record)], as: UTF8.self) }

  // MARK: Scanning

  private static let quote = UInt8(ascii: "\"")

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// No-break and other spaces of Unicode at the ends go too; the common case has none.
  static func trimmed(_ text: String) -> String {
    guard text.utf8.first ?? 0 >= 0x80 || text.utf8.last ?? 0 >= 0x80 else { return text }
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.properties.isWhitespace || last.properties.isWhitespace
    else { return text }
    let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
    let kept = scalars.reversed().drop { $0.properties.isWhitespace }.reversed()
    return String(String.UnicodeScalarView(kept))
  }

  /// How far scanning had come before a record.
  private struct Progress {
    var continuation: Continuation
    var cellCount: Int
    var recordCount: Int
    var oversizedCell: (line: Int, column: Int, bytes: Int)?

    init(_ table: CSVTable) {
      continuation = table.continuation
      (cellCount, recordCount) = (table.cells.count, table.records.count)
      oversizedCell = table.oversizedCell
    }
  }

  private mutating func goBack(to before: Progress) {
    damages[UInt32(before.continuation.position)] = nil
    continuation = before.continuation
    cells.removeLast(cells.count - before.cellCount)
    records.removeLast(records.count - before.recordCount)
    oversizedCell = before.oversizedCell
  }

  private mutating func scanRecord(_ text: Span<UInt8>) {
    let (start, line, firstCell) = (continuation.position, continuation.line, cells.count)
    (surplus, recordStart) = (0, firstCell)
    let formerlyOversized = oversizedCell
    var damage: (Damage, field: Int)?
    while true {
      let found = scanCell(text)
      if let found, damage == nil { damage = (found, cells.count - 1 - firstCell + surplus) }
      if found == .unclosedQuote {
        if continuation.position >= text.count { (continuation.quotesSpanLines, reachedEnd) = (false, true) }
        giveUpLine(text, from: start, line: line)
        oversizedCell = formerlyOversized
        break
      }
      guard continuation.position < text.count, text[continuation.position] == delimiter else { break }
      continuation.position += 1
    }
    let end = continuation.position
    let isCut = following == .distantText && end >= text.count
    if isCut || end - start > CSVTable.largestRecord, oversizedCell == nil {
      oversizedCell = (line, 1, end - start)
    }
    skipLineEnd(text)
    // A line of spaces only is no record.
    if cells.count - firstCell == 1, let only = cells.last, !only.isQuoted, only.count == 0 {
      cells.removeLast()
      return
    }
    if let damage { damages[UInt32(start)] = damage }
    records.append(
      Record(
        firstCell: UInt32(firstCell), cellCount: UInt32(cells.count - firstCell + surplus),
        start: UInt32(start),
        end: UInt32(end), lineNumber: lines.isEmpty ? UInt32(line) : lines[continuation.record],
        columnNumber: columns.isEmpty ? 0 : columns[continuation.record]))
    continuation.record += 1
  }

  private mutating func scanCell(_ text: Span<UInt8>) -> Damage? {
    var position = continuation.position
    while position < text.count, CSVTable.isSpace(text[position]), text[position] != delimiter {
      position += 1
    }
    if position < text.count, text[position] == CSVTable.quote {
      return scanQuotedCell(text, openedAt: position)
    }
    let start = position
    var sawQuote = false
    while position < text.count {
      let byte = text[position]
      if byte == delimiter || CSVTable.isLineEnd(byte) { break }
      if byte == CSVTable.quote { sawQuote = true }
      position += 1
    }
    appendCell(text, start, position, isQuoted: false)
    continuation.position = position
    return sawQuote ? .strayQuote : nil
  }

  private mutating func appendCell(_ text: Span<UInt8>, _ start: Int, _ end: Int, isQuoted: Bool) {
    var (start, end) = (start, end)
    while start < end, CSVTable.isSpace(text[start]) { start += 1 }
    while end > start, CSVTable.isSpace(text[end - 1]) { end -= 1 }
    if end - start > RecordTable.largestValue, oversizedCell == nil {
      oversizedCell = (continuation.line, cells.count - recordStart + surplus + 1, end - start)
    }
    guard cells.count - recordStart < CSVTable.mostCells else {
      surplus += 1
      return
    }
    cells.append(Cell(start: start, end: end, isQuoted: isQuoted))
  }

  private mutating func scanQuotedCell(_ text: Span<UInt8>, openedAt opening: Int) -> Damage? {
    let line = continuation.line
    var position = opening + 1
    var damage: Damage?
    var end: Int?
    while position < text.count {
      let byte = text[position]
      if byte == CSVTable.quote {
        if position + 1 < text.count, text[position + 1] == CSVTable.quote {
          position += 2
          continue
        }
        end = position
        break
      }
      if CSVTable.isLineEnd(byte) {
        if !continuation.quotesSpanLines { break }
        if byte == 0x0A || position + 1 >= text.count || text[position + 1] != 0x0A { continuation.line += 1 }
      }
      position += 1
    }
    guard let end else {
      appendCell(text, opening + 1, position, isQuoted: true)
      continuation.position = position
      return .unclosedQuote
    }
    appendCell(text, opening + 1, end, isQuoted: true)
    position = end + 1
    while position < text.count, text[position] != delimiter, !CSVTable.isLineEnd(text[position]) {
      if !CSVTable.isSpace(text[position]) {
        damage = continuation.line == line ? .textAfterQuote : .unclosedQuote
      }
      position += 1
    }
    continuation.position = position
    return damage
  }

  /// Ends a record with an unclosed quote at the end of its first line.
  private mutating func giveUpLine(_ text: Span<UInt8>, from start: Int, line: Int) {
    continuation.position = start
    continuation.line = line
    while continuation.position < text.count, !CSVTable.isLineEnd(text[continuation.position]) {
      continuation.position += 1
    }
  }

  private mutating func skipLineEnd(_ text: Span<UInt8>) {
    guard continuation.position < text.count, CSVTable.isLineEnd(text[continuation.position]) else { return }
    let isPair =
      text[continuation.position] == 0x0D && continuation.position + 1 < text.count
      && text[continuation.position + 1] == 0x0A
    continuation.position += isPair ? 2 : 1
    continuation.line += 1
  }
}
