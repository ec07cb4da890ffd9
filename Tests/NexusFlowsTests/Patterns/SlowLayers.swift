import NexusFlows

/// Bipartite layers and stacks of them, by the words of their definitions over sets of actors.
struct SlowLayers {
  let ledger: PatternLedger
  let options: PatternOptions
  private let rows: [Int32]

  init(_ ledger: PatternLedger, _ options: PatternOptions) {
    self.ledger = ledger
    self.options = options
    rows = (0..<Int32(ledger.count)).map { $0 }
  }

  private func time(_ row: Int32) -> Int64 { ledger.times[Int(row)] }
  private func payer(_ row: Int32) -> Int32 { ledger.payers[Int(row)] }
  private func payee(_ row: Int32) -> Int32 { ledger.payees[Int(row)] }

  func layers() -> Set<[Int32]> { Set(standing(candidates())) }

  func stacks() -> Set<[Int32]> {
    let layers = layers()
    return Set(
      standing(layers.flatMap { upper in layers.compactMap { stack(upper, $0) } }))
  }

  /// Of those that share a transfer the one with the most actors, then transfers, then the earlier.
  private func standing(_ hits: [[Int32]]) -> [[Int32]] {
    func size(_ hit: [Int32]) -> Int { Set(hit.map(payer)).union(hit.map(payee)).count }
    let sorted = hits.sorted { left, right in
      let (first, second) = (
        (-size(left), -left.count, time(left[0])), (-size(right), -right.count, time(right[0]))
      )
      return first != second ? first < second : left.lexicographicallyPrecedes(right)
    }
    var kept: [[Int32]] = []
    for hit in sorted where kept.allSatisfy({ Set($0).isDisjoint(with: hit) }) { kept.append(hit) }
    return kept
  }

  // MARK: Bipartite

  private func candidates() -> [[Int32]] {
    var found: [[Int32]] = []
    for source in 0..<Int32(ledger.actorCount) {
      let windows = SlowWindows(ledger, options).windows(
        rows.filter { payer($0) == source }, options.shortWindow.seconds, options.sinkCount, payee)
      for window in windows {
        let inside = rows.filter { row in
          (0...options.shortWindow.seconds).contains(time(row) - time(window[0]))
        }
        if let layer = layer(inside, Set(window.map(payee))) { found.append(layer) }
      }
    }
    return found
  }

  private func layer(_ inside: [Int32], _ payees: Set<Int32>) -> [Int32]? {
    let pays = Set(inside.map { [payer($0), payee($0)] })
    func paidBy(_ source: Int32, _ sinks: Set<Int32>) -> Int { sinks.count { pays.contains([source, $0]) } }
    var sinks = payees
    var sources = Set(inside.map(payer)).subtracting(sinks).filter { paidBy($0, payees) >= 2 }
    while true {
      let before = (sources, sinks)
      sinks = sinks.filter { sink in
        Double(sources.count { pays.contains([$0, sink]) }) >= options.density * Double(sources.count) - 1e-9
      }
      sources = sources.filter { paidBy($0, sinks) >= 2 }
      if before == (sources, sinks) { break }
    }
    guard sources.count >= options.sourceCount, sinks.count >= options.sinkCount else { return nil }
    return inside.filter { sources.contains(payer($0)) && sinks.contains(payee($0)) }
  }

  // MARK: Stack

  private func stack(_ upper: [Int32], _ lower: [Int32]) -> [Int32]? {
    var (first, second): ([Int32], [Int32]) = ([], [])
    for actor in Set(upper.map(payee)).intersection(lower.map(payer)) {
      let cuts = Set(upper.map(time)).sorted().map { instant in
        (
          received: upper.filter { payee($0) == actor && time($0) <= instant },
          paid: lower.filter { payer($0) == actor && time($0) > instant }
        )
      }.filter { !$0.received.isEmpty && !$0.paid.isEmpty }
      func worth(_ cut: (received: [Int32], paid: [Int32])) -> (Int, Int, Int) {
        let actors = Set(cut.received.map(payer)).count + Set(cut.paid.map(payee)).count
        return (actors, cut.received.count + cut.paid.count, -cut.received.count)
      }
      guard let best = cuts.max(by: { worth($0) < worth($1) }) else { continue }
      first += best.received
      second += best.paid
    }
    let (sources, middle, sinks) = (Set(first.map(payer)), Set(first.map(payee)), Set(second.map(payee)))
    let sides = sources.count + middle.count + sinks.count
    guard isLayer(first), isLayer(second), sources.union(middle).union(sinks).count == sides else {
      return nil
    }
    let all = (first + second).sorted()
    return time(all.last!) - time(all[0]) <= options.longWindow.seconds ? all : nil
  }

  private func isLayer(_ transfers: [Int32]) -> Bool {
    let (sources, sinks) = (Set(transfers.map(payer)).count, Set(transfers.map(payee)).count)
    let pairs = Set(transfers.map { [payer($0), payee($0)] }).count
    return sources >= options.sourceCount && sinks >= options.sinkCount
      && Double(pairs) >= options.density * Double(sources * sinks) - 1e-9
  }
}
