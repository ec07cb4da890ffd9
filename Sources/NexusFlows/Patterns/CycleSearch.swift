/// The search for the cycles of one account after the other, depth first and in the order of time.
struct CycleSearch {
  /// Below this many steps for each start, cycles of more than 3 hops are only sought along the money.
  static let leastForAll = 1000
  /// Money that is followed goes on within this part of the window.
  private static let hopsOfWindow: Int64 = 10
  /// What a found cycle costs, so that not only time but also the memory for hits is bounded.
  private static let stepsPerHit = 50

  private let ledger: PatternLedger
  private let links: CyclicLinks
  private let leastReturn: Double
  private let length: Int64
  private let mostHops: Int
  private let stepsPerStart: Int
  private(set) var findings = DetectorFindings()

  private var returns: ReturnTimes
  /// For the present start account: the first receipt from each payer, and the next one from the same.
  private var firstFrom: [Int32]
  private var nextFromSame: [Int32]
  /// Which visit of the search last went on to an account, by depth.
  private var triedInVisit: [[Int32]]
  private var visits: Int32 = 0

  private var path: [Int32] = []
  private var onPath: [Int32] = []
  private var deadline: Int64 = 0
  /// How long after one hop the next may follow.
  private var patience: Int64 = 0
  private var steps = 0

  init(_ ledger: PatternLedger, _ links: CyclicLinks, _ options: PatternOptions, stepsPerStart: Int) {
    self.ledger = ledger
    self.links = links
    leastReturn = options.leastReturn
    length = options.longWindow.seconds
    mostHops = options.cycleHops
    self.stepsPerStart = stepsPerStart
    returns = ReturnTimes(actorCount: ledger.actorCount)
    firstFrom = [Int32](repeating: -1, count: ledger.actorCount)
    nextFromSame = [Int32](repeating: -1, count: ledger.count)
    triedInVisit = (0..<max(options.cycleHops, 1)).map { _ in
      [Int32](repeating: -1, count: ledger.actorCount)
    }
  }

  /// Which hops a search follows.
  private enum Hops { case all, followingTheMoney }

  mutating func run(from account: Int) {
    let receipts = links.incoming[account]
    for receipt in receipts.reversed() {
      let payer = Int(ledger.payers[Int(receipt)])
      nextFromSame[Int(receipt)] = firstFrom[payer]
      firstFrom[payer] = receipt
    }
    returns.prepare(for: account, ledger, links, hops: mostHops, steps: stepsPerStart)
    for place in links.offsets[account]..<links.offsets[account + 1] {
      let start = links.hops[place].transfer
      if canReturn(start, to: account) { search(start, account) }
    }
    for receipt in receipts { firstFrom[Int(ledger.payers[Int(receipt)])] = -1 }
  }

  /// Whether the account has a receipt that could close a cycle from this start.
  private func canReturn(_ start: Int32, to account: Int) -> Bool {
    let time = ledger.times[Int(start)]
    guard returns.latest(from: Int(ledger.payees[Int(start)]), within: mostHops - 1) > time else {
      return false
    }
    let range = links.incoming.range(of: account)
    let first = links.incoming.firstLater(than: time, in: range, ledger.times)
    return links.incoming.transfers[first..<range.upperBound]
      .prefix { ledger.times[Int($0)] - time <= length }
      .contains { returnsEnough(Int($0), of: Int(start)) }
  }

  private func areComparable(_ left: Int32, _ right: Int32) -> Bool {
    left == right && left != PatternLedger.unknownCurrency
  }

  private func returnsEnough(_ receipt: Int, of start: Int) -> Bool {
    !areComparable(ledger.currenciesReceived[receipt], ledger.currencies[start])
      || reaches(ledger.received[receipt], leastReturn, of: ledger.paid[start])
  }

  private mutating func search(_ start: Int32, _ account: Int) {
    let found = findings.hits.count
    var isComplete = explore(start, account, hops: 2...min(3, mostHops), .all)
    if mostHops > 3 {
      let isWorthTrying = isComplete && stepsPerStart >= CycleSearch.leastForAll
      if !isWorthTrying || !explore(start, account, hops: 4...mostHops, .all) {
        _ = explore(start, account, hops: 2...mostHops, .followingTheMoney)
        isComplete = false
      }
    }
    guard !isComplete else { return }
    findings.guarded += 1
    dropRepeats(from: found)
  }

  /// The last search may find again what an earlier one found.
  private mutating func dropRepeats(from first: Int) {
    guard findings.hits.count > first + 1 else { return }
    var seen = Set<[Int32]>()
    findings.hits.replaceSubrange(
      first..., with: findings.hits[first...].filter { seen.insert($0.transfers).inserted })
  }

  /// Returns false when the steps ran out.
  private mutating func explore(
    _ start: Int32, _ account: Int, hops: ClosedRange<Int>, _ kind: Hops
  ) -> Bool {
    path = [start]
    onPath = [Int32(account), ledger.payees[Int(start)]]
    deadline = ledger.times[Int(start)] + length
    patience = kind == .all ? length : length / CycleSearch.hopsOfWindow
    steps = 0
    return extend(hops, kind, since: ledger.times[Int(start)])
  }

  /// Goes on from the end of the path, which was reached at a time. Returns false when the steps ran out.
  private mutating func extend(_ hops: ClosedRange<Int>, _ kind: Hops, since time: Int64) -> Bool {
    let here = Int(onPath[onPath.count - 1])
    if path.count + 1 >= hops.lowerBound, firstFrom[here] >= 0 { close(here, after: time) }
    let left = hops.upperBound - path.count - 1  // hops after the next one
    guard left >= 1 else { return true }
    visits += 1
    let (visit, depth) = (visits, path.count)
    let start = Int(path[0])
    var place = links.firstLater(than: time, from: here)
    let end = links.offsets[here + 1]
    while place < end {
      let hop = links.hops[place]
      place += 1
      if hop.time >= deadline || hop.time - time > patience { break }
      steps += 1
      if steps > stepsPerStart { return false }
      let next = Int(hop.payee)
      if kind == .followingTheMoney, !followsTheMoney(hop, start) { continue }
      guard triedInVisit[depth][next] != visit else { continue }
      triedInVisit[depth][next] = visit
      guard returns.latest(from: next, within: left) > hop.time, !onPath.contains(hop.payee) else { continue }
      path.append(hop.transfer)
      onPath.append(hop.payee)
      let isComplete = extend(hops, kind, since: hop.time)
      path.removeLast()
      onPath.removeLast()
      if !isComplete { return false }
    }
    return true
  }

  private func followsTheMoney(_ hop: CyclicLinks.Hop, _ start: Int) -> Bool {
    guard areComparable(hop.currency, ledger.currencies[start]) else { return true }
    return reaches(hop.paid, leastReturn, of: ledger.paid[start])
      && reaches(ledger.paid[start], leastReturn, of: hop.paid)
  }

  /// Adds the cycle that the earliest fitting payment from here to the account closes.
  private mutating func close(_ here: Int, after time: Int64) {
    let start = Int(path[0])
    var receipt = firstFrom[here]
    while receipt >= 0 {
      let row = Int(receipt)
      steps += 1
      if ledger.times[row] > deadline { return }
      if ledger.times[row] > time, returnsEnough(row, of: start) { break }
      receipt = nextFromSame[row]
    }
    guard receipt >= 0 else { return }
    let row = Int(receipt)
    let isChecked = areComparable(ledger.currenciesReceived[row], ledger.currencies[start])
    steps += CycleSearch.stepsPerHit
    findings.hits.append(
      PatternHit(
        pattern: .cycle, actors: onPath, transfers: path + [receipt], start: ledger.times[start],
        end: ledger.times[row], currency: isChecked ? ledger.currencies[start] : nil,
        amountIn: isChecked ? ledger.paid[start] : nil,
        amountOut: isChecked ? ledger.received[row] : nil, isAmountChecked: isChecked, movers: onPath))
  }
}
