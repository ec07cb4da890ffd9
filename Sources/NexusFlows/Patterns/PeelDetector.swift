extension PatternLedger {
  /// Peel chain: a virtual asset goes from wallet to wallet, and at each one a small part is peeled off.
  ///
  /// Of the virtual-asset payments of a wallet later than a receipt and within the short window of it, in the same
  /// currency, the largest (the earliest of equals) passes the receipt on when it is at least ρ of it and below it, and
  /// at least one smaller payment to another actor, the peel, can still be paid from the rest: peels are taken in
  /// the order of time while they fit. A payment that passes on several receipts keeps the latest. A chain of at
  /// least ``PatternOptions/peelLinks`` links is a hit; it is cut where it would return to a wallet. In: what the
  /// first wallet pays; out: what the last link brings to its wallet.
  ///
  /// - Complexity: O(*v* · payments of a wallet in the window) for *v* virtual-asset transfers, guarded by
  ///   ``SearchEffort/passThroughEvents``.
  func peelChains(_ options: PatternOptions) -> DetectorFindings {
    var findings = DetectorFindings()
    var steps: [Int32: PeelStep] = [:]
    var previous: [Int32: Int32] = [:]
    for row in 0..<Int32(count) where channels[Int(row)] == .virtualAsset {
      guard let step = step(after: row, options, &findings.guarded) else { continue }
      if let rival = previous[step.onward] { steps[rival] = nil }
      steps[row] = step
      previous[step.onward] = row
    }
    for first in steps.keys.sorted() where previous[first].flatMap({ steps[$0] }) == nil {
      for chain in chains(from: first, steps) where chain.count > options.peelLinks {
        let onPath = [payers[Int(chain[0])]] + chain.map { payees[Int($0)] }
        let peels = chain.dropLast().flatMap { steps[$0]?.peels ?? [] }
        findings.hits.append(
          hit(
            .peel, actors: distinct(onPath + peels.map { payees[Int($0)] }), movers: onPath,
            transfers: distinct(chain + peels), amountIn: sumPaid([chain[0]]),
            amountOut: sumReceived([chain[chain.count - 1]])))
      }
    }
    return findings
  }

  private struct PeelStep {
    var onward: Int32
    var peels: [Int32]
  }

  private func step(
    after receipt: Int32, _ options: PatternOptions, _ guarded: inout Int
  ) -> PeelStep? {
    let (time, currency) = (times[Int(receipt)], currenciesReceived[Int(receipt)])
    guard currency != PatternLedger.unknownCurrency else { return nil }
    let all = outgoing.range(of: Int(payees[Int(receipt)]))
    let low = outgoing.firstLater(than: time, in: all)
    let high = outgoing.firstLater(than: time + options.shortWindow.seconds, in: low..<all.upperBound)
    if high - low > options.effort.passThroughEvents { guarded += 1 }
    let payments = outgoing.transfers[low..<min(high, low + options.effort.passThroughEvents)].filter {
      channels[Int($0)] == .virtualAsset && currencies[Int($0)] == currency
    }
    guard let onward = payments.max(by: { (paid[Int($0)], $1) < (paid[Int($1)], $0) }),
      reaches(paid[Int(onward)], options.leastReturn, of: received[Int(receipt)]),
      paid[Int(onward)] < received[Int(receipt)]
    else { return nil }
    var rest = received[Int(receipt)] - paid[Int(onward)]
    var peels: [Int32] = []
    for payment in payments
    where payment != onward && payees[Int(payment)] != payees[Int(onward)]
      && paid[Int(payment)] < paid[Int(onward)] && reaches(rest, 1, of: paid[Int(payment)])
    {
      peels.append(payment)
      rest -= paid[Int(payment)]
    }
    return peels.isEmpty ? nil : PeelStep(onward: onward, peels: peels)
  }

  private func chains(from first: Int32, _ steps: [Int32: PeelStep]) -> [[Int32]] {
    var parts: [[Int32]] = []
    var part = [first]
    var seen: Set<Int32> = [payers[Int(first)], payees[Int(first)]]
    while let last = part.last, let step = steps[last] {
      if !seen.insert(payees[Int(step.onward)]).inserted {
        parts.append(part)
        part = []
        seen = [payers[Int(step.onward)], payees[Int(step.onward)]]
      }
      part.append(step.onward)
    }
    return parts + [part]
  }
}
