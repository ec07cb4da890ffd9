internal import NexusModel

/// Writes a network as a folder of tables that CONTRACT's readers know, with a Frictionless data package.
///
/// | file | a row is |
/// |---|---|
/// | `actors.csv` | an actor; a further row where several rows of the data speak of it |
/// | `ties.csv` | an item of evidence of a tie |
/// | `flows.csv` | a transfer |
/// | `regions.csv` | a region with what an outside source says of it |
/// | `datapackage.json` | what the columns hold, and that nexus wrote the folder |
///
/// A cell that a spreadsheet would run gets a `'`, which reading takes off again, for `datapackage.json` says
/// `"generator": "nexus"`. A table without a row is left out.
///
/// Source: Open Knowledge Foundation, *Data Package* and *Table Schema*, version 1, https://specs.frictionlessdata.io.
struct CSVFolder {
  private let rows: RecordRows
  private let indicators: RegionIndicators

  init(_ rows: RecordRows, _ indicators: RegionIndicators) {
    (self.rows, self.indicators) = (rows, indicators)
  }

  private struct Table {
    var name: String
    var columns: [(header: String, field: Field?)]
    var rows: [[String]]
  }

  func files(_ losses: inout LossTally) -> [ConvertedFile] {
    let tables = [actors, ties, flows, regions].filter { !$0.rows.isEmpty || $0.name == "actors" }
    var replaced = 0
    var resources: [TabularFile] = []
    var files: [ConvertedFile] = []
    for table in tables {
      let bytes = CSVFolder.text(table, &replaced)
      files.append(ConvertedFile(name: "\(table.name).csv", bytes: bytes))
      resources.append(
        TabularFile(
          name: table.name, columns: table.columns, rows: table.rows, byteCount: bytes.count))
    }
    losses.add(XMLText.lossName, replaced)
    let package = DataPackageText(title: rows.network.name, resources: resources)
    return files + [ConvertedFile(name: DataPackage.fileName, bytes: package.bytes)]
  }

  // MARK: Tables

  private var actors: Table {
    var cells: [(row: WrittenRow, id: String)] = []
    for actor in rows.actors { cells += actor.rows.map { ($0, rows.id(actor.actor)) } }
    return table("actors", leading: [("id", .id)], cells.map { ($0.row, [$0.id]) }, always: [.name])
  }

  private var ties: Table {
    table(
      "ties", leading: [("source", .source), ("target", .target)],
      rows.ties.map { link in
        var row = link.row
        row.set(.directed, link.isDirected == true ? "directed" : "undirected")
        return (row, [rows.id(link.source), rows.id(link.target)])
      })
  }

  private var flows: Table {
    table(
      "flows", leading: [("payer", .source), ("payee", .target)],
      rows.transfers.map { ($0.row, [rows.id($0.source), rows.id($0.target)]) }, always: [.amount, .currency])
  }

  private var regions: Table {
    let entries = indicators.entries.sorted { $0.key < $1.key }
    let hasControl = entries.contains { $0.value.territorialControl != nil }
    var columns: [(header: String, field: Field?)] = [
      ("region", .region), ("vulnerability", .vulnerability), ("consequence", .consequence),
    ]
    if hasControl { columns.append((Field.territorialControl.rawValue, .territorialControl)) }
    columns.append((WrittenRow.placeColumn, nil))
    return Table(
      name: "regions", columns: columns,
      rows: entries.map { region, entry in
        let numbers = [entry.vulnerability, entry.consequence].map { $0.map(WrittenValue.number) ?? "" }
        let control = entry.territorialControl.map { $0 ? "true" : "false" } ?? ""
        return [region.code] + numbers + (hasControl ? [control] : []) + [entry.row]
      })
  }

  private func table(
    _ name: String, leading: [(header: String, field: Field)], _ rows: [(row: WrittenRow, ends: [String])],
    always: [Field] = []
  ) -> Table {
    let columns = RecordRows.columns(rows.lazy.map(\.row), always: always)
    let positions = Dictionary(uniqueKeysWithValues: zip(columns, leading.count...))
    return Table(
      name: name,
      columns: leading.map { ($0.header, $0.field) }
        + columns.map { column in
          if case .field(let field) = column { (column.name, field) } else { (column.name, nil) }
        },
      rows: rows.map { row, ends in
        var cells = ends + [String](repeating: "", count: columns.count)
        for cell in row.cells { cells[positions[cell.column]!] = cell.value }
        return cells
      })
  }

  // MARK: Text

  private static func text(_ table: Table, _ replaced: inout Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for cells in [table.columns.map(\.header)] + table.rows {
      for (position, cell) in cells.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += CSVText.quoted(CSVText.harmless(readable(cell, &replaced))).utf8
      }
      bytes.append(0x0A)
    }
    return bytes
  }

  /// The text without the characters that no table holds.
  private static func readable(_ text: String, _ replaced: inout Int) -> String {
    guard text.utf8.contains(where: DecodedText.isControlCharacter) else { return text }
    replaced += 1
    var readable = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x80 && DecodedText.isControlCharacter(UInt8(scalar.value))
      readable.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(readable)
  }
}
