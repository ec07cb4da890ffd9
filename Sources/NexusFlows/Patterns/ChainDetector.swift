extension PatternLedger {
  /// Random (a chain): money goes from hand to hand over at least *L* hops, each strictly later, without coming back
  /// to an actor, and each payer passes on about what it received: from ρ to 1/ρ of it, in one currency.
  ///
  /// A transfer is continued by the earliest later payment of its payee within the window that fits; two transfers
  /// are linked when the second continues the first and no later transfer is continued by the second. So each transfer
  /// is in one chain at most. A chain is cut where it would return to an actor or exceed the window.
  /// In: what the first payer pays; out: what the last payee receives.
  ///
  /// - Complexity: O(*m* · ``SearchEffort/chainLookahead``); where the lookahead ends before the window does without
  ///   a continuation found, this is counted.
  func chains(_ options: PatternOptions) -> DetectorFindings {
    var findings = DetectorFindings()
    let links = ChainLinks(self, options)
    findings.guarded = links.guarded
    for first in 0..<Int32(count) where links.previous[Int(first)] < 0 && links.next[Int(first)] >= 0 {
      for chain in cut(links.chain(from: first), options.longWindow.seconds)
      where chain.count >= options.chainHops {
        let actors = [payers[Int(chain[0])]] + chain.map { payees[Int($0)] }
        findings.hits.append(
          hit(
            .random, actors: actors, movers: actors, transfers: chain, amountIn: sumPaid([chain[0]]),
            amountOut: sumReceived([chain[chain.count - 1]])))
      }
    }
    return findings
  }

  private func cut(_ chain: [Int32], _ length: Int64) -> [[Int32]] {
    var parts: [[Int32]] = []
    var part: [Int32] = []
    var seen = Set<Int32>()
    for transfer in chain {
      let (payee, time) = (payees[Int(transfer)], times[Int(transfer)])
      if let first = part.first, seen.contains(payee) || time - times[Int(first)] > length {
        parts.append(part)
        part = []
      }
      if part.isEmpty { seen = [payers[Int(transfer)]] }
      part.append(transfer)
      seen.insert(payee)
    }
    return parts + [part]
  }
}

/// Which transfer continues which.
private struct ChainLinks {
  private(set) var next: [Int32]
  private(set) var previous: [Int32]
  private(set) var guarded = 0

  init(_ ledger: PatternLedger, _ options: PatternOptions) {
    next = [Int32](repeating: -1, count: ledger.count)
    previous = next
    let (length, lookahead) = (options.longWindow.seconds, options.effort.chainLookahead)
    let hops = Hop.all(of: ledger, along: ledger.outgoing)
    for last in hops {
      let row = Int(last.transfer)
      let (payer, currency) = (ledger.payers[row], ledger.currenciesReceived[row])
      guard currency != PatternLedger.unknownCurrency else { continue }
      let received = ledger.received[row]
      let end = ledger.outgoing.range(of: Int(last.payee)).upperBound
      var place = Int(last.onward)
      let limit = place + lookahead
      while place < end {
        let hop = hops[place]
        guard hop.time - last.time <= length else { break }
        if place == limit {
          guarded += 1
          break
        }
        if hop.currency == currency, hop.payee != payer, reaches(hop.paid, options.leastReturn, of: received),
          reaches(received, options.leastReturn, of: hop.paid)
        {
          next[row] = hop.transfer
          break
        }
        place += 1
      }
    }
    // A payment keeps the latest of the receipts that it continues.
    for transfer in 0..<Int32(ledger.count) where next[Int(transfer)] >= 0 {
      let continuation = Int(next[Int(transfer)])
      let rival = previous[continuation]
      if rival >= 0 { next[Int(rival)] = -1 }
      previous[continuation] = transfer
    }
  }

  func chain(from first: Int32) -> [Int32] {
    var chain = [first]
    while let last = chain.last, next[Int(last)] >= 0 { chain.append(next[Int(last)]) }
    return chain
  }
}
