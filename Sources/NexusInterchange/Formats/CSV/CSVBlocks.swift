/// A delimited text that is held, in blocks of records, so that a large one is never held as records in full.
struct CSVBlocks: Sequence {
  /// The first block, with the header: the whole text where it is short.
  let first: CSVTable
  private let blockLength: Int

  /// - Parameters:
  ///   - lines: the line of each record in its file, for a text that nexus made of another format.
  ///   - blockLength: how many records a block has.
  init(
    _ bytes: [UInt8], delimiter: UInt8, from start: CSVTable.Continuation = CSVTable.Continuation(),
    lines: [UInt32] = [], columns: [UInt32] = [], blockLength: Int = 1 << 16
  ) {
    first = CSVTable(
      bytes, delimiter: delimiter, from: start, lines: lines, columns: columns, limit: blockLength)
    self.blockLength = blockLength
  }

  /// All records at once, for shapes that need them so.
  init(whole table: CSVTable) {
    precondition(table.isLast, "A whole table ends where its text does.")
    first = table
    blockLength = .max
  }

  func makeIterator() -> Iterator { Iterator(blocks: self) }

  struct Iterator: IteratorProtocol {
    fileprivate let blocks: CSVBlocks
    private var last: CSVTable?

    fileprivate init(blocks: CSVBlocks) { self.blocks = blocks }

    mutating func next() -> CSVTable? {
      guard let last else {
        self.last = blocks.first
        return blocks.first
      }
      guard !last.isLast else { return nil }
      let block = CSVTable(
        last.bytes, delimiter: last.delimiter, from: last.continuation, lines: last.lines,
        columns: last.columns,
        limit: blocks.blockLength)
      self.last = block
      return block
    }
  }
}
