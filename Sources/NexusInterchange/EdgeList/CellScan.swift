/// Finds the cells of a usual row, eight bytes at a time.
struct CellScan {
  /// What was found in a row.
  struct Row {
    var source = NameKey.empty
    var target = NameKey.empty
    var sourceStart = 0
    var targetStart = 0
    var strength = 0..<0
    var start = 0
  }

  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  private static let quote = UInt8(ascii: "\"")
  private static let quotes = ByteWord(repeating: quote)

  private let delimiter: UInt8
  private let delimiters: ByteWord
  private let width: Int
  private let source: Int
  private let target: Int
  /// -1 without a column of strengths.
  private let strength: Int

  init(_ head: EdgeListHead) {
    delimiter = head.delimiter
    delimiters = ByteWord(repeating: head.delimiter)
    width = head.layout.header.count
    (source, target, strength) = (head.source, head.target, head.strength ?? -1)
  }

  /// Reads the row at a position; returns where the next one begins, or nil when this one is not usual: it has
  /// another number of cells, an empty end, or quotes and control characters other than around a cell.
  ///
  /// - Parameter seen: all bytes read, or-ed.
  @inline(__always)
  func usualRow(
    _ text: RawSpan, from start: Int, count: Int, _ row: inout Row, seen: inout UInt64
  ) -> Int? {
    row.start = start
    var position = start
    var column = 0
    while true {
      var cellStart = position
      position = nextMark(text, position, &seen)
      var cellEnd = position
      if position == cellStart, byte(text, position) == CellScan.quote {
        cellStart += 1
        guard let closing = closingQuote(text, cellStart, &seen) else { return nil }
        cellEnd = closing
        position = closing + 1
      }
      let mark = byte(text, position)
      let endsRow = mark == CellScan.lineFeed || mark == CellScan.carriageReturn || position >= count
      guard mark == delimiter || endsRow else { return nil }
      note(column, text, cellStart, cellEnd, &row)
      column += 1
      position += 1
      if endsRow {
        guard column == width, row.source.length > 0, row.target.length > 0 else { return nil }
        let isPair = mark == CellScan.carriageReturn && byte(text, position) == CellScan.lineFeed
        return isPair && position < count ? position + 1 : position
      }
    }
  }

  @inline(__always)
  private func byte(_ text: RawSpan, _ position: Int) -> UInt8 {
    text.unsafeLoad(fromByteOffset: position, as: UInt8.self)
  }

  /// The first delimiter, quote or control character.
  @inline(__always)
  private func nextMark(_ text: RawSpan, _ start: Int, _ seen: inout UInt64) -> Int {
    var position = start
    while true {
      let word = ByteWord(text, at: position)
      seen |= word.bits
      let mark = word.firstMark(delimiters, CellScan.quotes)
      position += mark
      if mark < 8 { return position }
    }
  }

  /// The quote that closes a cell; nil when something else stands in the way.
  private func closingQuote(_ text: RawSpan, _ start: Int, _ seen: inout UInt64) -> Int? {
    var position = nextMark(text, start, &seen)
    while byte(text, position) == delimiter { position = nextMark(text, position + 1, &seen) }
    return byte(text, position) == CellScan.quote ? position : nil
  }

  @inline(__always)
  private func note(_ column: Int, _ text: RawSpan, _ start: Int, _ end: Int, _ row: inout Row) {
    guard column == source || column == target || column == strength else { return }
    var (start, end) = (start, end)
    while start < end, byte(text, start) == 0x20 { start += 1 }
    while end > start, byte(text, end - 1) == 0x20 { end -= 1 }
    if column == source {
      (row.source, row.sourceStart) = (NameKey(text, start, end), start)
    } else if column == target {
      (row.target, row.targetStart) = (NameKey(text, start, end), start)
    } else {
      row.strength = start..<end
    }
  }
}
