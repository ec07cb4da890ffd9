import NexusFlows

/// Says what is wrong with a hit by the words of its definition, looking at nothing but its own transfers.
struct PatternDefinitions {
  let ledger: PatternLedger
  let options: PatternOptions

  init(_ ledger: PatternLedger, _ options: PatternOptions) {
    self.ledger = ledger
    self.options = options
  }

  private struct Row {
    var payer: Int32
    var payee: Int32
    var time: Int64
    var paid: Double
    var received: Double
    var index: Int
  }

  func fault(of hit: PatternHit) -> String? {
    let rows = hit.transfers.map { transfer in
      let row = Int(transfer)
      return Row(
        payer: ledger.payers[row], payee: ledger.payees[row], time: ledger.times[row],
        paid: ledger.paid[row], received: ledger.received[row], index: row)
    }
    if hit.transfers != hit.transfers.sorted() || Set(hit.transfers).count != rows.count { return "order" }
    if rows.map(\.time).min() != hit.start || rows.map(\.time).max() != hit.end { return "start or end" }
    if Set(hit.actors).count != hit.actors.count { return "an actor twice" }
    if Set(rows.flatMap { [$0.payer, $0.payee] }) != Set(hit.actors) { return "actors" }
    let span = hit.end - hit.start
    let limit =
      switch hit.pattern {
      case .cycle, .gatherScatter, .scatterGather, .stack, .random: options.longWindow.seconds
      case .structuring: options.structuringWindow.seconds
      case .passThrough: options.passThroughWindow.seconds
      case .peel: Int64.max
      default: options.shortWindow.seconds
      }
    if span > limit { return "longer than the window" }
    return shapeFault(hit, rows)
  }

  private func shapeFault(_ hit: PatternHit, _ rows: [Row]) -> String? {
    let (payers, payees) = (Set(rows.map(\.payer)), Set(rows.map(\.payee)))
    switch hit.pattern {
    case .fanIn: return payees == [hit.actors[0]] && payers.count >= options.fanCount ? nil : "no fan-in"
    case .fanOut: return payers == [hit.actors[0]] && payees.count >= options.fanCount ? nil : "no fan-out"
    case .gatherScatter:
      return gathering(hit, rows, least: options.gatherCount) {
        $0.payer
      } out: {
        $0.payee
      }
    case .funnel:
      let places = Set(rows.filter { $0.payee == hit.actors[0] }.map { ledger.payerPlaces[$0.index] })
      let left = Set(rows.filter { $0.payer == hit.actors[0] }.map { ledger.payeePlaces[$0.index] })
      if !places.isDisjoint(with: left) || left.count != 1 || places.union(left).contains(-1) {
        return "places"
      }
      return gathering(hit, rows, least: options.funnelPlaces) {
        ledger.payerPlaces[$0.index]
      } out: {
        $0.payee
      }
    case .scatterGather: return scatterGather(hit, rows)
    case .cycle: return cycle(hit, rows)
    case .random: return chain(hit, rows)
    case .structuring:
      if payers.count > 1 && payees.count > 1 { return "no common party" }
      let theta = options.reportingThreshold
      let fits = rows.allSatisfy { $0.paid >= options.structuringFloor * theta - 1e-9 && $0.paid < theta }
      return fits && rows.count >= 3 && rows.map(\.paid).reduce(0, +) >= theta ? nil : "amounts"
    case .passThrough: return passThrough(hit, rows)
    case .bipartite: return layer(rows)
    case .stack: return stack(rows)
    case .mirror: return mirror(hit, rows)
    case .price: return rows.count == 1 && ledger.channels[rows[0].index] == .trade ? nil : "no trade"
    case .peel:
      return rows.allSatisfy { ledger.channels[$0.index] == .virtualAsset } ? peel(hit, rows) : "channel"
    }
  }

  private func gathering(
    _ hit: PatternHit, _ rows: [Row], least: Int, in keyIn: (Row) -> Int32, out keyOut: (Row) -> Int32
  ) -> String? {
    let hub = hit.actors[0]
    let (received, paid) = (rows.filter { $0.payee == hub }, rows.filter { $0.payer == hub })
    if received.count + paid.count != rows.count { return "a transfer beside the hub" }
    guard let last = received.map(\.time).max(), let first = paid.map(\.time).min(), last < first else {
      return "not first in, then out"
    }
    if Set(received.map(keyIn)).count < least { return "few payers" }
    if hit.pattern == .gatherScatter {
      if Set(paid.map(keyOut)).count < options.scatterCount { return "few payees" }
      let (sumIn, sumOut) = (received.map(\.received).reduce(0, +), paid.map(\.paid).reduce(0, +))
      if hit.isAmountChecked, sumOut < options.leastReturn * sumIn - 1e-7 { return "too little comes out" }
    }
    return nil
  }

  private func scatterGather(_ hit: PatternHit, _ rows: [Row]) -> String? {
    let (start, end) = (hit.actors[0], hit.actors[hit.actors.count - 1])
    for actor in hit.actors.dropFirst().dropLast() {
      let (paid, onward) = (rows.filter { $0.payee == actor }, rows.filter { $0.payer == actor })
      guard let first = paid.map(\.time).min(), let last = onward.map(\.time).max(), first < last,
        paid.allSatisfy({ $0.payer == start }), onward.allSatisfy({ $0.payee == end })
      else { return "an intermediary without in and later out" }
    }
    return hit.actors.count - 2 >= options.intermediaryCount ? nil : "few intermediaries"
  }

  private func cycle(_ hit: PatternHit, _ rows: [Row]) -> String? {
    for (row, next) in zip(rows, rows.dropFirst()) where row.payee != next.payer || row.time >= next.time {
      return "no path in time"
    }
    if rows[rows.count - 1].payee != rows[0].payer || rows.count != hit.actors.count {
      return "no simple cycle"
    }
    if !(2...options.cycleHops).contains(rows.count) { return "hops" }
    let returned = rows[rows.count - 1].received
    return hit.isAmountChecked && returned < options.leastReturn * rows[0].paid - 1e-9
      ? "little returns" : nil
  }

  private func chain(_ hit: PatternHit, _ rows: [Row]) -> String? {
    for (row, next) in zip(rows, rows.dropFirst()) {
      if row.payee != next.payer || row.time >= next.time { return "no path in time" }
      if next.paid < options.leastReturn * row.received - 1e-9 { return "too little passed on" }
      if row.received < options.leastReturn * next.paid - 1e-9 { return "too much passed on" }
    }
    return rows.count >= options.chainHops && rows.count + 1 == hit.actors.count ? nil : "hops"
  }

  private func passThrough(_ hit: PatternHit, _ rows: [Row]) -> String? {
    let hub = hit.movers[0]
    let sumIn = rows.filter { $0.payee == hub }.map(\.received).reduce(0, +)
    let sumOut = rows.filter { $0.payer == hub }.map(\.paid).reduce(0, +)
    return (options.passThroughShare - 1e-9...1 + 1e-9).contains(sumOut / sumIn) ? nil : "ratio"
  }

  private func layer(_ rows: [Row]) -> String? {
    let (sources, sinks) = (Set(rows.map(\.payer)), Set(rows.map(\.payee)))
    let pairs = Set(rows.map { [$0.payer, $0.payee] }).count
    if !sources.isDisjoint(with: sinks) { return "a source is a sink" }
    return sources.count >= options.sourceCount && sinks.count >= options.sinkCount
      && Double(pairs) >= options.density * Double(sources.count * sinks.count) - 1e-9 ? nil : "no layer"
  }

  private func stack(_ rows: [Row]) -> String? {
    let middle = Set(rows.map(\.payer)).intersection(rows.map(\.payee))
    let (upper, lower) = (
      rows.filter { middle.contains($0.payee) }, rows.filter { middle.contains($0.payer) }
    )
    if upper.count + lower.count != rows.count { return "a transfer beside the middle" }
    if let fault = layer(upper) ?? layer(lower) { return fault }
    for actor in middle {
      let last = upper.filter { $0.payee == actor }.map(\.time).max()
      let first = lower.filter { $0.payer == actor }.map(\.time).min()
      guard let first, let last, last < first else { return "a middle actor pays before it received" }
    }
    return nil
  }

  private func mirror(_ hit: PatternHit, _ rows: [Row]) -> String? {
    let brokers = Set(hit.actors.prefix(2))
    guard let settlement = rows.first(where: { brokers.contains($0.payer) && brokers.contains($0.payee) })
    else {
      return "no settlement"
    }
    let legs = rows.filter { $0.index != settlement.index }
    if !legs.allSatisfy({ ledger.channels[$0.index] == .hawala && $0.time < settlement.time }) {
      return "legs"
    }
    return legs.count >= 2 * options.mirrorLegs && legs.count % 2 == 0 ? nil : "few legs"
  }

  private func peel(_ hit: PatternHit, _ rows: [Row]) -> String? {
    let path = hit.movers
    var links: [Row] = []
    for (payer, payee) in zip(path, path.dropFirst()) {
      let fitting = rows.filter {
        $0.payer == payer && $0.payee == payee && $0.time > links.last?.time ?? .min
      }
      guard let link = fitting.max(by: { $0.paid < $1.paid }) else { return "a gap" }
      links.append(link)
    }
    let peels = rows.filter { row in !links.contains { $0.index == row.index } }
    for (receipt, onward) in zip(links, links.dropFirst()) {
      if onward.paid >= receipt.received || onward.paid < options.leastReturn * receipt.received - 1e-9 {
        return "not less a peel"
      }
      if !peels.contains(where: {
        $0.payer == onward.payer && $0.time > receipt.time && $0.paid < onward.paid
      }) {
        return "no peel"
      }
    }
    return links.count > options.peelLinks ? nil : "short"
  }
}
