internal import NexusGraph
internal import NexusModel

/// One pass over the rows of a plain table of ties.
///
/// The usual row, which has as many cells as the header and nothing odd in them, is read straight from its bytes.
/// Every other one is read as a table of its own by ``RowReader``, whose rules and messages it thereby has.
struct EdgeListScan {
  private let head: EdgeListHead
  private let cells: CellScan
  private var reader: RowReader
  private var line: Int
  private var names = NameTable()
  private var sources: [Int32] = []
  private var targets: [Int32] = []
  private var strengths: [Double] = []
  private var marks = NumberMarks()
  private var log = ProblemLog()
  private var batch = [CellScan.Row](repeating: CellScan.Row(), count: batchLength)
  /// All bytes of the block, or-ed: tells whether one is not ASCII.
  private var seenBytes: UInt64 = 0
  /// Keeps what ``NameTable/touch(_:)`` reads from being optimised away.
  private var touched: UInt64 = 0

  private static let batchLength = 64

  init(_ head: EdgeListHead, expectedRows: Int) {
    self.head = head
    cells = CellScan(head)
    reader = head.reader
    line = head.line
    sources.reserveCapacity(expectedRows)
    targets.reserveCapacity(expectedRows)
    if head.strength != nil { strengths.reserveCapacity(expectedRows) }
  }

  /// Reads the rows of a block.
  ///
  /// - Parameter count: the length of the block; ``FileBlocks/padding`` bytes more can be read.
  mutating func read(_ text: Span<UInt8>, count: Int) throws(NotPlain) {
    let bytes = text.bytes
    var position = 0
    while position < count {
      // Rows are found first and looked up then: so the slots of many names are on their way at once.
      var found = 0
      while found < EdgeListScan.batchLength, position < count,
        let end = cells.usualRow(bytes, from: position, count: count, &batch[found], seen: &seenBytes)
      {
        position = end
        found += 1
      }
      for row in 0..<found { touched &+= names.touch(batch[row].source) &+ names.touch(batch[row].target) }
      for row in 0..<found {
        if !add(batch[row], text) { _ = try readUnusualRow(text, from: batch[row].start, count: count) }
        line += 1
      }
      guard found < EdgeListScan.batchLength, position < count else { continue }
      position = try readUnusualRow(text, from: position, count: count)
      line += 1
    }
    guard ByteWord(bits: seenBytes).holdsNonASCII else { return }
    // Only whether the bytes are UTF-8 matters, and decides how the whole file is read; not where they stop to be.
    guard (try? UTF8Span(validating: text.extracting(0..<count))) != nil else { throw NotPlain() }
    seenBytes = 0
  }

  /// The graph of the rows.
  consuming func list() throws(NotPlain) -> EdgeList {
    if let rule = head.numberRule {
      var unused = ProblemLog()
      let settled = RowReader.numberRule(by: marks, in: "", reader.delimiter, head.options, &unused)
      // Only cells like 1.200 are read by what others show.
      guard settled.undecidedPointGroups == rule.undecidedPointGroups || !marks.hasOpenPoint else {
        throw NotPlain()
      }
    }
    let rows = sources.count
    let isDirected = head.options.direction == .directed && rows > 0
    let (ends, points, values) = (sources, targets, strengths)
    (sources, targets, strengths) = ([], [], [])
    let graph = Graph(
      vertexCount: names.names.count, kind: isDirected ? .directed : .undirected, sources: consume ends,
      targets: consume points, strengths: consume values,
      parallel: head.strength == nil ? .countedOneWay : .summed)
    if isDirected || head.strength != nil {
      log.account.used += rows
    } else {
      let counted = Int(graph.outgoing.strengths.reduce(0, +)) / 2
      log.account.used += counted
      log.account.reciprocal = rows - counted
    }
    return EdgeList(
      names: names.names, graph: graph, account: log.account, problems: log.problems, rejected: log.rejected)
  }

  // MARK: Usual rows

  /// Adds what a usual row says; false when one of its cells is odd after all.
  @inline(__always)
  private mutating func add(_ row: CellScan.Row, _ text: Span<UInt8>) -> Bool {
    let bytes = text.bytes
    var strength = 1.0
    if let rule = head.numberRule {
      guard let digits = PlainCells.digits(text, row.strength),
        let value = rule.plainValue(text, row.strength)
      else { return false }
      marks.note(digits)
      strength = value
    }
    var source = names.number(of: row.source, bytes, at: row.sourceStart)
    var target = names.number(of: row.target, bytes, at: row.targetStart)
    if source < 0 || target < 0 {
      guard !names.isMissing(row.source, bytes, at: row.sourceStart),
        !names.isMissing(row.target, bytes, at: row.targetStart)
      else { return false }
      source = names.insert(row.source, bytes, at: row.sourceStart)
      target = names.insert(row.target, bytes, at: row.targetStart)
    }
    add(source, target, strength)
    return true
  }

  @inline(__always)
  private mutating func add(_ source: Int32, _ target: Int32, _ strength: Double) {
    guard source != target else {
      log.account.selfTies += 1
      return
    }
    guard strength > 0 else {
      log.account.used += 1
      return
    }
    sources.append(source)
    targets.append(target)
    if head.strength != nil { strengths.append(strength) }
  }

  // MARK: Other rows

  /// Reads the row at a position by the rules for all tables; returns where the next one begins.
  private mutating func readUnusualRow(
    _ text: Span<UInt8>, from start: Int, count: Int
  ) throws(NotPlain) -> Int {
    var end = start
    while end < count, text[end] != CellScan.lineFeed, text[end] != CellScan.carriageReturn {
      guard !DecodedText.isControlCharacter(text[end]) else { throw NotPlain() }
      seenBytes |= UInt64(text[end])
      end += 1
    }
    let isPair =
      end + 1 < count && text[end] == CellScan.carriageReturn && text[end + 1] == CellScan.lineFeed
    let row = CSVTable(
      (start..<end).map { text[$0] }, delimiter: head.delimiter,
      from: CSVTable.Continuation(position: 0, line: line))
    // The quote may end lines below.
    guard !row.leavesQuoteOpen else { throw NotPlain() }
    if let record = row.records.first { book(record, of: row) }
    return end + (isPair ? 2 : 1)
  }

  private mutating func book(_ record: CSVTable.Record, of table: CSVTable) {
    reader.table = table
    if let strength = head.strength { marks.note(table, record, strength) }
    do throws(RowFault) {
      try reader.checkForm(record, &log)
      var ends = EndColumn()
      ends.prepare([record], reader)
      _ = try ends.end(.source, record, at: 0, reader)
      _ = try ends.end(.target, record, at: 0, reader)
      let strength = try reader.strength(record) ?? 1
      let source = names.insert(table.cell(record, head.source))
      add(source, names.insert(table.cell(record, head.target)), strength)
    } catch {
      log.reject(error, row: table.text(record))
    }
  }
}
