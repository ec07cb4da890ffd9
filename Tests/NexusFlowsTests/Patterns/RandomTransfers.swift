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
  /// A ledger of some transfers, which are put into the order of time.
  init(_ transfers: [Pay], actors: Int = 12, protected: Set<Int> = []) {
    let sorted = transfers.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
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

/// Transfers drawn at random over a short time, with many ties in time and amount.
func randomTransfers(seed: UInt64, actors: Int, count: Int, days: Int, currencies: Int = 1) -> [Pay] {
  var generator = SeededGenerator(seed: seed)
  return (0..<count).map { _ in
    let payer = Int.random(in: 0..<actors, using: &generator)
    let payee = (payer + Int.random(in: 1..<actors, using: &generator)) % actors
    let half = Int64.random(in: 0...Int64(2 * days), using: &generator)
    let amount = Double(Int.random(in: 1...20, using: &generator))
    let kept = Double.random(in: 0.8...1, using: &generator)
    var pay = Pay(payer, payee, at: half * day / 2, amount, received: amount * kept)
    // One transfer in twelve names no currency.
    let currency = Int.random(in: 0..<12, using: &generator)
    pay.currency =
      currencies == 1 ? 0 : currency == 0 ? PatternLedger.unknownCurrency : Int32(currency % currencies)
    pay.channel = [.other, .hawala, .virtualAsset, .trade][Int.random(in: 0..<4, using: &generator)]
    pay.payerPlace = Int32.random(in: -1..<5, using: &generator)
    pay.payeePlace = Int32.random(in: -1..<5, using: &generator)
    return pay
  }
}

/// Two full layers, three days apart.
func stack(sources: [Int], middle: [Int], sinks: [Int]) -> [Pay] {
  sources.flatMap { source in middle.map { Pay(source, $0, at: Int64(source) * 3600, 100) } }
    + middle.flatMap { actor in sinks.map { Pay(actor, $0, at: 3 * day + Int64(actor) * 3600, 95) } }
}
