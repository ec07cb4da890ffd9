internal import NexusModel

/// Reads the rows of one table into a ``NetworkBuilder``, each row booked once.
struct TableIngest {
  let reader: RowReader
  let options: ReadingOptions
  private var seen = Set<String>()
  private var identicalRows = 0

  init(_ reader: RowReader, options: ReadingOptions) {
    self.reader = reader
    self.options = options
  }

  mutating func run(into builder: inout NetworkBuilder) {
    for record in reader.table.records[reader.layout.firstRow...] {
      do throws(RowFault) {
        try reader.checkForm(record, &builder.log)
        switch reader.layout.shape {
        case .actors: try actorRow(record, &builder)
        case .flows: try flowRow(record, &builder)
        case .ties, .headerless: try tieRow(record, &builder)
        case .matrix, .regions: break
        }
      } catch {
        builder.log.reject(error, row: reader.table.text(record))
      }
    }
    if identicalRows > 0 {
      let outcome = options.duplicates == .drop ? "folded" : "each counts; --drop-duplicates folds them"
      builder.log.note("\(reader.file): \(identicalRows) rows are identical to an earlier one (\(outcome)).")
    }
  }

  /// Whether the row repeats an earlier one and is to be left out; counts repeats in any case.
  private mutating func isDropped(_ record: CSVTable.Record, _ builder: inout NetworkBuilder) -> Bool {
    guard !seen.insert(reader.table.text(record)).inserted else { return false }
    identicalRows += 1
    guard options.duplicates == .drop else { return false }
    builder.log.account.duplicates += 1
    return true
  }

  // MARK: Actors

  private func actorRow(_ record: CSVTable.Record, _ builder: inout NetworkBuilder) throws(RowFault) {
    let name = reader.value(.name, record)
    guard let id = reader.value(.id, record) ?? name else {
      throw RowFault(
        kind: .missingActor, place: reader.place(record, .id),
        message: "the actor has neither id nor name. Give one of them.")
    }
    let grading = try reader.grading(record, &builder.log)
    let regions = try reader.list(.region, record)
    let crimes = try reader.list(.crimes, record)

    let (actor, isNew) = builder.declareActor(id: id, name: name)
    let row = builder.row(line: record.line)
    builder.setRow(row, of: actor)
    builder.setRole(reader.value(.role, record), of: actor, at: reader.place(record, .role))
    builder.setType(reader.value(.type, record), of: actor, at: reader.place(record, .type))
    let evidence = Evidence(
      row: row, origin: builder.origin(reader.value(.origin, record)), grading: grading,
      kind: reader.evidenceKind(record), date: reader.instant(.date, record, &builder.log))
    builder.noteGrading(grading)
    for (text, confidence) in regions {
      var item = evidence
      item.grading = confidence ?? grading
      builder.noteGrading(confidence)
      builder.addPresence(builder.region(text), of: actor, evidence: item)
    }
    for (text, confidence) in crimes where !MissingCell.matches(text) {
      var item = evidence
      item.grading = confidence ?? grading
      builder.noteGrading(confidence)
      let crime = Crime(folding: text)
      if !crime.isKnown { builder.unknownWord(text, of: "crime", reader.place(record, .crimes)) }
      builder.addCrime(crime, of: actor, evidence: item)
    }
    if isNew { builder.log.account.used += 1 } else { builder.log.account.merged += 1 }
  }

  // MARK: Ties and transfers

  private mutating func tieRow(_ record: CSVTable.Record, _ builder: inout NetworkBuilder) throws(RowFault) {
    let source = try reader.end(.source, record)
    let target = try reader.end(.target, record)
    let strength = try reader.strength(record)
    let isDirected = try direction(record)
    let grading = try reader.grading(record, &builder.log)
    if isDropped(record, &builder) { return }

    let ends = endActors(source, target, record, &builder)
    let relation = reader.value(.relation, record).map { Relation(folding: $0) } ?? .unknown
    if !relation.isKnown {
      builder.unknownWord(relation.word, of: "relation", reader.place(record, .relation))
    }
    let date = reader.instant(.date, record, &builder.log)
    let start = reader.instant(.start, record, &builder.log) ?? date
    let end = reader.instant(.end, record, &builder.log) ?? date
    let evidence = evidence(of: record, grading: grading, date: start, &builder)
    let regions = endAttributes(ends, record, evidence, &builder)
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
        source: ends.source, target: ends.target, isDirected: isDirected, relation: relation,
        crimes: crimes(record, &builder),
        strength: reader.layout.columns.has(.strength) ? strength ?? 1 : nil,
        evidence: evidence, start: start, end: end, sourceRegion: regions.source,
        targetRegion: regions.target,
        place: builder.region(reader.text(.place, record))))
  }

  private mutating func flowRow(_ record: CSVTable.Record, _ builder: inout NetworkBuilder) throws(RowFault) {
    let payer = try reader.end(.source, record)
    let payee = try reader.end(.target, record)
    guard let amount = try reader.number(.amount, .unreadableAmount, record) else {
      throw RowFault(
        kind: .unreadableAmount, place: reader.place(record, .amount),
        message: "the amount is missing. Expected 1200.50 or 1.200,50.")
    }
    guard amount >= 0 else {
      throw RowFault(
        kind: .unreadableAmount, place: reader.place(record, .amount),
        message: "the amount is negative. Swap payer and payee, and give the amount without its sign.")
    }
    let received = try reader.number(.amountReceived, .unreadableAmount, record)
    let grading = try reader.grading(record, &builder.log)
    if isDropped(record, &builder) { return }

    let ends = endActors(payer, payee, record, &builder)
    let date = reader.instant(.date, record, &builder.log) ?? reader.instant(.start, record, &builder.log)
    let evidence = evidence(of: record, grading: grading, date: date, &builder)
    let regions = endAttributes(ends, record, evidence, &builder)
    guard ends.source != ends.target else {
      builder.log.account.selfTies += 1
      return
    }
    let channel = reader.value(.channel, record).map { Channel(folding: $0) } ?? .unknown
    if !channel.isKnown { builder.unknownWord(channel.word, of: "channel", reader.place(record, .channel)) }
    builder.transfers.append(
      Transfer(
        payer: ends.source, payee: ends.target, amount: amount, amountReceived: received,
        currency: reader.value(.currency, record)?.uppercased() ?? "", channel: channel,
        crimes: crimes(record, &builder), date: date, evidence: evidence, payerRegion: regions.source,
        payeeRegion: regions.target, place: builder.region(reader.text(.place, record))))
    if evidence.stance == .refutes { builder.log.account.merged += 1 } else { builder.log.account.used += 1 }
  }

  /// What the row says of its tie or transfer, with its place, origin and grading.
  private func evidence(
    of record: CSVTable.Record, grading: Double?, date: Instant?, _ builder: inout NetworkBuilder
  ) -> Evidence {
    builder.noteGrading(grading)
    return Evidence(
      row: builder.row(line: record.line), origin: builder.origin(reader.value(.origin, record)),
      grading: grading,
      stance: reader.refutes(record) ? .refutes : .supports, kind: reader.evidenceKind(record), date: date)
  }

  private func endActors(
    _ source: String, _ target: String, _ record: CSVTable.Record, _ builder: inout NetworkBuilder
  ) -> (source: ActorID, target: ActorID) {
    let first = builder.actor(named: source, at: reader.place(record, .source))
    return (first, builder.actor(named: target, at: reader.place(record, .target)))
  }

  /// What the row says of its ends: roles, types, regions. A refuting or predicting row says nothing of regions.
  private func endAttributes(
    _ ends: (source: ActorID, target: ActorID), _ record: CSVTable.Record, _ evidence: Evidence,
    _ builder: inout NetworkBuilder
  ) -> (source: Region?, target: Region?) {
    builder.setRole(reader.value(.sourceRole, record), of: ends.source, at: reader.place(record, .sourceRole))
    builder.setRole(reader.value(.targetRole, record), of: ends.target, at: reader.place(record, .targetRole))
    builder.setType(reader.value(.sourceType, record), of: ends.source, at: reader.place(record, .sourceType))
    builder.setType(reader.value(.targetType, record), of: ends.target, at: reader.place(record, .targetType))
    let source = builder.region(reader.text(.sourceRegion, record))
    let target = builder.region(reader.text(.targetRegion, record))
    if evidence.stance == .supports, evidence.kind != .prediction {
      builder.addPresence(source, of: ends.source, evidence: evidence)
      builder.addPresence(target, of: ends.target, evidence: evidence)
    }
    return (source, target)
  }

  private func crimes(_ record: CSVTable.Record, _ builder: inout NetworkBuilder) -> [Crime] {
    let words = reader.text(.crime, record).split(separator: ";").map { $0.trimmingSpaces }
    let crimes = words.filter { !MissingCell.matches(String($0)) }.map { Crime(folding: $0) }
    for crime in crimes where !crime.isKnown {
      builder.unknownWord(crime.word, of: "crime", reader.place(record, .crime))
    }
    return crimes.count > 1 ? Set(crimes).sorted() : crimes
  }

  private func direction(_ record: CSVTable.Record) throws(RowFault) -> Bool {
    if let direction = options.direction { return direction == .directed }
    guard let text = reader.value(.directed, record) ?? reader.directionInKind(record) else { return false }
    switch text.lowercased() {
    case "directed", "true", "yes", "1", "t", "y": return true
    case "undirected", "false", "no", "0", "f", "n": return false
    default:
      throw RowFault(
        kind: .unreadableDirection, place: reader.place(record, .directed),
        message: "this does not say whether the tie is directed. Expected directed or undirected.")
    }
  }
}
