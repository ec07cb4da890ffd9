/// Reads the items of one file into a ``NetworkBuilder``, by the rules of tables.
struct ItemIngest {
  let file: SourceFile
  let options: ReadingOptions

  func run(
    _ items: ItemTables, _ format: FileFormat, _ encoding: TextEncoding, into builder: inout NetworkBuilder,
    _ trace: inout ReadingTrace
  ) throws(ReadingError) -> FileReading {
    var tables = items.tables.filter { $0.count > 0 && (file.purpose != .actors || $0.rows == .actors) }
    guard !tables.isEmpty else {
      throw .malformed(
        place: file.name, message: "the file (\(format.name)) holds no actor and no tie. Give one that does.")
    }
    for note in items.notes { builder.log.note("\(file.name): \(note)") }
    builder.log.account.passedOver += items.passedOver
    let hasMemberships = tables.contains { $0.rows == .affiliations }
    if hasMemberships, items.eventRows.count > 0 {
      if options.twoMode == .keep {
        // Events come behind the actors.
        tables.insert(items.eventRows, at: tables.firstIndex { $0.rows != .actors } ?? 0)
      } else {
        passOver(items.eventRows.count, &builder)
      }
    } else if !items.events.isEmpty, !hasMemberships, file.purpose != .actors {
      builder.log.account.passedOver += items.eventRows.count
      builder.log.note(
        "\(file.name): nobody takes part in its \(items.events.count) events, which are left out.")
    }
    for (line, row) in items.brokenRows {
      let fault = RowFault(
        kind: .brokenQuote, place: CellPlace(file: file.name, line: line, column: nil),
        message: "a quote in this row is never closed, or text follows it. Close it, or double it (\"\").")
      builder.log.reject(fault, row: row)
    }
    var options = options
    // These formats fix how numbers are written.
    options.decimalMark = .point
    try options.takeColumnsOfSpec(for: file.name, among: tables.flatMap(\.header))
    var layouts: [TableLayout] = []
    for table in tables {
      let layout = TableLayout(of: table, overrides: options.columns)
      layout.note(in: file.name, &builder.log)
      let comma = CSVDialect.Delimiter.comma.byte
      let blocks =
        table.rows == .matrix
        ? CSVBlocks(whole: CSVTable(table.text, delimiter: comma, lines: table.lines))
        : CSVBlocks(table.text, delimiter: comma, lines: table.lines, columns: table.itemColumns)
      let reader = RowReader(
        blocks, layout: layout, file: file.name, delimiter: .comma, isOwnOutput: false, options: options,
        log: &builder.log)
      if table.rows == .matrix {
        let numbers = MatrixIngest(reader: reader, options: options).run(into: &builder)
        trace.note(file.name) { $0.matrixNumbers = numbers }
      } else if table.rows == .affiliations {
        var ingest = AffiliationIngest(reader, .held(blocks), options: options)
        ingest.declare(events: items.events)
        try ingest.run(into: &builder)
      } else {
        var ingest = TableIngest(reader, .held(blocks), options: options)
        try ingest.run(into: &builder)
      }
      trace.note(file.name) { $0.add(layout, reader) }
      trace.keep(ExaminedTable(reader: reader, blocks: blocks, file: builder.fileNumber))
      layouts.append(layout)
    }
    var seen = Set<Field>()
    let shape = ItemIngest.shape(of: layouts.map(\.shape))
    trace.note(file.name) { ($0.shape, $0.format) = (shape, format) }
    return FileReading(
      name: file.name, fingerprint: file.fingerprint, shape: shape,
      format: format,
      encoding: encoding, delimiter: nil,
      columns: layouts.flatMap(\.namedColumns).filter { seen.insert($0.field).inserted },
      rows: tables.reduce(0) { $0 + $1.count })
  }

  /// Counts rows about events, which are no actors where they become ties.
  private func passOver(_ count: Int, _ builder: inout NetworkBuilder) {
    builder.log.account.passedOver += count
    builder.log.note(
      "\(file.name): \(count) \(count == 1 ? "event has" : "events have") values of \(count == 1 ? "its" : "their") own, "
        + "which ties have no place for; --keep-two-mode keeps them.")
  }

  /// What a file of several tables is called: by what links actors, if anything does.
  private static func shape(of shapes: [TableShape]) -> TableShape {
    [.flows, .ties, .matrix, .affiliations].first(where: shapes.contains) ?? .actors
  }
}
