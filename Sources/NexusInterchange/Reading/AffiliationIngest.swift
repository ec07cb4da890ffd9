internal import NexusGraph
internal import NexusModel

/// Reads who took part in what: a table of actors and events, a membership a row, or a matrix of actors by events.
struct AffiliationIngest {
  private var reader: RowReader
  private let blocks: TableBlocks
  private let options: ReadingOptions
  private var affiliations = Affiliations()
  private var words: RowWords
  private var members = EndColumn()
  private var eventCells = CellNumbers()
  /// The events of distinct cells; nil for a cell that says "no value".
  private var events: [Int32?] = []
  private var eventNumbers: [String: Int32] = [:]
  private var rows = DistinctRows()
  private var identicalRows = 0
  private var repeatedMemberships = 0
  /// What rows say beyond the network; nil where nobody asks.
  private let others: OtherColumns?
  private var membershipRows: [(row: RowID, actor: ActorID)] = []
  /// The rows as ties of actors to events, where both are kept.
  private var kept: [(row: TieRow, event: Int32)] = []
  /// Data rows met so far.
  private(set) var rowCount = 0

  init(_ reader: RowReader, _ blocks: TableBlocks, options: ReadingOptions) {
    self.reader = reader
    self.blocks = blocks
    self.options = options
    words = RowWords(reader.replacements)
    others =
      options.otherValues == .keep && reader.columns.event != nil
      ? OtherColumns(of: reader, twoMode: options.twoMode) : nil
  }

  /// Events that the data name apart from who took part in them.
  mutating func declare(events names: [String]) {
    for name in names { _ = event(named: name) }
  }

  /// - Throws: ``ReadingError`` when events would join too many pairs.
  mutating func run(into builder: inout NetworkBuilder) throws(ReadingError) {
    guard !reader.layout.isMatrix else { return try runMatrix(into: &builder) }
    // What stands above the data rows may reach beyond the first block.
    var above = reader.layout.firstRow
    var cursor = try blocks.cursor()
    while let (table, _) = try cursor.next() {
      try reader.begin(table, &builder.memory)
      let rows = table.records.dropFirst(above)
      above -= table.records.count - rows.count
      book(rows, &builder)
      rowCount += rows.count
    }
    if identicalRows > 0 {
      let outcome = options.duplicates == .drop ? "folded" : "each counts; --drop-duplicates folds them"
      builder.log.note("\(reader.file): \(identicalRows) rows are identical to an earlier one (\(outcome)).")
    }
    if repeatedMemberships > 0 {
      builder.log.note(
        "\(reader.file): \(repeatedMemberships) rows name an actor and an event that an earlier row names; they are further "
          + "evidence of one membership.")
    }
    switch options.twoMode {
    case .project:
      note(memberships: affiliations.membershipCount, events: affiliations.eventCount, &builder.log)
      try affiliations.project(.membership, of: reader.file, into: &builder)
      noteUnjoined(&builder)
    case .keep: addKept(to: &builder)
    }
  }

  /// Notes the rows that no tie rests on, whose values no row of a tie can bear.
  private func noteUnjoined(_ builder: inout NetworkBuilder) {
    guard others != nil else { return }
    let joined = Set(builder.plainEvidence.map(\.row))
    for (row, actor) in membershipRows where !joined.contains(row) {
      builder.otherValues.add(row, joiningNobodyWith: builder.actors.ids[actor.index])
    }
  }

  private func note(memberships: Int, events: Int, _ log: inout ProblemLog) {
    log.note(
      "\(reader.file): two-mode: \(memberships) memberships in \(events) events. Ties join actors that share events, "
        + "their strength counts them; --keep-two-mode keeps events as actors.\(unjoinedEvents)")
    if options.direction == .directed {
      log.note("\(reader.file): shared events have no direction, so --directed does not change their ties.")
    }
  }

  /// ` 2 events without and 1 with one participant join nobody.`, or nothing.
  private var unjoinedEvents: String {
    let counts = affiliations.participantCounts
    let (empty, single) = (counts.count { $0 == 0 }, counts.count { $0 == 1 })
    let parts = [
      empty > 0 ? "\(empty) \(empty == 1 ? "event" : "events") without a participant" : nil,
      single > 0 ? "\(single) \(single == 1 ? "event" : "events") with one" : nil,
    ].compactMap { $0 }
    guard !parts.isEmpty else { return "" }
    return " \(parts.joined(separator: " and ")) \(empty + single == 1 ? "joins" : "join") nobody."
  }

  // MARK: Rows

  private mutating func book(_ records: ArraySlice<CSVTable.Record>, _ builder: inout NetworkBuilder) {
    members.prepare(records, reader)
    for position in records.indices {
      let record = records[position]
      do throws(RowFault) {
        try reader.checkForm(record, &builder.log)
        try membershipRow(record, at: position - records.startIndex, &builder)
      } catch {
        builder.log.reject(error, row: reader.table.text(record))
      }
    }
  }

  private mutating func membershipRow(
    _ record: CSVTable.Record, at position: Int, _ builder: inout NetworkBuilder
  ) throws(RowFault) {
    let end = try members.end(.source, record, at: position, reader)
    let event = try event(record)
    let strength = try reader.strength(record)
    let grading = try words.grading(record, reader, &builder.log)
    if !rows.insert(RowMark.of(record, in: reader.table)) {
      identicalRows += 1
      if options.duplicates == .drop {
        builder.log.account.duplicates += 1
        return
      }
    }
    let actor = members.actor(end, at: reader.place(record, .source), &builder)
    let said = circumstances(record, &builder)
    let evidence = evidence(of: record, grading, said.start, &builder)
    describe(actor, record, evidence, &builder)
    if let others {
      builder.otherValues.add(evidence.row, try others.values(record, reader))
      membershipRows.append((evidence.row, actor))
    }
    if strength == 0 {
      builder.log.account.used += 1
      builder.log.note("\(reader.file): rows of strength 0 are no memberships; their actors stay.")
      return
    }
    guard options.twoMode == .project else {
      kept.append(
        (
          TieRow(
            source: actor, target: actor, isDirected: options.direction == .directed,
            relation: said.relation ?? .unknown, crimes: said.crimes,
            strength: reader.layout.columns.has(.strength) ? strength ?? 1 : nil,
            evidence: evidence, start: said.start, end: said.end, place: said.place), event
        ))
      return
    }
    addMembership(actor, event, evidence, said, &builder)
  }

  /// A refuting row is folded, a predicted membership joins nobody.
  private mutating func addMembership(
    _ actor: ActorID, _ event: Int32, _ evidence: Evidence, _ said: Affiliations.Circumstances,
    _ builder: inout NetworkBuilder
  ) {
    if evidence.stance == .refutes {
      affiliations.refute(actor, event, evidence)
      builder.log.account.merged += 1
      return
    }
    if evidence.kind == .prediction {
      builder.log.account.used += 1
      return
    }
    affiliations.note(said, of: event)
    if !affiliations.add(actor, event, evidence) { repeatedMemberships += 1 }
    builder.log.account.used += 1
  }

  private mutating func event(_ record: CSVTable.Record) throws(RowFault) -> Int32 {
    if let column = reader.columns.event {
      let cell = reader.table.bytes(record, column)
      let (number, isNew) = eventCells.number(of: cell, in: reader.table)
      if isNew {
        let name = reader.unguarded(reader.table.text(of: cell))
        events.append(MissingCell.matches(name) ? nil : self.event(named: name))
      }
      if let event = events[number] { return event }
    }
    throw RowFault(
      kind: .missingEnd, place: reader.place(record, .event),
      message: "the event is missing. A membership needs an actor and an event; fill it in.")
  }

  /// Cells that differ in their quotes alone name one event.
  private mutating func event(named name: String) -> Int32 {
    if let known = eventNumbers[name] { return known }
    let event = affiliations.addEvent(named: name)
    eventNumbers[name] = event
    return event
  }

  private mutating func circumstances(
    _ record: CSVTable.Record, _ builder: inout NetworkBuilder
  ) -> Affiliations.Circumstances {
    let relation = words.relation(record, reader)
    if let relation, !relation.isKnown {
      builder.unknownWord(relation.term.word, of: .relation, reader.place(record, .relation))
    }
    let (crimes, unknown) = words.crimes(record, reader)
    for crime in unknown { builder.unknownWord(crime.word, of: .crime, reader.place(record, .crime)) }
    let date = reader.instant(.date, record, &builder.log)
    return Affiliations.Circumstances(
      start: reader.instant(.start, record, &builder.log) ?? date,
      end: reader.instant(.end, record, &builder.log) ?? date,
      place: words.region(reader.columns.place, record, reader, &builder), relation: relation?.term,
      crimes: crimes)
  }

  private mutating func evidence(
    of record: CSVTable.Record, _ grading: Double?, _ date: Instant?, _ builder: inout NetworkBuilder
  ) -> Evidence {
    builder.noteGrading(grading)
    return Evidence(
      row: builder.row(record), origin: words.origin(record, reader, &builder), grading: grading,
      stance: words.refutes(record, reader) ? .refutes : .supports, kind: words.evidenceKind(record, reader),
      date: date)
  }

  /// What the row says of its actor beside the membership.
  private mutating func describe(
    _ actor: ActorID, _ record: CSVTable.Record, _ evidence: Evidence, _ builder: inout NetworkBuilder
  ) {
    if let role = words.role(reader.columns.sourceRole, record, reader) {
      builder.setRole(role, of: actor, at: reader.place(record, .sourceRole))
    }
    if let type = words.type(reader.columns.sourceType, record, reader) {
      builder.setType(type, of: actor, at: reader.place(record, .sourceType))
    }
    guard evidence.stance == .supports, evidence.kind != .prediction else { return }
    builder.addPresence(
      words.region(reader.columns.sourceRegion, record, reader, &builder), of: actor, evidence: evidence)
  }

  /// The rows by the rules of ties, once it is known who took part in events.
  private func addKept(to builder: inout NetworkBuilder) {
    let members = Set(kept.map(\.row.source))
    let ends = (0..<Int32(affiliations.eventCount)).map {
      builder.eventActor(named: affiliations.name(of: $0), besides: members)
    }
    for (row, event) in kept {
      var row = row
      row.target = ends[Int(event)]
      builder.ties.add(row)
    }
  }

  // MARK: Matrices

  private mutating func runMatrix(into builder: inout NetworkBuilder) throws(ReadingError) {
    let header = TableLayout.withoutTrailingBlanks(reader.layout.header)
    let labels = header.enumerated().dropFirst().filter { !MissingCell.matches($0.element) }
    if labels.count < header.count - 1 {
      builder.log.note("\(reader.file): columns without a name in the matrix were passed over.")
    }
    let columns = labels.map(\.offset)
    let events = labels.map { affiliations.addEvent(named: reader.unguarded($0.element)) }
    let records = reader.table.records.dropFirst()
    rowCount = records.count
    var marks = NumberMarks()
    for record in records {
      for column in columns { marks.note(reader.table, record, column) }
    }
    let numbers = RowReader.numberRule(
      by: marks, in: reader.file, reader.delimiter, options.forNumbers(of: .strength), &builder.log)
    let matrix = MatrixIngest(reader: reader, options: options)
    var strengths: [Double] = []
    for record in records {
      do throws(RowFault) {
        try reader.checkForm(record, &builder.log)
        let cells = try matrix.strengths(of: record, columns: columns, numbers)
        let name = reader.cell(record, 0)
        guard !MissingCell.matches(name) else {
          throw RowFault(
            kind: .missingActor, place: reader.place(record, column: 0),
            message: "the row of the matrix has no name. Name the actor.")
        }
        let actor = builder.actor(named: name, at: reader.place(record, column: 0))
        let evidence = Evidence(row: builder.row(record))
        for (column, strength) in cells where affiliations.add(actor, events[column], evidence) {
          strengths.append(strength)
        }
        builder.log.account.used += 1
      } catch {
        builder.log.reject(error, row: reader.table.text(record))
      }
    }
    switch options.twoMode {
    case .project:
      note(memberships: affiliations.membershipCount, events: affiliations.eventCount, &builder.log)
      let weighed = strengths.count { $0 != 1 }
      if weighed > 0 {
        builder.log.note(
          "\(reader.file): \(weighed) cells are neither 0 nor 1; each is one membership, whatever its number."
        )
      }
      try affiliations.project(.actor, of: reader.file, into: &builder)
    case .keep:
      affiliations.keep(strengths, isDirected: options.direction == .directed, into: &builder)
    }
  }
}
