extension PatternLedger {
  /// Mirror: hawala legs that mirror each other at two brokers, followed by a net settlement between them.
  ///
  /// A leg is a transfer by the channel hawala between a broker and someone other than the two brokers. A leg from
  /// a customer into broker *p* is mirrored by a later leg out of broker *q*, of one currency, that pays out what came
  /// in less at most the tolerance; each leg into a broker is matched with the earliest leg out that fits and is
  /// free. A settlement is any transfer p → q, of that currency, within the window after the first leg and later than
  /// all of them. It nets the legs: its amount is within the tolerance of
  ///
  ///     Σ paid into p for q's customers − Σ paid into q for p's customers,
  ///
  /// and there are at least ``PatternOptions/mirrorLegs`` matched pairs. Settlements are taken in the order of time;
  /// a leg is part of one hit. In: what customers pay in at both; out: what the brokers pay out.
  ///
  /// - Complexity: O(settlements · legs in the window), guarded by ``SearchEffort/mirrorLegs``.
  func mirrors(_ options: PatternOptions) -> DetectorFindings {
    var findings = DetectorFindings()
    var used = Set<Int32>()
    var receives = [Bool](repeating: false, count: actorCount)
    var paysOut = receives
    for row in 0..<count where channels[row] == .hawala {
      paysOut[Int(payers[row])] = true
      receives[Int(payees[row])] = true
    }
    for row in 0..<Int32(count) where receives[Int(payers[Int(row)])] && paysOut[Int(payees[Int(row)])] {
      guard currencies[Int(row)] != PatternLedger.unknownCurrency, !used.contains(row) else { continue }
      let (broker, other) = (payers[Int(row)], payees[Int(row)])
      let ahead = pairs(into: broker, outOf: other, before: row, used, options, &findings.guarded)
      let back = pairs(into: other, outOf: broker, before: row, used, options, &findings.guarded)
      guard ahead.count + back.count >= options.mirrorLegs else { continue }
      let net = sumPaid(ahead.map(\.paidIn)).value - sumPaid(back.map(\.paidIn)).value
      let settled = paid[Int(row)]
      guard net > 0, reaches(settled, 1 - options.mirrorTolerance, of: net),
        reaches((1 + options.mirrorTolerance) * net, 1, of: settled)
      else { continue }
      let legs = (ahead + back).flatMap { [$0.paidIn, $0.paidOut] }.sorted()
      used.formUnion(legs + [row])
      let customers = legs.map { leg in
        let (payer, payee) = (payers[Int(leg)], payees[Int(leg)])
        return payer == broker || payer == other ? payee : payer
      }
      findings.hits.append(
        hit(
          .mirror, actors: distinct([broker, other] + customers), movers: [broker, other],
          transfers: legs + [row], amountIn: sumPaid((ahead + back).map(\.paidIn)),
          amountOut: sumReceived((ahead + back).map(\.paidOut))))
    }
    return findings
  }

  private struct LegPair {
    var paidIn: Int32
    var paidOut: Int32
  }

  /// Mirrored legs: into one broker, later out of the other, both before a settlement.
  private func pairs(
    into broker: Int32, outOf other: Int32, before settlement: Int32, _ used: Set<Int32>,
    _ options: PatternOptions, _ guarded: inout Int
  ) -> [LegPair] {
    let brokers = [broker, other]
    func legs(_ lists: TransferLists, _ actor: Int32, _ customers: [Int32]) -> [Int32] {
      let time = times[Int(settlement)]
      let all = lists.range(of: Int(actor))
      let low = lists.firstLater(than: time - options.shortWindow.seconds - 1, in: all)
      let high = lists.firstLater(than: time - 1, in: low..<all.upperBound)
      let legs = lists.transfers[low..<high].filter { leg in
        channels[Int(leg)] == .hawala && currencies[Int(leg)] == currencies[Int(settlement)]
          && !brokers.contains(customers[Int(leg)]) && !used.contains(leg)
      }
      if legs.count > options.effort.mirrorLegs { guarded += 1 }
      return Array(legs.suffix(options.effort.mirrorLegs))
    }
    var free = legs(outgoing, other, payees)
    var pairs: [LegPair] = []
    for leg in legs(incoming, broker, payers)
    where currenciesReceived[Int(leg)] == currencies[Int(settlement)] {
      let place = free.firstIndex { out in
        times[Int(out)] > times[Int(leg)] && payees[Int(out)] != payers[Int(leg)]
          && reaches(paid[Int(out)], 1 - options.mirrorTolerance, of: received[Int(leg)])
          && reaches(received[Int(leg)], 1, of: paid[Int(out)])
      }
      if let place { pairs.append(LegPair(paidIn: leg, paidOut: free.remove(at: place))) }
    }
    return pairs
  }
}
