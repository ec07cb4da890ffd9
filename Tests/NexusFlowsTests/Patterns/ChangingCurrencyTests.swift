import NexusFlows
import NexusModel
import Testing

/// METHOD 4.6: across currencies amounts are compared only with rates, else they are unchecked.
@Suite("Patterns never compare or add up amounts of several currencies")
struct ChangingCurrencyTests {
  private func yen() throws -> Rates {
    let day = try #require(Instant(year: 2019))
    return try Rates([ExchangeRate(day: day, currency: "JPY", rate: 0.00625)], reference: "EUR")
  }

  private func inYen(_ day: Int, _ payer: String, _ payee: String, _ paid: Double, _ received: Double)
    -> TransferSketch
  {
    var sketch = TransferSketch(day, payer, payee, paid, received: received)
    sketch.currencyReceived = "JPY"
    return sketch
  }

  @Test("a fan-in of which two payments arrive in another currency has no sum of what is received")
  func fan() throws {
    let network = Network(
      (0..<3).map { (day: Int) in TransferSketch(day, "p\(day)", "H", 1000) }
        + (3..<5).map { inYen($0, "p\($0)", "H", 1000, 160_000) })
    let hit = try #require(PatternLedger(network).hits(.fanIn).first)
    #expect(!hit.isAmountChecked)
    #expect(hit.amountIn == 5000)
    #expect(hit.amountOut == nil)
    let converted = try #require(PatternLedger(network, rates: try yen()).hits(.fanIn).first)
    #expect(converted.isAmountChecked)
    #expect(converted.amountOut == 5000)
  }

  @Test("a cycle that comes back in another currency is unchecked, and with rates too little comes back")
  func cycle() throws {
    let network = Network([TransferSketch(0, "A", "B", 100), inYen(1, "B", "A", 10, 1600)])
    let hits = PatternLedger(network).hits(.cycle)
    #expect(hits.map(\.isAmountChecked) == [false])
    #expect(hits.map(\.currency) == [nil])
    #expect(PatternLedger(network, rates: try yen()).hits(.cycle).isEmpty)
  }

  @Test("what an account receives in one currency passes through in that one, whatever its payer paid in")
  func passThrough() throws {
    var onward = TransferSketch(1, "H", "c", 158_000)
    onward.currency = "JPY"
    let hits = PatternLedger(Network([inYen(0, "a", "H", 1000, 160_000), onward])).hits(.passThrough)
    #expect(hits.map(\.amountIn) == [160_000])
    #expect(hits.map(\.amountOut) == [158_000])
    let euros = Network([inYen(0, "a", "H", 1000, 950), TransferSketch(1, "H", "c", 950)])
    #expect(PatternLedger(euros).hits(.passThrough).isEmpty)
  }
}
