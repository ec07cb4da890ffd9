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
  /// Not all dense layers are found, for to find the densest is NP-hard: not those in which no source pays *b* sinks,
  /// and not those that lie in no such window of one of their sources.
  ///
  /// - Complexity: O(Σ of the receipts of the sinks of each source in the window), where a sink has at most
  ///   ``SearchEffort/sinkReceipts``; busier ones are passed over and counted.
  func bipartiteLayers(_ options: PatternOptions) -> DetectorFindings {
    var findings = HubChunks(self, threads: options.threads).search { sources in
      var search = LayerSearch(self, options)
      for source in sources where outgoing.range(of: source).count >= options.sinkCount {
        search.run(from: source)
      }
      return search.findings
    }
    var used = Set<Int32>()
    findings.hits = findings.hits.sorted(by: PatternHit.isMoreStriking).filter { hit in
      guard used.isDisjoint(with: hit.transfers) else { return false }
      used.formUnion(hit.transfers)
      return true
    }
    return findings
  }
}

/// The layers around one source after the other.
private struct LayerSearch {
  private struct Sink {
    var actor: Int32
    var receipts: ArraySlice<Int32>
  }

  private let ledger: PatternLedger
  private let options: PatternOptions
  private(set) var findings = DetectorFindings()
  private var counter: DistinctCounter
  /// How many sinks of the present window an actor pays, which it was last seen to pay, and whether it is one.
  private var sinkCounts: [Int32]
  private var lastVisit: [Int32]
  private var isSink: [Bool]
  private var visit: Int32 = 0

  init(_ ledger: PatternLedger, _ options: PatternOptions) {
    self.ledger = ledger
    self.options = options
    counter = DistinctCounter(keyCount: ledger.actorCount)
    sinkCounts = [Int32](repeating: 0, count: ledger.actorCount)
    lastVisit = sinkCounts
    isSink = [Bool](repeating: false, count: ledger.actorCount)
  }

  mutating func run(from source: Int) {
    let payments = ledger.outgoing[source]
    let windows = bestWindows(
      times: Array(ledger.outgoing.times(of: source)), keys: payments.map { ledger.payees[Int($0)] },
      length: options.shortWindow.seconds, least: options.sinkCount, counter: &counter)
    for window in windows {
      let inWindow = payments[
        (payments.startIndex + window.lowerBound)..<(payments.startIndex + window.upperBound)]
      let sinks = sinks(of: inWindow)
      guard sinks.count >= options.sinkCount else { continue }
      if let hit = layer(of: sinks) { findings.hits.append(hit) }
    }
  }

  /// The payees of a window of payments, each with all its receipts in it.
  private mutating func sinks(of payments: ArraySlice<Int32>) -> [Sink] {
    let (incoming, payees) = (ledger.incoming, ledger.payees)
    let opening = ledger.times[Int(payments[payments.startIndex])]
    let closing = opening + options.shortWindow.seconds
    var sinks: [Sink] = []
    for actor in distinct(payments.lazy.map { payees[Int($0)] }) {
      let all = incoming.range(of: Int(actor))
      let low = incoming.firstLater(than: opening - 1, in: all)
      let high = incoming.firstLater(than: closing, in: low..<all.upperBound)
      if high - low <= options.effort.sinkReceipts {
        sinks.append(Sink(actor: actor, receipts: incoming.transfers[low..<high]))
      } else {
        findings.guarded += 1
      }
    }
    return sinks
  }

  /// What is left of sinks and sources when those that are too thinly tied have gone.
  private mutating func layer(of all: [Sink]) -> PatternHit? {
    for sink in all { isSink[Int(sink.actor)] = true }
    var touched: [Int32] = []
    defer {
      for sink in all { isSink[Int(sink.actor)] = false }
      for actor in touched { sinkCounts[Int(actor)] = 0 }
    }
    var sourceCount = 0
    for sink in all {
      visit += 1
      for transfer in sink.receipts {
        let payer = Int(ledger.payers[Int(transfer)])
        guard !isSink[payer], lastVisit[payer] != visit else { continue }
        lastVisit[payer] = visit
        if sinkCounts[payer] == 0 { touched.append(Int32(payer)) }
        sinkCounts[payer] += 1
        if sinkCounts[payer] == 2 { sourceCount += 1 }
      }
    }
    // Most windows end here.
    guard sourceCount >= options.sourceCount else { return nil }
    let dense = all.filter { isDense($0, sourceCount) }
    guard dense.count >= options.sinkCount else { return nil }
    return pruned(dense)
  }

  /// Whether enough of so many sources, those that pay two sinks, pay this one.
  private mutating func isDense(_ sink: Sink, _ sourceCount: Int) -> Bool {
    guard reaches(Double(sink.receipts.count), options.density, of: Double(sourceCount)) else { return false }
    visit += 1
    var paying = 0
    for transfer in sink.receipts {
      let payer = Int(ledger.payers[Int(transfer)])
      guard sinkCounts[payer] >= 2, lastVisit[payer] != visit else { continue }
      lastVisit[payer] = visit
      paying += 1
    }
    return reaches(Double(paying), options.density, of: Double(sourceCount))
  }

  /// The same of the sinks that were dense in the first round, until nothing changes.
  private func pruned(_ dense: [Sink]) -> PatternHit? {
    var sinks = Set(dense.map(\.actor))
    var paysTo: [Int32: [Int32: [Int32]]] = [:]  // source, sink, transfers
    for sink in dense {
      for transfer in sink.receipts where sinkCounts[Int(ledger.payers[Int(transfer)])] >= 2 {
        paysTo[ledger.payers[Int(transfer)], default: [:]][sink.actor, default: []].append(transfer)
      }
    }
    paysTo = paysTo.filter { $0.value.count >= 2 }
    while true {
      let dense = sinks.filter { sink in
        reaches(Double(paysTo.values.count { $0[sink] != nil }), options.density, of: Double(paysTo.count))
      }
      let kept = paysTo.mapValues { $0.filter { dense.contains($0.key) } }.filter { $0.value.count >= 2 }
      let isStable = dense.count == sinks.count && kept.count == paysTo.count
      (sinks, paysTo) = (dense, kept)
      guard paysTo.count >= options.sourceCount, sinks.count >= options.sinkCount else { return nil }
      if isStable { break }
    }
    let transfers = paysTo.values.flatMap { $0.values.joined() }.sorted()
    let actors = paysTo.keys.sorted() + sinks.sorted()
    return ledger.hit(
      .bipartite, actors: actors, movers: actors, transfers: transfers, amountIn: ledger.sumPaid(transfers),
      amountOut: ledger.sumReceived(transfers))
  }
}
