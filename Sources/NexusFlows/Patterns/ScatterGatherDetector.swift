extension PatternLedger {
  /// Scatter-gather: one account pays at least *k* intermediaries, each of which later pays the same other account,
  /// all within a window.
  ///
  /// Each payment of an intermediary to the end is matched to the latest earlier one from the start to that
  /// intermediary. A window from one matched payment of the start on counts its distinct intermediaries; the window
  /// with the most stands, the earliest of equals, and the same is done with the matches that share no payment with
  /// it. A hit holds the matched payments and any others of the start to the same intermediaries in the window before
  /// their last payment on. In: what the start pays; out: what the end receives. Currencies do not matter.
  ///
  /// - Complexity: O(Σ over payments *s* → *m* of the payments of *m* in the window), where *m* has at most
  ///   ``SearchEffort/intermediaryPayments`` of them; busier ones are passed over and counted.
  func scatterGather(_ options: PatternOptions) -> DetectorFindings {
    HubChunks(self, threads: options.threads).search { starts in
      var search = TwoHopSearch(self, options)
      for start in starts where outgoing.range(of: start).count >= options.intermediaryCount {
        search.run(from: Int32(start))
      }
      return search.findings
    }
  }
}

/// All two-hop paths in time from one start after the other.
private struct TwoHopSearch {
  /// start → intermediary → end
  private struct Match {
    var first: Int32
    var second: Int32
    var intermediary: Int32
  }

  private let ledger: PatternLedger
  private let options: PatternOptions
  private let length: Int64
  private(set) var findings = DetectorFindings()
  /// Distinct intermediaries by which an end is reached from the present start, and the last of them.
  private var reachedBy: [Int32]
  private var lastIntermediary: [Int32]

  init(_ ledger: PatternLedger, _ options: PatternOptions) {
    self.ledger = ledger
    self.options = options
    length = options.longWindow.seconds
    reachedBy = [Int32](repeating: 0, count: ledger.actorCount)
    lastIntermediary = [Int32](repeating: -1, count: ledger.actorCount)
  }

  mutating func run(from start: Int32) {
    // Payments of the start, grouped by intermediary, in the order of time.
    let payments = ledger.outgoing[Int(start)].sorted {
      (ledger.payees[Int($0)], $0) < (ledger.payees[Int($1)], $1)
    }
    var groups: [(payments: ArraySlice<Int32>, onward: Range<Int>)] = []
    var from = 0
    while from < payments.count {
      let intermediary = ledger.payees[Int(payments[from])]
      var to = from
      while to < payments.count, ledger.payees[Int(payments[to])] == intermediary { to += 1 }
      if let onward = onwardPayments(of: Int(intermediary), after: payments[from..<to]) {
        groups.append((payments[from..<to], onward))
      }
      from = to
    }
    guard groups.count >= options.intermediaryCount else { return }
    let ends = commonEnds(groups.map(\.onward), start)
    guard !ends.isEmpty else { return }
    var matches: [Int32: [Match]] = [:]
    for group in groups { collect(group.payments, group.onward, ends, &matches) }
    for end in ends.sorted() { addHits(start, end, matches[end] ?? []) }
  }

  /// The places of an intermediary's payments that could continue some of these, nil where none or too many.
  private mutating func onwardPayments(of actor: Int, after payments: ArraySlice<Int32>) -> Range<Int>? {
    let (lists, times) = (ledger.outgoing, ledger.times)
    let earliest = times[Int(payments[payments.startIndex])]
    let latest = times[Int(payments[payments.endIndex - 1])]
    let all = lists.range(of: actor)
    let low = lists.firstLater(than: earliest, in: all)
    let high = lists.firstLater(than: latest + length, in: low..<all.upperBound)
    guard low < high else { return nil }
    guard high - low <= options.effort.intermediaryPayments else {
      findings.guarded += 1
      return nil
    }
    return low..<high
  }

  /// The accounts that at least k of the intermediaries pay.
  private mutating func commonEnds(_ onward: [Range<Int>], _ start: Int32) -> Set<Int32> {
    var touched: [Int32] = []
    var ends = Set<Int32>()
    for (number, range) in onward.enumerated() {
      for place in range {
        let end = ledger.payees[Int(ledger.outgoing.transfers[place])]
        guard end != start, lastIntermediary[Int(end)] != Int32(number) else { continue }
        if reachedBy[Int(end)] == 0 { touched.append(end) }
        lastIntermediary[Int(end)] = Int32(number)
        reachedBy[Int(end)] += 1
        if Int(reachedBy[Int(end)]) == options.intermediaryCount { ends.insert(end) }
      }
    }
    for end in touched {
      reachedBy[Int(end)] = 0
      lastIntermediary[Int(end)] = -1
    }
    return ends
  }

  private func collect(
    _ payments: ArraySlice<Int32>, _ onward: Range<Int>, _ ends: Set<Int32>, _ matches: inout [Int32: [Match]]
  ) {
    var next = payments.startIndex
    for place in onward {
      let second = ledger.outgoing.transfers[place]
      let time = ledger.outgoing.times[place]
      while next < payments.endIndex, ledger.times[Int(payments[next])] < time { next += 1 }
      guard next > payments.startIndex else { continue }
      let (first, end) = (payments[next - 1], ledger.payees[Int(second)])
      guard ends.contains(end), time - ledger.times[Int(first)] <= length else { continue }
      matches[end, default: []].append(
        Match(first: first, second: second, intermediary: ledger.payers[Int(second)]))
    }
  }

  private mutating func addHits(_ start: Int32, _ end: Int32, _ all: [Match]) {
    var matches = all.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    while matches.count >= options.intermediaryCount, let best = bestWindow(matches) {
      let hit = hit(start, end, best)
      findings.hits.append(hit)
      let used = Set(hit.transfers)
      matches.removeAll { used.contains($0.first) || used.contains($0.second) }
    }
  }

  /// The matches of the window with the most distinct intermediaries, if they are enough.
  private func bestWindow(_ matches: [Match]) -> [Match]? {
    var best: (matches: [Match], count: Int) = ([], options.intermediaryCount - 1)
    for (place, match) in matches.enumerated() {
      let start = ledger.times[Int(match.first)]
      if place > 0, ledger.times[Int(matches[place - 1].first)] == start { continue }
      let inside = matches[place...].filter { ledger.times[Int($0.second)] - start <= length }
      let count = Set(inside.map(\.intermediary)).count
      if count > best.count { best = (inside, count) }
    }
    return best.matches.isEmpty ? nil : best.matches
  }

  private func hit(_ start: Int32, _ end: Int32, _ matches: [Match]) -> PatternHit {
    var lastOnward: [Int32: Int64] = [:]
    for match in matches {
      lastOnward[match.intermediary] = max(
        lastOnward[match.intermediary] ?? .min, ledger.times[Int(match.second)])
    }
    let opening = ledger.times[Int(matches[0].first)]
    let scattered = ledger.outgoing[Int(start)].filter { payment in
      guard let last = lastOnward[ledger.payees[Int(payment)]] else { return false }
      return ledger.times[Int(payment)] >= opening && ledger.times[Int(payment)] < last
    }
    let gathered = matches.map(\.second)
    let intermediaries = distinct(scattered.map { ledger.payees[Int($0)] })
    return ledger.hit(
      .scatterGather, actors: [start] + intermediaries + [end], movers: [start] + intermediaries + [end],
      transfers: scattered + gathered, amountIn: ledger.sumPaid(scattered),
      amountOut: ledger.sumReceived(gathered))
  }
}
