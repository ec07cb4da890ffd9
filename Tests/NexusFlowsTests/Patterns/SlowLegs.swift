import Foundation
import NexusFlows

/// Mirrored legs, unusual prices and peel chains, by the words of their definitions over all transfers.
struct SlowLegs {
  let ledger: PatternLedger
  let options: PatternOptions
  private let rows: [Int32]

  init(_ ledger: PatternLedger, _ options: PatternOptions) {
    self.ledger = ledger
    self.options = options
    rows = (0..<Int32(ledger.count)).map { $0 }
  }

  private func time(_ row: Int32) -> Int64 { ledger.times[Int(row)] }
  private func payer(_ row: Int32) -> Int32 { ledger.payers[Int(row)] }
  private func payee(_ row: Int32) -> Int32 { ledger.payees[Int(row)] }
  private func paid(_ row: Int32) -> Double { ledger.paid[Int(row)] }
  private func received(_ row: Int32) -> Double { ledger.received[Int(row)] }
  private func currency(_ row: Int32) -> Int32 { ledger.currencies[Int(row)] }
  private func currencyReceived(_ row: Int32) -> Int32 { ledger.currenciesReceived[Int(row)] }

  // MARK: Mirror

  func mirrors() -> Set<[Int32]> {
    var found: [[Int32]] = []
    for settlement in rows where currency(settlement) >= 0 {
      let used = Set(found.joined())
      if used.contains(settlement) { continue }
      let (broker, other) = (payer(settlement), payee(settlement))
      let legs = rows.filter { row in
        ledger.channels[Int(row)] == .hawala && currency(row) == currency(settlement) && !used.contains(row)
          && time(row) < time(settlement) && time(settlement) - time(row) <= options.shortWindow.seconds
          && ([payer(row), payee(row)].count { $0 == broker || $0 == other }) == 1
      }
      let ahead = pairs(legs, into: broker, outOf: other)
      let back = pairs(legs, into: other, outOf: broker)
      let net = ahead.reduce(0) { $0 + paid($1.paidIn) } - back.reduce(0) { $0 + paid($1.paidIn) }
      guard ahead.count + back.count >= options.mirrorLegs, net > 0 else { continue }
      let (low, high) = (net * (1 - options.mirrorTolerance), net * (1 + options.mirrorTolerance))
      guard (low - 1e-7...high + 1e-7).contains(paid(settlement)) else { continue }
      found.append(((ahead + back).flatMap { [$0.paidIn, $0.paidOut] } + [settlement]).sorted())
    }
    return Set(found)
  }

  private func pairs(_ legs: [Int32], into broker: Int32, outOf other: Int32) -> [(
    paidIn: Int32, paidOut: Int32
  )] {
    var pairs: [(paidIn: Int32, paidOut: Int32)] = []
    for leg in legs where payee(leg) == broker && currencyReceived(leg) == currency(leg) {
      let out = legs.first { out in
        payer(out) == other && time(out) > time(leg) && payee(out) != payer(leg)
          && !pairs.contains { $0.paidOut == out } && paid(out) <= received(leg) + 1e-9
          && paid(out) >= (1 - options.mirrorTolerance) * received(leg) - 1e-9
      }
      if let out { pairs.append((leg, out)) }
    }
    return pairs
  }

  // MARK: Price

  func unusualPrices() -> Set<[Int32]> {
    let trades = rows.filter { row in
      ledger.channels[Int(row)] == .trade && currency(row) >= 0 && ledger.payerPlaces[Int(row)] >= 0
        && ledger.payeePlaces[Int(row)] >= 0
    }
    let unusual = trades.filter { row in
      let corridor = trades.filter {
        ledger.payerPlaces[Int($0)] == ledger.payerPlaces[Int(row)] && currency($0) == currency(row)
          && ledger.payeePlaces[Int($0)] == ledger.payeePlaces[Int(row)]
      }
      guard corridor.count >= options.corridorCount else { return false }
      let middle = median(corridor.map { log(paid($0)) })
      let spread = median(corridor.map { abs(log(paid($0)) - middle) })
      return spread > 0 && 0.6745 * abs(log(paid(row)) - middle) > options.priceDeviation * spread
    }
    return Set(unusual.map { [$0] })
  }

  /// The mean of the values that have as many values below as above.
  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  // MARK: Peel

  func peelChains() -> Set<[Int32]> {
    let steps = rows.map(step)
    // Of the receipts that one payment passes on the latest counts.
    let kept = rows.map { row in
      steps[Int(row)].flatMap { step in
        rows.contains { $0 > row && steps[Int($0)]?.onward == step.onward } ? nil : step
      }
    }
    let continued = Set(kept.compactMap { $0?.onward })
    var found = Set<[Int32]>()
    for first in rows where kept[Int(first)] != nil && !continued.contains(first) {
      var parts = [[first]]
      while let onward = kept[Int(parts.last!.last!)]?.onward {
        let wallets = Set(parts.last!.flatMap { [payer($0), payee($0)] })
        if wallets.contains(payee(onward)) {
          parts.append([onward])
        } else {
          parts[parts.count - 1].append(onward)
        }
      }
      for part in parts where part.count - 1 >= options.peelLinks {
        found.insert(Set(part + part.dropLast().flatMap { kept[Int($0)]!.peels }).sorted())
      }
    }
    return found
  }

  private func step(after receipt: Int32) -> (onward: Int32, peels: [Int32])? {
    let currency = currencyReceived(receipt)
    guard ledger.channels[Int(receipt)] == .virtualAsset, currency >= 0 else { return nil }
    let payments = rows.filter { row in
      ledger.channels[Int(row)] == .virtualAsset && payer(row) == payee(receipt) && time(row) > time(receipt)
        && time(row) - time(receipt) <= options.shortWindow.seconds && self.currency(row) == currency
    }
    let largest = payments.map(paid).max()
    guard let onward = payments.first(where: { paid($0) == largest }), paid(onward) < received(receipt),
      paid(onward) >= options.leastReturn * received(receipt) - 1e-9
    else { return nil }
    var rest = received(receipt) - paid(onward)
    var peels: [Int32] = []
    for payment in payments where payee(payment) != payee(onward) && paid(payment) < paid(onward) {
      guard paid(payment) <= rest + 1e-9 else { continue }
      peels.append(payment)
      rest -= paid(payment)
    }
    return peels.isEmpty ? nil : (onward, peels)
  }
}
