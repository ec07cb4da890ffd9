extension PatternLedger {
  /// Gather-scatter: an account is paid by at least *k*ᵢₙ distinct others and afterwards pays at least *k*ₒᵤₜ, all
  /// within a window, and pays out at least ρ of what it received.
  ///
  /// Every receipt of a hit is earlier than every payment. Which windows stand: see ``cutWindows(_:_:_:_:)``. Hits of
  /// one currency are taken first, with ρ; what is left of an account with several currencies is then searched
  /// across them without ρ, and such hits are marked amount unchecked. In: what the hub receives; out: what it pays.
  ///
  /// - Complexity: O(*m* · hits of a hub).
  func gatherScatter(_ options: PatternOptions) -> DetectorFindings {
    HubChunks(self, threads: options.threads).search { hubs in
      var findings = DetectorFindings()
      var search = HubCuts(self, options)
      for hub in hubs
      where incoming.range(of: hub).count >= options.gatherCount
        && outgoing.range(of: hub).count >= options.scatterCount
      {
        findings.hits += search.hits(of: hub)
      }
      return findings
    }
  }
}

/// The search of one hub after the other with the same counters.
private struct HubCuts {
  let ledger: PatternLedger
  var rule: CutRule
  let leastReturn: Double
  var keysIn: DistinctCounter
  var keysOut: DistinctCounter

  init(_ ledger: PatternLedger, _ options: PatternOptions) {
    self.ledger = ledger
    leastReturn = options.leastReturn
    rule = CutRule(
      leastIn: options.gatherCount, leastOut: options.scatterCount, leastRatio: leastReturn,
      length: options.longWindow.seconds)
    keysIn = DistinctCounter(keyCount: ledger.actorCount)
    keysOut = DistinctCounter(keyCount: ledger.actorCount)
  }

  mutating func hits(of hub: Int) -> [PatternHit] {
    let (receipts, payments) = (Array(ledger.incoming[hub]), Array(ledger.outgoing[hub]))
    let currencies = Set(
      receipts.map { ledger.currenciesReceived[Int($0)] } + payments.map { ledger.currencies[Int($0)] }
    ).sorted()
    var hits: [PatternHit] = []
    rule.leastRatio = leastReturn
    for currency in currencies where currency != PatternLedger.unknownCurrency {
      hits += search(
        hub, receipts.filter { ledger.currenciesReceived[Int($0)] == currency },
        payments.filter { ledger.currencies[Int($0)] == currency })
    }
    guard currencies.count > 1 || currencies == [PatternLedger.unknownCurrency] else { return hits }
    let used = Set(hits.flatMap(\.transfers))
    rule.leastRatio = nil
    hits += search(
      hub, receipts.filter { !used.contains($0) }, payments.filter { !used.contains($0) }
    ).filter { !$0.isAmountChecked }
    return hits
  }

  private mutating func search(_ hub: Int, _ receipts: [Int32], _ payments: [Int32]) -> [PatternHit] {
    guard receipts.count >= rule.leastIn, payments.count >= rule.leastOut else { return [] }
    var events = AccountEvents()
    for transfer in receipts {
      let row = Int(transfer)
      events.receipts.append(
        transfer, time: ledger.times[row], key: ledger.payers[row], amount: ledger.received[row])
    }
    for transfer in payments {
      let row = Int(transfer)
      events.payments.append(
        transfer, time: ledger.times[row], key: ledger.payees[row], amount: ledger.paid[row])
    }
    return cutWindows(events, rule, &keysIn, &keysOut).map { window in
      let gathered = Array(events.receipts.transfers[window.receipts])
      let scattered = Array(events.payments.transfers[window.payments])
      let actors = distinct(
        [Int32(hub)] + gathered.map { ledger.payers[Int($0)] } + scattered.map { ledger.payees[Int($0)] })
      return ledger.hit(
        .gatherScatter, actors: actors, movers: [Int32(hub)], transfers: gathered + scattered,
        amountIn: ledger.sumReceived(gathered), amountOut: ledger.sumPaid(scattered))
    }
  }
}
