import NexusFlows
import NexusGraph
import NexusModel
import Testing

@Suite("Streams of money")
struct MoneyStreamsTests {
  @Test("rates make one currency of all, and a transfer without a rate is counted")
  func rates() throws {
    var dollars = TransferSketch(2, "a", "b", 12)
    dollars.currency = "USD"
    var exotic = TransferSketch(3, "b", "c", 1)
    exotic.currency = "XXX"
    let network = Network([TransferSketch(1, "s", "a", 10), dollars, exotic])
    let day = try #require(Instant(year: 2019))
    let rates = try Rates([ExchangeRate(day: day, currency: "EUR", rate: 1.2)], reference: "USD")
    let streams = MoneyStreams(TransferLedger(network), of: network, by: rates)
    #expect(streams.currencies == ["USD"] && streams.withoutRate == 1)
    let source = TaintSource(paidBy: [try network.actor("s")], in: streams.ledger)
    let trace = try MoneyTrace(streams, from: source)
    #expect(trace.receipts.map(\.amounts.fifo) == [12, 12] && trace.withoutRate == 1)
  }

  @Test("one currency alone")
  func only() {
    var dollars = TransferSketch(2, "a", "b", 12)
    dollars.currency = "USD"
    let ledger = TransferLedger(Network([TransferSketch(1, "s", "a", 10), dollars]))
    #expect(MoneyStreams(ledger).currencies == ["EUR", "USD"])
    #expect(MoneyStreams(ledger, only: "USD").currencies == ["USD"])
    #expect(MoneyStreams(ledger, only: "GBP").currencies.isEmpty)
  }
}
