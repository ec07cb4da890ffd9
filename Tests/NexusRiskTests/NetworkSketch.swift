import NexusGraph
import NexusModel

/// A network written down item by item; every item is a row of its own.
struct NetworkSketch {
  struct Claim {
    var confidence: Double?
    var origin: Int32 = 0
    var stance = Evidence.Stance.supports
    var kind = Evidence.Kind.fact
  }

  var actors = Actors()
  var ties: [(tie: Tie, items: [Evidence])] = []
  var transfers: [Transfer] = []
  private(set) var rowCount = 0

  mutating func actor(_ id: String, _ role: Role = .unknown) -> ActorID {
    let actor = actors.append(id: id)
    actors.roles[actor.index] = role
    return actor
  }

  mutating func evidence(_ claim: Claim) -> Evidence {
    rowCount += 1
    return Evidence(
      row: RowID(rawValue: Int32(rowCount - 1)), origin: claim.origin, grading: claim.confidence,
      stance: claim.stance, kind: claim.kind)
  }

  mutating func presence(_ actor: ActorID, _ region: String, _ confidence: Double?, origin: Int32 = 0) {
    guard let region = Region(resolving: region) else { return }
    let evidence = evidence(Claim(confidence: confidence, origin: origin))
    actors.presences.append(Presence(actor: actor, region: region, evidence: evidence))
  }

  mutating func crime(_ actor: ActorID, _ crime: String, _ confidence: Double?, origin: Int32 = 0) {
    let evidence = evidence(Claim(confidence: confidence, origin: origin))
    actors.crimes.append(CrimeClaim(actor: actor, crime: Crime(folding: crime), evidence: evidence))
  }

  /// A row that counts V, Cr, P and Q of an actor.
  mutating func counts(
    _ actor: ActorID, _ method: (Double, Double), _ motive: (Double, Double), _ confidence: Double? = 1,
    origin: Int32 = 0, date: Instant? = nil, kind: Evidence.Kind = .fact
  ) {
    var evidence = evidence(Claim(confidence: confidence, origin: origin, kind: kind))
    evidence.date = date
    let counts = MethodMotiveCounts(
      methodTerror: method.0, methodCrime: method.1, motiveTerror: motive.0, motiveCrime: motive.1)
    actors.observations.append(ActorObservation(actor: actor, counts: counts, evidence: evidence))
  }

  mutating func tie(
    _ source: ActorID, _ target: ActorID, _ claims: [Claim], relation: String = "unknown",
    crimes: [String] = [],
    date: Instant? = nil, sourceRegions: [String] = [], targetRegions: [String] = [], places: [String] = []
  ) {
    let items = claims.map { evidence($0) }
    let tie = Tie(
      source: source, target: target, relation: Relation(folding: relation),
      crimes: crimes.map { Crime(folding: $0) }, evidence: 0..<0, first: date, last: date,
      sourceRegions: sourceRegions.compactMap { Region(resolving: $0) },
      targetRegions: targetRegions.compactMap { Region(resolving: $0) },
      places: places.compactMap { Region(resolving: $0) })
    ties.append((tie, items))
  }

  mutating func tie(
    _ source: ActorID, _ target: ActorID, _ confidence: Double?, origin: Int32 = 0,
    relation: String = "unknown",
    crimes: [String] = [], date: Instant? = nil
  ) {
    tie(
      source, target, [Claim(confidence: confidence, origin: origin)], relation: relation, crimes: crimes,
      date: date)
  }

  mutating func transfer(
    _ payer: ActorID, _ payee: ActorID, _ amount: Double, _ confidence: Double?, origin: Int32 = 0,
    kind: Evidence.Kind = .fact, currency: String = "USD", channel: String = "unknown", crimes: [String] = [],
    date: Instant? = nil, from payerRegion: String = "", to payeeRegion: String = ""
  ) {
    let evidence = evidence(Claim(confidence: confidence, origin: origin, kind: kind))
    transfers.append(
      Transfer(
        payer: payer, payee: payee, amount: amount, currency: currency, channel: Channel(folding: channel),
        crimes: crimes.map { Crime(folding: $0) }, date: date, evidence: evidence,
        payerRegion: Region(resolving: payerRegion), payeeRegion: Region(resolving: payeeRegion)))
  }

  func build() -> Network {
    var evidence: [Evidence] = []
    let ties = ties.map { tie, items in
      var tie = tie
      tie.evidence = evidence.count..<evidence.count + items.count
      evidence += items
      return tie
    }
    return Network(
      name: "sketch", actors: actors, ties: ties, tieEvidence: evidence, transfers: transfers,
      origins: (0..<10).map { "origin \($0)" },
      rows: RowPlaces(files: ["sketch.csv"], places: (0..<Int32(rowCount)).map { (0, $0 + 2) }))
  }
}
