import NexusFlows
import NexusModel
import Testing

@Suite("What stands against transfers")
struct FlowQualityTests {
  @Test("Each trouble is counted, with its first row")
  func findings() {
    var sketch = FlowSketch()
    let day = Instant(year: 2020, month: 5, day: 5)!
    sketch.pay("a", "b", 1, on: day)  // row 0
    sketch.pay("a", "b", 2)
    sketch.pay("a", "b", 3, "", on: day.yearsEarlier(1))
    sketch.pay("a", "b", 0, "XYZW", on: day)
    sketch.pay("a", "b", 1, on: day)
    sketch.pay("a", "b", 1, "USD", on: day)
    sketch.pay("a", "b", 9, kind: .prediction)
    sketch.pay("a", "b", 9, stance: .refutes)
    sketch.pay("a", "b", 2)
    sketch.pay("a", "b", 5, on: Instant(year: 2021))
    var options = FlowSummaryOptions()
    options.asOf = day
    let quality = sketch.network.flowSummary(options).quality
    #expect(quality.transfers == 8)
    #expect(quality.undated.count == 2 && quality.undated.first?.rawValue == 1)
    #expect(quality.outOfOrder.count == 1 && quality.outOfOrder.first?.rawValue == 2)
    #expect(quality.withoutCurrency.count == 1)
    #expect(quality.zeroAmounts.first?.rawValue == 3)
    #expect(quality.unknownCurrencies.map(\.currency) == ["XYZW"])
    #expect(quality.repeats.count == 2 && quality.repeats.first?.rawValue == 4)
    #expect(quality.predicted.count == 1 && quality.refuted.count == 1)
    #expect(quality.afterReference.count == 1)
  }

  @Test("Rows that change the currency are counted; a row that names the same one twice does not")
  func currencyChanges() {
    var sketches = [
      TransferSketch(0, "a", "b", 1), TransferSketch(0, "a", "b", 2), TransferSketch(0, "a", "b", 3),
    ]
    sketches[0].currencyReceived = "EUR"
    sketches[1].currencyReceived = "JPY"
    let quality = Network(sketches).flowSummary().quality
    #expect(quality.currencyChanges.count == 1 && quality.currencyChanges.first?.rawValue == 1)
  }

  @Test("Transfers that differ in anything are no repeats")
  func noRepeats() {
    var sketch = FlowSketch()
    sketch.pay("a", "b", 1)
    sketch.pay("b", "a", 1)
    sketch.pay("a", "b", 1, channel: "cash")
    sketch.pay("a", "b", 1, crimes: ["drugs"])
    sketch.pay("a", "b", 1, from: "TJ")
    sketch.pay("a", "b", 1, on: Instant(year: 2020))
    #expect(sketch.network.flowSummary().quality.repeats.count == 0)
  }
}
