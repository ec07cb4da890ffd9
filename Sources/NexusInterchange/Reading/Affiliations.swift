internal import NexusGraph
internal import NexusModel

/// Who took part in what: the memberships of actors in events, as one file tells them.
struct Affiliations {
  /// The most actors of an event that are joined with each other, and the most pairs that all events may join: an event
  /// of k actors joins k (k − 1) ÷ 2.
  static let mostParticipants = 1_000
  static let mostPairs = 5_000_000

  /// What a row says of an event beside who took part.
  struct Circumstances {
    var start: Instant?
    var end: Instant?
    var place: Region?
    var relation: Relation?
    var crimes: [Crime] = []
  }

  struct Membership {
    var actor: ActorID
    var event: Int32
    var evidence: Evidence
  }

  private struct Event {
    var name: String
    var first: Instant?
    var last: Instant?
    var places: [Region] = []
    var relation: Relation?
    var crimes: [Crime] = []
  }

  /// What the ties of an event are, apart from their ends.
  private struct Kind: Hashable {
    var relation: Relation
    var crimes: [Crime]
    var year: Int?
  }

  private var events: [Event] = []
  private var memberships: [Membership] = []
  private var numbers: [UInt64: Int32] = [:]
  /// The rows of a membership behind its first, by its number.
  private var furtherRows: [Int32: [Evidence]] = [:]
  private var refutations: [(actor: ActorID, event: Int32, evidence: Evidence)] = []

  var eventCount: Int { events.count }
  var membershipCount: Int { memberships.count }

  /// How many take part in each event.
  var participantCounts: [Int] {
    var counts = [Int](repeating: 0, count: events.count)
    for membership in memberships { counts[Int(membership.event)] += 1 }
    return counts
  }

  /// Adds an event without participants.
  mutating func addEvent(named name: String) -> Int32 {
    events.append(Event(name: name))
    return Int32(events.count - 1)
  }

  func name(of event: Int32) -> String { events[Int(event)].name }

  /// Adds a membership that a row supports.
  ///
  /// - Returns: whether it is new; a further row of a membership is evidence of it.
  mutating func add(_ actor: ActorID, _ event: Int32, _ evidence: Evidence) -> Bool {
    let key = Affiliations.key(actor, event)
    if let known = numbers[key] {
      furtherRows[known, default: []].append(evidence)
      return false
    }
    numbers[key] = Int32(memberships.count)
    memberships.append(Membership(actor: actor, event: event, evidence: evidence))
    return true
  }

  /// Adds what speaks against a membership.
  mutating func refute(_ actor: ActorID, _ event: Int32, _ evidence: Evidence) {
    refutations.append((actor, event, evidence))
  }

  /// The event is all that its rows say: from the earliest start to the latest end, at all their places.
  mutating func note(_ said: Circumstances, of event: Int32) {
    var known = events[Int(event)]
    known.first = [known.first, said.start].compactMap { $0 }.min()
    known.last = [known.last, said.end ?? said.start].compactMap { $0 }.max()
    if let place = said.place, !known.places.contains(place) {
      known.places = (known.places + [place]).sorted()
    }
    if known.relation == nil { known.relation = said.relation }
    if !said.crimes.allSatisfy(known.crimes.contains) {
      known.crimes = Set(known.crimes + said.crimes).sorted()
    }
    events[Int(event)] = known
  }

  private static func key(_ actor: ActorID, _ event: Int32) -> UInt64 {
    UInt64(actor.index) << 32 | UInt64(event)
  }

  // MARK: Projection

  /// Joins actors that share events: a tie for each pair and each relation, crimes and calendar year of their events,
  /// its strength the number of events. It rests on the rows of both memberships.
  ///
  /// - Parameter rows: what one row says.
  /// - Throws: ``ReadingError`` when events would join too many pairs.
  /// - Complexity: O(pairs · log pairs).
  func project(_ rows: RowScope, of file: String, into builder: inout NetworkBuilder) throws(ReadingError) {
    let byEvent = Groups(memberships.map { Int($0.event) }, count: events.count)
    try checkSize(byEvent, file)
    let actorCount = builder.actors.count
    let byActor = Groups(memberships.map { $0.actor.index }, count: actorCount)
    var kindNumbers = Interner<Kind>()
    let kinds = events.map { event in
      Int32(
        kindNumbers.number(
          of: Kind(relation: event.relation ?? .unknown, crimes: event.crimes, year: event.first?.year)))
    }
    let refuting = Dictionary(grouping: refutations) { Affiliations.key($0.actor, $0.event) }
    for actor in 0..<actorCount {
      var shared: [(other: ActorID, kind: Int32, mine: Int32, theirs: Int32)] = []
      for mine in byActor[actor] {
        let event = Int(memberships[Int(mine)].event)
        for theirs in byEvent[event] where memberships[Int(theirs)].actor.index > actor {
          shared.append((memberships[Int(theirs)].actor, kinds[event], mine, theirs))
        }
      }
      shared.sort { ($0.other, $0.kind, $0.mine, $0.theirs) < ($1.other, $1.kind, $1.mine, $1.theirs) }
      var start = 0
      while start < shared.count {
        var end = start
        while end < shared.count,
          (shared[end].other, shared[end].kind) == (shared[start].other, shared[start].kind)
        {
          end += 1
        }
        addTie(
          ActorID(actor), shared[start].other, kindNumbers[Int(shared[start].kind)],
          shared[start..<end].map { ($0.mine, $0.theirs) }, refuting, &builder)
        start = end
      }
    }
    if rows == .membership { addStatements(to: &builder) }
  }

  /// What one row says: one membership, or all of an actor.
  enum RowScope { case membership, actor }

  private func checkSize(_ byEvent: Groups, _ file: String) throws(ReadingError) {
    var pairs = 0
    for (number, event) in events.enumerated() {
      let count = byEvent[number].count
      guard count <= Affiliations.mostParticipants else {
        throw .crowdedEvent(file, event: MessageText.quoted(event.name), participants: count)
      }
      // A further row of a membership is one more item of each pair.
      let rows =
        furtherRows.isEmpty
        ? count : byEvent[number].reduce(0) { $0 + 1 + (furtherRows[$1]?.count ?? 0) }
      pairs += rows * (count - 1) / 2
    }
    guard pairs <= Affiliations.mostPairs else { throw .tooManySharedEvents(file, pairs: pairs) }
  }

  private func addTie(
    _ source: ActorID, _ target: ActorID, _ kind: Kind, _ shared: [(mine: Int32, theirs: Int32)],
    _ refuting: [UInt64: [(actor: ActorID, event: Int32, evidence: Evidence)]],
    _ builder: inout NetworkBuilder
  ) {
    let start = builder.plainEvidence.count
    var first: Instant?
    var last: Instant?
    var places: Set<Region> = []
    for (mine, theirs) in shared {
      let (own, other) = (memberships[Int(mine)].evidence, memberships[Int(theirs)].evidence)
      // Two rows of a matrix say all that their actors share.
      let isSaid =
        builder.plainEvidence.count > start && builder.plainEvidence.last?.partner == own.row
        && builder.plainEvidence.last?.row == other.row
      if !isSaid {
        for pair in RowPairs(rows(of: mine), rows(of: theirs)).pairs {
          let origin = builder.origin(ofBoth: pair.origins.first, pair.origins.second)
          builder.plainEvidence.append(pair.first.resting(on: pair.second, origin: origin))
          builder.plainEvidence.append(pair.second.resting(on: pair.first, origin: origin))
        }
      }
      for number in [mine, theirs] where !refuting.isEmpty {
        let membership = memberships[Int(number)]
        let against = refuting[Affiliations.key(membership.actor, membership.event)] ?? []
        builder.plainEvidence += against.map(\.evidence)
      }
      let event = events[Int(memberships[Int(mine)].event)]
      first = [first, event.first].compactMap { $0 }.min()
      last = [last, event.last].compactMap { $0 }.max()
      places.formUnion(event.places)
    }
    builder.plainTies.append(
      Tie(
        source: source, target: target, relation: kind.relation, crimes: kind.crimes,
        strength: Double(shared.count), evidence: start..<builder.plainEvidence.count, first: first,
        last: last,
        places: places.sorted()))
  }

  /// Of a tie that rests on several events, each row says which, so that it can be told without some of them.
  private func addStatements(to builder: inout NetworkBuilder) {
    func statement(of number: Int32) -> TieStatement {
      let event = events[Int(number)]
      return TieStatement(
        start: event.first, end: event.last, place: event.places.first, occasion: number)
    }
    for (number, membership) in memberships.enumerated() {
      for row in rows(of: Int32(number)) {
        builder.plainStatements[row.row] = statement(of: membership.event)
      }
    }
    for refutation in refutations {
      builder.plainStatements[refutation.evidence.row] = statement(of: refutation.event)
    }
  }

  /// What supports a membership, in reading order.
  private func rows(of membership: Int32) -> [Evidence] {
    [memberships[Int(membership)].evidence] + (furtherRows[membership] ?? [])
  }

  // MARK: Both kept

  /// Makes events actors of the type `event`, each tied to those who took part, as strongly as these strengths say.
  ///
  /// - Parameter strengths: one for each membership, in the order in which they were added.
  func keep(_ strengths: [Double], isDirected: Bool, into builder: inout NetworkBuilder) {
    let members = Set(memberships.map(\.actor))
    let ends = events.map { builder.eventActor(named: $0.name, besides: members) }
    for (membership, strength) in zip(memberships, strengths) {
      let start = builder.plainEvidence.count
      builder.plainEvidence.append(membership.evidence)
      builder.plainTies.append(
        Tie(
          source: membership.actor, target: ends[Int(membership.event)], isDirected: isDirected,
          strength: strength, evidence: start..<start + 1))
    }
  }
}

/// Positions by group, in compressed rows.
private struct Groups {
  private var offsets: [Int]
  private var members: [Int32]

  init(_ groups: [Int], count: Int) {
    offsets = [Int](repeating: 0, count: count + 1)
    for group in groups { offsets[group + 1] += 1 }
    for group in 0..<count { offsets[group + 1] += offsets[group] }
    var next = offsets
    members = [Int32](repeating: 0, count: groups.count)
    for (position, group) in groups.enumerated() {
      members[next[group]] = Int32(position)
      next[group] += 1
    }
  }

  subscript(group: Int) -> ArraySlice<Int32> { members[offsets[group]..<offsets[group + 1]] }
}
