internal import NexusAlgorithms
internal import NexusGraph

extension PatternLedger {
  /// Cycle (round-tripping): money leaves an account and comes back to it by way of 1 to *L* − 1 distinct others,
  /// each hop strictly later than the one before, all within a window.
  ///
  /// For each starting transfer and each sequence of actors, the cycle that closes first is considered: each hop is
  /// the earliest after the one before. Where the first and the last hop are of one currency, at least ρ of what the
  /// start pays must come back to it in the last hop; else the amount is unchecked. Of cycles through the same actors
  /// in the same circular order that share a transfer, the one that closes first stands, then the one that starts
  /// last. In: what the start pays first; out: what it receives last.
  ///
  /// Complete, unless ``SearchEffort/cycleSteps`` ran out at some starts (their number is reported): there all
  /// cycles of up to 3 hops are tried first, then longer ones, then those whose hops all stay within ρ and 1/ρ of the
  /// first amount or change the currency.
  ///
  /// - Complexity: O(*m*) for the strong components that hold all cycles, then O(steps).
  ///
  /// Source: R. Kumar, T. Calders, "2SCENT: an efficient algorithm for enumerating all simple temporal cycles",
  /// *PVLDB* 11(11), 2018, pp. 1441–1453, doi:10.14778/3236187.3236197 (search in time order; bounded here).
  func cycles(_ options: PatternOptions) -> DetectorFindings {
    let links = cyclicLinks()
    let share = max(128, options.effort.cycleSteps / max(links.outgoing.transfers.count, 1))
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
    return CyclicLinks(
      outgoing: TransferLists(by: payers, actorCount: actorCount, where: inside),
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

/// The transfers that can be part of a cycle, by payer and by payee.
struct CyclicLinks: Sendable {
  let outgoing: TransferLists
  let incoming: TransferLists
}
