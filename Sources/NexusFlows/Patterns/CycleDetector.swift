extension PatternLedger {
  /// Cycle (round-tripping): money leaves an account and comes back to it by way of 1 to *L* − 1 distinct others,
  /// each hop strictly later than the one before, all within a window.
  ///
  /// Where what the start pays and what it receives last are of one currency, at least ρ of it must come back in the
  /// last hop; else the amount is unchecked. A circle is a sequence of actors, wherever it starts. Of all cycles around
  /// one circle the one that closes first stands, of those that close at one instant the one that starts last, then
  /// the one of the earlier rows; then the same is done with those that share no transfer with it, until there is
  /// none. In: what the start pays first; out: what it receives last.
  ///
  /// Each starting transfer has an equal share of ``SearchEffort/cycleSteps`` to find circles. Complete, unless the
  /// share of some starts ran out (their number is reported): all circles of up to 3 hops are tried first, then longer
  /// ones, then, where those were too many, the longer ones that follow the money: whose hops all stay within ρ and
  /// 1/ρ of the first amount or change the currency, and all but the last come within a tenth of the window after the
  /// one before. Where a share is below ``CycleSearch/leastForAll`` steps, longer circles are only tried in this last
  /// way, which is reported too.
  ///
  /// - Complexity: O(*m*) for the strong components that hold all cycles, then O(steps), and for each circle
  ///   O(*d* *L* log *d*) with *d* payments along it.
  ///
  /// Source: R. Kumar, T. Calders, "2SCENT: an efficient algorithm for enumerating all simple temporal cycles",
  /// *PVLDB* 11(11), 2018, pp. 1441–1453, doi:10.14778/3236187.3236197 (search in time order; bounded here).
  func cycles(_ options: PatternOptions) -> DetectorFindings {
    guard options.cycleHops >= 2 else { return DetectorFindings() }
    let links = CyclicLinks(self)
    let share = max(32, options.effort.cycleSteps / max(links.incoming.transfers.count, 1))
    let chunks = HubChunks(self, threads: options.threads)
    let searches = chunks.map { starts in
      var search = CycleSearch(self, links, options, stepsPerStart: share)
      for start in starts where !links.incoming.range(of: start).isEmpty { search.run(from: start) }
      return (circles: search.circles, guarded: search.guarded)
    }
    var all = Set<[Int32]>()
    for search in searches { all.formUnion(search.circles) }
    let circles = all.sorted { $0.lexicographicallyPrecedes($1) }
    var findings = chunks.search { actors in
      var findings = DetectorFindings()
      var cycles = CircleCycles(self, links, options)
      let first = circles.partitioningIndex { Int($0[0]) >= actors.lowerBound }
      for circle in circles[first...].prefix(while: { Int($0[0]) < actors.upperBound }) {
        findings.hits += cycles.hits(around: circle)
      }
      return findings
    }
    findings.guarded = searches.reduce(0) { $0 + $1.guarded }
    return findings
  }
}

extension Array {
  /// The first index from which on all elements have a property that no earlier one has.
  fileprivate func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
