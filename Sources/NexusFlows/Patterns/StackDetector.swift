extension PatternLedger {
  /// Stack: two bipartite layers S → M → T one after the other, within a window.
  ///
  /// Composed of two bipartite hits (see ``bipartiteLayers(_:)``) that share at least *b* middle actors M, the sinks
  /// of the first and sources of the second, no actor being on two of the three sides. A middle actor pays only after
  /// it received: its receipts up to a cut and its payments after it count. Of the cuts that leave it both, it takes the
  /// one with the most payers and payees, then with the most transfers, then the earliest; an actor without such a cut
  /// leaves M. Actors may have different cuts, so that the layers may overlap in time. What is left must still be two
  /// layers: at least *a* sources, *b* middle actors and *b* sinks, each layer as dense as a bipartite one, all within
  /// the long window. A pair of layers gives one hit at most; of hits that share a transfer the more striking one
  /// stands. In: what S pays; out: what T receives.
  ///
  /// - Complexity: O(Σ over actors of the layers they are in, squared).
  func stacks(of layers: DetectorFindings, _ options: PatternOptions) -> DetectorFindings {
    var payersOfLayers: [Int32: [Int]] = [:]
    for (number, layer) in layers.hits.enumerated() {
      for payer in Set(layer.transfers.map { payers[Int($0)] }) {
        payersOfLayers[payer, default: []].append(number)
      }
    }
    var found: [PatternHit] = []
    for (number, first) in layers.hits.enumerated() {
      let sinks = Set(first.transfers.map { payees[Int($0)] })
      let seconds = Set(sinks.flatMap { payersOfLayers[$0] ?? [] }).subtracting([number])
      for second in seconds.sorted() {
        if let hit = stack(first, layers.hits[second], options) { found.append(hit) }
      }
    }
    var used = Set<Int32>()
    let kept = found.sorted(by: PatternHit.isMoreStriking).filter { hit in
      guard used.isDisjoint(with: hit.transfers) else { return false }
      used.formUnion(hit.transfers)
      return true
    }
    return DetectorFindings(hits: kept, guarded: layers.guarded)
  }

  private func stack(_ upper: PatternHit, _ lower: PatternHit, _ options: PatternOptions) -> PatternHit? {
    let receipts = Dictionary(grouping: upper.transfers) { payees[Int($0)] }
    let payments = Dictionary(grouping: lower.transfers) { payers[Int($0)] }
    var (first, second): ([Int32], [Int32]) = ([], [])
    for (actor, received) in receipts {
      guard let paid = payments[actor], let cut = cut(received, paid) else { continue }
      first += received.filter { times[Int($0)] <= cut }
      second += paid.filter { times[Int($0)] > cut }
    }
    let middle = Set(first.map { payees[Int($0)] })
    let sources = Set(first.map { payers[Int($0)] })
    let sinks = Set(second.map { payees[Int($0)] })
    guard isLayer(first, options), isLayer(second, options), middle.count >= options.sinkCount,
      sources.isDisjoint(with: sinks), sources.isDisjoint(with: middle), sinks.isDisjoint(with: middle)
    else { return nil }
    let all = first + second
    let instants = all.map { times[Int($0)] }
    guard let start = instants.min(), let end = instants.max(), end - start <= options.longWindow.seconds
    else {
      return nil
    }
    let actors = sources.sorted() + middle.sorted() + sinks.sorted()
    return hit(
      .stack, actors: actors, movers: actors, transfers: all, amountIn: sumPaid(first.sorted()),
      amountOut: sumReceived(second.sorted()))
  }

  /// The instant after which a middle actor pays on what it received until then.
  private func cut(_ received: [Int32], _ paid: [Int32]) -> Int64? {
    var best: (instant: Int64, actors: Int, transfers: Int)?
    for instant in Set(received.map { times[Int($0)] }).sorted() {
      let before = received.filter { times[Int($0)] <= instant }
      let after = paid.filter { times[Int($0)] > instant }
      guard !after.isEmpty else { break }
      let actors = Set(before.map { payers[Int($0)] }).count + Set(after.map { payees[Int($0)] }).count
      let transfers = before.count + after.count
      if (actors, transfers) > (best?.actors ?? 0, best?.transfers ?? 0) {
        best = (instant, actors, transfers)
      }
    }
    return best?.instant
  }

  private func isLayer(_ transfers: [Int32], _ options: PatternOptions) -> Bool {
    let sources = Set(transfers.map { payers[Int($0)] }).count
    let sinks = Set(transfers.map { payees[Int($0)] }).count
    let pairs = Set(transfers.map { [payers[Int($0)], payees[Int($0)]] }).count
    return sources >= options.sourceCount && sinks >= options.sinkCount
      && reaches(Double(pairs), options.density, of: Double(sources * sinks))
  }
}
