import NexusFlows
import NexusGraph

/// One transfer of a test.
struct Pay: Hashable {
  var payer: Int
  var payee: Int
  var time: Int64
  var paid: Double
  var received: Double
  var currency: Int32 = 0
  /// nil: that in which it is paid.
  var currencyReceived: Int32?
  var channel = PatternChannel.other
  var payerPlace: Int32 = -1
  var payeePlace: Int32 = -1

  init(
    _ payer: Int, _ payee: Int, at time: Int64, _ paid: Double, received: Double? = nil, currency: Int32 = 0
  ) {
    (self.payer, self.payee, self.time) = (payer, payee, time)
    (self.paid, self.received, self.currency) = (paid, received ?? paid, currency)
  }
}

let day: Int64 = 86_400

extension PatternLedger {
  /// A ledger of some transfers, which are put into the order of time. Transfers to oneself are left out.
  init(_ transfers: [Pay], actors: Int = 12, protected: Set<Int> = []) {
    let sorted = transfers.enumerated().filter { $0.element.payer != $0.element.payee }
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
    var columns = TransferColumns()
    columns.currencyNames = ["EUR", "USD"]
    for (row, pay) in sorted {
      columns.positions.append(Int32(row))
      columns.payers.append(Int32(pay.payer))
      columns.payees.append(Int32(pay.payee))
      columns.times.append(pay.time)
      columns.paid.append(pay.paid)
      columns.received.append(pay.received)
      columns.currencies.append(pay.currency)
      columns.currenciesReceived.append(pay.currencyReceived ?? pay.currency)
      columns.channels.append(pay.channel)
      columns.payerPlaces.append(pay.payerPlace)
      columns.payeePlaces.append(pay.payeePlace)
    }
    self.init(
      columns, actorCount: actors, isProtected: (0..<actors).map(protected.contains), leftOut: LeftOut())
  }

  /// The hits of one pattern.
  func hits(_ pattern: FlowPattern, _ change: (inout PatternOptions) -> Void = { _ in }) -> [PatternHit] {
    var options = PatternOptions()
    options.patterns = [pattern]
    change(&options)
    return patterns(options).hits
  }
}

/// What random transfers are like.
struct RandomLedger: Sendable {
  var actors: Int
  var count: Int
  var days: Int
  var currencies = 1
  var channels: [PatternChannel] = [.other, .hawala, .virtualAsset, .trade]
  var largest = 20
  var places: Int32 = 5
  /// The actors fall into so many tiers, each paying the next, mostly a day later; nil: anyone pays anyone.
  var tiers: Int?

  /// Transfers drawn at random over a short time, with many ties in time and amount. One in ten is to oneself. With
  /// several currencies one in twelve names none, and one in eight arrives in another.
  func transfers(seed: UInt64) -> [Pay] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let payer = Int.random(in: 0..<actors, using: &generator)
      let isToOneself = Int.random(in: 0..<10, using: &generator) == 0
      let step = isToOneself ? 0 : Int.random(in: 1..<actors, using: &generator)
      var payee = (payer + step) % actors
      var half = Int64.random(in: 0...Int64(2 * days), using: &generator)
      if let tiers {
        let (tier, size) = (payer % tiers, actors / tiers)
        payee = Int.random(in: 0..<size, using: &generator) * tiers + (tier + 1) % tiers
        half += 2 * Int64(tier)
      }
      let amount = Double(Int.random(in: 1...largest, using: &generator))
      let kept = [1, Double.random(in: 0.8...1, using: &generator)].randomElement(using: &generator)!
      var pay = Pay(payer, payee, at: half * day / 2, amount, received: amount * kept)
      if currencies > 1 {
        func currency() -> Int32 {
          let drawn = Int32.random(in: 0..<12, using: &generator)
          return drawn == 0 ? PatternLedger.unknownCurrency : drawn % Int32(currencies)
        }
        pay.currency = currency()
        if Int.random(in: 0..<8, using: &generator) == 0 { pay.currencyReceived = currency() }
      }
      pay.channel = channels.randomElement(using: &generator)!
      pay.payerPlace = Int32.random(in: -1..<places, using: &generator)
      pay.payeePlace = Int32.random(in: -1..<places, using: &generator)
      return pay
    }
  }
}

/// Transfers of all channels between a few actors.
func randomTransfers(seed: UInt64, actors: Int, count: Int, days: Int, currencies: Int = 1) -> [Pay] {
  RandomLedger(actors: actors, count: count, days: days, currencies: currencies).transfers(seed: seed)
}

/// Two full layers, three days apart.
func stack(sources: [Int], middle: [Int], sinks: [Int]) -> [Pay] {
  sources.flatMap { source in middle.map { Pay(source, $0, at: Int64(source) * 3600, 100) } }
    + middle.flatMap { actor in sinks.map { Pay(actor, $0, at: 3 * day + Int64(actor) * 3600, 95) } }
}
