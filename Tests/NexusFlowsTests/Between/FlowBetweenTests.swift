import NexusFlows
import NexusGraph
import NexusModel
import Testing

@Suite("How much money could have passed")
struct FlowBetweenTests {
  /// METHOD §4.6: static maximum 9, temporal maximum 5, greedy 2.
  private let method = [
    TransferSketch(0, "z", "t", 4), TransferSketch(1, "s", "x", 3), TransferSketch(2, "s", "y", 6),
    TransferSketch(3, "x", "z", 5), TransferSketch(4, "y", "z", 5), TransferSketch(5, "z", "t", 1),
    TransferSketch(6, "y", "t", 4),
  ]

  private func between(_ sketches: [TransferSketch], _ source: String, _ target: String) throws
    -> [FlowBetween]
  {
    let network = Network(sketches)
    return try FlowBetween.compute(
      MoneyStreams(TransferLedger(network)), from: [network.actor(source)], to: [network.actor(target)])
  }

  @Test("the three numbers of METHOD come out, with a cut that adds up")
  func numbers() throws {
    let flow = try #require(try between(method, "s", "t").first)
    #expect((flow.staticMaximum, flow.temporalMaximum, flow.greedy) == (9, 5, 2))
    #expect(flow.cut == [5, 6])
    #expect(flow.currency == "EUR")
  }

  @Test(
    "greedy pays back to the source what it could have passed on; the maximum need not, and targets keep theirs"
  )
  func payingBack() throws {
    let back = [
      TransferSketch(0, "s", "a", 10), TransferSketch(1, "a", "s", 4), TransferSketch(2, "a", "t", 10),
    ]
    let flow = try #require(try between(back, "s", "t").first)
    #expect((flow.staticMaximum, flow.temporalMaximum, flow.greedy) == (10, 10, 6))
    let onward = back + [TransferSketch(3, "t", "a", 6), TransferSketch(4, "a", "t", 6)]
    #expect(try between(onward, "s", "t").first?.greedy == 6, "what left the target again counts once")
  }

  @Test("a payment of the same day counts when its row comes later, and not when it comes before")
  func instants() throws {
    let forward = [TransferSketch(1, "s", "x", 3), TransferSketch(1, "x", "t", 3)]
    #expect(try between(forward, "s", "t").first?.temporalMaximum == 3)
    let backward = try #require(try between(forward.reversed(), "s", "t").first)
    #expect((backward.temporalMaximum, backward.greedy, backward.staticMaximum) == (0, 0, 3))
    #expect(backward.cut.isEmpty)
  }

  @Test("transfers that change the currency are in none of the numbers, and counted")
  func changingCurrency() throws {
    var sketches = [TransferSketch(0, "s", "t", 3), TransferSketch(1, "s", "t", 10, received: 1600)]
    sketches[1].currencyReceived = "JPY"
    let network = Network(sketches)
    let ledger = TransferLedger(network)
    #expect(MoneyStreams(ledger).changingCurrency == 1)
    #expect(MoneyStreams(ledger, only: "JPY").changingCurrency == 1)
    #expect(MoneyStreams(ledger, only: "USD").changingCurrency == 0)
    #expect(try between(sketches, "s", "t").map(\.temporalMaximum) == [3, 0])
    let day = try #require(Instant(year: 2019))
    let rates = try Rates([ExchangeRate(day: day, currency: "JPY", rate: 0.00625)], reference: "EUR")
    let converted = MoneyStreams(ledger, of: network, by: rates)
    #expect(converted.changingCurrency == 0)
    let flows = try FlowBetween.compute(
      converted, from: [network.actor("s")], to: [network.actor("t")])
    #expect(flows.map(\.temporalMaximum) == [13])
  }

  @Test("a side may be several actors, and no actor may be on both")
  func sides() throws {
    let network = Network(method)
    let ledger = TransferLedger(network)
    let (s, x, t) = (try network.actor("s"), try network.actor("x"), try network.actor("t"))
    #expect(try FlowBetween.compute(MoneyStreams(ledger), from: [s, x], to: [t]).first?.temporalMaximum == 5)
    #expect(throws: FlowBetweenError.onBothSides(x)) {
      try FlowBetween.compute(MoneyStreams(ledger), from: [s, x], to: [x])
    }
    #expect(throws: FlowBetweenError.oneSideIsEmpty) {
      try FlowBetween.compute(MoneyStreams(ledger), from: [], to: [t])
    }
  }

  @Test("greedy, temporal and static maximum stand in this order; the cut adds up", arguments: 0..<400)
  func order(seed: Int) throws {
    let sketches = randomTransfers(seed: UInt64(seed), actors: 6, transfers: 30, largest: 20)
    let network = Network(sketches, actors: ["a0", "a1"])
    let flow = try #require(
      try FlowBetween.compute(
        MoneyStreams(TransferLedger(network)), from: [ActorID(0)], to: [ActorID(1)]
      ).first)
    #expect(flow.greedy <= flow.temporalMaximum && flow.temporalMaximum <= flow.staticMaximum, "seed \(seed)")
    let cut = flow.cut.reduce(0) { sum, position in
      let transfer = network.transfers[position]
      return sum + min(transfer.amount, transfer.amountReceived ?? transfer.amount)
    }
    #expect(cut == flow.temporalMaximum, "seed \(seed)")
  }

  @Test(
    "the temporal maximum is what a trace of the source says can at most have arrived", arguments: 0..<100)
  func trace(seed: Int) throws {
    // a1 pays nobody, so that no money can come back to it.
    let sketches = randomTransfers(seed: UInt64(seed), actors: 6, transfers: 30, largest: 20)
      .filter { $0.payer != "a1" }
    let network = Network(sketches, actors: ["a0", "a1"])
    let ledger = TransferLedger(network)
    let (source, target) = (ActorID(0), ActorID(1))
    let flow = try #require(
      try FlowBetween.compute(MoneyStreams(ledger), from: [source], to: [target]).first)
    let trace = try MoneyTrace(MoneyStreams(ledger), from: TaintSource(paidBy: [source], in: ledger))
    #expect(trace.receipts.first { $0.actor == target }?.most ?? 0 == flow.temporalMaximum, "seed \(seed)")
  }
}
