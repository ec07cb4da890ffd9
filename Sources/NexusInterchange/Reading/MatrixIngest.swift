internal import NexusModel

/// Reads a square matrix: a tie for each cell that is not 0.
///
/// A symmetric matrix is undirected, an asymmetric one directed. Read as undirected, the larger of the two cells
/// is the strength.
struct MatrixIngest {
  let reader: RowReader
  let options: ReadingOptions

  /// - Returns: how its cells write numbers.
  func run(into builder: inout NetworkBuilder) -> NumberReading {
    let header = TableLayout.withoutTrailingBlanks(reader.layout.header)
    // A label that says "no value" is no actor: its column is passed over, its row rejected.
    let labels = header.enumerated().dropFirst().filter { !MissingCell.matches($0.element) }
    if labels.count < header.count - 1 {
      builder.log.note("\(reader.file): columns without a name in the matrix were passed over.")
    }
    let actors = labels.map { column, label in
      builder.actor(named: label, at: reader.place(reader.table.records[0], column: column))
    }
    let position = Dictionary(uniqueKeysWithValues: zip(labels.map(\.element), 0...))
    let records = reader.table.records.dropFirst()
    var marks = NumberMarks()
    for record in records {
      for label in labels { marks.note(reader.table, record, label.offset) }
    }
    let numbers = RowReader.numberRule(
      by: marks, in: reader.file, reader.delimiter, options.forNumbers(of: .strength), &builder.log)
    var cells: [[(column: Int, strength: Double)]] = Array(repeating: [], count: labels.count)
    var rows = [RowID?](repeating: nil, count: labels.count)
    var selfTies = 0
    for record in records {
      do throws(RowFault) {
        try reader.checkForm(record, &builder.log)
        guard let source = position[reader.cell(record, 0)] else {
          throw RowFault(
            kind: .missingActor, place: reader.place(record, column: 0),
            message: "the row of the matrix has no name. Name it, in its column too.")
        }
        let strengths = try strengths(of: record, columns: labels.map(\.offset), numbers)
        selfTies += strengths.count { $0.column == source }
        cells[source] = strengths.filter { $0.column != source }
        rows[source] = builder.row(record)
        builder.log.account.used += 1
      } catch {
        builder.log.reject(error, row: reader.table.text(record))
      }
    }
    if selfTies > 0 {
      builder.log.note("\(reader.file): \(selfTies) cells on the diagonal are self-ties and were left out.")
    }
    addTies(cells, rows: rows, actors: actors, &builder)
    return NumberReading(marks, numbers)
  }

  /// The cells of a row that are not 0, by position among these columns.
  func strengths(
    of record: CSVTable.Record, columns: [Int], _ numbers: NumberCell
  ) throws(RowFault) -> [(column: Int, strength: Double)] {
    var strengths: [(column: Int, strength: Double)] = []
    for (position, column) in columns.enumerated() {
      let text = reader.cell(record, column)
      if MissingCell.matches(text) { continue }
      guard let strength = numbers.value(text), strength == 0 || NumberCell.computable.contains(strength)
      else {
        throw RowFault(
          kind: .unreadableStrength,
          place: reader.place(record, column: column),
          message: "a cell of the matrix is neither 0 nor a number from 1e-100 to 1e100.")
      }
      if strength > 0 { strengths.append((position, strength)) }
    }
    return strengths
  }

  private func addTies(
    _ cells: [[(column: Int, strength: Double)]], rows: [RowID?], actors: [ActorID],
    _ builder: inout NetworkBuilder
  ) {
    var lookup: [Int: Double] = [:]
    for source in cells.indices {
      for (target, strength) in cells[source] { lookup[source * cells.count + target] = strength }
    }
    var asymmetric = 0
    for source in cells.indices {
      // A row that was rejected says nothing of the way back.
      for (target, strength) in cells[source] where rows[target] != nil {
        let back = lookup[target * cells.count + source] ?? 0
        if back != strength, source < target || back == 0 { asymmetric += 1 }
      }
    }
    let isDirected = options.direction.map { $0 == .directed } ?? (asymmetric > 0)
    if asymmetric > 0 {
      let reading =
        isDirected ? "read as directed; --undirected takes the larger cell" : "the larger cell counts"
      builder.log.note(
        "\(reader.file): \(asymmetric) \(asymmetric == 1 ? "pair" : "pairs") of cells differ (\(reading)).",
        .besideFinding)
    }
    for source in cells.indices {
      for (target, strength) in cells[source] {
        let back = lookup[target * cells.count + source] ?? 0
        guard actors[source] != actors[target] else {
          if isDirected || source < target || back == 0 { builder.merging?.noteSelfTie() }
          continue
        }
        if isDirected {
          add(actors[source], actors[target], strength, isDirected: true, [rows[source]], &builder)
        } else if source < target || back == 0 {
          let both = back > 0 ? [rows[source], rows[target]] : [rows[source]]
          add(actors[source], actors[target], max(strength, back), isDirected: false, both, &builder)
        }
      }
    }
  }

  private func add(
    _ source: ActorID, _ target: ActorID, _ strength: Double, isDirected: Bool, _ rows: [RowID?],
    _ builder: inout NetworkBuilder
  ) {
    let start = builder.plainEvidence.count
    builder.plainEvidence += rows.compactMap { $0 }.map { Evidence(row: $0) }
    builder.plainTies.append(
      Tie(
        source: source, target: target, isDirected: isDirected, strength: strength,
        evidence: start..<builder.plainEvidence.count))
  }
}
