import NexusGraph
import NexusRisk
import Testing

@Suite("Poisson binomial distribution")
struct PoissonBinomialTests {
  // METHOD §2.3.
  @Test("Three ties of .8, .6 and .5")
  func example() {
    let expected = [0.04, 0.26, 0.46, 0.24]
    for (found, expected) in zip(poissonBinomial([0.8, 0.6, 0.5]), expected) {
      #expect(abs(found - expected) < 1e-12)
    }
  }

  @Test("No event, certain and impossible events")
  func degenerate() {
    #expect(poissonBinomial([]) == [1])
    #expect(poissonBinomial([1, 1, 0]) == [0, 0, 1, 0])
  }

  @Test("Equal probabilities give the binomial distribution")
  func binomial() {
    let expected = [1.0, 10, 45, 120, 210, 252, 210, 120, 45, 10, 1].map { $0 / 1024 }
    #expect(poissonBinomial(Array(repeating: 0.5, count: 10)) == expected)
  }

  @Test("A thousand events sum to 1 with the right mean")
  func large() {
    var generator = SeededGenerator(seed: 1)
    let probabilities = (0..<1000).map { _ in Double.random(in: 0...1, using: &generator) }
    let distribution = poissonBinomial(probabilities)
    #expect(abs(distribution.reduce(0, +) - 1) < 1e-9)
    let mean = distribution.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    #expect(abs(mean - probabilities.reduce(0, +)) < 1e-6)
  }
}
