internal import NexusGraph
internal import NexusModel

/// Gathers actors, ties and transfers from the rows of one or several tables into a ``Network``.
struct NetworkBuilder {
  private(set) var actors = Actors()
  var ties = UngroupedTies()
  /// Ties that are not grouped by row: those of matrices.
  var plainTies: [Tie] = []
  var plainEvidence: [Evidence] = []
  /// What the rows of these say of each tie that they take part in.
  var plainStatements: [RowID: TieStatement] = [:]
  var transfers: [Transfer] = []
  var log = ProblemLog()
  var memory = MemoryBudget(limit: nil)
  /// How many threads may be used; nil: one for each processor.
  var threads: Int?
  /// What rows say beyond the network, where it is asked for.
  var otherValues = RowValues()
  private(set) var isGraded = false

  private var actorsByID: [String: ActorID] = [:]
  /// Names of the actors files, with the one actor that bears each; nil where several do.
  private var actorsByName: [String: ActorID?] = [:]
  /// Records that became part of another's actor, and those actors.
  private var mergedRecords: Set<String> = []
  private var mergedActors: Set<ActorID> = []
  /// The first name that such a record brings to its actor.
  private var mergedNames: [ActorID: String] = [:]
  private var origins = [""]
  private var originNumbers: [String: Int32] = [:]
  /// Each distinct string is resolved once.
  private var regions: [String: Region?] = [:]
  private struct UnknownWordKey: Hashable {
    var list: WordList
    var word: String
  }

  private var unknownWordNumbers: [UnknownWordKey: Int] = [:]
  /// The words that their vocabularies do not know, in the order of their first rows.
  private(set) var unknownWords: [UnknownWord] = []
  private var files: [String] = []
  private var places: [(file: Int32, line: Int32)] = []
  private var columns: [RowID: Int32] = [:]

  /// What decisions make of records; nil where there are none.
  var merging: RecordMerging?

  init(merging: RecordMerging? = nil) { self.merging = merging }

  // MARK: Rows, origins, actors

  mutating func beginFile(_ name: String) { files.append(name) }

  mutating func row(_ record: CSVTable.Record) -> RowID {
    places.append((Int32(files.count - 1), Int32(clamping: record.line)))
    let row = RowID(rawValue: Int32(places.count - 1))
    if let column = record.column { columns[row] = Int32(clamping: column) }
    return row
  }

  /// Makes room for so many more rows of a table.
  mutating func reserve(_ count: Int, of shape: TableShape) {
    places.reserveCapacity(places.count + count)
    if shape == .flows { transfers.reserveCapacity(transfers.count + count) } else { ties.reserve(count) }
  }

  /// The row that was numbered last; nil before the first.
  var lastRow: RowID? { places.isEmpty ? nil : RowID(rawValue: Int32(places.count - 1)) }

  mutating func origin(_ name: String?) -> Int32 {
    guard let name else { return 0 }
    if let known = originNumbers[name] { return known }
    origins.append(name)
    originNumbers[name] = Int32(origins.count - 1)
    return Int32(origins.count - 1)
  }

  /// The origin of what two rows say only together.
  mutating func origin(ofBoth first: Int32, _ second: Int32) -> Int32 {
    if first == second || second == 0 { return first }
    if first == 0 { return second }
    let names = [first, second].map { origins[Int($0)] }.sorted()
    return origin("\(names[0]) and \(names[1])")
  }

  /// The number of the file that is being read.
  var fileNumber: Int { files.count - 1 }

  mutating func noteGrading(_ grading: Double?) { isGraded = isGraded || grading != nil }

  /// The actor that an end names: by id, else by a name that one actor alone bears, else a new one.
  mutating func actor(named end: String, at place: CellPlace) -> ActorID {
    let record = end
    let end = merging?.id(of: record) ?? record
    if end != record { noteMerged(record, into: actorsByID[end] ?? addActor(id: end, name: nil)) }
    if let known = actorsByID[end] { return known }
    if let named = actorsByName[end] {
      if let actor = named { return actor }
      log.add(
        .ambiguousName, place,
        "several actors bear this name, so the end became an actor of its own. Use their ids.")
    }
    return addActor(id: end, name: nil)
  }

  /// The actor of an actors file, new or known; tells which.
  mutating func declareActor(id record: String, name: String?) -> (actor: ActorID, isNew: Bool) {
    let id = merging?.id(of: record) ?? record
    let isMerged = id != record
    let known = actorsByID[id]
    let actor = known ?? addActor(id: id, name: isMerged ? nil : name)
    if isMerged { noteMerged(record, into: actor) }
    if let name {
      if isMerged {
        actors.particulars.aliases.append(ActorAlias(actor: actor, name: name))
        if mergedNames[actor] == nil { mergedNames[actor] = name }
      } else if known != nil, actors.names[actor.index] == id {
        actors.names[actor.index] = name
      }
      if case .some(let bearer) = actorsByName[name], bearer != actor {
        actorsByName[name] = .some(nil)
      } else {
        actorsByName[name] = actor
      }
    }
    return (actor, known == nil)
  }

  /// Keeps the id of a record that became part of another's actor.
  private mutating func noteMerged(_ record: String, into actor: ActorID) {
    guard mergedRecords.insert(record).inserted else { return }
    actors.particulars.aliases.append(ActorAlias(actor: actor, name: record, quality: .formerID))
    mergedActors.insert(actor)
  }

  private mutating func addActor(id: String, name: String?) -> ActorID {
    let actor = actors.append(id: id, name: name)
    actorsByID[id] = actor
    return actor
  }

  /// The actor that stands for an event, of the type `event`.
  ///
  /// - Parameter members: those who took part in events, none of whom can be one of the same name.
  mutating func eventActor(named name: String, besides members: Set<ActorID>) -> ActorID {
    var id = name
    while let known = actorsByID[id], members.contains(known) { id += " (event)" }
    let actor = actorsByID[id] ?? addActor(id: id, name: name)
    if actors.types[actor.index] == .unknown { actors.types[actor.index] = ActorType(folding: "event") }
    return actor
  }

  /// A region by code or name, or nil where the cell is missing.
  mutating func region(_ text: String) -> Region? {
    if text.isEmpty { return nil }
    if let known = regions[text] { return known }
    let region = Region(resolving: text)
    regions[text] = .some(region)
    return region
  }

  // MARK: Attributes

  mutating func setRow(_ row: RowID, of actor: ActorID) {
    if actors.rows[actor.index] == nil { actors.rows[actor.index] = row }
  }

  mutating func noteRow(_ row: RowID, describing actor: ActorID) {
    otherValues.add(row, describing: actors.ids[actor.index])
  }

  /// The first known role wins; another one later is noted.
  mutating func setRole(
    _ role: SpelledWord<Roles>, of actor: ActorID, at place: CellPlace
  ) {
    if !role.isKnown { unknownWord(role.text, of: .role, place) }
    let known = actors.roles[actor.index]
    if known == role.term { return }
    if known == .unknown {
      actors.roles[actor.index] = role.term
    } else if role.term != .unknown {
      // Nobody whom some record protects becomes someone to be ranked by a decision.
      if mergedActors.contains(actor), role.term.isProtected, !known.isProtected {
        actors.roles[actor.index] = role.term
        return log.add(
          .roleConflict, place,
          "the actor has another role in an earlier row. Two records are one here, so that the one who is protected "
            + "stays so.")
      }
      log.add(.roleConflict, place, "the actor has another role in an earlier row, which stays.")
    }
  }

  mutating func setType(
    _ type: SpelledWord<ActorTypes>, of actor: ActorID, at place: CellPlace
  ) {
    if !type.isKnown { unknownWord(type.text, of: .type, place) }
    let known = actors.types[actor.index]
    if known == .unknown {
      actors.types[actor.index] = type.term
    } else if type.term != known, type.term != .unknown, mergedActors.contains(actor) {
      log.add(.typeConflict, place, "another record of the actor has another type, which stays.")
    }
  }

  mutating func addPresence(_ region: Region?, of actor: ActorID, evidence: Evidence) {
    guard let region else { return }
    actors.presences.append(Presence(actor: actor, region: region, evidence: evidence))
  }

  mutating func addCrime(_ crime: Crime, of actor: ActorID, evidence: Evidence) {
    actors.crimes.append(CrimeClaim(actor: actor, crime: crime, evidence: evidence))
  }

  mutating func addParticulars(of actor: ActorID, from record: CSVTable.Record, _ reader: RowReader) {
    guard !reader.particulars.isEmpty else { return }
    reader.addParticulars(of: actor, record, to: &actors.particulars, &log)
  }

  mutating func addObservation(_ observation: ActorObservation) { actors.observations.append(observation) }

  /// Books a word that its vocabulary does not know. Each word is reported once, with the number of its rows.
  mutating func unknownWord(_ word: String, of list: WordList, _ place: CellPlace) {
    let key = UnknownWordKey(list: list, word: word)
    if let position = unknownWordNumbers[key] {
      unknownWords[position].count += 1
    } else {
      unknownWordNumbers[key] = unknownWords.count
      unknownWords.append(
        UnknownWord(
          list: list, word: word, file: place.file, line: place.line, column: place.column, count: 1))
    }
  }

  /// Regions that no list knows stand alone, which is easily a slip.
  private mutating func noteOwnRegions() {
    let own = Set(regions.values.compactMap { $0 }.filter { !$0.isStandard }).sorted()
    guard !own.isEmpty else { return }
    let named = own.prefix(5).map { MessageText.quoted($0.code) }.joined(separator: ", ")
    log.note(
      "\(own.count) \(own.count == 1 ? "region name is" : "region names are") no country or area of UN M49 and "
        + "\(own.count == 1 ? "stands" : "stand") alone: \(named)\(own.count > 5 ? ", …" : ""). Write an ISO 3166 code, "
        + "or the name in a UN language.", .besideFinding)
  }

  private mutating func reportUnknownWords() {
    for unknown in unknownWords {
      log.add(
        .unknownWord, CellPlace(file: unknown.file, line: unknown.line, column: unknown.column),
        "\(unknown.list.rawValue) \(MessageText.quoted(unknown.word)) is not in the vocabulary "
          + "(\(unknown.count) \(unknown.count == 1 ? "row" : "rows")); it was kept.")
    }
  }

  /// Names actors after a record of theirs where their own has no name, and tells what decisions did.
  private mutating func finishMerging() {
    guard let merging else { return }
    for (actor, name) in mergedNames where actors.names[actor.index] == actors.ids[actor.index] {
      actors.names[actor.index] = name
    }
    let names = actors.names
    actors.particulars.aliases.removeAll {
      $0.quality != .formerID && mergedActors.contains($0.actor) && names[$0.actor.index] == $0.name
    }
    for (number, (id, place)) in merging.unknown.enumerated() {
      // Only so many of a kind are shown, and looking for near names takes time.
      let near = number < 5 ? NearNames(id).among(actors.ids) : []
      let question =
        near.isEmpty ? "" : " Did you mean \(near.map { MessageText.quoted($0) }.joined(separator: " or "))?"
      log.add(.unknownRecord, place, "no row of the data bears the id \(MessageText.quoted(id)).\(question)")
    }
    if merging.mergedCount > 0 {
      let folded =
        merging.selfTies == 0
        ? ""
        : " \(merging.selfTies) \(merging.selfTies == 1 ? "link became one" : "links became ones") of an actor "
          + "with itself, and no longer count."
      log.note(
        "By decision, \(merging.mergedCount) \(merging.mergedCount == 1 ? "record is" : "records are") part of another's "
          + "actor.\(folded)")
    }
  }

  // MARK: The result

  mutating func network(named name: String) -> Network {
    reportUnknownWords()
    finishMerging()
    noteOwnRegions()
    let grouping = TieGrouping(ties)
    let countBothWays = grouping.countBothWays
    if countBothWays > 0 {
      log.note(
        "\(countBothWays) undirected \(countBothWays == 1 ? "tie has" : "ties have") rows in both directions; "
          + "their strengths add up. --directed keeps them apart.", .besideFinding)
    }
    let (grouped, groupedEvidence, uses) = grouping.ties(threads: threads)
    log.account.used += uses.used
    log.account.merged += uses.merged
    log.account.reciprocal += uses.reciprocal
    let shifted = plainTies.map { tie in
      var moved = tie
      moved.evidence =
        tie.evidence.lowerBound + groupedEvidence.count..<tie.evidence.upperBound + groupedEvidence.count
      return moved
    }
    var statements = grouping.statements
    for (row, statement) in plainStatements.sorted(by: { $0.key < $1.key }) {
      statements.add(statement, of: row)
    }
    return Network(
      name: name, actors: actors, ties: shifted.isEmpty ? grouped : grouped + shifted,
      tieEvidence: plainEvidence.isEmpty ? groupedEvidence : groupedEvidence + plainEvidence,
      transfers: transfers, origins: origins,
      rows: RowPlaces(
        files: files, places: places, columns: columns, statements: statements))
  }
}
