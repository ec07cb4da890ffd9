extension PatternLedger {
  /// Fan-in and fan-out: one account, the hub, is paid by (pays) at least *k* distinct others within a window.
  ///
  /// A hit is a window with all of the hub's receipts (payments) in it. Of overlapping windows the one with the most
  /// counterparties stands, then the one with the most transfers, then the earliest; before and after it the same is
  /// done again. Currency does not matter. Amounts: what is paid in all, and what is received.
  ///
  /// A hub is payroll-like in a hit when at least half of its counterparties recur: the hub pays (is paid by) them
  /// on three or more occasions, each more than a window after the one before. Such hits are left out and counted.
  ///
  /// - Complexity: O(*m* · hits of a hub).
  func fans(_ pattern: FlowPattern, _ options: PatternOptions) -> DetectorFindings {
    let lists = pattern == .fanIn ? incoming : outgoing
    let others = pattern == .fanIn ? payers : payees
    let length = options.shortWindow.seconds
    return HubChunks(self, threads: options.threads).search { hubs in
      var findings = DetectorFindings()
      var counter = DistinctCounter(keyCount: actorCount)
      for hub in hubs where lists.range(of: hub).count >= options.fanCount {
        let transfers = Array(lists[hub])
        let windows = bestWindows(
          times: Array(lists.times(of: hub)), keys: transfers.map { others[Int($0)] }, length: length,
          least: options.fanCount, counter: &counter)
        guard !windows.isEmpty else { continue }
        let recurring = options.recurringHubs == .excluded ? recurring(transfers, others, length) : []
        for window in windows {
          let inWindow = Array(transfers[window])
          let counterparties = distinct(inWindow.lazy.map { others[Int($0)] })
          if 2 * counterparties.count(where: recurring.contains) >= counterparties.count {
            findings.recurring += 1
            continue
          }
          findings.hits.append(
            hit(
              pattern, actors: [Int32(hub)] + counterparties, movers: [Int32(hub)], transfers: inWindow,
              amountIn: sumPaid(inWindow), amountOut: sumReceived(inWindow)))
        }
      }
      return findings
    }
  }

  /// The counterparties with three or more occasions, each more than `gap` after the last counted one.
  private func recurring(_ transfers: [Int32], _ others: [Int32], _ gap: Int64) -> Set<Int32> {
    var occasions: [Int32: (count: Int, last: Int64)] = [:]
    for transfer in transfers {
      let (other, time) = (others[Int(transfer)], times[Int(transfer)])
      if let known = occasions[other] {
        if time - known.last > gap { occasions[other] = (known.count + 1, time) }
      } else {
        occasions[other] = (1, time)
      }
    }
    return Set(occasions.lazy.filter { $0.value.count >= 3 }.map(\.key))
  }
}
