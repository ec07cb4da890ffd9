extension PatternLedger {
  /// Structuring (smurfing): one account pays, or is paid, three or more amounts just below a reporting threshold θ,
  /// each from 0.9 θ to below θ, within three days. Their sum then exceeds θ.
  ///
  /// Amounts are those paid, of one currency; θ is a number of that currency. A hit is a window with all such
  /// transfers of the account in it, the fullest window first, then the earliest. Where the same transfers make up a
  /// hit of their payer and of their payee, the payer's stands. In: what is paid; out: what is received.
  ///
  /// - Complexity: O(*m* + *s* log *s* · hits) for *s* transfers of such amounts.
  func structuring(_ options: PatternOptions) -> DetectorFindings {
    let ceiling = options.reportingThreshold
    let floor = options.structuringFloor * ceiling * (1 - 1e-12)
    let candidates = (0..<Int32(count)).filter { paid[Int($0)] >= floor && paid[Int($0)] < ceiling }
    let ofPayers = structured(candidates, by: payers, others: payees, options)
    let known = Set(ofPayers.map(\.transfers))
    let ofPayees = structured(candidates, by: payees, others: payers, options)
    return DetectorFindings(hits: ofPayers + ofPayees.filter { !known.contains($0.transfers) })
  }

  private func structured(
    _ candidates: [Int32], by parties: [Int32], others: [Int32], _ options: PatternOptions
  ) -> [PatternHit] {
    func key(_ transfer: Int32) -> (Int32, Int32, Int32) {
      (parties[Int(transfer)], currencies[Int(transfer)], transfer)
    }
    let sorted = candidates.sorted { key($0) < key($1) }
    var counter = DistinctCounter(keyCount: count)
    var hits: [PatternHit] = []
    var start = 0
    while start < sorted.count {
      let (party, currency, _) = key(sorted[start])
      let end = sorted[start...].firstIndex { key($0).0 != party || key($0).1 != currency } ?? sorted.count
      let group = Array(sorted[start..<end])
      start = end
      let windows = bestWindows(
        times: group.map { times[Int($0)] }, keys: group, length: options.structuringWindow.seconds,
        least: options.structuringCount, counter: &counter)
      for window in windows {
        let transfers = Array(group[window])
        hits.append(
          hit(
            .structuring, actors: distinct([party] + transfers.map { others[Int($0)] }), movers: [party],
            transfers: transfers, amountIn: sumPaid(transfers), amountOut: sumReceived(transfers)))
      }
    }
    return hits
  }
}
