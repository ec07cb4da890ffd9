/// The search for the cycles of one account after the other, depth first and in the order of time.
struct CycleSearch {
  private let ledger: PatternLedger
  private let links: CyclicLinks
  private let leastReturn: Double
  private let length: Int64
  private let mostHops: Int
  private let stepsPerStart: Int
  private(set) var findings = DetectorFindings()

  /// For the present start account: the first and the next receipt from each payer.
  private var firstFrom: [Int32]
  private var nextFromSame: [Int32]
  private var lastTimeFrom: [Int64]
  /// Which visit of the search last went on to an account, by depth.
  private var triedInVisit: [[Int32]]
  private var visits: Int32 = 0

  private var path: [Int32] = []
  private var onPath: [Int32] = []
  private var steps = 0

  init(_ ledger: PatternLedger, _ links: CyclicLinks, _ options: PatternOptions, stepsPerStart: Int) {
    self.ledger = ledger
    self.links = links
    leastReturn = options.leastReturn
    length = options.longWindow.seconds
    mostHops = options.cycleHops
    self.stepsPerStart = stepsPerStart
    firstFrom = [Int32](repeating: -1, count: ledger.actorCount)
    lastTimeFrom = [Int64](repeating: .min, count: ledger.actorCount)
    nextFromSame = [Int32](repeating: -1, count: ledger.count)
    triedInVisit = (0..<max(options.cycleHops, 1)).map { _ in
      [Int32](repeating: -1, count: ledger.actorCount)
    }
  }

  /// Which hops a search follows.
  private enum Hops { case all, followingTheAmount }

  mutating func run(from account: Int) {
    let receipts = links.incoming[account]
    var latest: Int64 = .min
    for receipt in receipts.reversed() {
      let payer = Int(ledger.payers[Int(receipt)])
      if firstFrom[payer] < 0 { lastTimeFrom[payer] = ledger.times[Int(receipt)] }
      nextFromSame[Int(receipt)] = firstFrom[payer]
      firstFrom[payer] = receipt
      latest = max(latest, ledger.times[Int(receipt)])
    }
    let receiptRange = links.incoming.range(of: account)
    for start in links.outgoing[account] {
      let time = ledger.times[Int(start)]
      guard time < latest else { break }
      // Nothing comes back within the window.
      let next = links.incoming.firstLater(than: time, in: receiptRange, ledger.times)
      guard ledger.times[Int(links.incoming.transfers[next])] - time <= length else { continue }
      search(start, account)
    }
    for receipt in receipts {
      firstFrom[Int(ledger.payers[Int(receipt)])] = -1
      lastTimeFrom[Int(ledger.payers[Int(receipt)])] = .min
    }
  }

  private mutating func search(_ start: Int32, _ account: Int) {
    let found = findings.hits.count
    var isComplete = explore(start, account, hops: 2...min(3, mostHops), .all)
    if mostHops > 3, isComplete { isComplete = explore(start, account, hops: 4...mostHops, .all) }
    if !isComplete {
      findings.guarded += 1
      if mostHops > 3 {
        _ = explore(start, account, hops: 2...mostHops, .followingTheAmount)
        dropRepeats(from: found)
      }
    }
  }

  /// The second search may find again what the first one found.
  private mutating func dropRepeats(from first: Int) {
    var seen = Set<PatternHit>()
    findings.hits.replaceSubrange(first..., with: findings.hits[first...].filter { seen.insert($0).inserted })
  }

  private mutating func explore(
    _ start: Int32, _ account: Int, hops: ClosedRange<Int>, _ kind: Hops
  ) -> Bool {
    guard hops.lowerBound <= hops.upperBound else { return true }
    path = [start]
    onPath = [Int32(account), ledger.payees[Int(start)]]
    steps = 0
    return extend(hops, kind)
  }

  /// Goes on from the end of the path. Returns false when the steps ran out.
  private mutating func extend(_ hops: ClosedRange<Int>, _ kind: Hops) -> Bool {
    let here = Int(onPath[onPath.count - 1])
    let (start, last) = (Int(path[0]), Int(path[path.count - 1]))
    let deadline = ledger.times[start] + length
    if hops.contains(path.count + 1), lastTimeFrom[here] > ledger.times[last] { close(here, deadline) }
    guard path.count + 2 <= hops.upperBound else { return true }
    visits += 1
    let visit = visits
    let depth = path.count
    let range = links.outgoing.range(of: here)
    var place = links.outgoing.firstLater(than: ledger.times[last], in: range, ledger.times)
    // The last hop before the return must reach a payer of the account; that it does is known without looking on.
    let mustBePayer = path.count + 2 == hops.upperBound
    while place < range.upperBound {
      let hop = links.outgoing.transfers[place]
      place += 1
      let time = ledger.times[Int(hop)]
      if time >= deadline { break }
      steps += 1
      if steps > stepsPerStart { return false }
      let next = Int(ledger.payees[Int(hop)])
      guard triedInVisit[depth][next] != visit else { continue }
      if kind == .followingTheAmount, !followsAmount(Int(hop), start) { continue }
      triedInVisit[depth][next] = visit
      if mustBePayer, lastTimeFrom[next] <= time { continue }
      guard !onPath.contains(Int32(next)) else { continue }
      path.append(hop)
      onPath.append(Int32(next))
      let isComplete = extend(hops, kind)
      path.removeLast()
      onPath.removeLast()
      if !isComplete { return false }
    }
    return true
  }

  private func followsAmount(_ hop: Int, _ start: Int) -> Bool {
    guard areComparable(hop, start) else { return true }
    return reaches(ledger.paid[hop], leastReturn, of: ledger.paid[start])
      && reaches(ledger.paid[start], leastReturn, of: ledger.paid[hop])
  }

  private func areComparable(_ left: Int, _ right: Int) -> Bool {
    ledger.currencies[left] == ledger.currencies[right]
      && ledger.currencies[left] != PatternLedger.unknownCurrency
  }

  /// Adds the cycle that the earliest fitting payment from here to the account closes.
  private mutating func close(_ here: Int, _ deadline: Int64) {
    let (start, last) = (Int(path[0]), Int(path[path.count - 1]))
    var receipt = firstFrom[here]
    while receipt >= 0 {
      defer { receipt = nextFromSame[Int(receipt)] }
      steps += 1
      let row = Int(receipt)
      guard ledger.times[row] > ledger.times[last] else { continue }
      guard ledger.times[row] <= deadline else { return }
      let isChecked = areComparable(row, start)
      guard !isChecked || reaches(ledger.received[row], leastReturn, of: ledger.paid[start]) else { continue }
      let currency = isChecked ? ledger.currencies[start] : nil
      findings.hits.append(
        PatternHit(
          pattern: .cycle, actors: onPath, transfers: path + [receipt], start: ledger.times[start],
          end: ledger.times[row], currency: currency, amountIn: isChecked ? ledger.paid[start] : nil,
          amountOut: isChecked ? ledger.received[row] : nil, isAmountChecked: isChecked, movers: onPath))
      return
    }
  }
}
