import NexusGraph
import NexusModel

/// Small random networks with everything that exposure depends on.
struct RandomNetwork {
  static let regions = ["TJ", "UZ", "AF", "Central Asia", "RU", "Alpha"]
  static let crimes = ["drugs", "arms", "extortion"]

  var generator: SeededGenerator
  var sketch = NetworkSketch()
  /// Keeps what the design law asks to be fixed: transfers say where their ends were, nothing is refuted by
  /// chance, and no item lies in the older window of momentum.
  let isSteady: Bool

  init(seed: UInt64, isSteady: Bool = false) {
    generator = SeededGenerator(seed: seed)
    self.isSteady = isSteady
    let roles: [Role] = [.terrorist, .organisedCrime] + Roles.known.map { Role(folding: $0) }
    for (number, role) in roles.enumerated() { _ = sketch.actor("a\(number)", role) }
    for _ in 0..<10 { addPresence() }
    for _ in 0..<6 { addCrime() }
    for _ in 0..<14 { addTie() }
    for _ in 0..<8 { addTransfer() }
    // Every indicator is in use.
    sketch.crime(ActorID(0), "drugs", 0.3)
    sketch.tie(ActorID(0), ActorID(1), 0.2, date: Instant(year: 2020, month: 3))
    sketch.transfer(ActorID(0), ActorID(1), 10, 0.2, from: "TJ", to: "UZ")
  }

  mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < probability
  }
  mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &generator)]
  }

  mutating func confidence() -> Double? {
    chance(0.2) ? nil : Double.random(in: 0.05...0.9, using: &generator)
  }
  mutating func origin() -> Int32 { Int32.random(in: 0..<4, using: &generator) }
  mutating func actor() -> ActorID { ActorID(Int.random(in: 0..<sketch.actors.count, using: &generator)) }
  mutating func someRegions(_ probability: Double) -> [String] {
    var regions: [String] = []
    while chance(probability) { regions.append(pick(Self.regions)) }
    return regions
  }
  mutating func someCrimes() -> [String] { Self.crimes.filter { _ in chance(0.2) } }
  mutating func date() -> Instant? {
    let years = isSteady ? [2012, 2014, 2019, 2020] : [2014, 2016, 2017, 2018, 2019, 2020, 2021]
    return chance(0.3) ? nil : Instant(year: pick(years), month: 6, day: 1)
  }

  mutating func claim() -> NetworkSketch.Claim {
    var claim = NetworkSketch.Claim(confidence: confidence(), origin: origin())
    if !isSteady, chance(0.1) { claim.stance = .refutes }
    if chance(0.1) { claim.kind = .prediction }
    return claim
  }

  mutating func addPresence() {
    let (actor, region) = (actor(), pick(Self.regions))
    sketch.presence(actor, region, confidence(), origin: origin())
  }

  mutating func addCrime() {
    let (actor, crime) = (actor(), pick(Self.crimes))
    sketch.crime(actor, crime, confidence(), origin: origin())
  }

  mutating func addTie() {
    let source = actor()
    let target = ActorID(
      (source.index + Int.random(in: 1..<sketch.actors.count, using: &generator)) % sketch.actors.count)
    var claims = [claim()]
    while chance(0.4) { claims.append(claim()) }
    let (crimes, date) = (someCrimes(), date())
    sketch.tie(
      source, target, claims, relation: pick(Relations.known), crimes: crimes, date: date,
      sourceRegions: someRegions(0.2), targetRegions: someRegions(0.2), places: someRegions(0.15))
  }

  mutating func addTransfer() {
    let payer = actor()
    let payee = ActorID(
      (payer.index + Int.random(in: 1..<sketch.actors.count, using: &generator)) % sketch.actors.count)
    let amount = Double.random(in: 1...1_000_000, using: &generator)
    let (from, to) = (pick(Self.regions), pick(Self.regions))
    let isLocated = (isSteady, chance(0.5), chance(0.5))
    let (crimes, date) = (someCrimes(), date())
    sketch.transfer(
      payer, payee, amount, confidence(), origin: origin(), kind: chance(0.1) ? .prediction : .fact,
      crimes: crimes, date: date, from: isLocated.0 || isLocated.1 ? from : "",
      to: isLocated.0 || isLocated.2 ? to : "")
  }

  /// Adds one supporting item of any sort.
  mutating func addSupport() {
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: addPresence()
    case 1: addCrime()
    case 2: addTie()
    case 3: addTransfer()
    default:
      let position = Int.random(in: 0..<sketch.ties.count, using: &generator)
      let claim = NetworkSketch.Claim(confidence: confidence(), origin: origin())
      sketch.ties[position].items.append(sketch.evidence(claim))
    }
  }
}
