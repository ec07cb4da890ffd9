private import Foundation
internal import NexusModel

/// Reads a data set, a file, a folder or standard input, into a ``Network``.
///
/// Nothing is lost on the way: each data row ends as used, folded or rejected, and ``Reading/account`` says how
/// many did which.
public struct DatasetReader: Sendable {
  public var options: ReadingOptions
  /// How many bytes of text a table may have to be held whole; a longer one is read piece by piece.
  package var longestHeld = 4 << 20

  public init(options: ReadingOptions = ReadingOptions()) { self.options = options }

  /// Reads the data set at a path; `-` is standard input.
  ///
  /// - Throws: ``ReadingError`` when there is no such input, or no row of it can be used.
  /// - Complexity: O(bytes) time. Of tables in UTF-8, compressed or not, O(network) memory; of other formats and
  ///   encodings O(bytes). Standard input that is long is kept in a file without a name while it is read.
  public func read(_ path: String) throws(ReadingError) -> Reading {
    var trace = ReadingTrace(.recognition)
    return try read(path, &trace)
  }

  /// Reads the data set and leaves in the trace what was recognised, also where it throws.
  func read(_ path: String, _ trace: inout ReadingTrace) throws(ReadingError) -> Reading {
    // The doctor looks at the cells of tables again and again.
    var memory = MemoryBudget(
      limit: options.maximumMemory, longestHeld: trace.depth == .tables ? .max : longestHeld)
    var merges: DecisionsFile?
    if let file = options.mergesFile { merges = try DecisionsFile(path: file) }
    var files: [SourceFile] = []
    if let actorsFile = options.actorsFile {
      files.append(try SourceFile(path: actorsFile, purpose: .actors, isOwnOutput: false, &memory))
    }
    let package = try DataPackage(of: path)
    let indicators = try SourceFile.indicators(options.indicatorsFile, besides: path, package)
    if let package {
      files += try package.files(besides: indicators == nil ? [] : ["regions"], &memory)
    } else {
      files += try SourceFile.all(of: path, &memory)
    }
    if options.threads == 1 {
      for position in files.indices { files[position].long?.readsAhead = false }
    }
    for file in files + (indicators.map { [$0] } ?? []) {
      trace.add(FileRecognition(name: file.name, byteCount: file.storedCount))
    }
    try options.spec?.check(against: files.map(\.name) + (indicators.map { [$0.name] } ?? []))
    var contents: [FileContent] = []
    for file in files { contents.append(try content(of: file, &memory, &trace)) }
    let indicatorsText = try indicators.map { (file) throws(ReadingError) in try file.delimitedText() }
    try checkColumns(of: contents + (indicatorsText.map { [.delimited($0)] } ?? []), path: path)
    return try read(
      Input(
        files: Array(zip(files, contents)), indicators: indicators, package: package, merges: merges,
        memory: memory, name: DatasetReader.name(of: path), path: path), &trace)
  }

  /// Reads a data set that is one file and already there.
  ///
  /// - Parameter name: the name of the file, as results cite it.
  /// - Throws: ``ReadingError`` when it cannot be read, or no row of it can be used.
  package func read(_ contents: [UInt8], named name: String) throws(ReadingError) -> Reading {
    var memory = MemoryBudget(limit: options.maximumMemory)
    var trace = ReadingTrace(.recognition)
    let file = try SourceFile(
      name: name, contents: contents, purpose: .dataset, isOwnOutput: false, &memory)
    trace.add(FileRecognition(name: file.name, byteCount: file.storedCount))
    let content = try content(of: file, &memory, &trace)
    try checkColumns(of: [content], path: name)
    return try read(
      Input(
        files: [(file, content)], memory: memory, name: DatasetReader.name(of: name), path: name), &trace)
  }

  private func content(
    of file: SourceFile, _ memory: inout MemoryBudget, _ trace: inout ReadingTrace
  ) throws(ReadingError) -> FileContent {
    var facts = FileRecognition(name: file.name, byteCount: file.storedCount)
    defer { trace.note(file.name) { $0 = facts } }
    return try file.content(options.applied(to: file.name), &memory, &facts)
  }

  /// The name of a data set: its file or folder without ending, nor that of a compressed file.
  public static func name(of path: String) -> String {
    guard path != "-" else { return "stdin" }
    let url = URL(filePath: path).standardizedFileURL
    let last = url.lastPathComponent
    let isFolder = SourceFile.isFolder(path)
    if last == DataPackage.fileName, !isFolder {
      return DatasetReader.name(of: url.deletingLastPathComponent().path)
    }
    let inflated = last.hasSuffix(SourceFile.gzipEnding) ? url.deletingPathExtension() : url
    let stem = inflated.deletingPathExtension().lastPathComponent
    return isFolder || stem.isEmpty ? (last == "/" ? "root" : last) : stem
  }

  /// The files of a data set, opened, with what describes them.
  private struct Input {
    var files: [(file: SourceFile, content: FileContent)]
    var indicators: SourceFile?
    var package: DataPackage?
    var merges: DecisionsFile?
    var memory: MemoryBudget
    var name: String
    var path: String
  }

  private func read(_ input: Input, _ trace: inout ReadingTrace) throws(ReadingError) -> Reading {
    var builder = NetworkBuilder(merging: input.merges.map(RecordMerging.init))
    builder.threads = options.threads
    builder.memory = input.memory
    let others = (input.package?.unread ?? SourceFile.otherTables(of: input.path)).filter {
      options.indicatorsFile != nil || $0 != input.indicators?.name
    }
    for note in input.package?.notes ?? [] { builder.log.note(note) }
    if !others.isEmpty { builder.log.note("Not read: \(others.joined(separator: ", ")).") }
    var readings = input.package.map { [$0.reading] } ?? []
    var hasUsableRow = false
    for (file, content) in input.files {
      let rejectedBefore = builder.log.account.rejected
      let reading = try ingest(file, content, into: &builder, &trace)
      readings.append(reading)
      trace.note(file.name) { $0.rows = reading.rows }
      let isAttributesOnly = file.purpose == .actors && input.files.count > 1
      let rejected = builder.log.account.rejected - rejectedBefore
      hasUsableRow = hasUsableRow || (!isAttributesOnly && rejected < reading.rows)
    }
    let network = builder.network(named: input.name)
    var indicators = RegionIndicators()
    if let indicatorsFile = input.indicators {
      let options = options.applied(to: indicatorsFile.name)
      let ingest = IndicatorIngest(file: indicatorsFile, options: options, network: network)
      readings.append(try ingest.run(into: &indicators, &builder.log, &trace))
    }
    let account = builder.log.account
    let reading = Reading(
      network: network, indicators: indicators, files: readings, account: account,
      problems: builder.log.problems,
      notes: builder.log.notes,
      rejected: builder.log.rejected, otherValues: builder.otherValues, isGraded: builder.isGraded,
      unknownWords: builder.unknownWords,
      ownNotes: builder.log.ownNotes, spec: options.spec, merges: input.merges)
    trace.reading = reading
    guard hasUsableRow else {
      throw .noUsableRow(
        input.path, rows: account.read, firstProblem: builder.log.problems.first?.description)
    }
    return reading
  }

  /// Refuses a column of `--map` that no table of the data set has, by a look at the heads of all.
  private func checkColumns(of contents: [FileContent], path: String) throws(ReadingError) {
    guard !options.columns.isEmpty else { return }
    let headers = contents.map(\.headers)
    for (field, column) in options.columns.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where !headers.contains(where: { $0.cells.contains(Field.fold(column)) }) {
      throw .noSuchColumn(
        path, field: field.rawValue, column: column, columns: headers.flatMap(\.shown))
    }
  }

  private func ingest(
    _ file: SourceFile, _ content: FileContent, into builder: inout NetworkBuilder,
    _ trace: inout ReadingTrace
  ) throws(ReadingError) -> FileReading {
    builder.beginFile(file.name)
    switch content {
    case .delimited(let text): return try ingest(file, text, into: &builder, &trace)
    case .items(let items, let format, let encoding):
      return try ItemIngest(file: file, options: options.applied(to: file.name)).run(
        items, format, encoding, into: &builder, &trace)
    }
  }

  private func ingest(
    _ file: SourceFile, _ text: DelimitedText, into builder: inout NetworkBuilder, _ trace: inout ReadingTrace
  ) throws(ReadingError) -> FileReading {
    for note in text.notes { builder.log.note("\(file.name): \(note)") }
    var options = options.applied(to: file.name)
    options.columns = file.columns.merging(options.columns) { _, chosen in chosen }
    options.decimalMark = options.decimalMark ?? file.resource?.decimalMark
    var blocks = text.blocks
    var layout: TableLayout
    do throws(ReadingError) {
      layout = try TableLayout(of: blocks.first, file: file.name, purpose: file.purpose, options: options)
    } catch {
      trace.checkForm(of: text, in: file)
      throw error
    }
    layout.form = text.form
    if layout.firstRow > 0 {
      do throws(FormatFault) {
        try blocks.first.checkWidth(of: blocks.first.records[layout.firstRow - 1])
      } catch { throw .malformed(place: file.name + error.place, message: error.message) }
    }
    if layout.isMatrix, !blocks.first.isLast {
      let table = text.table()
      try builder.memory.claim(table.cellsInMemory, for: file.name)
      blocks = .held(CSVBlocks(whole: table))
    }
    layout.note(in: file.name, &builder.log)
    let reader = RowReader(
      blocks.first, layout, try ColumnEvidence(blocks, layout), file: file.name,
      delimiter: text.dialect.delimiter, isOwnOutput: file.isOwnOutput, options: options, log: &builder.log)
    trace.note(file.name) { facts in
      facts.shape = layout.shape
      facts.headerLine = layout.firstRow > 0 ? blocks.first.records[layout.firstRow - 1].line : nil
      if layout.shape != .matrix { facts.add(layout, reader) }
    }
    if case .held(let blocks) = blocks {
      trace.keep(ExaminedTable(reader: reader, blocks: blocks, file: builder.fileNumber))
    }
    let rowCount: Int
    if layout.shape == .affiliations {
      var ingest = AffiliationIngest(reader, blocks, options: options)
      try ingest.run(into: &builder)
      rowCount = ingest.rowCount
    } else if layout.shape == .matrix {
      let numbers = MatrixIngest(reader: reader, options: options).run(into: &builder)
      trace.note(file.name) { $0.matrixNumbers = numbers }
      rowCount = blocks.first.records.count - layout.firstRow
    } else {
      var ingest = TableIngest(reader, blocks, options: options)
      try ingest.run(into: &builder)
      rowCount = ingest.rowCount
    }
    return FileReading(
      name: file.name, fingerprint: file.fingerprint, shape: layout.shape, format: text.format,
      encoding: text.encoding, delimiter: text.form == .delimited ? text.dialect.delimiter : nil,
      columns: layout.namedColumns, rows: rowCount)
  }
}

extension TableLayout {
  /// Which column was taken for which field, by header.
  var namedColumns: [(field: Field, header: String)] {
    Field.allCases.compactMap { field in columns[field].map { (field: field, header: header[$0]) } }
  }

  /// Notes what a reader of the table should know of how it was recognised.
  func note(in file: String, _ log: inout ProblemLog) {
    if preamble > 0 {
      let lines = preamble == 1 ? "1 record" : "\(preamble) records"
      log.note("\(file): \(lines) before the header were passed over.")
    }
    if shape == .headerless {
      log.note(
        "\(file): no row looks like a header, so the first two columns were read as source and target.")
    }
    if shape == .flows, !columns.has(.currency) {
      log.note(
        "\(file): no column names a currency; all amounts were taken as of one. See --map currency=COLUMN.")
    }
    if !columns.unused.isEmpty {
      log.note(
        "\(file): columns that nexus does not use: \(ReadingError.listed(columns.unused)).", .besideFinding)
    }
  }
}
