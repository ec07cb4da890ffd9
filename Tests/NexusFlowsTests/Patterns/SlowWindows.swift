import NexusFlows

/// Windows, fans, gatherings and funnels by trying everything.
struct SlowWindows {
  let ledger: PatternLedger
  let options: PatternOptions
  private let rows: [Int32]

  init(_ ledger: PatternLedger, _ options: PatternOptions) {
    self.ledger = ledger
    self.options = options
    rows = (0..<Int32(ledger.count)).map { $0 }
  }

  private func time(_ row: Int32) -> Int64 { ledger.times[Int(row)] }

  // MARK: Windows of one side

  /// Best windows by the words of the definition: try each, take the best, go on before and after it.
  func windows(_ rows: [Int32], _ length: Int64, _ least: Int, _ key: (Int32) -> Int32) -> [[Int32]] {
    let candidates = Set(rows.map(time)).sorted().map { start in
      rows.filter { time($0) >= start && time($0) - start <= length }
    }
    func worth(_ window: [Int32]) -> (Int, Int, Int64) {
      (Set(window.map(key)).count, window.count, -time(window[0]))
    }
    guard let best = candidates.max(by: { worth($0) < worth($1) }), worth(best).0 >= least else { return [] }
    let before = rows.filter { time($0) < time(best[0]) }
    let after = rows.filter { time($0) - time(best[0]) > length }
    return windows(before, length, least, key) + [best] + windows(after, length, least, key)
  }

  func fans(_ pattern: FlowPattern) -> Set<[Int32]> {
    var found = Set<[Int32]>()
    let (hubs, others) = pattern == .fanIn ? (ledger.payees, ledger.payers) : (ledger.payers, ledger.payees)
    for hub in 0..<Int32(ledger.actorCount) {
      let own = rows.filter { hubs[Int($0)] == hub }
      let all = windows(own, options.shortWindow.seconds, options.fanCount) { others[Int($0)] }
      found.formUnion(all.filter { !isPayrollLike($0, own, others) })
    }
    return found
  }

  private func isPayrollLike(_ window: [Int32], _ own: [Int32], _ others: [Int32]) -> Bool {
    guard options.recurringHubs == .excluded else { return false }
    let counterparties = Set(window.map { others[Int($0)] })
    let recurring = counterparties.filter { other in
      var occasions: [Int64] = []
      for row in own where others[Int(row)] == other {
        if occasions.allSatisfy({ time(row) - $0 > options.shortWindow.seconds }) {
          occasions.append(time(row))
        }
      }
      return occasions.count >= 3
    }
    return recurring.count * 2 >= counterparties.count
  }

  func structuring() -> Set<[Int32]> {
    var found = Set<[Int32]>()
    let low = rows.filter {
      ledger.paid[Int($0)] >= options.reportingThreshold * options.structuringFloor
        && ledger.paid[Int($0)] < options.reportingThreshold
    }
    for currency in -1...Int32(3) {
      for party in 0..<Int32(ledger.actorCount) {
        for side in [ledger.payers, ledger.payees] {
          let own = low.filter { side[Int($0)] == party && ledger.currencies[Int($0)] == currency }
          found.formUnion(windows(own, options.structuringWindow.seconds, options.structuringCount) { $0 })
        }
      }
    }
    return found
  }

  // MARK: Windows with a cut

  struct Sides {
    var receipts: [Int32]
    var payments: [Int32]
    var keyIn: (Int32) -> Int32
    var keyOut: (Int32) -> Int32
  }

  func cuts(_ sides: Sides, in least: Int, out leastOut: Int, ratio: Double?, length: Int64) -> [[Int32]] {
    var best: (receipts: [Int32], payments: [Int32], keys: Int)?
    let instants = Set(sides.receipts.map(time)).sorted()
    for cut in instants {
      for start in instants where start <= cut {
        let receipts = sides.receipts.filter { time($0) >= start && time($0) <= cut }
        let payments = sides.payments.filter { time($0) > cut && time($0) - start <= length }
        let (keysIn, keysOut) = (Set(receipts.map(sides.keyIn)).count, Set(payments.map(sides.keyOut)).count)
        let sumIn = receipts.map { ledger.received[Int($0)] }.reduce(0, +)
        let sumOut = payments.map { ledger.paid[Int($0)] }.reduce(0, +)
        guard keysOut >= leastOut, ratio.map({ sumOut >= $0 * sumIn - 1e-7 }) ?? true else { continue }
        if keysIn >= least, keysIn + keysOut > best?.keys ?? 0 {
          best = (receipts, payments, keysIn + keysOut)
        }
        break  // the earliest start of each cut
      }
    }
    guard let best else { return [] }
    var (before, after) = (sides, sides)
    before.receipts = sides.receipts.filter { time($0) < time(best.receipts[0]) }
    before.payments = sides.payments.filter { time($0) < time(best.payments[0]) }
    after.receipts = sides.receipts.filter { time($0) > time(best.receipts.last!) }
    after.payments = sides.payments.filter { time($0) - time(best.receipts[0]) > length }
    return cuts(before, in: least, out: leastOut, ratio: ratio, length: length)
      + [(best.receipts + best.payments).sorted()]
      + cuts(after, in: least, out: leastOut, ratio: ratio, length: length)
  }

  func gatherScatter() -> Set<[Int32]> {
    var found = Set<[Int32]>()
    for hub in 0..<Int32(ledger.actorCount) {
      let own = rows.filter { ledger.payers[Int($0)] == hub || ledger.payees[Int($0)] == hub }
      /// The currency at the hub's end.
      func currency(_ row: Int32) -> Int32 {
        ledger.payees[Int(row)] == hub ? ledger.currenciesReceived[Int(row)] : ledger.currencies[Int(row)]
      }
      var used = Set<Int32>()
      for one in Set(own.map(currency)).sorted() where one >= 0 {
        let hits = gatherings(hub, own.filter { currency($0) == one }, options.leastReturn)
        used.formUnion(hits.joined())
        found.formUnion(hits)
      }
      let rest = gatherings(hub, own.filter { !used.contains($0) }, nil)
      found.formUnion(
        rest.filter { hit in
          let mixed = Set(hit.map(currency))
          return mixed.count > 1 || mixed.contains(PatternLedger.unknownCurrency)
        })
    }
    return found
  }

  private func gatherings(_ hub: Int32, _ own: [Int32], _ ratio: Double?) -> [[Int32]] {
    let sides = Sides(
      receipts: own.filter { ledger.payees[Int($0)] == hub },
      payments: own.filter { ledger.payers[Int($0)] == hub },
      keyIn: { ledger.payers[Int($0)] }, keyOut: { ledger.payees[Int($0)] })
    return cuts(
      sides, in: options.gatherCount, out: options.scatterCount, ratio: ratio,
      length: options.longWindow.seconds)
  }

  func funnels() -> Set<[Int32]> {
    var found = Set<[Int32]>()
    for hub in 0..<Int32(ledger.actorCount) {
      let payments = rows.filter { ledger.payers[Int($0)] == hub && ledger.payeePlaces[Int($0)] >= 0 }
      let uses = Dictionary(grouping: payments) { ledger.payeePlaces[Int($0)] }
      let busiestFirst = uses.sorted { (-$0.value.count, $0.value[0]) < (-$1.value.count, $1.value[0]) }
      var used = Set<Int32>()
      for (place, payments) in busiestFirst {
        let receipts = rows.filter { row in
          ledger.payees[Int(row)] == hub && ledger.payerPlaces[Int(row)] >= 0
            && ledger.payerPlaces[Int(row)] != place && !used.contains(row)
        }
        let sides = Sides(
          receipts: receipts, payments: payments, keyIn: { ledger.payerPlaces[Int($0)] },
          keyOut: { ledger.payeePlaces[Int($0)] })
        let hits = cuts(
          sides, in: options.funnelPlaces, out: 1, ratio: nil, length: options.shortWindow.seconds)
        used.formUnion(hits.joined())
        found.formUnion(hits)
      }
    }
    return found
  }
}
