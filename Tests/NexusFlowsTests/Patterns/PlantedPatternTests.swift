import NexusFlows
import Testing

/// Patterns one can check by hand, and what must not count as one.
@Suite("Planted patterns are found, and what only looks like them is not")
struct PlantedPatternTests {
  @Test("structuring: 9 500, 9 800, 9 900 and 9 400 within 3 days below 10 000 make 38 600 (METHOD 4.6)")
  func structuring() {
    let amounts = [9500.0, 9800, 9900, 9400]
    let pays = amounts.enumerated().map { Pay(0, $0.offset + 1, at: Int64($0.offset) * day, $0.element) }
    let hits = PatternLedger(pays).hits(.structuring)
    #expect(hits.map(\.amountIn) == [38_600])
    #expect(hits.first?.actors == [0, 1, 2, 3, 4])
    #expect(PatternLedger(pays).hits(.structuring) { $0.reportingThreshold = 9000 }.isEmpty)
    // A fan-in of such amounts counts too, and the threshold itself is not below it.
    let collected = amounts.enumerated().map { Pay($0.offset + 1, 0, at: Int64($0.offset) * day, $0.element) }
    #expect(PatternLedger(collected).hits(.structuring).first?.actors.first == 0)
    #expect(PatternLedger((1...3).map { Pay(0, $0, at: day, 10_000) }).hits(.structuring).isEmpty)
    #expect(PatternLedger((1...3).map { Pay(0, $0, at: day, 9000) }).hits(.structuring).count == 1)
  }

  @Test("pass-through: in 10 000, out 9 700 within 48 hours is 0.97 (METHOD 4.6)")
  func passThrough() throws {
    let hit = try #require(
      PatternLedger([Pay(0, 1, at: 0, 10_000), Pay(1, 2, at: 2 * day, 9700)]).hits(.passThrough).first)
    #expect(hit.amountOut! / hit.amountIn! == 0.97)
    #expect(hit.actors == [0, 1, 2])
    for (second, out) in [(2 * day + 1, 9700.0), (day, 8999), (day, 10_001), (0, 9700)] {
      let ledger = PatternLedger([Pay(0, 1, at: 0, 10_000), Pay(1, 2, at: second, out)])
      #expect(ledger.hits(.passThrough).isEmpty, "out \(out) after \(second) s")
    }
  }

  @Test("pass-through compares what the hub receives, not what was sent to it")
  func received() {
    let ledger = PatternLedger([Pay(0, 1, at: 0, 20_000, received: 10_000), Pay(1, 2, at: day, 9700)])
    #expect(ledger.hits(.passThrough).count == 1)
  }

  @Test("cycles start at two actors, take hops strictly later, and return the share asked for")
  func cycles() {
    func count(_ second: Int64, _ back: Double, currency: Int32 = 0) -> [PatternHit] {
      PatternLedger([Pay(0, 1, at: 0, 100), Pay(1, 0, at: second, back, currency: currency)]).hits(.cycle)
    }
    #expect(count(1, 70).count == 1)
    #expect(count(0, 100).isEmpty, "hops of one instant are not later")
    #expect(count(1, 69).isEmpty)
    #expect(count(30 * day, 70).count == 1)
    #expect(count(30 * day + 1, 70).isEmpty)
    let across = count(1, 1, currency: 1)
    #expect(across.count == 1 && across[0].isAmountChecked == false && across[0].currency == nil)
    let unknown = PatternLedger([Pay(0, 1, at: 0, 100, currency: -1), Pay(1, 0, at: 9, 1, currency: -1)])
    #expect(unknown.hits(.cycle).first?.isAmountChecked == false)
  }

  @Test("two accounts that pay each other again and again make a round trip each time")
  func repeatedCycles() {
    // Both first payments go before the first one back: the second closes with it, the first with the next.
    let pays = [
      Pay(0, 1, at: 0, 100), Pay(0, 1, at: 1, 100), Pay(1, 0, at: 2, 100), Pay(1, 0, at: 3, 100),
      Pay(0, 1, at: 4, 100), Pay(1, 0, at: 5, 100),
    ]
    #expect(Set(PatternLedger(pays).hits(.cycle).map(\.transfers)) == [[1, 2], [0, 3], [4, 5]])
    #expect(PatternLedger(pays).hits(.cycle) { $0.cycleHops = 1 }.isEmpty)
  }

  @Test("a cycle has at most the hops asked for")
  func hops() {
    let ring = (0..<7).map { Pay($0, ($0 + 1) % 7, at: Int64($0 + 1) * day, 100) }
    #expect(PatternLedger(ring).hits(.cycle).isEmpty)
    #expect(PatternLedger(ring).hits(.cycle) { $0.cycleHops = 7 }.map(\.actors) == [[0, 1, 2, 3, 4, 5, 6]])
  }

  @Test("a search for cycles that ran out of steps says so, and finds what follows the amount")
  func guardedCycles() {
    // A payee who spends widely: the way back is the last of thousands of small payments.
    var pays = [Pay(0, 1, at: 0, 1000), Pay(2, 3, at: 9 * day, 990), Pay(3, 0, at: 10 * day, 980)]
    for other in 4..<500 {
      pays.append(Pay(1, other, at: Int64(other), 1))
      pays.append(Pay(other, 2, at: day + Int64(other), 1))
    }
    pays.append(Pay(1, 2, at: 8 * day, 995))
    var options = PatternOptions()
    options.patterns = [.cycle]
    options.effort.cycleSteps = 1
    options.longWindow = .days(30)
    let findings = PatternLedger(pays, actors: 500).patterns(options)
    #expect(findings.guarded[.cycle] ?? 0 > 0)
    options.effort.cycleSteps = 100_000_000
    let all = PatternLedger(pays, actors: 500).patterns(options)
    #expect(all.guarded.isEmpty)
    #expect(all.hits.contains { $0.actors == [0, 1, 2, 3] })
    #expect(Set(findings.hits).isSubset(of: Set(all.hits)))
  }

  @Test("a payroll is no fan unless asked for, and is counted")
  func payroll() {
    let months = (0..<6).flatMap { month in (1...8).map { Pay(0, $0, at: Int64(month) * 30 * day, 2000) } }
    let ledger = PatternLedger(months)
    var options = PatternOptions()
    options.patterns = [.fanOut]
    let findings = ledger.patterns(options)
    #expect(findings.hits.isEmpty && findings.recurring == 6)
    options.recurringHubs = .included
    #expect(ledger.patterns(options).hits.count == 6)
    // The same hub paying eight others once is a fan.
    let once = months + (1...5).map { Pay(0, $0 + 20, at: 15 * day, 900) }
    #expect(PatternLedger(once, actors: 30).hits(.fanOut).map(\.transfers.count) == [5])
  }

  @Test("no victim, witness or reporting party is a mover; at the rim they stay")
  func protectedActors() {
    let fan = (1...6).map { Pay($0, 0, at: Int64($0) * 3600, 50) }
    var options = PatternOptions()
    options.patterns = [.fanIn]
    let hub = PatternLedger(fan, protected: [0]).patterns(options)
    #expect(hub.hits.isEmpty && hub.setAside == 1 && hub.counts[.fanIn] == 0)
    #expect(PatternLedger(fan, protected: [3]).patterns(options).hits.count == 1)
    let cycle = [Pay(0, 1, at: 0, 100), Pay(1, 0, at: 9, 100)]
    #expect(PatternLedger(cycle, protected: [1]).hits(.cycle).isEmpty)
  }

  @Test("funnel: paid in at three places, taken out at a fourth")
  func funnel() {
    var pays = (1...3).map { Pay($0, 0, at: Int64($0) * day, 500) } + [Pay(0, 4, at: 5 * day, 1400)]
    for (row, place) in [1, 2, 3].enumerated() { pays[row].payerPlace = Int32(place) }
    pays[3].payeePlace = 4
    #expect(PatternLedger(pays).hits(.funnel).map(\.transfers.count) == [4])
    pays[3].payeePlace = 3
    #expect(PatternLedger(pays).hits(.funnel).isEmpty, "one of the places of deposit")
    pays[3].payeePlace = -1
    #expect(PatternLedger(pays).hits(.funnel).isEmpty, "nobody knows where")
  }

  @Test("stack: two full layers one after the other, and none when time runs the other way")
  func stacks() {
    let pays = stack(sources: [0, 1, 2], middle: [3, 4, 5], sinks: [6, 7, 8])
    let hits = PatternLedger(pays).hits(.stack)
    #expect(hits.map(\.actors) == [[0, 1, 2, 3, 4, 5, 6, 7, 8]])
    #expect(hits.first?.amountIn == 900 && hits.first?.amountOut == 855)
    #expect(PatternLedger(pays).hits(.bipartite).count == 2)
    let reversed = pays.map { Pay($0.payer, $0.payee, at: 10 * day - $0.time, $0.paid) }
    #expect(PatternLedger(reversed).hits(.stack).isEmpty)
  }

  @Test("stack: what a middle actor pays before it received is no part of it")
  func stackOrder() {
    let pays = stack(sources: [0, 1, 2], middle: [3, 4, 5], sinks: [6, 7, 8])
    let early = Pay(3, 6, at: 1, 50)
    let hit = PatternLedger(pays + [early]).hits(.stack).first
    #expect(hit?.transfers == Array(0...2) + Array(4...18), "row 0 to 18 without the early payment")
    // One of the middle is paid by one source only after it paid: its cut is where most counterparties are.
    let late = pays.map { pay in
      pay.payer == 2 && pay.payee == 4 ? Pay(2, 4, at: 4 * day, 100) : pay
    }
    let without = PatternLedger(late).hits(.stack).first
    #expect(without?.transfers.count == 17 && without?.amountIn == 800)
  }

  @Test("bipartite: six of nine pairs are dense enough, a one-to-one matching is not")
  func bipartite() {
    let pairs = [(0, 3), (0, 4), (0, 5), (1, 3), (1, 4), (2, 4), (2, 5)]
    let pays = pairs.enumerated().map { Pay($1.0, $1.1, at: Int64($0) * 3600, 10) }
    #expect(PatternLedger(pays).hits(.bipartite).map(\.actors) == [[0, 1, 2, 3, 4, 5]])
    #expect(PatternLedger((0..<5).map { Pay($0, $0 + 5, at: 0, 10) }).hits(.bipartite).isEmpty)
  }

  @Test("mirror: three mirrored hawala legs and the settlement of their net")
  func mirror() {
    var pays: [Pay] = []
    for leg in 0..<3 {
      pays.append(Pay(2 + leg, 0, at: Int64(leg) * 3600, 1000))
      pays.append(Pay(1, 6 + leg, at: Int64(leg) * 3600 + 60, 960))
    }
    for leg in pays.indices { pays[leg].channel = .hawala }
    let settled = pays + [Pay(0, 1, at: 2 * day, 2900)]
    let hit = PatternLedger(settled).hits(.mirror).first
    #expect(hit?.actors.prefix(2) == [0, 1] && hit?.transfers.count == 7)
    #expect(PatternLedger(pays + [Pay(0, 1, at: 2 * day, 1000)]).hits(.mirror).isEmpty, "not the net")
    #expect(PatternLedger(pays + [Pay(1, 0, at: 2 * day, 2900)]).hits(.mirror).isEmpty, "the wrong way")
    #expect(PatternLedger(pays).hits(.mirror).isEmpty, "no settlement")
  }

  @Test("price: one consignment in twelve at a hundred times the usual amount")
  func price() {
    var pays: [Pay] = []
    for row in 0..<12 {
      let amount = row == 7 ? 90_000 : 900 + Double(row)
      pays.append(Pay(row % 3, 3 + row % 4, at: Int64(row) * day, amount))
    }
    for row in pays.indices {
      (pays[row].channel, pays[row].payerPlace, pays[row].payeePlace) = (.trade, 1, 2)
    }
    let hits = PatternLedger(pays).hits(.price)
    #expect(hits.map(\.amountIn) == [90_000])
    #expect(hits.first?.isAmountChecked == false)
    #expect(PatternLedger(Array(pays.prefix(9))).hits(.price).isEmpty, "too few to know what is usual")
  }

  @Test("peel: each wallet passes nearly all on and peels a little off")
  func peel() {
    var pays = [Pay(0, 1, at: 0, 100)]
    for wallet in 1...4 {
      pays.append(Pay(wallet, wallet + 5, at: Int64(wallet) * 3600, 5))
      pays.append(Pay(wallet, wallet + 1, at: Int64(wallet) * 3600 + 60, 100 - 6 * Double(wallet)))
    }
    for row in pays.indices { pays[row].channel = .virtualAsset }
    let hits = PatternLedger(pays).hits(.peel)
    #expect(hits.map(\.movers) == [[0, 1, 2, 3, 4, 5]])
    #expect(hits.first?.transfers.count == 9 && hits.first?.amountOut == 76)
    #expect(PatternLedger(pays.filter { $0.paid > 5 }).hits(.peel).isEmpty, "nothing is peeled off")
  }

  @Test("a chain of four hops is one, and one that comes back is cut")
  func chain() {
    let hops = (0..<4).map { Pay($0, $0 + 1, at: Int64($0 + 1) * day, 100 - Double($0)) }
    #expect(PatternLedger(hops).hits(.random).map(\.actors) == [[0, 1, 2, 3, 4]])
    let back = hops.dropLast() + [Pay(3, 1, at: 4 * day, 97)]
    #expect(PatternLedger(Array(back)).hits(.random).isEmpty)
  }

  @Test("the first hits are the largest of each pattern, the rarest pattern first")
  func order() {
    var pays = (1...6).map { Pay($0, 0, at: 0, 50) }
    pays += [Pay(7, 8, at: 0, 100), Pay(8, 7, at: 9, 100), Pay(9, 10, at: 0, 100), Pay(10, 9, at: 9, 100)]
    var options = PatternOptions()
    options.patterns = [.cycle, .fanIn]
    let hits = PatternLedger(pays).patterns(options).hits
    #expect(hits.map(\.pattern) == [.fanIn, .cycle, .cycle])
    #expect(hits.map { $0.actors[0] } == [0, 7, 9])
  }

  @Test("no transfers, no hits")
  func empty() {
    #expect(PatternLedger([]).patterns().hits.isEmpty)
    #expect(PatternLedger([], actors: 0).patterns().hits.isEmpty)
  }
}
