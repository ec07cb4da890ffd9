internal import NexusModel

/// Reads a table of regions with their vulnerability and consequence.
///
/// A score that leaves the data set rests on every row of it, so the first that cannot be used ends the reading:
/// an unknown region, one given twice, a value that is no number from 0 to 100.
struct IndicatorIngest {
  let file: SourceFile
  let options: ReadingOptions
  let network: Network

  func run(
    into indicators: inout RegionIndicators, _ log: inout ProblemLog, _ trace: inout ReadingTrace
  ) throws(ReadingError) -> FileReading {
    let text = try file.delimitedText()
    let table = text.table()
    let header = table.records.first.map(table.cells) ?? []
    var options = options
    try options.takeColumnsOfSpec(for: file.name, among: header)
    guard let columns = ColumnMap(indicators: header, overrides: options.columns) else {
      throw .noIndicators(file.name, columns: header)
    }
    let layout = TableLayout(shape: .regions, header: header, columns: columns, firstRow: 1, preamble: 0)
    let reader = RowReader(
      CSVBlocks(whole: table), layout: layout, file: file.name, delimiter: text.dialect.delimiter,
      isOwnOutput: file.isOwnOutput,
      options: options, log: &log)
    trace.note(file.name) { facts in
      facts.take(text, options)
      facts.shape = .regions
      (facts.headerLine, facts.rows) = (table.records.first?.line, table.records.count - 1)
      facts.add(layout, reader)
    }
    let named = regionsOfData()
    for record in table.records.dropFirst() {
      do throws(RowFault) {
        try reader.checkForm(record, &log)
        try add(record, reader, named, to: &indicators)
      } catch {
        let place = error.place.column.map { ":\($0)" } ?? ""
        throw .badIndicator(
          place: "\(error.place.file):\(error.place.line)\(place)", message: error.message)
      }
      log.account.used += 1
    }
    let outside = indicators.entries.keys.count { !named.contains($0) }
    if outside > 0 {
      log.note(
        "\(file.name): \(outside) of \(indicators.entries.count) regions are not named by the data; "
          + "their values are not used.")
    }
    return FileReading(
      name: file.name, fingerprint: file.fingerprint, shape: .regions, format: .delimited,
      encoding: text.encoding,
      delimiter: text.dialect.delimiter,
      columns: Field.allCases.compactMap { field in columns[field].map { (field: field, header: header[$0]) }
      },
      rows: table.records.count - 1)
  }

  private func add(
    _ record: CSVTable.Record, _ reader: RowReader, _ named: Set<Region>,
    to indicators: inout RegionIndicators
  ) throws(RowFault) {
    let vulnerability = try share(.vulnerability, record, reader)
    let consequence = try share(.consequence, record, reader)
    let control = try territorialControl(record, reader)
    // A row without a value says nothing, whatever its region.
    guard vulnerability != nil || consequence != nil || control != nil else { return }
    let place = reader.place(record, .region)
    let text = reader.text(.region, record)
    guard let region = Region(resolving: text) else {
      throw RowFault(
        kind: .unusableIndicator, place: place,
        message: "the region is missing. Give an ISO 3166 code, an M49 code or a name.")
    }
    guard region.isStandard || named.contains(region) else {
      let near = Region.names(near: text, among: named)
      throw RowFault(
        kind: .unusableIndicator, place: place,
        message:
          "region \(MessageText.quoted(text)) is no country or area of UN M49, and no row of the data names it."
          + (near.isEmpty
            ? " Mend the spelling, or leave the row out."
            : " Did you mean \(near.map(MessageText.quoted).joined(separator: " or "))?"))
    }
    if let earlier = indicators[region] {
      throw RowFault(
        kind: .unusableIndicator, place: place,
        message:
          "region \(MessageText.quoted(text)) was already given at \(earlier.row). Keep one of the two rows.")
    }
    indicators[region] = RegionIndicators.Entry(
      vulnerability: vulnerability, consequence: consequence, territorialControl: control,
      row: "\(file.name):\(record.line)")
  }

  /// A value from 0 to 100, nil where the cell is missing.
  private func share(
    _ field: Field, _ record: CSVTable.Record, _ reader: RowReader
  ) throws(RowFault) -> Double? {
    guard let value = try reader.number(field, .unusableIndicator, record) else { return nil }
    guard (0...100).contains(value) else {
      throw RowFault(
        kind: .unusableIndicator, place: reader.place(record, field),
        message: "\(field.rawValue) \(MessageText.quoted(reader.text(field, record))) is not from 0 to 100. "
          + "Rescale the column.")
    }
    return value
  }

  /// Whether non-state actors are on record as holding territory; nil where the cell is missing.
  private func territorialControl(
    _ record: CSVTable.Record, _ reader: RowReader
  ) throws(RowFault) -> Bool? {
    guard let text = reader.value(.territorialControl, record) else { return nil }
    switch text.lowercased() {
    case "yes", "true", "1", "y", "t": return true
    case "no", "false", "0", "n", "f": return false
    default:
      throw RowFault(
        kind: .unusableIndicator, place: reader.place(record, .territorialControl),
        message: "territorial control \(MessageText.quoted(text)) is neither yes nor no.")
    }
  }

  /// Every region that the data name, and all that contain them.
  private func regionsOfData() -> Set<Region> {
    var named = Set(network.actors.presences.map(\.region))
    for tie in network.ties { named.formUnion(tie.sourceRegions + tie.targetRegions + tie.places) }
    for transfer in network.transfers {
      named.formUnion([transfer.payerRegion, transfer.payeeRegion, transfer.place].compactMap { $0 })
    }
    return named.union(named.flatMap(\.ancestors))
  }
}
