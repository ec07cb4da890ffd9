import NexusFlows
import NexusGraph
import NexusModel

/// A transfer as a test writes it: `(day, payer, payee, amount)`; days count from the first of 2020.
struct TransferSketch {
  var day: Int?
  var payer: String
  var payee: String
  var amount: Double
  var received: Double?
  var currency = "EUR"
  var currencyReceived: String?
  var crimes: [String] = []

  init(_ day: Int?, _ payer: String, _ payee: String, _ amount: Double, received: Double? = nil) {
    (self.day, self.payer, self.payee, self.amount, self.received) = (day, payer, payee, amount, received)
  }
}

extension Network {
  /// A network of transfers, its actors in the order of `actors` and then as the transfers name them.
  init(_ sketches: [TransferSketch], actors names: [String] = []) {
    var actors = Actors()
    var numbers: [String: ActorID] = [:]
    func actor(_ name: String) -> ActorID {
      if let number = numbers[name] { return number }
      let number = actors.append(id: name)
      numbers[name] = number
      return number
    }
    for name in names { _ = actor(name) }
    let start = Instant(year: 2020)?.seconds ?? 0
    let transfers = sketches.enumerated().map { row, sketch in
      Transfer(
        payer: actor(sketch.payer), payee: actor(sketch.payee), amount: sketch.amount,
        amountReceived: sketch.received, currency: sketch.currency,
        currencyReceived: sketch.currencyReceived, crimes: sketch.crimes.map { Crime(folding: $0) },
        date: sketch.day.map { Instant(seconds: start + Int64($0) * 86_400, precision: .day) },
        evidence: Evidence(row: RowID(rawValue: Int32(row))))
    }
    self.init(
      name: "sketch", actors: actors, ties: [], tieEvidence: [], transfers: transfers, origins: [""],
      rows: RowPlaces(files: ["flows.csv"], places: sketches.indices.map { (0, Int32($0 + 2)) }))
  }

  func actor(_ name: String) throws -> ActorID { try ActorLookup(actors).actor(name) }
}

/// Small random transfers of whole amounts, with repeats, cycles and rows of one instant.
func randomTransfers(seed: UInt64, actors: Int, transfers: Int, largest: Int) -> [TransferSketch] {
  var generator = SeededGenerator(seed: seed)
  return (0..<transfers).map { row in
    let payer = Int.random(in: 0..<actors, using: &generator)
    let payee = (payer + Int.random(in: 1..<actors, using: &generator)) % actors
    let amount = Double(Int.random(in: 1...largest, using: &generator))
    var sketch = TransferSketch(row / 2, "a\(payer)", "a\(payee)", amount)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: sketch.received = amount - 1
    case 1: sketch.received = amount + 1
    default: break
    }
    return sketch
  }
}
