/// The search for the circles around which there are cycles from one account after the other, depth first and in the
/// order of time: each hop is the earliest after the one before, so that each circle of each start is found.
struct CycleSearch {
  /// Below this many steps for each start, cycles of more than 3 hops are only sought along the money.
  static let leastForAll = 1000
  /// Money that is followed goes on within this part of the window.
  private static let hopsOfWindow: Int64 = 10
  /// What a new circle costs, so that not only time but also the memory for circles is bounded.
  private static let stepsPerCircle = 50

  private let ledger: PatternLedger
  private let links: CyclicLinks
  private let leastReturn: Double
  private let length: Int64
  private let mostHops: Int
  private let stepsPerStart: Int
  /// The circles that were found, each from its smallest actor on. One may stand here twice.
  private(set) var circles: [[Int32]] = []
  /// At how many starts the search is not complete.
  private(set) var guarded = 0

  private var returns: ReturnTimes
  /// The circles of the present start account, from it on.
  private var known = Set<[Int32]>()
  /// Which visit of the search last went on to an account, by depth and actor.
  private var triedInVisit: [Int32]
  private var visits: Int32 = 0

  private var start: Int32 = 0
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
    triedInVisit = [Int32](repeating: -1, count: options.cycleHops * ledger.actorCount)
  }

  /// Which hops a search follows.
  private enum Hops { case all, followingTheMoney }

  mutating func run(from account: Int) {
    known.removeAll(keepingCapacity: true)
    returns.prepare(for: account, links, hops: mostHops, steps: stepsPerStart)
    for place in links.offsets[account]..<links.offsets[account + 1] {
      if canReturn(links.hops[place].transfer, to: account) { search(links.hops[place], account) }
    }
  }

  /// Whether the account has a receipt that could close a cycle from this start.
  private func canReturn(_ start: Int32, to account: Int) -> Bool {
    let time = ledger.times[Int(start)]
    guard returns.latest(from: Int(ledger.payees[Int(start)]), within: mostHops - 1) > time else {
      return false
    }
    let range = links.incoming.range(of: account)
    var place = links.incoming.firstLater(than: time, in: range)
    while place < range.upperBound {
      let receipt = links.incoming.transfers[place]
      if links.incoming.times[place] - time > length { return false }
      if ledger.comesBack(receipt, of: start, leastReturn) { return true }
      place += 1
    }
    return false
  }

  private mutating func search(_ start: Hop, _ account: Int) {
    var isComplete = explore(start, account, hops: 2...min(3, mostHops), .all)
    if mostHops > 3 {
      let isWorthTrying = isComplete && stepsPerStart >= CycleSearch.leastForAll
      if !isWorthTrying || !explore(start, account, hops: 4...mostHops, .all) {
        _ = explore(start, account, hops: 2...mostHops, .followingTheMoney)
        isComplete = false
      }
    }
    if !isComplete { guarded += 1 }
  }

  /// Returns false when the steps ran out.
  private mutating func explore(
    _ start: Hop, _ account: Int, hops: ClosedRange<Int>, _ kind: Hops
  ) -> Bool {
    self.start = start.transfer
    onPath = [Int32(account), start.payee]
    deadline = start.time + length
    patience = kind == .all ? length : length / CycleSearch.hopsOfWindow
    steps = 0
    return extend(hops, kind, after: start)
  }

  /// Goes on from the end of the path, which was reached by a hop. Returns false when the steps ran out.
  private mutating func extend(_ hops: ClosedRange<Int>, _ kind: Hops, after last: Hop) -> Bool {
    let (here, time) = (Int(last.payee), last.time)
    if onPath.count >= hops.lowerBound { close(here, after: time) }
    let left = hops.upperBound - onPath.count  // hops after the next one
    guard left >= 1 else { return true }
    visits += 1
    let (visit, tried) = (visits, (onPath.count - 1) * ledger.actorCount)
    var place = Int(last.onward)
    let end = links.offsets[here + 1]
    while place < end {
      let hop = links.hops[place]
      place += 1
      if hop.time >= deadline || hop.time - time > patience { break }
      steps += 1
      if steps > stepsPerStart { return false }
      let next = Int(hop.payee)
      if kind == .followingTheMoney, !followsTheMoney(hop) { continue }
      guard triedInVisit[tried + next] != visit else { continue }
      triedInVisit[tried + next] = visit
      guard returns.latest(from: next, within: left) > hop.time, !onPath.contains(hop.payee) else { continue }
      onPath.append(hop.payee)
      let isComplete = extend(hops, kind, after: hop)
      onPath.removeLast()
      if !isComplete { return false }
    }
    return true
  }

  private func followsTheMoney(_ hop: Hop) -> Bool {
    let start = Int(start)
    guard hop.currency == ledger.currencies[start], hop.currency != PatternLedger.unknownCurrency else {
      return true
    }
    return reaches(hop.paid, leastReturn, of: ledger.paid[start])
      && reaches(ledger.paid[start], leastReturn, of: hop.paid)
  }

  /// Notes the circle when a payment from here to the account closes a cycle.
  private mutating func close(_ here: Int, after time: Int64) {
    guard returns.latest(from: here, within: 1) > time else { return }
    let payments = links.payments(from: Int32(here), to: onPath[0])
    for place in links.firstLater(than: time, in: payments)..<payments.upperBound {
      let receipt = links.byPayee[place]
      steps += 1
      if ledger.times[Int(receipt)] > deadline { return }
      guard ledger.comesBack(receipt, of: start, leastReturn) else { continue }
      guard known.insert(onPath).inserted else { return }
      steps += CycleSearch.stepsPerCircle
      let least = onPath.indices.min { onPath[$0] < onPath[$1] } ?? 0
      circles.append(Array(onPath[least...] + onPath[..<least]))
      return
    }
  }
}
