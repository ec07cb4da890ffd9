/// What searches along payments read of a transfer, side by side: over the columns they take three times as long.
struct Hop: Sendable {
  var time: Int64
  var paid: Double
  var payee: Int32
  var currency: Int32
  var transfer: Int32
  /// The place among the hops of the payee's first payment that is later.
  var onward: Int32 = 0

  private init(_ ledger: PatternLedger, _ transfer: Int32) {
    let row = Int(transfer)
    time = ledger.times[row]
    paid = ledger.paid[row]
    payee = ledger.payees[row]
    currency = ledger.currencies[row]
    self.transfer = transfer
  }

  /// The hops of the transfers of some lists by payer, in their order.
  ///
  /// - Complexity: O(*n* + *m*).
  static func all(of ledger: PatternLedger, along outgoing: TransferLists) -> [Hop] {
    var hops = outgoing.transfers.map { Hop(ledger, $0) }
    var places = [Int32](repeating: -1, count: ledger.count)  // by row
    for (place, transfer) in outgoing.transfers.enumerated() { places[Int(transfer)] = Int32(place) }
    // Backwards in time, instant by instant: by payer, the first place later than the present instant.
    var later = outgoing.offsets.dropFirst().map { Int32($0) }
    var end = ledger.count
    while end > 0 {
      var start = end - 1
      while start > 0, ledger.times[start - 1] == ledger.times[start] { start -= 1 }
      for row in start..<end where places[row] >= 0 {
        hops[Int(places[row])].onward = later[Int(ledger.payees[row])]
      }
      for row in start..<end where places[row] >= 0 { later[Int(ledger.payers[row])] -= 1 }
      end = start
    }
    return hops
  }
}
