internal import NexusGraph
internal import NexusModel

/// Gathers actors, ties and transfers from the rows of one or several tables into a ``Network``.
struct NetworkBuilder {
  private(set) var actors = Actors()
  var ties = TieGrouping()
  /// Ties that are not grouped by row: those of matrices.
  var plainTies: [Tie] = []
  var plainEvidence: [Evidence] = []
  /// What the rows of these say of each tie that they take part in.
  var plainStatements: [RowID: TieStatement] = [:]
  var transfers: [Transfer] = []
  var log = ProblemLog()
  var memory = MemoryBudget(limit: nil)
  /// What rows say beyond the network, where it is asked for.
  var otherValues = RowValues()
  private(set) var isGraded = false

  private var actorsByID: [String: ActorID] = [:]
  /// Names of the actors files, with the one actor that bears each; nil where several do.
  private var actorsByName: [String: ActorID?] = [:]
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

  // MARK: Rows, origins, actors

  mutating func beginFile(_ name: String) { files.append(name) }

  mutating func row(_ record: CSVTable.Record) -> RowID {
    places.append((Int32(files.count - 1), Int32(clamping: record.line)))
    let row = RowID(rawValue: Int32(places.count - 1))
    if let column = record.column { columns[row] = Int32(clamping: column) }
    return row
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
  mutating func declareActor(id: String, name: String?) -> (actor: ActorID, isNew: Bool) {
    let known = actorsByID[id]
    let actor = known ?? addActor(id: id, name: name)
    if let name {
      if known != nil, actors.names[actor.index] == id { actors.names[actor.index] = name }
      if case .some(let bearer) = actorsByName[name], bearer != actor {
        actorsByName[name] = .some(nil)
      } else {
        actorsByName[name] = actor
      }
    }
    return (actor, known == nil)
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
    _ role: SpelledWord<Roles>?, of actor: ActorID, at place: @autoclosure () -> CellPlace
  ) {
    guard let role else { return }
    if !role.isKnown { unknownWord(role.text, of: .role, place()) }
    let known = actors.roles[actor.index]
    if known == role.term { return }
    if known == .unknown {
      actors.roles[actor.index] = role.term
    } else if role.term != .unknown {
      log.add(.roleConflict, place(), "the actor has another role in an earlier row, which stays.")
    }
  }

  mutating func setType(
    _ type: SpelledWord<ActorTypes>?, of actor: ActorID, at place: @autoclosure () -> CellPlace
  ) {
    guard let type else { return }
    if !type.isKnown { unknownWord(type.text, of: .type, place()) }
    if actors.types[actor.index] == .unknown { actors.types[actor.index] = type.term }
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

  // MARK: The result

  mutating func network(named name: String) -> Network {
    reportUnknownWords()
    noteOwnRegions()
    if ties.countBothWays > 0 {
      log.note(
        "\(ties.countBothWays) undirected \(ties.countBothWays == 1 ? "tie has" : "ties have") rows in both directions; "
          + "their strengths add up. --directed keeps them apart.", .besideFinding)
    }
    let (grouped, groupedEvidence) = ties.ties(&log.account)
    let shifted = plainTies.map { tie in
      var moved = tie
      moved.evidence =
        tie.evidence.lowerBound + groupedEvidence.count..<tie.evidence.upperBound + groupedEvidence.count
      return moved
    }
    return Network(
      name: name, actors: actors, ties: grouped + shifted, tieEvidence: groupedEvidence + plainEvidence,
      transfers: transfers, origins: origins,
      rows: RowPlaces(
        files: files, places: places, columns: columns,
        statements: ties.statements.merging(plainStatements) { grouped, _ in grouped }))
  }
}
