/// What the first lines of a file tell: that it is a plain table of ties, and how it is written.
///
/// The same code recognises it as that which reads whole tables, so that both see the same columns.
struct EdgeListHead {
  let layout: TableLayout
  let reader: RowReader
  let delimiter: UInt8
  let source: Int
  let target: Int
  let strength: Int?
  /// How strengths are written, as far as the head shows; nil without a column of them.
  let numberRule: NumberCell?
  let options: ReadingOptions
  /// Where in the file the first data row stands, and on which line.
  let start: Int
  let line: Int
  private let bytesPerRow: Double

  /// How much of the file is looked at: little where there is a header, else as much as the full reader looks at.
  private static let lengths = [1 << 16, 4 << 20]

  /// Nil where the table holds more than ends and strengths, or the head leaves open what it holds.
  static func of(_ blocks: borrowing FileBlocks, options: ReadingOptions) -> EdgeListHead? {
    for length in lengths {
      if let head = EdgeListHead(blocks.head(upTo: length), of: blocks, options) { return head }
      if length >= blocks.fileLength { break }
    }
    return nil
  }

  private init?(_ raw: [UInt8], of blocks: borrowing FileBlocks, _ options: ReadingOptions) {
    let isWhole = raw.count == blocks.fileLength
    guard OtherFormat(recognising: raw) == nil, let text = DecodedText(raw), text.encoding == .utf8,
      text.bytes.contains(where: { $0 > 0x20 }), EdgeListHead.isTable(text)
    else { return nil }
    let dialect = CSVDialect(of: text.bytes)
    let records = CSVBlocks(text.bytes, delimiter: dialect.delimiter.byte, from: dialect.records)
    let file = blocks.name
    // What cannot be recognised is for the full reader to say.
    guard
      let layout = try? TableLayout(of: records.first, file: file, purpose: .dataset, overrides: [:]),
      let source = layout.columns[.source], let target = layout.columns[.target],
      layout.firstRow < records.first.records.count,
      EdgeListHead.isPlain(layout), isWhole || EdgeListHead.isSettled(layout, by: records.first)
    else { return nil }
    self.layout = layout
    self.options = options
    (self.source, self.target, strength) = (source, target, layout.columns[.strength])
    delimiter = dialect.delimiter.byte
    var log = ProblemLog()
    reader = RowReader(
      records, layout: layout, file: file, delimiter: dialect.delimiter, isOwnOutput: false, options: options,
      log: &log)
    numberRule = ColumnEvidence(records, layout).numbers.first.map { _, marks in
      RowReader.numberRule(by: marks, in: file, dialect.delimiter, options, &log)
    }
    let first = records.first.records[layout.firstRow]
    start = records.first.range(first).lowerBound + raw.count - text.bytes.count
    line = first.line
    let last = records.first.records[records.first.records.count - 1]
    bytesPerRow = Double(records.first.range(last).upperBound) / Double(records.first.records.count)
  }

  /// About how many rows a file of this length has, rather too many than too few.
  func expectedRows(inFileOf length: Int) -> Int { Int(1.02 * Double(length) / bytesPerRow) + 64 }

  /// Whether the text is a table and no other format; a broken one is for the full reader to tell of.
  private static func isTable(_ text: DecodedText) -> Bool {
    do { return try FileFormat.recognised(in: text.bytes) == .delimited } catch { return false }
  }

  /// Whether no column says more of a tie than its ends and strength.
  private static func isPlain(_ layout: TableLayout) -> Bool {
    let plain: Set<Field> = [.source, .target, .strength]
    return layout.shape == .headerless
      || layout.shape == .ties && plain.isSuperset(of: layout.columns.columns.keys)
  }

  /// Whether rows beyond the head could not change what the table is taken for.
  private static func isSettled(_ layout: TableLayout, by table: CSVTable) -> Bool {
    switch layout.shape {
    case .ties:
      // A matrix has about as many rows as columns.
      table.records.count > 3 * max(table.cellCount(table.records[0]), TableLayout.deepestHeader)
    case .headerless: !table.isLast
    default: false
    }
  }
}
