import NexusFlows
import NexusGraph
import NexusModel
import Testing

@Suite("What an actor received is what arrived, in the currency in which it arrived")
struct ReceivedAmountTests {
  private func sketches() -> [TransferSketch] {
    var sketches = [
      TransferSketch(0, "a", "b", 100, received: 97), TransferSketch(1, "a", "b", 10, received: 1600),
    ]
    sketches[1].currencyReceived = "JPY"
    return sketches
  }

  @Test("Without rates each end stands in the ledger of its currency")
  func apart() throws {
    let network = Network(sketches(), actors: ["a", "b"])
    let ledgers = network.flowSummary().ledgers
    #expect(ledgers.map(\.currency) == ["EUR", "JPY"])
    #expect(ledgers.map(\.total.amount) == [110, 0])
    let payee = ledgers.map { $0.actors.first { $0.actor.index == 1 } }
    #expect(payee.map { $0?.received } == [97, 1600])
    #expect(payee.map { $0?.transfersIn } == [1, 1])
    let payer = ledgers.map { $0.actors.first { $0.actor.index == 0 } }
    #expect(payer.map { $0?.paid } == [110, nil])
  }

  @Test("With rates each end is converted at its own rate, and an end without one is counted")
  func converted() throws {
    let network = Network(sketches(), actors: ["a", "b"])
    let day = try #require(Instant(year: 2019))
    var options = FlowSummaryOptions()
    options.rates = try Rates([ExchangeRate(day: day, currency: "JPY", rate: 0.00625)], reference: "EUR")
    let actors = try #require(network.flowSummary(options).converted).actors
    #expect(actors.map(\.paid) == [110, 0])
    #expect(actors.map(\.received) == [0, 107])
    options.rates = try Rates([], reference: "EUR")
    let summary = network.flowSummary(options)
    #expect(summary.converted?.actors.map(\.received) == [0, 97])
    #expect(summary.unconverted?.map(\.currency) == ["JPY"])
    #expect(summary.unconverted?.map(\.transfers) == [1])
  }
}
