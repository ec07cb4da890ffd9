extension PatternLedger {
  /// Pass-through, rapid movement: what an account receives leaves it again within 48 hours, so that little stays.
  ///
  /// A hit starts at a receipt and ends at a payment at most 48 hours later. It holds all receipts from the start to
  /// before the end and all payments after the start up to the end, of one currency, and
  ///
  ///     0.9 ≤ Σ paid ÷ Σ received ≤ 1,
  ///
  /// where at no instant in between more has left than came in before. From each start the longest such run counts;
  /// starts are tried in the order of time, and runs do not overlap. In: what the hub receives; out: what it pays.
  /// Across currencies only after conversion.
  ///
  /// - Complexity: O(*m* · transfers of an account in 48 hours), guarded by ``SearchEffort/passThroughEvents``.
  func passThrough(_ options: PatternOptions) -> DetectorFindings {
    HubChunks(self, threads: options.threads).search { hubs in
      var findings = DetectorFindings()
      for hub in hubs where !incoming[hub].isEmpty && !outgoing[hub].isEmpty {
        let events = AccountRun.merged(incoming[hub], outgoing[hub], self)
        let used = Set(events.map(\.currency)).sorted()
        for currency in used where currency != PatternLedger.unknownCurrency {
          let run = AccountRun(
            events: used.count == 1 ? events : events.filter { $0.currency == currency })
          findings.append(run.passThroughs(options) { passThrough(hub, $0) })
        }
      }
      return findings
    }
  }

  private func passThrough(_ hub: Int, _ events: [AccountRun.Event]) -> PatternHit {
    let receipts = events.filter(\.isReceipt).map(\.transfer)
    let payments = events.filter { !$0.isReceipt }.map(\.transfer)
    let actors = receipts.map { payers[Int($0)] } + [Int32(hub)] + payments.map { payees[Int($0)] }
    return hit(
      .passThrough, actors: distinct(actors), movers: [Int32(hub)], transfers: receipts + payments,
      amountIn: sumReceived(receipts), amountOut: sumPaid(payments))
  }
}

/// What came in and went out of one account, in the order of time.
private struct AccountRun {
  struct Event {
    var transfer: Int32
    var time: Int64
    var isReceipt: Bool
    var amount: Double
    var currency: Int32
  }
  var events: [Event]

  static func merged(
    _ receipts: ArraySlice<Int32>, _ payments: ArraySlice<Int32>, _ ledger: PatternLedger
  ) -> [Event] {
    let all =
      receipts.map {
        Event(
          transfer: $0, time: ledger.times[Int($0)], isReceipt: true, amount: ledger.received[Int($0)],
          currency: ledger.currenciesReceived[Int($0)])
      }
      + payments.map {
        Event(
          transfer: $0, time: ledger.times[Int($0)], isReceipt: false, amount: ledger.paid[Int($0)],
          currency: ledger.currencies[Int($0)])
      }
    return all.sorted { $0.transfer < $1.transfer }
  }

  func passThroughs(_ options: PatternOptions, hit: ([Event]) -> PatternHit) -> DetectorFindings {
    var findings = DetectorFindings()
    let paidBefore = events.reduce(into: [0.0]) { $0.append($0.last! + ($1.isReceipt ? 0 : $1.amount)) }
    var horizon = 0
    var start = 0
    while start < events.count {
      defer { start += 1 }
      guard events[start].isReceipt, start == 0 || !startsSameInstant(start) else { continue }
      while horizon < events.count,
        events[horizon].time - events[start].time <= options.passThroughWindow.seconds
      {
        horizon += 1
      }
      var receivedMost = (paidBefore[horizon] - paidBefore[start]) / options.passThroughShare
      receivedMost *= 1 + 1e-9
      let (run, isGuarded) = longestRun(from: start, to: horizon, receivedMost, options)
      if isGuarded { findings.guarded += 1 }
      guard let run else { continue }
      findings.hits.append(hit(run))
      let end = run[run.count - 1].time
      while start + 1 < events.count, events[start + 1].time < end { start += 1 }
    }
    return findings
  }

  /// Whether an earlier receipt stands at the same instant: a run starts with the first of them.
  private func startsSameInstant(_ place: Int) -> Bool {
    events[..<place].reversed().prefix { $0.time == events[place].time }.contains(where: \.isReceipt)
  }

  /// - Parameter receivedMost: once more has come in than this, nothing that leaves before the horizon is enough.
  private func longestRun(
    from start: Int, to horizon: Int, _ receivedMost: Double, _ options: PatternOptions
  ) -> (run: [Event]?, isGuarded: Bool) {
    let first = events[start].time
    var (received, paid) = (0.0, 0.0)
    var lastEnd: Int64?
    var place = start
    while place < horizon, received <= receivedMost {
      guard place - start < options.effort.passThroughEvents else {
        return (run(first, lastEnd, in: start..<horizon), true)
      }
      let time = events[place].time
      let (before, paidBefore) = (received, paid)
      while place < horizon, events[place].time == time {
        if events[place].isReceipt {
          received += events[place].amount
        } else if time > first {
          paid += events[place].amount
        }
        place += 1
      }
      guard paid > paidBefore else { continue }
      guard reaches(before, 1, of: paid) else { break }
      if reaches(paid, options.passThroughShare, of: before) { lastEnd = time }
    }
    return (run(first, lastEnd, in: start..<horizon), false)
  }

  /// The receipts in [first, end) and the payments in (first, end].
  private func run(_ first: Int64, _ end: Int64?, in places: Range<Int>) -> [Event]? {
    guard let end else { return nil }
    return events[places].prefix { $0.time <= end }.filter {
      $0.isReceipt ? $0.time >= first && $0.time < end : $0.time > first && $0.time <= end
    }
  }
}
