extension PatternLedger {
  /// Funnel account: money is paid in at *k* or more distinct places and then leaves at another one, quickly.
  ///
  /// For each place at which an account's payments arrive, those with the most payments first, then by first use:
  /// all receipts paid in elsewhere at known places, and all payments arriving there, as
  /// ``cutWindows(_:_:_:_:)`` takes them, the places being what must be distinct. A transfer is part of one hit.
  /// Transfers without a known place are in none. In: what the hub receives; out: what it pays.
  ///
  /// - Complexity: O(*m* · places of payment · hits of a hub).
  func funnels(_ options: PatternOptions) -> DetectorFindings {
    let placeCount = 1 + Int(max(payerPlaces.max() ?? -1, payeePlaces.max() ?? -1))
    let rule = CutRule(
      leastIn: options.funnelPlaces, leastOut: 1, leastRatio: nil, length: options.shortWindow.seconds)
    return HubChunks(self, threads: options.threads).search { hubs in
      var findings = DetectorFindings()
      var keysIn = DistinctCounter(keyCount: placeCount)
      var keysOut = DistinctCounter(keyCount: placeCount)
      for hub in hubs where incoming.range(of: hub).count >= options.funnelPlaces {
        let receipts = incoming[hub].filter { payerPlaces[Int($0)] >= 0 }
        guard receipts.count >= options.funnelPlaces else { continue }
        var used = Set<Int32>()
        for place in placesOfPayment(hub) {
          let events = events(
            receipts.filter { payerPlaces[Int($0)] != place && !used.contains($0) },
            outgoing[hub].filter { payeePlaces[Int($0)] == place })
          for window in cutWindows(events, rule, &keysIn, &keysOut) {
            let found = funnel(hub, events, window)
            used.formUnion(found.transfers)
            findings.hits.append(found)
          }
        }
      }
      return findings
    }
  }

  private func placesOfPayment(_ hub: Int) -> [Int32] {
    var uses: [Int32: (count: Int, first: Int32)] = [:]
    for transfer in outgoing[hub] where payeePlaces[Int(transfer)] >= 0 {
      uses[payeePlaces[Int(transfer)], default: (0, transfer)].count += 1
    }
    return uses.sorted { (-$0.value.count, $0.value.first) < (-$1.value.count, $1.value.first) }.map(\.key)
  }

  private func events(_ receipts: [Int32], _ payments: [Int32]) -> AccountEvents {
    var events = AccountEvents()
    for transfer in receipts {
      let row = Int(transfer)
      events.receipts.append(transfer, time: times[row], key: payerPlaces[row], amount: received[row])
    }
    for transfer in payments {
      let row = Int(transfer)
      events.payments.append(transfer, time: times[row], key: payeePlaces[row], amount: paid[row])
    }
    return events
  }

  private func funnel(_ hub: Int, _ events: AccountEvents, _ window: CutWindow) -> PatternHit {
    let deposits = Array(events.receipts.transfers[window.receipts])
    let withdrawals = Array(events.payments.transfers[window.payments])
    return hit(
      .funnel,
      actors: distinct(
        [Int32(hub)] + deposits.map { payers[Int($0)] } + withdrawals.map { payees[Int($0)] }),
      movers: [Int32(hub)], transfers: deposits + withdrawals, amountIn: sumReceived(deposits),
      amountOut: sumPaid(withdrawals))
  }
}
