/// A table as text: a delimited file, or the sheet of a workbook.
struct DelimitedText {
  var bytes: [UInt8]
  var encoding: TextEncoding
  var dialect: CSVDialect
  /// The line of each record in its file, where the text is not that of the file; else empty.
  var lines: [UInt32] = []
  var form = TableForm.delimited
  /// The sheet of a workbook that it is.
  var sheet: String?
  var format = FileFormat.delimited
  /// What was decided on the way that a reader should know.
  var notes: [String] = []
  /// The file whose beginning the bytes are, where it is too long to be held.
  var long: LongFile?

  init(
    bytes: [UInt8], encoding: TextEncoding, dialect: CSVDialect, lines: [UInt32], form: TableForm,
    format: FileFormat, notes: [String]
  ) {
    (self.bytes, self.encoding, self.dialect, self.lines) = (bytes, encoding, dialect, lines)
    (self.form, self.format, self.notes) = (form, format, notes)
  }

  /// - Parameter delimiter: the mark between cells; nil: by what the text shows.
  init(_ text: DecodedText, delimiter: CSVDialect.Delimiter? = nil) {
    (bytes, encoding, dialect) = (text.bytes, text.encoding, CSVDialect(of: text.bytes))
    if let delimiter { dialect.delimiter = delimiter }
    if encoding == .windows1252 { notes = ["the text is not UTF-8 and was read as Windows-1252."] }
  }

  /// All records, or the first few.
  func table(limit: Int = .max) -> CSVTable {
    CSVTable(bytes, delimiter: dialect.delimiter.byte, from: dialect.records, lines: lines, limit: limit)
  }

  var blocks: TableBlocks {
    if let long { return .long(LongBlocks(long, head: bytes, dialect: dialect)) }
    return .held(heldBlocks)
  }

  /// The blocks of a text that is there.
  var heldBlocks: CSVBlocks {
    CSVBlocks(bytes, delimiter: dialect.delimiter.byte, from: dialect.records, lines: lines)
  }
}

/// What a file of a data set holds: a table as text, or items of another format as tables.
enum FileContent {
  case delimited(DelimitedText)
  case items(ItemTables, FileFormat, TextEncoding)

  /// The cells in which a column that `--map` names is looked for, folded, and the header for a message.
  var headers: (cells: Set<String>, shown: [String]) {
    switch self {
    case .delimited(let text):
      let head = text.table(limit: TableLayout.deepestHeader)
      // For the message: lines above a header have fewer cells.
      let widest = head.records.lazy.map(head.cellCount).max() ?? 0
      return (
        Set(head.records.flatMap { head.cells($0).map(Field.fold) }),
        head.records.first { head.cellCount($0) == widest }.map(head.cells) ?? []
      )
    case .items(let items, _, _):
      let names = items.tables.flatMap(\.header)
      return (Set(names.map(Field.fold)), names)
    }
  }
}

extension SourceFile {
  /// Reads the form of the file: as a table, or as the items of its format.
  ///
  /// - Parameters:
  ///   - options: which sheet of a workbook is read, and how its numbers are to be written.
  ///   - memory: books what the file is unpacked, decoded and rewritten to.
  ///   - facts: takes what is recognised on the way.
  func content(
    _ options: ReadingOptions, _ memory: inout MemoryBudget, _ facts: inout FileRecognition
  ) throws(ReadingError) -> FileContent {
    if let long { return try content(of: long, options, &memory, &facts) }
    if let table = try sheet(options, &memory) {
      facts.take(table, options)
      do throws(FormatFault) { return try FileContent(table: table) } catch { throw malformed(error) }
    }
    let text = try decodedText(as: options.decisions.encoding)
    facts.take(text)
    try options.checkEncoding(of: text, in: name)
    if text.encoding != .utf8 { try memory.claim(text.bytes.count, for: name) }
    let format = try format(of: text)
    facts.format = format
    // Items, and tables in a dialect of their own, are kept as a table beside the text.
    let isKeptTwice = format != .delimited || resource?.dialect.plainDelimiter == nil && resource != nil
    if isKeptTwice { try memory.claim(text.bytes.count, for: name) }
    do throws(FormatFault) {
      guard format == .delimited else { return .items(try format.items(of: text), format, text.encoding) }
      let table = try delimited(text, delimiter: options.decisions.delimiter)
      facts.take(table, options)
      return try FileContent(table: table)
    } catch { throw malformed(error) }
  }

  /// Reads the form of a file too long to be held, by its beginning. What turns out to be no plain table of rows is held.
  private func content(
    of long: LongFile, _ options: ReadingOptions, _ memory: inout MemoryBudget,
    _ facts: inout FileRecognition
  ) throws(ReadingError) -> FileContent {
    if [nil, .utf8].contains(options.decisions.encoding ?? resource?.encoding),
      resource.map(\.isPlain) ?? true, let text = DecodedText(long.head)
    {
      var found = facts
      found.take(text)
      found.format = .delimited
      // What is wrong with the head of a table is said of the whole one.
      if var table = try? delimited(text, delimiter: options.decisions.delimiter),
        case .delimited(let head)? = try? FileContent(table: table),
        purpose == .actors || head.isSettled(self, options)
      {
        found.take(table, options)
        facts = found
        table.long = long
        return .delimited(table)
      }
    }
    return try held(&memory).content(options, &memory, &facts)
  }

  /// The text of a file that must be a table.
  func text() throws(ReadingError) -> DecodedText {
    // A broken archive is no workbook for sure; what it is instead is told by its bytes below.
    if bytes.starts(with: ZipArchive.mark), let archive = try? ZipArchive(bytes), Workbook.isWorkbook(archive)
    {
      throw .noTable(name, format: FileFormat.workbook.name)
    }
    let text = try decodedText()
    let format = try format(of: text)
    guard format == .delimited else { throw .noTable(name, format: format.name) }
    return text
  }

  /// The text of a file that must be a table, in its dialect.
  func delimitedText() throws(ReadingError) -> DelimitedText {
    let text = try text()
    do throws(FormatFault) { return try delimited(text, delimiter: nil) } catch { throw malformed(error) }
  }

  /// A table as it is described, else as its content shows.
  ///
  /// - Parameter delimiter: the mark between cells; nil: as the resource says, else by what the text shows.
  private func delimited(
    _ text: DecodedText, delimiter: CSVDialect.Delimiter?
  ) throws(FormatFault) -> DelimitedText {
    guard let resource else { return DelimitedText(text, delimiter: delimiter) }
    guard resource.isPlain, let delimiter = resource.dialect.plainDelimiter else {
      return try DescribedText.rewritten(text, of: resource)
    }
    var table = DelimitedText(text)
    if table.dialect.firstLine == 1 { table.dialect = CSVDialect(delimiter: delimiter) }
    return table
  }

  /// The sheet of a workbook; nil for a file that is none.
  private func sheet(
    _ options: ReadingOptions, _ memory: inout MemoryBudget
  ) throws(ReadingError) -> DelimitedText? {
    guard bytes.starts(with: ZipArchive.mark) else { return nil }
    let archive: ZipArchive
    do throws(FormatFault) { archive = try ZipArchive(bytes) } catch { throw malformed(error) }
    guard Workbook.isWorkbook(archive) else { return nil }
    try memory.claim(Workbook.memory(of: archive), for: name)
    do throws(FormatFault) {
      return try Workbook(archive).table(options.sheet, decimalMark: options.decimalMark ?? .point)
    } catch { throw malformed(error) }
  }

  private func malformed(_ fault: FormatFault) -> ReadingError {
    .malformed(place: name + fault.place, message: fault.message)
  }

  private func format(of text: DecodedText) throws(ReadingError) -> FileFormat {
    do throws(FormatFault) {
      if let format = try FileFormat.recognised(in: text.bytes) { return format }
    } catch { throw malformed(error) }
    let isXML = text.bytes.first { $0 > 0x20 } == UInt8(ascii: "<")
    throw .otherFormat(name, name: "\(isXML ? "an XML" : "a JSON") document of a kind")
  }
}

extension DataResource {
  /// Whether its text can be read as it stands.
  fileprivate var isPlain: Bool {
    dialect.plainDelimiter != nil && missingValues.isSubset(of: [""])
      && columns.allSatisfy { $0.missingValues.isSubset(of: [""]) }
  }
}

extension DelimitedText {
  /// Whether rows beyond these, the beginning of a long file, could not change what the table is taken for.
  fileprivate func isSettled(_ file: SourceFile, _ options: ReadingOptions) -> Bool {
    var options = options
    options.columns = file.columns.merging(options.columns) { _, chosen in chosen }
    let head = CSVTable(bytes, delimiter: dialect.delimiter.byte, from: dialect.records, before: .text)
    // What cannot be recognised by the head is said of the whole table.
    guard let layout = try? TableLayout(of: head, file: file.name, purpose: file.purpose, options: options),
      let first = head.records.first
    else { return false }
    // A matrix has about as many rows as columns.
    return !layout.isMatrix
      && head.records.count > 3 * max(head.cellCount(first), TableLayout.deepestHeader)
  }
}
