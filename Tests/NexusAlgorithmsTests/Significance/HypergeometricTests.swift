import NexusAlgorithms
import NexusTestSupport
import Testing

@Suite struct HypergeometricTests {
  @Test("two drawn from four, one of each class: 1 in 6")
  func byHand() {
    let draws = Hypergeometric(population: 4, first: 1, second: 1)
    #expect(isClose(draws.probability(ofFirst: 1, ofSecond: 1, drawn: 2), 1.0 / 6))
    #expect(draws.probability(ofFirst: 1, ofSecond: 1, drawn: 1) == 0)
    #expect(draws.probability(ofFirst: 1, ofSecond: 1, drawn: 4) == 1)
  }

  @Test(
    "large populations and small probabilities",
    arguments: [
      // Python 3 math.comb and fractions.Fraction, by inclusion and exclusion or the double sum
      (100_000, 300, 200, 50, 1, 1, 0.013057809405165807),
      (100_000, 300, 200, 2, 1, 1, 1.2000120001200012e-05),
      (100_000, 30_000, 20_000, 10, 6, 4, 0.0002448582763226173),
      (100_000, 1_000, 2_000, 5_000, 60, 120, 0.0019164539482517788),
      (100_000, 40_000, 30_000, 50_000, 1, 1, 1.0),
    ])
  func exact(n: Int, a: Int, b: Int, drawn: Int, first: Int, second: Int, expected: Double) {
    let value = Hypergeometric(population: n, first: a, second: b)
      .probability(ofFirst: first, ofSecond: second, drawn: drawn)
    #expect(isClose(value, expected, relative: 1e-10, absolute: 0))
  }

  @Test("classes and draws that leave no room or ask for nothing")
  func degenerate() {
    let none = Hypergeometric(population: 0, first: 0, second: 0)
    #expect(none.probability(ofFirst: 0, ofSecond: 0, drawn: 0) == 1)
    #expect(none.probability(ofFirst: 1, ofSecond: 0, drawn: 0) == 0)
    let full = Hypergeometric(population: 5, first: 3, second: 2)
    #expect(isClose(full.probability(ofFirst: 0, ofSecond: 0, drawn: 3), 1))
    #expect(isClose(full.probability(ofFirst: 1, ofSecond: 1, drawn: 4), 1))
    #expect(full.probability(ofFirst: 4, ofSecond: 0, drawn: 5) == 0)
    #expect(full.probability(ofFirst: 0, ofSecond: 3, drawn: 5) == 0)
    #expect(isClose(full.probability(ofFirst: -1, ofSecond: -1, drawn: 5), 1))
  }

  @Test("the same as counting all draws from small populations", arguments: 0...9)
  func slowReference(population: Int) {
    for first in 0...population {
      for second in 0...(population - first) {
        let draws = Hypergeometric(population: population, first: first, second: second)
        for drawn in 0...population {
          for (a, b) in [(0, 0), (1, 0), (0, 1), (1, 1), (2, 1), (1, 3), (3, 2)] {
            let value = draws.probability(ofFirst: a, ofSecond: b, drawn: drawn)
            let expected = byCounting(population, first, second, drawn, a, b)
            #expect(isClose(value, expected), "\(population) \(first) \(second) \(drawn) \(a) \(b)")
          }
        }
      }
    }
  }

  /// Ways to draw at least *a* and *b*, over all ways.
  private func byCounting(_ n: Int, _ first: Int, _ second: Int, _ drawn: Int, _ a: Int, _ b: Int) -> Double {
    var ways = 0
    for i in 0...first where i >= a && i <= drawn {
      for j in 0...second where j >= b && i + j <= drawn {
        ways += choose(first, i) * choose(second, j) * choose(n - first - second, drawn - i - j)
      }
    }
    return Double(ways) / Double(choose(n, drawn))
  }

  private func choose(_ n: Int, _ k: Int) -> Int {
    guard (0...n).contains(k) else { return 0 }
    return (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
  }
}
