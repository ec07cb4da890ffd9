/// The receipts and payments of one account, each in the order of time.
struct AccountEvents {
  struct Side {
    var times: [Int64] = []
    /// What must be distinct: counterparties, or places.
    var keys: [Int32] = []
    var amounts: [Double] = []
    /// The transfers themselves.
    var transfers: [Int32] = []

    mutating func append(_ transfer: Int32, time: Int64, key: Int32, amount: Double) {
      times.append(time)
      keys.append(key)
      amounts.append(amount)
      transfers.append(transfer)
    }
  }
  var receipts = Side()
  var payments = Side()
}

/// What a gathering followed by a scattering must have.
struct CutRule {
  var leastIn: Int
  var leastOut: Int
  /// The least Σ payments ÷ Σ receipts; nil: amounts cannot be compared.
  var leastRatio: Double?
  var length: Int64
}

/// Some receipts and, all of them later, some payments, by their places on their sides.
struct CutWindow: Hashable {
  var receipts: Range<Int>
  var payments: Range<Int>
}

/// The gatherings that are followed by a scattering, best first and apart from each other.
///
/// A candidate is a start *s* and a cut *τ*, both instants of receipts: all receipts in [s, τ] and all payments in
/// (τ, s + length]. For each cut the earliest start counts at which there are `leastOut` distinct keys among the
/// payments and `leastRatio` is reached; there must then be `leastIn` distinct keys among the receipts. The cut with
/// the most distinct keys on both sides stands, the earliest of equals. Then the same is done with what lies before
/// its receipts and payments, and with what lies after them.
///
/// As τ grows or *s* falls, receipts grow and payments shrink, so the earliest start moves forward only.
///
/// - Complexity: O(*d* · hits) for *d* events.
func cutWindows(
  _ events: AccountEvents, _ rule: CutRule, _ keysIn: inout DistinctCounter, _ keysOut: inout DistinctCounter
) -> [CutWindow] {
  var found: [CutWindow] = []
  var pending = [CutWindow(receipts: events.receipts.times.indices, payments: events.payments.times.indices)]
  while let part = pending.popLast() {
    guard part.receipts.count >= rule.leastIn, part.payments.count >= rule.leastOut,
      let best = bestCut(in: part, events, rule, &keysIn, &keysOut)
    else { continue }
    found.append(best)
    pending.append(
      CutWindow(
        receipts: best.receipts.upperBound..<part.receipts.upperBound,
        payments: best.payments.upperBound..<part.payments.upperBound))
    pending.append(
      CutWindow(
        receipts: part.receipts.lowerBound..<best.receipts.lowerBound,
        payments: part.payments.lowerBound..<best.payments.lowerBound))
  }
  return found.sorted { $0.receipts.lowerBound < $1.receipts.lowerBound }
}

private func bestCut(
  in part: CutWindow, _ events: AccountEvents, _ rule: CutRule, _ keysIn: inout DistinctCounter,
  _ keysOut: inout DistinctCounter
) -> CutWindow? {
  let (receipts, payments) = (events.receipts, events.payments)
  var best: (window: CutWindow, keys: Int)?
  var inside = part.receipts.lowerBound..<part.receipts.lowerBound  // receipts in [s, τ]
  var outside = part.payments.lowerBound..<part.payments.lowerBound  // payments in (τ, s + length]
  var (sumIn, sumOut) = (RunningSum(), RunningSum())

  func takePayments(from start: Int64, after cut: Int64) {
    while outside.upperBound < part.payments.upperBound,
      payments.times[outside.upperBound] - start <= rule.length
    {
      keysOut.add(payments.keys[outside.upperBound])
      sumOut.add(payments.amounts[outside.upperBound])
      outside = outside.lowerBound..<outside.upperBound + 1
    }
    while !outside.isEmpty, payments.times[outside.lowerBound] <= cut {
      keysOut.remove(payments.keys[outside.lowerBound])
      sumOut.remove(payments.amounts[outside.lowerBound])
      outside = outside.lowerBound + 1..<outside.upperBound
    }
  }
  func dropFirstReceipt() {
    keysIn.remove(receipts.keys[inside.lowerBound])
    sumIn.remove(receipts.amounts[inside.lowerBound])
    inside = inside.lowerBound + 1..<inside.upperBound
  }

  while inside.upperBound < part.receipts.upperBound {
    let cut = receipts.times[inside.upperBound]
    while inside.upperBound < part.receipts.upperBound, receipts.times[inside.upperBound] == cut {
      keysIn.add(receipts.keys[inside.upperBound])
      sumIn.add(receipts.amounts[inside.upperBound])
      inside = inside.lowerBound..<inside.upperBound + 1
    }
    while !inside.isEmpty {
      let start = receipts.times[inside.lowerBound]
      takePayments(from: start, after: cut)
      let isBacked = rule.leastRatio.map { reaches(sumOut.value, $0, of: sumIn.value) } ?? true
      if keysOut.distinct >= rule.leastOut, isBacked { break }
      while !inside.isEmpty, receipts.times[inside.lowerBound] == start { dropFirstReceipt() }
    }
    let keys = keysIn.distinct + keysOut.distinct
    if keysIn.distinct >= rule.leastIn, !outside.isEmpty, keys > best?.keys ?? 0 {
      best = (CutWindow(receipts: inside, payments: outside), keys)
    }
  }
  while !inside.isEmpty { dropFirstReceipt() }
  for place in outside { keysOut.remove(payments.keys[place]) }
  return best?.window
}

/// A sum to which amounts are added and from which they are taken again, without building up rounding errors:
/// the error of each step is kept (Neumaier 1974).
struct RunningSum {
  private var sum = 0.0
  private var lost = 0.0

  var value: Double { sum + lost }

  mutating func add(_ amount: Double) {
    let next = sum + amount
    lost += abs(sum) >= abs(amount) ? (sum - next) + amount : (amount - next) + sum
    sum = next
  }

  mutating func remove(_ amount: Double) { add(-amount) }
}
