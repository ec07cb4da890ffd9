internal import NexusAlgorithms
internal import NexusGraph

extension PatternLedger {
  /// Cycle (round-tripping): money leaves an account and comes back to it by way of 1 to *L* − 1 distinct others,
  /// each hop strictly later than the one before, all within a window.
  ///
  /// For each starting transfer and each sequence of actors, the cycle that closes first is considered: each hop is
  /// the earliest after the one before. Where what the start pays and what it receives last are of one currency, at
  /// least ρ of it must come back in the last hop; else the amount is unchecked. Of cycles through the same actors
  /// in the same circular order that share a transfer, the one that closes first stands, then the one that starts
  /// last. In: what the start pays first; out: what it receives last.
  ///
  /// Each starting transfer has an equal share of ``SearchEffort/cycleSteps``. Complete, unless the share of some starts
  /// ran out (their number is reported): all cycles of up to 3 hops are tried first, then longer ones, then, where
  /// those were too many, the longer ones that follow the money: whose hops all stay within ρ and 1/ρ of the first
  /// amount or change the currency, and all but the last come within a tenth of the window after the one before. Where a share is below ``CycleSearch/leastForAll`` steps, longer cycles are only
  /// tried in this last way, which is reported too.
  ///
  /// - Complexity: O(*m*) for the strong components that hold all cycles, then O(steps).
  ///
  /// Source: R. Kumar, T. Calders, "2SCENT: an efficient algorithm for enumerating all simple temporal cycles",
  /// *PVLDB* 11(11), 2018, pp. 1441–1453, doi:10.14778/3236187.3236197 (search in time order; bounded here).
  func cycles(_ options: PatternOptions) -> DetectorFindings {
    let links = cyclicLinks()
    let share = max(32, options.effort.cycleSteps / max(links.incoming.transfers.count, 1))
    var findings = HubChunks(self, threads: options.threads).search { starts in
      var search = CycleSearch(self, links, options, stepsPerStart: share)
      for start in starts where !links.incoming.range(of: start).isEmpty { search.run(from: start) }
      return search.findings
    }
    findings.hits = apart(findings.hits)
    return findings
  }

  /// The transfers inside strong components: no other one is part of a cycle.
  private func cyclicLinks() -> CyclicLinks {
    let edges = (0..<count).map { Edge(VertexID(Int(payers[$0])), VertexID(Int(payees[$0]))) }
    let component = Graph(vertexCount: actorCount, kind: .directed, edges: edges).strongComponents()
    let inside = (0..<count).map { row in
      component[VertexID(Int(payers[row]))] == component[VertexID(Int(payees[row]))]
    }
    let outgoing = TransferLists(by: payers, actorCount: actorCount, where: inside)
    return CyclicLinks(
      offsets: outgoing.offsets, hops: outgoing.transfers.map { CyclicLinks.Hop(self, $0) },
      incoming: TransferLists(by: payees, actorCount: actorCount, where: inside))
  }

  /// Of hits around the same circle, those that share no transfer with an earlier closing one.
  private func apart(_ hits: [PatternHit]) -> [PatternHit] {
    func closesFirst(_ left: PatternHit, _ right: PatternHit) -> Bool {
      if left.end != right.end { return left.end < right.end }
      if left.start != right.start { return left.start > right.start }
      return left.transfers.lexicographicallyPrecedes(right.transfers)
    }
    var used: [[Int32]: Set<Int32>] = [:]
    var kept: [PatternHit] = []
    for hit in hits.sorted(by: closesFirst) {
      let least = hit.actors.indices.min { hit.actors[$0] < hit.actors[$1] } ?? 0
      let circle = Array(hit.actors[least...] + hit.actors[..<least])
      guard used[circle, default: []].isDisjoint(with: hit.transfers) else { continue }
      used[circle, default: []].formUnion(hit.transfers)
      kept.append(hit)
    }
    return kept
  }
}

/// The transfers that can be part of a cycle: what the search reads of each, side by side in the order of payers and
/// time (a search over the columns takes three times as long), and by payee.
struct CyclicLinks: Sendable {
  struct Hop: Sendable {
    var time: Int64
    var paid: Double
    var payee: Int32
    var currency: Int32
    var transfer: Int32

    init(_ ledger: PatternLedger, _ transfer: Int32) {
      let row = Int(transfer)
      time = ledger.times[row]
      paid = ledger.paid[row]
      payee = ledger.payees[row]
      currency = ledger.currencies[row]
      self.transfer = transfer
    }
  }
  let offsets: [Int]
  let hops: [Hop]
  let incoming: TransferLists

  /// The first place of an actor's hops that is later than a time.
  func firstLater(than time: Int64, from actor: Int) -> Int {
    var (low, high) = (offsets[actor], offsets[actor + 1])
    while low < high {
      let middle = (low + high) / 2
      if hops[middle].time > time { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
