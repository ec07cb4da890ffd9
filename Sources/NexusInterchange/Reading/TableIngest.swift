internal import NexusGraph
internal import NexusModel

/// Reads the rows of one table into a ``NetworkBuilder``, each row booked once.
struct TableIngest {
  private var reader: RowReader
  private let blocks: TableBlocks
  private let options: ReadingOptions
  private var words: RowWords
  private var ends = EndColumn()
  /// The rows that differ from earlier ones, where others are left out.
  private var distinctRows = DistinctRows()
  /// What stands for the rows that were read, where none is left out; and for those of the batch at hand.
  private var marks: [KeyGroups.Key] = []
  private var batchMarks: [KeyGroups.Key] = []
  /// Keeps what the touching of slots reads from being optimised away.
  private var touched: UInt64 = 0
  private var droppedRows = 0
  private let hasStrengths: Bool
  /// The columns of what a network has no place for; nil where nobody asks.
  private let others: OtherColumns?
  /// Data rows met so far.
  private(set) var rowCount = 0

  private static let batchLength = 64
  /// For how many rows room is made at once.
  private static let mostReserved = 1 << 24

  init(_ reader: RowReader, _ blocks: TableBlocks, options: ReadingOptions) {
    self.reader = reader
    self.blocks = blocks
    hasStrengths = reader.layout.columns.has(.strength)
    others = options.otherValues == .keep ? OtherColumns(of: reader) : nil
    self.options = options
    words = RowWords(reader.replacements)
  }

  /// - Throws: ``ReadingError`` when the rows outgrow the memory that they may take, or a cell what one may have.
  mutating func run(into builder: inout NetworkBuilder) throws(ReadingError) {
    // What stands above the data rows may reach beyond the first block.
    var above = reader.layout.firstRow
    let stage = WorkProgress.begin("reading", of: blocks.byteCount)
    defer { stage?.finish() }
    var cursor = try blocks.cursor()
    while let (table, position) = try cursor.next() {
      try reader.begin(table, &builder.memory)
      // A copy for the whole block: of what belongs to a struct that changes, every call takes one.
      let reader = reader
      let rows = table.records.dropFirst(above)
      above -= table.records.count - rows.count
      reserve(from: table, rows.count, &builder)
      book(rows, reader, &builder)
      rowCount += rows.count
      stage?.advance(by: position - (stage?.done ?? 0))
    }
    let identicalRows = droppedRows + KeyGroups.repeatCount(count: marks.count) { marks[$0] }
    marks = []
    if identicalRows > 0 {
      let outcome = options.duplicates == .drop ? "folded" : "each counts; --drop-duplicates folds them"
      builder.log.note(
        "\(reader.file): \(identicalRows) rows are identical to an earlier one (\(outcome)).",
        .besideFinding)
    }
    for sentence in words.replacementNotes { builder.log.note("\(reader.file): \(sentence)") }
  }

  /// Makes room for the rows of a long table, by those of its first block.
  private mutating func reserve(from table: CSVTable, _ count: Int, _ builder: inout NetworkBuilder) {
    guard rowCount == 0, !table.isLast, reader.layout.shape != .actors, let last = table.records.last else {
      return
    }
    let share = Double(table.range(last).upperBound) / Double(blocks.byteCount)
    // A file can begin with short rows and go on with long ones, or with the same ones again.
    let rowCount = min(Int(1.02 * Double(count) / share), TableIngest.mostReserved)
    builder.reserve(rowCount, of: reader.layout.shape)
    if options.duplicates == .keep { marks.reserveCapacity(rowCount) }
  }

  /// Books rows. What they need is asked for many at a time, so that it is on its way together.
  private mutating func book(
    _ records: ArraySlice<CSVTable.Record>, _ reader: RowReader, _ builder: inout NetworkBuilder
  ) {
    var start = records.startIndex
    while start < records.endIndex {
      let batch = records[start..<min(start + TableIngest.batchLength, records.endIndex)]
      if reader.layout.shape != .actors {
        batchMarks.removeAll(keepingCapacity: true)
        for record in batch {
          // Of the table only what is needed: as a whole it would be copied for each row.
          batchMarks.append(RowMark.of(reader.table.range(record), in: reader.table.bytes))
        }
        if options.duplicates == .drop { touched &+= distinctRows.touch(batchMarks) }
        ends.prepare(batch, reader)
      }
      for position in batch.indices { book(batch[position], at: position - start, reader, &builder) }
      start = batch.endIndex
    }
  }

  /// - Parameter position: that of the record in its batch.
  private mutating func book(
    _ record: CSVTable.Record, at position: Int, _ reader: RowReader, _ builder: inout NetworkBuilder
  ) {
    let before = builder.lastRow
    do throws(RowFault) {
      try reader.checkForm(record, &builder.log)
      switch reader.layout.shape {
      case .actors: try actorRow(record, reader, &builder)
      case .flows: try flowRow(record, at: position, reader, &builder)
      case .ties, .headerless: try tieRow(record, at: position, reader, &builder)
      case .matrix, .affiliations, .regions, .description: break
      }
      if let others, let row = builder.lastRow, row != before {
        builder.otherValues.add(row, try others.values(record, reader))
      }
    } catch {
      builder.log.reject(error, row: reader.table.text(record))
    }
  }

  /// Whether the row repeats an earlier one and is to be left out.
  ///
  /// - Parameter position: that of its record in its batch.
  private mutating func isDropped(_ position: Int, _ builder: inout NetworkBuilder) -> Bool {
    let mark = batchMarks[position]
    guard options.duplicates == .drop else {
      marks.append(mark)
      return false
    }
    guard !distinctRows.insert(mark) else { return false }
    droppedRows += 1
    builder.log.account.duplicates += 1
    return true
  }

  // MARK: Actors

  private mutating func actorRow(
    _ record: CSVTable.Record, _ reader: RowReader, _ builder: inout NetworkBuilder
  ) throws(RowFault) {
    let name = reader.value(.name, record)
    guard let id = reader.value(.id, record) ?? name else {
      throw RowFault(
        kind: .missingActor, place: reader.place(record, .id),
        message: "the actor has neither id nor name. Give one of them.")
    }
    let grading = try words.grading(record, reader, &builder.log)
    let regions = try reader.list(.region, record)
    let crimes = try reader.list(.crimes, record)

    let (actor, isNew) = builder.declareActor(id: id, name: name)
    let row = builder.row(record)
    builder.setRow(row, of: actor)
    if others != nil { builder.noteRow(row, describing: actor) }
    if let role = words.role(reader.columns.role, record, reader) {
      builder.setRole(role, of: actor, at: reader.place(record, .role))
    }
    if let type = words.type(reader.columns.type, record, reader) {
      builder.setType(type, of: actor, at: reader.place(record, .type))
    }
    builder.addParticulars(of: actor, from: record, reader)
    let evidence = Evidence(
      row: row, origin: words.origin(record, reader, &builder), grading: grading,
      kind: words.evidenceKind(record, reader), date: reader.instant(.date, record, &builder.log))
    builder.noteGrading(grading)
    for (text, confidence) in regions {
      var item = evidence
      item.grading = confidence ?? grading
      builder.noteGrading(confidence)
      builder.addPresence(builder.region(words.replaced(text, .region)), of: actor, evidence: item)
    }
    for (text, confidence) in crimes where !MissingCell.matches(text) {
      var item = evidence
      item.grading = confidence ?? grading
      builder.noteGrading(confidence)
      let text = words.replaced(text, .crime)
      let crime = Crime(folding: text)
      if !crime.isKnown { builder.unknownWord(text, of: .crime, reader.place(record, .crimes)) }
      builder.addCrime(crime, of: actor, evidence: item)
    }
    if let counts = reader.counts(record, &builder.log) {
      builder.addObservation(ActorObservation(actor: actor, counts: counts, evidence: evidence))
    }
    if isNew { builder.log.account.used += 1 } else { builder.log.account.merged += 1 }
  }

  // MARK: Ties and transfers

  private mutating func tieRow(
    _ record: CSVTable.Record, at position: Int, _ reader: RowReader, _ builder: inout NetworkBuilder
  ) throws(RowFault) {
    let source = try ends.end(.source, record, at: position, reader)
    let target = try ends.end(.target, record, at: position, reader)
    let strength = try reader.strength(record)
    let isDirected = try direction(record, reader)
    let grading = try words.grading(record, reader, &builder.log)
    if isDropped(position, &builder) { return }

    let ends = endActors(source, target, record, reader, &builder)
    noteMerged(source, target, ends, &builder)
    let relation = words.relation(record, reader)
    if let relation, !relation.isKnown {
      builder.unknownWord(relation.term.word, of: .relation, reader.place(record, .relation))
    }
    let date = reader.instant(.date, record, &builder.log)
    let start = reader.instant(.start, record, &builder.log) ?? date
    let end = reader.instant(.end, record, &builder.log) ?? date
    let evidence = evidence(of: record, reader, grading: grading, date: start, &builder)
    let regions = endAttributes(ends, record, reader, evidence, &builder)
    guard ends.source != ends.target else {
      builder.log.account.selfTies += 1
      return
    }
    if let strength, strength == 0 {
      builder.log.account.used += 1
      builder.log.note("\(reader.file): rows of strength 0 are no ties; their actors stay.")
      return
    }
    builder.ties.add(
      TieRow(
        source: ends.source, target: ends.target, isDirected: isDirected,
        relation: relation?.term ?? .unknown,
        crimes: crimes(record, reader, &builder),
        strength: hasStrengths ? strength ?? 1 : nil,
        evidence: evidence, start: start, end: end, sourceRegion: regions.source,
        targetRegion: regions.target,
        place: words.region(reader.columns.place, record, reader, &builder)))
  }

  private mutating func flowRow(
    _ record: CSVTable.Record, at position: Int, _ reader: RowReader, _ builder: inout NetworkBuilder
  ) throws(RowFault) {
    let payer = try ends.end(.source, record, at: position, reader)
    let payee = try ends.end(.target, record, at: position, reader)
    guard let amount = try reader.number(.amount, .unreadableAmount, record) else {
      throw RowFault(
        kind: .missingAmount, place: reader.place(record, .amount),
        message: "the amount is missing. Expected 1200.50 or 1.200,50.")
    }
    guard amount >= 0 else {
      throw RowFault(
        kind: .negativeAmount, place: reader.place(record, .amount),
        message: "the amount is negative. Swap payer and payee, and give the amount without its sign.")
    }
    let received = try reader.number(.amountReceived, .unreadableAmount, record)
    guard received ?? 0 >= 0 else {
      throw RowFault(
        kind: .negativeAmount, place: reader.place(record, .amountReceived),
        message: "the amount received is negative. Give what arrived at the payee, without a sign.")
    }
    let grading = try words.grading(record, reader, &builder.log)
    if isDropped(position, &builder) { return }

    let ends = endActors(payer, payee, record, reader, &builder)
    noteMerged(payer, payee, ends, &builder)
    let date = reader.instant(.date, record, &builder.log) ?? reader.instant(.start, record, &builder.log)
    let evidence = evidence(of: record, reader, grading: grading, date: date, &builder)
    let regions = endAttributes(ends, record, reader, evidence, &builder)
    guard ends.source != ends.target else {
      builder.log.account.selfTies += 1
      builder.log.account.selfTransfers += 1
      if builder.log.account.firstSelfTransfer == nil {
        let place = reader.place(record)
        builder.log.account.firstSelfTransfer = "\(place.file):\(place.line)"
      }
      return
    }
    let channel = words.channel(record, reader)
    if let channel, !channel.isKnown {
      builder.unknownWord(channel.term.word, of: .channel, reader.place(record, .channel))
    }
    let currency = words.currency(reader.columns.currency, record, reader)
    let currencyReceived = words.currency(reader.columns.currencyReceived, record, reader)
    builder.transfers.append(
      Transfer(
        payer: ends.source, payee: ends.target, amount: amount, amountReceived: received, currency: currency,
        currencyReceived: currencyReceived.isEmpty || currencyReceived == currency ? nil : currencyReceived,
        channel: channel?.term ?? .unknown,
        crimes: crimes(record, reader, &builder), date: date, evidence: evidence, payerRegion: regions.source,
        payeeRegion: regions.target, place: words.region(reader.columns.place, record, reader, &builder)))
    if evidence.stance == .refutes { builder.log.account.merged += 1 } else { builder.log.account.used += 1 }
  }

  /// What the row says of its tie or transfer, with its place, origin and grading.
  private mutating func evidence(
    of record: CSVTable.Record, _ reader: RowReader, grading: Double?, date: Instant?,
    _ builder: inout NetworkBuilder
  ) -> Evidence {
    builder.noteGrading(grading)
    return Evidence(
      row: builder.row(record), origin: words.origin(record, reader, &builder), grading: grading,
      stance: words.refutes(record, reader) ? .refutes : .supports, kind: words.evidenceKind(record, reader),
      date: date)
  }

  private mutating func endActors(
    _ source: Int, _ target: Int, _ record: CSVTable.Record, _ reader: RowReader,
    _ builder: inout NetworkBuilder
  ) -> (source: ActorID, target: ActorID) {
    let first = ends.actor(source, at: reader.place(record, .source), &builder)
    return (first, ends.actor(target, at: reader.place(record, .target), &builder))
  }

  /// Counts a row whose ends decisions made one.
  private func noteMerged(
    _ source: Int, _ target: Int, _ ends: (source: ActorID, target: ActorID), _ builder: inout NetworkBuilder
  ) {
    if ends.source == ends.target, source != target { builder.merging?.noteSelfTie() }
  }

  /// What the row says of its ends: roles, types, regions. A refuting or predicting row says nothing of regions.
  private mutating func endAttributes(
    _ ends: (source: ActorID, target: ActorID), _ record: CSVTable.Record, _ reader: RowReader,
    _ evidence: Evidence,
    _ builder: inout NetworkBuilder
  ) -> (source: Region?, target: Region?) {
    if let role = words.role(reader.columns.sourceRole, record, reader) {
      builder.setRole(role, of: ends.source, at: reader.place(record, .sourceRole))
    }
    if let role = words.role(reader.columns.targetRole, record, reader) {
      builder.setRole(role, of: ends.target, at: reader.place(record, .targetRole))
    }
    if let type = words.type(reader.columns.sourceType, record, reader) {
      builder.setType(type, of: ends.source, at: reader.place(record, .sourceType))
    }
    if let type = words.type(reader.columns.targetType, record, reader) {
      builder.setType(type, of: ends.target, at: reader.place(record, .targetType))
    }
    let source = words.region(reader.columns.sourceRegion, record, reader, &builder)
    let target = words.region(reader.columns.targetRegion, record, reader, &builder)
    if evidence.stance == .supports, evidence.kind != .prediction {
      builder.addPresence(source, of: ends.source, evidence: evidence)
      builder.addPresence(target, of: ends.target, evidence: evidence)
    }
    return (source, target)
  }

  private mutating func crimes(
    _ record: CSVTable.Record, _ reader: RowReader, _ builder: inout NetworkBuilder
  ) -> [Crime] {
    let (crimes, unknown) = words.crimes(record, reader)
    for crime in unknown { builder.unknownWord(crime.word, of: .crime, reader.place(record, .crime)) }
    return crimes
  }

  private mutating func direction(_ record: CSVTable.Record, _ reader: RowReader) throws(RowFault) -> Bool {
    if let direction = options.direction { return direction == .directed }
    switch words.direction(record, reader) {
    case .directed: return true
    case .undirected, .unsaid: return false
    case .unreadable:
      throw RowFault(
        kind: .unreadableDirection, place: reader.place(record, .directed),
        message: "this does not say whether the tie is directed. Expected directed or undirected.")
    }
  }
}
