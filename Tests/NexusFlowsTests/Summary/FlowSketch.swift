import NexusFlows
import NexusGraph
import NexusModel

/// A network of transfers written down one by one; each is a row of its own.
struct FlowSketch {
  private(set) var actors = Actors()
  private var numbers: [String: ActorID] = [:]
  private(set) var transfers: [Transfer] = []
  private var rows = 0

  mutating func actor(_ id: String, _ role: Role = .unknown, in regions: [(String, Double)] = []) -> ActorID {
    let actor = numbers[id] ?? actors.append(id: id)
    numbers[id] = actor
    if role != .unknown { actors.roles[actor.index] = role }
    for (region, confidence) in regions {
      actors.presences.append(
        Presence(actor: actor, region: Region(resolving: region)!, evidence: evidence(confidence)))
    }
    return actor
  }

  mutating func evidence(
    _ confidence: Double? = nil, kind: Evidence.Kind = .fact, stance: Evidence.Stance = .supports
  ) -> Evidence {
    rows += 1
    return Evidence(row: RowID(rawValue: Int32(rows - 1)), grading: confidence, stance: stance, kind: kind)
  }

  mutating func pay(
    _ payer: String, _ payee: String, _ amount: Double, _ currency: String = "EUR",
    channel: String = "unknown",
    crimes: [String] = [], on date: Instant? = nil, kind: Evidence.Kind = .fact,
    stance: Evidence.Stance = .supports,
    from: String? = nil, to: String? = nil
  ) {
    let (payer, payee) = (actor(payer), actor(payee))
    transfers.append(
      Transfer(
        payer: payer, payee: payee, amount: amount, currency: currency, channel: Channel(folding: channel),
        crimes: crimes.map { Crime(folding: $0) }, date: date, evidence: evidence(kind: kind, stance: stance),
        payerRegion: from.flatMap { Region(resolving: $0) }, payeeRegion: to.flatMap { Region(resolving: $0) }
      ))
  }

  var network: Network {
    Network(
      name: "sketch", actors: actors, ties: [], tieEvidence: [], transfers: transfers, origins: [""],
      rows: RowPlaces(files: ["flows.csv"], places: (0..<Int32(rows)).map { (0, $0 + 2) }))
  }

  /// Random transfers between a few actors of all roles in a few regions.
  static func random(seed: UInt64, count: Int = 60) -> FlowSketch {
    var generator = SeededGenerator(seed: seed)
    var sketch = FlowSketch()
    for (number, role) in (Roles.known + Roles.known).enumerated() {
      let regions = ["TJ", "UZ", "AF", "Alpha"].filter { _ in Bool.random(using: &generator) }
      _ = sketch.actor(
        "a\(number)", Role(folding: role),
        in: regions.map { ($0, Double.random(in: 0.1...1, using: &generator)) })
    }
    for _ in 0..<count {
      let payer = Int.random(in: 0..<16, using: &generator)
      let payee = (payer + Int.random(in: 1..<16, using: &generator)) % 16
      let kind: Evidence.Kind = Int.random(in: 0..<10, using: &generator) == 0 ? .prediction : .fact
      sketch.pay(
        "a\(payer)", "a\(payee)", Double(Int.random(in: 0...100_000, using: &generator)) / 100,
        ["EUR", "USD", "TJS", ""].randomElement(using: &generator)!,
        channel: ["bank", "cash", "hawala", "pigeon"].randomElement(using: &generator)!,
        crimes: ["drugs", "arms", "attack"].filter { _ in Int.random(in: 0..<3, using: &generator) == 0 },
        on: Int.random(in: 0..<8, using: &generator) == 0
          ? nil : Instant(year: Int.random(in: 2014...2020, using: &generator), month: 6, day: 15),
        kind: kind, from: Int.random(in: 0..<4, using: &generator) == 0 ? "KZ" : nil)
    }
    return sketch
  }
}
