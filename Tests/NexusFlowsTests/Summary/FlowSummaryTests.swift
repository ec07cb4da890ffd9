import NexusFlows
import NexusGraph
import NexusModel
import NexusTestSupport
import Testing

@Suite("What recorded transfers add up to")
struct FlowSummaryTests {
  private func year(_ year: Int) -> Instant { Instant(year: year, month: 6, day: 1)! }

  @Test("Currencies never add up; the one with most transfers comes first")
  func currencies() {
    var sketch = FlowSketch()
    sketch.pay("a", "b", 1_000_000, "USD")
    sketch.pay("a", "b", 0.1, "EUR")
    sketch.pay("b", "c", 0.2, "EUR")
    let summary = sketch.network.flowSummary()
    #expect(summary.ledgers.map(\.currency) == ["EUR", "USD"])
    #expect(summary.ledgers.map(\.total.amount) == [0.3, 1_000_000], "as decimals, not as doubles")
    #expect(summary.converted == nil && summary.unconverted == nil && summary.periods == nil)
  }

  @Test("With rates all stand converted beside their own ledgers, and what has no rate is counted")
  func converted() throws {
    var sketch = FlowSketch()
    sketch.pay("a", "b", 10, "EUR", on: year(2020))
    sketch.pay("a", "b", 10, "EUR", on: year(2018))
    sketch.pay("a", "b", 10, "EUR")
    sketch.pay("a", "b", 5, "USD")
    sketch.pay("a", "b", 7, "TJS", on: year(2020))
    var options = FlowSummaryOptions()
    options.rates = try Rates(
      [ExchangeRate(day: Instant(year: 2019)!, currency: "EUR", rate: 1.5)], reference: "USD")
    let summary = sketch.network.flowSummary(options)
    #expect(summary.converted?.total.amount == 20)
    #expect(summary.converted?.total.transfers == 2)
    #expect(summary.unconverted?.map(\.currency) == ["EUR", "TJS"])
    #expect(summary.unconverted?.map(\.transfers) == [2, 1])
    #expect(summary.ledgers.map(\.total.transfers) == [3, 1, 1])
  }

  @Test(
    "Growth compares the window up to the day of reference with the one before, each to the end of its day")
  func growth() throws {
    var sketch = FlowSketch()
    let asOf = Instant(year: 2020, month: 12, day: 31)!
    sketch.pay("a", "b", 1, on: asOf.at(hour: 23, minute: 59, second: 59))
    sketch.pay("a", "b", 2, on: Instant(year: 2019, month: 1, day: 1))
    sketch.pay("a", "b", 4, on: Instant(year: 2018, month: 12, day: 31)!.at(hour: 12, minute: 0, second: 0))
    sketch.pay("a", "b", 8, on: Instant(year: 2017, month: 1, day: 1))
    sketch.pay("a", "b", 16, on: Instant(year: 2016, month: 12, day: 31))
    sketch.pay("a", "b", 32, on: Instant(year: 2021, month: 1, day: 1))
    var options = FlowSummaryOptions()
    options.asOf = asOf
    let total = try #require(sketch.network.flowSummary(options).ledgers.first).total
    #expect(total.latestAmount == 3 && total.previousAmount == 12 && total.amount == 63)
    #expect(total.growth == -0.75)
    options.window = .days(1)
    let daily = try #require(sketch.network.flowSummary(options).ledgers.first).total
    #expect(daily.latestAmount == 1 && daily.previousAmount == 0 && daily.growth == nil)
  }

  @Test("Shares have Wilson's interval: 3 of 4 and 0 of 10 as METHOD §5 has them")
  func wilson() {
    let three = WilsonInterval(3, of: 4)
    #expect(abs(three.low - 0.3006) < 5e-5 && abs(three.high - 0.9544) < 5e-5)
    let none = WilsonInterval(0, of: 10)
    #expect(none.low == 0 && abs(none.high - 0.2775) < 5e-5)
  }

  @Test(
    "An actor in several regions shares its transfers by confidence, and a row's region beats its actor's")
  func corridors() throws {
    var sketch = FlowSketch()
    _ = sketch.actor("a", in: [("TJ", 0.9), ("UZ", 0.3)])
    _ = sketch.actor("b", in: [("AF", 0.8)])
    sketch.pay("a", "b", 100)
    sketch.pay("a", "b", 10, from: "KZ")
    sketch.pay("b", "c", 1)
    let corridors = try #require(sketch.network.flowSummary().ledgers.first).corridors
    let found = corridors.map { "\($0.key.from?.code ?? "?") \($0.key.to?.code ?? "?")" }
    #expect(found == ["TJ AF", "UZ AF", "TJ ?", "KZ AF", "UZ ?", "KZ ?", "AF ?", "? ?"])
    #expect(isClose(corridors.map(\.total.amount), [60, 20, 15, 8, 5, 2, 0.8, 0.2]))
    #expect(corridors.map(\.total.transfers) == Array(repeating: 1, count: 8))
  }

  @Test("The sums of regions are those of corridors between them, doubt and all")
  func agreesWithCorridors() throws {
    for seed in UInt64(1)...100 {
      let network = FlowSketch.random(seed: seed).network
      for ledger in network.flowSummary().ledgers {
        let graph = CorridorGraph(transfersOf: network, in: ledger.currency, by: .region, .structural())
        for edge in graph.graph.edges {
          let (from, to) = (graph.names[edge.source.index], graph.names[edge.target.index])
          let corridor = ledger.corridors.first { $0.key.from?.code == from && $0.key.to?.code == to }
          #expect(isClose(corridor?.total.amount ?? 0, edge.strength), "seed \(seed), \(from) \(to)")
        }
        let unknown = ledger.corridors.filter { $0.key.from == nil || $0.key.to == nil }
        #expect(
          isClose(unknown.reduce(0) { $0 + $1.total.amount }, graph.unlocated, absolute: 1e-6), "seed \(seed)"
        )
      }
    }
  }

  @Test("In- and outflow, sources and their concentration; victims, witnesses, reporting parties left out")
  func actors() throws {
    var sketch = FlowSketch()
    _ = sketch.actor("victim", .victim)
    sketch.pay("p", "hub", 30)
    sketch.pay("q", "hub", 5)
    sketch.pay("q", "hub", 5)
    sketch.pay("victim", "hub", 100)
    sketch.pay("hub", "r", 20)
    let ledger = try #require(sketch.network.flowSummary().ledgers.first)
    let hub = try #require(ledger.actors.first)
    #expect((hub.received, hub.paid) == (140, 20) && (hub.transfersIn, hub.transfersOut) == (4, 1))
    #expect(hub.sources == 2)
    #expect(isClose(hub.concentration ?? 0, 0.75 * 0.75 + 0.25 * 0.25))
    #expect(ledger.actors.count == 4, "all but the victim")
    #expect(ledger.protectedTransfers == 1 && ledger.total.amount == 160)
  }

  @Test("Dependency of a terrorist actor: shares of observed inflow, protected payers counted apart")
  func dependency() throws {
    var sketch = FlowSketch()
    _ = sketch.actor("cell", .terrorist)
    _ = sketch.actor("crew", .organisedCrime)
    _ = sketch.actor("witness", .witness)
    sketch.pay("crew", "cell", 60, crimes: ["drugs", "arms"])
    sketch.pay("x", "cell", 20, crimes: ["terrorist-financing"])
    sketch.pay("x", "cell", 20)
    sketch.pay("witness", "cell", 1_000, crimes: ["extortion"])
    sketch.pay("cell", "x", 5, crimes: ["drugs"])
    let part = try #require(sketch.network.flowSummary().ledgers.first?.dependencies.first)
    #expect(part.received == 100 && part.transfers == 3 && part.protectedTransfers == 1)
    #expect(part.crimeShare == 0.6, "financing of terrorism is no source of money")
    #expect(part.organisedCrimeShare == 0.6)
    #expect(part.crimes.map(\.crime.word) == ["arms", "drugs", "terrorist-financing"])
    #expect(part.crimes.map(\.share) == [0.6, 0.6, 0.2])
  }

  @Test("A channel is new when its first transfer lies in the latest window and the data reach further back")
  func newChannels() throws {
    var sketch = FlowSketch()
    sketch.pay("a", "b", 1, channel: "cash", on: year(2020))
    #expect(sketch.network.flowSummary().newChannels == nil, "without history nothing is new")
    sketch.pay("a", "b", 1, channel: "bank", on: year(2012))
    sketch.pay("a", "b", 1, channel: "bank", on: year(2020))
    sketch.pay("a", "b", 1, channel: "prepaid", on: year(2020))
    sketch.pay("a", "b", 1, channel: "prepaid", on: year(2019))
    sketch.pay("a", "b", 1, on: year(2020))
    let channels = try #require(sketch.network.flowSummary().newChannels)
    #expect(channels.map(\.channel.word) == ["prepaid", "cash"], "unknown is no channel")
    #expect(channels.map(\.transfers) == [2, 1])
    #expect(channels.first?.first == year(2019))
  }

  @Test("A sum beyond the largest double is infinite, never no number")
  func overflow() {
    var sketch = FlowSketch()
    for amount in [1.7e308, 1, 1.7e308, 2] { sketch.pay("a", "b", amount) }
    #expect(sketch.network.flowSummary().ledgers.map(\.total.amount) == [.infinity])
  }

  @Test("Denied and predicted transfers are in no sum")
  func standing() throws {
    var sketch = FlowSketch()
    sketch.pay("a", "b", 1)
    sketch.pay("a", "b", 10, kind: .prediction)
    sketch.pay("a", "b", 100, stance: .refutes)
    #expect(sketch.network.flowSummary().ledgers.map(\.total.amount) == [1])
    #expect(FlowSketch().network.flowSummary().ledgers.isEmpty)
  }

  @Test("Every breakdown adds up to its ledger, whatever the data", arguments: UInt64(0)..<40)
  func conservation(seed: UInt64) {
    let network = FlowSketch.random(seed: seed).network
    let standing = network.transfers.filter(\.stands)
    let summary = network.flowSummary()
    #expect(summary.ledgers.reduce(0) { $0 + $1.total.transfers } == standing.count, "seed \(seed)")
    for ledger in summary.ledgers {
      let amounts = standing.filter { $0.currency == ledger.currency }.map(\.amount)
      let whole = ledger.total.amount
      func adds(_ parts: [Double]) -> Bool { isClose(parts.reduce(0, +), whole, absolute: 1e-9) }
      #expect(adds(amounts) && adds(ledger.channels.map(\.total.amount)), "seed \(seed)")
      #expect(adds(ledger.corridors.map(\.total.amount)), "seed \(seed)")
      #expect(ledger.crimes.reduce(0) { $0 + $1.total.amount } >= whole - 1e-9, "seed \(seed)")
      for flow in ledger.actors {
        #expect(!network.actors.roles[flow.actor.index].isProtected, "seed \(seed)")
        guard let index = flow.concentration else { continue }
        #expect(index <= 1 + 1e-12 && index >= 1 / Double(flow.sources) - 1e-12, "seed \(seed)")
      }
    }
    let paths = FlowPaths(network, summary)
    for (ledger, path) in zip(summary.ledgers, paths.ledgers) {
      #expect(
        isClose(path.bands.reduce(0) { $0 + $1.amount }, ledger.total.amount, absolute: 1e-9), "seed \(seed)")
      #expect(path.bands.allSatisfy { $0.stops.count == paths.stages.count })
    }
  }
}
