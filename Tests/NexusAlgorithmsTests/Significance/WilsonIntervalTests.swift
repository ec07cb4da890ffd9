import NexusAlgorithms
import NexusTestSupport
import Testing

@Suite("Wilson interval")
struct WilsonIntervalTests {
  // METHOD §5, golden.json "wilson" (scipy 1.17).
  @Test("3 of 4 and 0 of 10", arguments: [(3.0, 4.0, 0.3006, 0.9544), (0, 10, 0, 0.2775)])
  func golden(successes: Double, trials: Double, low: Double, high: Double) throws {
    let interval = try #require(WilsonInterval(successes: successes, trials: trials))
    #expect(isClose(interval.low, low, relative: 0, absolute: 5e-5))
    #expect(isClose(interval.high, high, relative: 0, absolute: 5e-5))
  }

  @Test("It holds the share, stays within 0 and 1, mirrors, and narrows with more trials")
  func properties() throws {
    for trials in [0.3, 1, 2.5, 7, 40, 1_000] {
      for step in 0...10 {
        let successes = trials * Double(step) / 10
        let interval = try #require(WilsonInterval(successes: successes, trials: trials))
        let mirror = try #require(WilsonInterval(successes: trials - successes, trials: trials))
        let more = try #require(WilsonInterval(successes: 4 * successes, trials: 4 * trials))
        #expect((0...interval.share).contains(interval.low) && (interval.share...1).contains(interval.high))
        #expect(isClose(interval.low, 1 - mirror.high) && isClose(interval.high, 1 - mirror.low))
        #expect(more.high - more.low < interval.high - interval.low)
      }
    }
  }

  @Test("Without trials there is none; a sum that rounding put above n is n")
  func degenerate() throws {
    #expect(WilsonInterval(successes: 0, trials: 0) == nil)
    #expect(try #require(WilsonInterval(successes: 3.0000001, trials: 3)).high == 1)
  }
}
