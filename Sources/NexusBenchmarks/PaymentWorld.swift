import Foundation
import NexusFlows
import NexusGraph

/// Ordinary payments of a made-up economy, with patterns planted among them.
///
/// Accounts have one of eight home currencies and a size drawn from a Pareto law, so that few are hubs: payers are drawn by
/// size^0.8 and payees by size. Most payments go to one of a handful of regular counterparties of the payer, the
/// others to anyone. Amounts are log-normal, times are minutes of the period with fewer at night; 3 % of payments
/// are in another currency.
struct PaymentWorld {
  struct Payment {
    var payer: Int32
    var payee: Int32
    /// Seconds since the start.
    var time: Int64
    var amount: Double
    var currency: Int32
    /// The number of the planted pattern it belongs to, -1 for none.
    var plant: Int32 = -1
  }

  private(set) var payments: [Payment] = []
  let accountCount: Int
  let days: Int
  static let currencyCount = 8

  private let homes: [Int32]
  private let payerDraw: [Double]
  private let payeeDraw: [Double]
  private var generator: SeededGenerator

  init(accounts: Int, payments count: Int, days: Int = 18, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    accountCount = accounts
    self.days = days
    var homes: [Int32] = []
    var (payerSum, payeeSum) = (0.0, 0.0)
    var (payerDraw, payeeDraw): ([Double], [Double]) = ([], [])
    for _ in 0..<accounts {
      let size = pow(max(generator.unit(), 1e-9), -1 / 1.3)
      payerSum += pow(size, 0.8)
      payeeSum += size
      payerDraw.append(payerSum)
      payeeDraw.append(payeeSum)
      homes.append(
        Int32(generator.unit() < 0.6 ? 0 : 1 + generator.index(below: PaymentWorld.currencyCount - 1)))
    }
    (self.homes, self.payerDraw, self.payeeDraw, self.generator) = (homes, payerDraw, payeeDraw, generator)
    payments.reserveCapacity(count + count / 20)
    for _ in 0..<count { addOrdinaryPayment() }
  }

  private mutating func addOrdinaryPayment() {
    let payer = draw(payerDraw)
    var payee = generator.unit() < 0.7 ? regularCounterparty(of: payer) : draw(payeeDraw)
    while payee == payer { payee = draw(payeeDraw) }
    let home = homes[payer]
    let isForeign = generator.unit() < 0.03
    let currency = isForeign ? Int32(generator.index(below: PaymentWorld.currencyCount)) : home
    payments.append(
      Payment(
        payer: Int32(payer), payee: Int32(payee), time: time(), amount: amount(), currency: currency))
  }

  /// Adds the payments of a pattern.
  mutating func plant(_ pattern: [Payment]) { payments += pattern }

  /// The same six counterparties each time.
  private mutating func regularCounterparty(of payer: Int) -> Int {
    var own = SeededGenerator(seed: UInt64(payer) &* 31 &+ UInt64(generator.index(below: 6)))
    return PaymentWorld.search(payeeDraw, own.unit() * payeeDraw[payeeDraw.count - 1])
  }

  private mutating func draw(_ sums: [Double]) -> Int {
    PaymentWorld.search(sums, generator.unit() * sums[sums.count - 1])
  }

  private mutating func time() -> Int64 {
    let day = Int64(generator.index(below: days)) * 86_400
    let hour = generator.unit() < 0.85 ? 8 + generator.index(below: 12) : generator.index(below: 24)
    return day + Int64(hour) * 3600 + Int64(generator.index(below: 60)) * 60
  }

  private mutating func amount() -> Double {
    // A sum of twelve uniforms is near normal.
    let normal = (0..<12).reduce(-6.0) { sum, _ in sum + generator.unit() }
    return (100 * exp(6.5 + 1.8 * normal)).rounded() / 100 + 0.01
  }

  private static func search(_ sums: [Double], _ value: Double) -> Int {
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > value { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension PaymentWorld {
  /// The payments in the order of time, as the detectors take them.
  var ledger: PatternLedger { PaymentWorld.ledger(payments, accountCount: accountCount) }

  static func ledger(_ payments: [Payment], accountCount: Int) -> PatternLedger {
    let order = payments.indices.sorted { (payments[$0].time, $0) < (payments[$1].time, $1) }
    var columns = TransferColumns()
    columns.positions = order.map { Int32($0) }
    columns.payers = order.map { payments[$0].payer }
    columns.payees = order.map { payments[$0].payee }
    columns.times = order.map { payments[$0].time }
    columns.paid = order.map { payments[$0].amount }
    columns.received = columns.paid
    columns.currencies = order.map { payments[$0].currency }
    columns.currencyNames = (0...(columns.currencies.max() ?? 0)).map { "C\($0)" }
    columns.channels = [PatternChannel](repeating: .other, count: order.count)
    columns.payerPlaces = [Int32](repeating: -1, count: order.count)
    columns.payeePlaces = columns.payerPlaces
    return PatternLedger(
      columns, actorCount: accountCount, isProtected: [Bool](repeating: false, count: accountCount),
      leftOut: PatternLedger.LeftOut())
  }
}

extension SeededGenerator {
  /// A whole number in `0..<bound`.
  mutating func index(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number in 0..<1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
