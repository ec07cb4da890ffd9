import NexusGraph
import NexusModel

/// A network written down item by item for the tests of filters; every item is a row of its own.
struct FilterSketch {
  var actors = Actors()
  private var ties: [Tie] = []
  private var evidence: [Evidence] = []
  private var transfers: [Transfer] = []
  private var rowCount = 0

  mutating func actor(_ id: String, _ role: Role = .unknown, type: ActorType = .unknown) {
    let actor = actors.append(id: id)
    actors.roles[actor.index] = role
    actors.types[actor.index] = type
  }

  private mutating func item(
    _ confidence: Double?, _ kind: Evidence.Kind = .fact, _ stance: Evidence.Stance = .supports,
    _ origin: Int32 = 0
  ) -> Evidence {
    rowCount += 1
    return Evidence(
      row: RowID(rawValue: Int32(rowCount - 1)), origin: origin, grading: confidence, stance: stance,
      kind: kind)
  }

  func number(_ id: String) -> ActorID { ActorID(actors.ids.firstIndex(of: id)!) }

  mutating func presence(
    _ id: String, _ region: String, _ confidence: Double? = nil, stance: Evidence.Stance = .supports,
    origin: Int32 = 0
  ) {
    let evidence = item(confidence, .fact, stance, origin)
    actors.presences.append(
      Presence(actor: number(id), region: Region(resolving: region)!, evidence: evidence))
  }

  mutating func crime(_ id: String, _ crime: String, _ confidence: Double? = nil) {
    let evidence = item(confidence)
    actors.crimes.append(CrimeClaim(actor: number(id), crime: Crime(folding: crime), evidence: evidence))
  }

  mutating func tie(
    _ source: String, _ target: String, _ relation: String = "unknown", crimes: [String] = [],
    first: Instant? = nil, last: Instant? = nil, confidence: Double? = nil, kind: Evidence.Kind = .fact,
    place: String? = nil, sourceRegion: String? = nil
  ) {
    evidence.append(item(confidence, kind))
    ties.append(
      Tie(
        source: number(source), target: number(target), relation: Relation(folding: relation),
        crimes: crimes.map { Crime(folding: $0) }, strength: kind == .prediction ? 0 : 1,
        evidence: evidence.count - 1..<evidence.count, first: first, last: last ?? first,
        sourceRegions: sourceRegion.map { [Region(resolving: $0)!] } ?? [],
        places: place.map { [Region(resolving: $0)!] } ?? []))
  }

  mutating func transfer(
    _ payer: String, _ payee: String, _ channel: String = "unknown", crimes: [String] = [],
    date: Instant? = nil,
    confidence: Double? = nil
  ) {
    transfers.append(
      Transfer(
        payer: number(payer), payee: number(payee), amount: 1, channel: Channel(folding: channel),
        crimes: crimes.map { Crime(folding: $0) }, date: date, evidence: item(confidence)))
  }

  func build() -> Network {
    Network(
      name: "sketch", actors: actors, ties: ties, tieEvidence: evidence, transfers: transfers, origins: [""],
      rows: RowPlaces(files: ["t.csv"], places: (0..<rowCount).map { (0, Int32($0 + 2)) }))
  }
}

extension Network {
  /// The links that are left, as `A-B` and `A>B`.
  var links: [String] {
    ties.map { "\(actors.ids[$0.source.index])-\(actors.ids[$0.target.index])" }
      + transfers.map { "\(actors.ids[$0.payer.index])>\(actors.ids[$0.payee.index])" }
  }
}

extension NetworkFilter {
  /// A filter with some of its fields set.
  static func with(_ change: (inout NetworkFilter) -> Void) -> NetworkFilter {
    var filter = NetworkFilter()
    change(&filter)
    return filter
  }
}
