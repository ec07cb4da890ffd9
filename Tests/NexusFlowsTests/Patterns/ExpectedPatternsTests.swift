import NexusGraph
import Testing

@testable import NexusFlows

@Suite("What chance alone would give")
struct ExpectedPatternsTests {
  @Test("a shuffle keeps who pays whom, the times, and the amounts of each currency")
  func preserves() {
    for seed in UInt64(1)...50 {
      let ledger = PatternLedger(
        randomTransfers(seed: seed, actors: 8, count: 60, days: 20, currencies: 2))
      let shuffled = ledger.shuffled(SeededGenerator(seed: seed))
      func pairs(_ ledger: PatternLedger) -> [String] {
        (0..<ledger.count).map {
          "\(ledger.payers[$0])>\(ledger.payees[$0]) \(ledger.currencies[$0]) \(ledger.channels[$0])"
        }.sorted()
      }
      func amounts(_ ledger: PatternLedger) -> [String] {
        (0..<ledger.count).map { "\(ledger.currencies[$0]) \(ledger.paid[$0]) \(ledger.received[$0])" }
          .sorted()
      }
      #expect(shuffled.times == ledger.times, "seed \(seed)")
      #expect(pairs(shuffled) == pairs(ledger), "seed \(seed)")
      #expect(amounts(shuffled) == amounts(ledger), "seed \(seed)")
      #expect(shuffled.payers != ledger.payers, "seed \(seed)")
    }
  }

  @Test("the same seed gives the same expectation, and a planted cycle exceeds it")
  func expectation() throws {
    // Sixty round trips of three hops within two days, spread over two years: by chance few stay in time order.
    let pays = (0..<60).flatMap { trip in
      (0..<3).map { hop in
        Pay(3 * trip + hop, 3 * trip + (hop + 1) % 3, at: Int64(12 * trip) * day + Int64(hop) * day / 2, 100)
      }
    }
    let ledger = PatternLedger(pays, actors: 180)
    var options = PatternOptions()
    options.patterns = [.cycle]
    let first = try #require(ledger.expectedPatterns(options, shuffles: 5, seed: 3))
    #expect(first == ledger.expectedPatterns(options, shuffles: 5, seed: 3))
    #expect(ledger.patterns(options).hits.count == 60)
    #expect(first[.cycle]! < 3)
    #expect(ledger.expectedPatterns(options, shuffles: 0, seed: 3) == nil)
  }

  @Test("PPV: of flags at TPR .9, FPR .01 and prevalence .001, .0826 are right (METHOD 4.6)")
  func predictiveValue() throws {
    let rates = PredictiveValue(prevalence: 0.001)
    #expect(abs(try #require(rates.value) - 0.0826446) < 1e-7)
    #expect(abs(try #require(rates.falsePerTrue) - 11.1) < 0.01)
    #expect(abs(try #require(rates.evenFalsePositiveRate) - 9.0e-4) < 1e-6)
    #expect(PredictiveValue(prevalence: 0).falsePerTrue == nil)
    #expect(PredictiveValue(prevalence: 0, falsePositiveRate: 0).value == nil)
  }
}
