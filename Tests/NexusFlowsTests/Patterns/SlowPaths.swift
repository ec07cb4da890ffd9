import NexusFlows

/// Cycles, two-hop paths, chains and runs through accounts by trying everything.
struct SlowPaths {
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

  /// What arrives by one transfer and what is paid by another are of one known currency.
  private func isComparable(_ arriving: Int32, _ paid: Int32) -> Bool {
    let currency = ledger.currencies[Int(paid)]
    return currency >= 0 && currency == ledger.currenciesReceived[Int(arriving)]
  }

  // MARK: Cycles

  /// Every cycle of transfers that fits, however it hops; then, of those around one circle, the first to close, and
  /// the first to close of those that share nothing with it, and so on.
  func cycles() -> Set<[Int32]> {
    var all: [[Int32]] = []
    for start in rows { extend([start], &all) }
    var kept: [[Int32]] = []
    for cycle in all.sorted(by: standsBefore)
    where !kept.contains(where: { isSameCircle($0, cycle) && !Set($0).isDisjoint(with: cycle) }) {
      kept.append(cycle)
    }
    return Set(kept)
  }

  private func standsBefore(_ left: [Int32], _ right: [Int32]) -> Bool {
    let (first, second) = ((time(left.last!), -time(left[0])), (time(right.last!), -time(right[0])))
    return first != second ? first < second : left.lexicographicallyPrecedes(right)
  }

  private func isSameCircle(_ left: [Int32], _ right: [Int32]) -> Bool {
    let (left, right) = (left.map(payer), right.map(payer))
    return left.count == right.count
      && left.indices.contains { Array(left[$0...] + left[..<$0]) == right }
  }

  private func extend(_ path: [Int32], _ all: inout [[Int32]]) {
    for row in rows
    where payer(row) == payee(path.last!) && time(row) > time(path.last!)
      && time(row) - time(path[0]) <= options.longWindow.seconds
    {
      if payee(row) == payer(path[0]) {
        let least = options.leastReturn * ledger.paid[Int(path[0])] - 1e-9
        if !isComparable(row, path[0]) || ledger.received[Int(row)] >= least { all.append(path + [row]) }
      } else if path.count + 2 <= options.cycleHops, !path.contains(where: { payee($0) == payee(row) }) {
        extend(path + [row], &all)
      }
    }
  }

  // MARK: Scatter-gather

  func scatterGather() -> Set<[Int32]> {
    var found = Set<[Int32]>()
    for start in 0..<Int32(ledger.actorCount) {
      for end in 0..<Int32(ledger.actorCount) where end != start {
        var matches: [(first: Int32, second: Int32)] = []
        for second in rows where payee(second) == end && payer(second) != start {
          let earlier = rows.filter {
            payer($0) == start && payee($0) == payer(second) && time($0) < time(second)
          }
          if let first = earlier.last, time(second) - time(first) <= options.longWindow.seconds {
            matches.append((first, second))
          }
        }
        found.formUnion(hits(matches.sorted { ($0.first, $0.second) < ($1.first, $1.second) }, start))
      }
    }
    return found
  }

  private func hits(_ matches: [(first: Int32, second: Int32)], _ start: Int32) -> [[Int32]] {
    var best: [(first: Int32, second: Int32)] = []
    var most = options.intermediaryCount - 1
    for opening in Set(matches.map { time($0.first) }).sorted() {
      let inside = matches.filter {
        time($0.first) >= opening && time($0.second) <= opening + options.longWindow.seconds
      }
      let count = Set(inside.map { payee($0.first) }).count
      if count > most { (best, most) = (inside, count) }
    }
    guard let opening = best.map({ time($0.first) }).min() else { return [] }
    var transfers = Set(best.map(\.second))
    for row in rows where payer(row) == start && time(row) >= opening {
      if best.contains(where: { payee($0.first) == payee(row) && time($0.second) > time(row) }) {
        transfers.insert(row)
      }
    }
    let rest = matches.filter { !transfers.contains($0.first) && !transfers.contains($0.second) }
    return [transfers.sorted()] + hits(rest, start)
  }

  // MARK: Chains

  func chains() -> Set<[Int32]> {
    func continuation(_ row: Int32) -> Int32? {
      rows.first { next in
        payer(next) == payee(row) && time(next) > time(row)
          && time(next) - time(row) <= options.longWindow.seconds && payee(next) != payer(row)
          && isComparable(row, next)
          && ledger.paid[Int(next)] >= options.leastReturn * ledger.received[Int(row)] - 1e-9
          && ledger.received[Int(row)] >= options.leastReturn * ledger.paid[Int(next)] - 1e-9
      }
    }
    let next = rows.map(continuation)
    let linked = rows.map { row in
      next[Int(row)].flatMap { target in rows.last { next[Int($0)] == target } == row ? target : nil }
    }
    var found = Set<[Int32]>()
    for head in rows where !linked.contains(head) {
      var parts: [[Int32]] = [[head]]
      var row = head
      while let onward = linked[Int(row)] {
        let part = parts[parts.count - 1]
        let returns = part.contains { payer($0) == payee(onward) || payee($0) == payee(onward) }
        if returns || time(onward) - time(part[0]) > options.longWindow.seconds {
          parts.append([onward])
        } else {
          parts[parts.count - 1].append(onward)
        }
        row = onward
      }
      found.formUnion(parts.filter { $0.count >= options.chainHops })
    }
    return found
  }

  // MARK: Pass-through

  func passThroughs() -> Set<[Int32]> {
    var found = Set<[Int32]>()
    for hub in 0..<Int32(ledger.actorCount) {
      for currency in Int32(0)...3 {
        let own = rows.filter {
          payer($0) == hub && ledger.currencies[Int($0)] == currency
            || payee($0) == hub && ledger.currenciesReceived[Int($0)] == currency
        }
        var free = Int64.min
        for start in Set(own.filter { payee($0) == hub }.map(time)).sorted() where start >= free {
          let ends = Set(own.filter { payer($0) == hub }.map(time)).sorted()
            .filter { $0 > start && $0 - start <= options.passThroughWindow.seconds }
          let fitting = ends.filter { end in
            ends.filter { $0 <= end }.allSatisfy { (ratio(own, hub, start, $0) ?? 2) <= 1 + 1e-9 }
              && ratio(own, hub, start, end)! >= options.passThroughShare - 1e-9
          }
          guard let end = fitting.last else { continue }
          found.insert(run(own, hub, start, end))
          free = end
        }
      }
    }
    return found
  }

  private func run(_ own: [Int32], _ hub: Int32, _ start: Int64, _ end: Int64) -> [Int32] {
    own.filter {
      payee($0) == hub ? time($0) >= start && time($0) < end : time($0) > start && time($0) <= end
    }
  }

  private func ratio(_ own: [Int32], _ hub: Int32, _ start: Int64, _ end: Int64) -> Double? {
    let rows = run(own, hub, start, end)
    let received = rows.filter { payee($0) == hub }.map { ledger.received[Int($0)] }.reduce(0, +)
    let paid = rows.filter { payer($0) == hub }.map { ledger.paid[Int($0)] }.reduce(0, +)
    return received > 0 ? paid / received : nil
  }
}
