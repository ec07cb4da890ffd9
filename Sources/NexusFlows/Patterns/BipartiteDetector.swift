extension PatternLedger {
  /// Bipartite: at least *a* sources pay at least *b* sinks, densely, within a window.
  ///
  /// A hit grows from one source *v* and a window of its payments with at least *b* payees, chosen as for fan-out:
  /// T is what *v* pays in the window, S all others who pay at least two of T in it (*v* and they share a butterfly),
  /// no member of T. Then, until nothing changes: sinks that fewer than the share `density` of S pay leave T, and
  /// sources that pay fewer than two of T leave S. With *a* sources and *b* sinks left, S and T are a hit with
  /// all payments between them in the window; their density is at least `density` since that of each sink is.
  /// Of hits that share a transfer the more striking one stands. In: what is paid; out: what is received.
  ///
  /// Layers in which no source pays *b* sinks, though they are dense enough together, are not found: to find the
  /// densest layers is NP-hard.
  ///
  /// - Complexity: O(Σ of the receipts of the sinks of each source in the window), where a sink has at most
  ///   ``SearchEffort/sinkReceipts``; busier ones are passed over and counted.
  func bipartiteLayers(_ options: PatternOptions) -> DetectorFindings {
    var findings = HubChunks(self, threads: options.threads).search { sources in
      var findings = DetectorFindings()
      var counter = DistinctCounter(keyCount: actorCount)
      var sharing = DistinctCounter(keyCount: actorCount)
      for source in sources where outgoing.range(of: source).count >= options.sinkCount {
        let payments = Array(outgoing[source])
        for window in bestWindows(
          times: payments.map { times[Int($0)] }, keys: payments.map { payees[Int($0)] },
          length: options.shortWindow.seconds, least: options.sinkCount, counter: &counter)
        {
          if let hit = layer(around: Int32(source), payments[window], options, &sharing, &findings.guarded) {
            findings.hits.append(hit)
          }
        }
      }
      return findings
    }
    var used = Set<Int32>()
    findings.hits = findings.hits.sorted(by: PatternHit.isMoreStriking).filter { hit in
      guard used.isDisjoint(with: hit.transfers) else { return false }
      used.formUnion(hit.transfers)
      return true
    }
    return findings
  }

  private func layer(
    around source: Int32, _ payments: ArraySlice<Int32>, _ options: PatternOptions,
    _ sharing: inout DistinctCounter, _ guarded: inout Int
  ) -> PatternHit? {
    let opening = times[Int(payments[payments.startIndex])]
    let closing = opening + options.shortWindow.seconds
    var sinks: [(sink: Int32, receipts: ArraySlice<Int32>)] = []
    for sink in distinct(payments.lazy.map { payees[Int($0)] }) {
      let all = incoming.range(of: Int(sink))
      let low = incoming.firstLater(than: opening - 1, in: all)
      let high = incoming.firstLater(than: closing, in: low..<all.upperBound)
      if high - low <= options.effort.sinkReceipts {
        sinks.append((sink, incoming.transfers[low..<high]))
      } else {
        guarded += 1
      }
    }
    guard sinks.count >= options.sinkCount else { return nil }
    let receipts = sinks.flatMap(\.receipts)
    guard mayShareSinks(receipts, options, &sharing) else { return nil }
    var paysTo: [Int32: [Int32: [Int32]]] = [:]  // source, sink, transfers
    for transfer in receipts {
      paysTo[payers[Int(transfer)], default: [:]][payees[Int(transfer)], default: []].append(transfer)
    }
    return layer(of: Set(sinks.map(\.sink)), paysTo, options)
  }

  /// Whether enough accounts pay twice or more: a quick look, since most windows of payments end here.
  private func mayShareSinks(
    _ receipts: [Int32], _ options: PatternOptions, _ sharing: inout DistinctCounter
  ) -> Bool {
    var twice = 0
    for transfer in receipts {
      let before = sharing.distinct
      sharing.add(payers[Int(transfer)])
      if sharing.distinct == before { twice += 1 }
    }
    for transfer in receipts { sharing.remove(payers[Int(transfer)]) }
    return twice >= options.sourceCount
  }

  /// What is left of sinks and sources when those that are too thinly tied have gone.
  private func layer(
    of all: Set<Int32>, _ payments: [Int32: [Int32: [Int32]]], _ options: PatternOptions
  ) -> PatternHit? {
    var sinks = all
    var paysTo = payments
    paysTo = paysTo.filter { !sinks.contains($0.key) && $0.value.count >= 2 }
    while true {
      let needed = options.density * Double(paysTo.count) * (1 - 1e-9)
      let dense = sinks.filter { sink in Double(paysTo.values.count { $0[sink] != nil }) >= needed }
      let kept = paysTo.mapValues { $0.filter { dense.contains($0.key) } }.filter { $0.value.count >= 2 }
      let isStable = dense.count == sinks.count && kept.count == paysTo.count
      (sinks, paysTo) = (dense, kept)
      guard paysTo.count >= options.sourceCount, sinks.count >= options.sinkCount else { return nil }
      if isStable { break }
    }
    let transfers = paysTo.values.flatMap { $0.values.joined() }.sorted()
    let sources = paysTo.keys.sorted()
    return hit(
      .bipartite, actors: sources + sinks.sorted(), movers: sources + sinks.sorted(), transfers: transfers,
      amountIn: sumPaid(transfers), amountOut: sumReceived(transfers))
  }
}
