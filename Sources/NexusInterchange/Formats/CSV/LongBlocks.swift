/// A delimited text that is too long to be held, in blocks of records as they are read.
struct LongBlocks {
  let file: LongFile
  /// The first block, with the header.
  let first: CSVTable
  private let dialect: CSVDialect

  /// - Parameter dialect: by the head of the file, without its byte-order mark.
  init(_ file: LongFile, head: [UInt8], dialect: CSVDialect) {
    (self.file, self.dialect) = (file, dialect)
    first = CSVTable(head, delimiter: dialect.delimiter.byte, from: dialect.records, before: .text)
  }

  func cursor() throws(ReadingError) -> Cursor { try Cursor(self) }

  /// One pass over the text.
  struct Cursor {
    private let file: LongFile
    private let delimiter: UInt8
    private let pieces: FilePieces
    private var continuation: CSVTable.Continuation
    /// What was read but does not belong to a block yet.
    private var rest: [UInt8] = []
    private var goesOn = true
    private var readCount = 0

    fileprivate init(_ blocks: LongBlocks) throws(ReadingError) {
      file = blocks.file
      delimiter = blocks.dialect.delimiter.byte
      continuation = blocks.dialect.records
      pieces = try file.pieces()
      let isMarked = file.head.starts(with: LongFile.mark)
      goesOn = try pieces.fill(&rest, upTo: continuation.position + (isMarked ? LongFile.mark.count : 0))
      readCount = rest.count
      rest = []
      continuation = continuation.atStart
    }

    /// How far in the text the block that came last reaches, in bytes.
    var position: Int { readCount - rest.count }

    /// The next records, at least one; nil at the end of the text.
    ///
    /// - Throws: ``ReadingError`` when the file cannot be read on, has changed, or has a longer record than any may be.
    mutating func next() throws(ReadingError) -> CSVTable? {
      // A quote may be closed this far behind its opening; what is longer is no record.
      let farthest = max(CSVTable.largestRecord, file.pieceLength)
      var length = file.pieceLength
      while goesOn || !rest.isEmpty {
        let kept = rest.count
        length = min(max(length, kept), farthest)
        if goesOn { goesOn = try pieces.fill(&rest, upTo: length) }
        readCount += rest.count - kept
        guard goesOn || readCount == file.byteCount else { throw file.changed }
        let block = CSVTable(
          rest, delimiter: delimiter, from: continuation,
          before: !goesOn ? .end : rest.count < farthest ? .text : .distantText)
        do throws(FormatFault) { try block.checkCells() } catch {
          throw .malformed(place: file.name + error.place, message: error.message)
        }
        continuation = block.continuation.atStart
        rest = Array(rest[block.continuation.position...])
        if !block.records.isEmpty { return block }
        length *= 2
      }
      return nil
    }
  }
}

/// The records of a table, block after block, held or read as they are needed.
enum TableBlocks {
  case held(CSVBlocks)
  case long(LongBlocks)

  /// The first block, with the header: the whole table where it is short.
  var first: CSVTable {
    switch self {
    case .held(let blocks): blocks.first
    case .long(let blocks): blocks.first
    }
  }

  /// How long the text is.
  var byteCount: Int {
    switch self {
    case .held(let blocks): blocks.first.bytes.count
    case .long(let blocks): blocks.file.byteCount
    }
  }

  func cursor() throws(ReadingError) -> Cursor {
    switch self {
    case .held(let blocks): .held(blocks.makeIterator())
    case .long(let blocks) where blocks.file.readsAhead: .ahead(BlocksAhead(try blocks.cursor()))
    case .long(let blocks): .long(try blocks.cursor())
    }
  }

  /// One pass over the records.
  enum Cursor {
    case held(CSVBlocks.Iterator)
    case long(LongBlocks.Cursor)
    case ahead(BlocksAhead)

    /// The next records, and how far in the text they reach, in bytes; nil at its end.
    mutating func next() throws(ReadingError) -> BlocksAhead.Block? {
      switch self {
      case .held(var iterator):
        defer { self = .held(iterator) }
        return iterator.next().map { ($0, $0.continuation.position) }
      case .long(var cursor):
        let table: CSVTable?
        do throws(ReadingError) { table = try cursor.next() } catch { throw error }
        self = .long(cursor)
        return table.map { ($0, cursor.position) }
      case .ahead(let blocks): return try blocks.next()
      }
    }
  }
}
