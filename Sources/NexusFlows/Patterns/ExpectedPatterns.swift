internal import NexusGraph

extension PatternLedger {
  /// How many hits of each pattern chance alone would give: the mean over shuffles that keep who pays whom, how
  /// often, in which currency and by which channel, and break only what happened when and with which amount.
  ///
  /// A shuffle permutes the times over all transfers, and the amounts (paid and received together) over the transfers
  /// of each currency (of each pair of them where it changes on the way). So each account keeps its counterparties and
  /// the number of its payments and receipts, each day the number of its transfers, each currency its amounts.
  ///
  /// - Returns: mean number of hits by pattern, for the patterns that were looked for; nil without shuffles.
  /// - Complexity: that of the search, times `shuffles`.
  ///
  /// Source: L. Gauvin et al., "Randomized reference models for temporal networks", *SIAM Review* 64(4), 2022,
  /// pp. 763–830, doi:10.1137/19M1242252 (permuted timestamps, and permuted weights).
  public func expectedPatterns(
    _ options: PatternOptions, shuffles: Int, seed: UInt64
  ) -> [FlowPattern: Double]? {
    guard shuffles > 0 else { return nil }
    var sums: [FlowPattern: Int] = [:]
    var seeds = SeededGenerator(seed: seed)
    for _ in 0..<shuffles {
      let counts = shuffled(SeededGenerator(seed: seeds.next())).patterns(options).counts
      sums.merge(counts) { $0 + $1 }
    }
    return sums.mapValues { Double($0) / Double(shuffles) }
  }

  /// The same payers and payees with permuted times, and amounts permuted within each currency.
  func shuffled(_ generator: SeededGenerator) -> PatternLedger {
    var generator = generator
    var place = Array(0..<count)  // the transfer that takes the time of row i
    permute(&place, &generator)
    var newPaid = paid
    var newReceived = received
    var rows: [Int64: [Int]] = [:]  // by the currencies of both ends
    for row in 0..<count {
      let pair = Int64(currencies[row]) << 32 | Int64(UInt32(bitPattern: currenciesReceived[row]))
      rows[pair, default: []].append(row)
    }
    for currency in rows.keys.sorted() {
      let own = rows[currency] ?? []
      var donors = own
      permute(&donors, &generator)
      for (row, donor) in zip(own, donors) {
        (newPaid[row], newReceived[row]) = (paid[donor], received[donor])
      }
    }
    return replacing(
      times: times, paid: place.map { newPaid[$0] }, received: place.map { newReceived[$0] },
      order: place.map { Int32($0) })
  }

  /// Fisher–Yates.
  private func permute(_ values: inout [Int], _ generator: inout SeededGenerator) {
    for last in stride(from: values.count - 1, to: 0, by: -1) {
      values.swapAt(last, Int(generator.next().multipliedFullWidth(by: UInt64(last + 1)).high))
    }
  }
}
