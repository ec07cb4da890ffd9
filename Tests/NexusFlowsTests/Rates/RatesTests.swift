import NexusFlows
import NexusGraph
import NexusModel
import Testing

@Suite("Exchange rates")
struct RatesTests {
  private func day(_ day: Int) -> Instant { Instant(year: 2020, month: 1, day: day)! }

  private func quote(_ day: Int, _ currency: String, _ rate: Double) -> ExchangeRate {
    ExchangeRate(day: self.day(day), currency: currency, rate: rate, place: "rates.csv:\(day)")
  }

  @Test("The latest rate on or before the day holds; before the first there is none")
  func latestOnOrBefore() throws {
    let rates = try Rates([quote(20, "EUR", 1.2), quote(10, "EUR", 1.1)], reference: "USD")
    #expect(rates.rate(of: "EUR", on: day(9)) == nil)
    #expect(rates.rate(of: "EUR", on: day(10)) == 1.1)
    #expect(rates.rate(of: "EUR", on: day(19).at(hour: 23, minute: 59, second: 59)) == 1.1)
    #expect(rates.rate(of: "EUR", on: day(20).at(hour: 0, minute: 0, second: 0)) == 1.2)
    #expect(rates.rate(of: "EUR", on: Instant(year: 2031)) == 1.2)
    #expect(rates.value(of: 10, in: "EUR", on: day(30)) == 12)
  }

  @Test("Without a date, a currency or a rate there is no value; the reference is worth 1 always")
  func missing() throws {
    let rates = try Rates([quote(1, "EUR", 1.1)], reference: "USD")
    #expect(rates.rate(of: "EUR", on: nil) == nil)
    #expect(rates.rate(of: "", on: day(5)) == nil)
    #expect(rates.rate(of: "TJS", on: day(5)) == nil)
    #expect(rates.rate(of: "USD", on: nil) == 1)
    #expect(rates.currencies == ["EUR", "USD"])
  }

  @Test("The reference is the one currency with the rate 1, where none is named")
  func foundReference() throws {
    #expect(try Rates([quote(1, "EUR", 1.1), quote(1, "USD", 1)]).reference == "USD")
    #expect(throws: RatesError.noReference(candidates: [])) { try Rates([quote(1, "EUR", 1.1)]) }
    #expect(throws: RatesError.noReference(candidates: ["AAA", "BBB"])) {
      try Rates([quote(1, "AAA", 1), quote(1, "BBB", 1)])
    }
  }

  @Test("What cannot be meant is refused with its place")
  func refused() throws {
    #expect(throws: RatesError.notPositive(quote(3, "EUR", 0))) {
      try Rates([quote(3, "EUR", 0)], reference: "USD")
    }
    #expect(throws: RatesError.self) { try Rates([quote(3, "USD", 2)], reference: "USD") }
    let error = RatesError.conflicting(quote(3, "EUR", 1.1), quote(3, "EUR", 1.2))
    #expect(throws: error) { try Rates([quote(3, "EUR", 1.1), quote(3, "EUR", 1.2)], reference: "USD") }
    #expect(
      error.description
        == "rates.csv:3: EUR is worth 1.2 on 2020-01-03, but 1.1 before (rates.csv:3). Keep one rate a day.")
    // The same rate twice is no conflict.
    #expect(throws: Never.self) {
      try Rates([quote(3, "EUR", 1.1), quote(3, "EUR", 1.1)], reference: "USD")
    }
  }

  @Test("The search agrees with a scan over all rates", arguments: UInt64(0)..<20)
  func againstScan(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let days = Set((0..<15).map { _ in Int.random(in: 1...31, using: &generator) })
    let quotes = days.shuffled(using: &generator).map { quote($0, "EUR", Double($0)) }
    let rates = try Rates(quotes, reference: "USD")
    for asked in 1...31 {
      let expected = days.filter { $0 <= asked }.max().map(Double.init)
      #expect(rates.rate(of: "EUR", on: day(asked)) == expected, "seed \(seed), day \(asked)")
    }
  }
}
