import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct KendallTauTests {
  @Test("the same order, the opposite order, and no order")
  func extremes() {
    #expect(kendallTau([1, 2, 3, 4], [10, 20, 30, 40]) == 1)
    #expect(kendallTau([1, 2, 3, 4], [4, 3, 2, 1]) == -1)
    #expect(kendallTau([1, 1, 1], [1, 2, 3]) == nil && kendallTau([1, 2, 3], [2, 2, 2]) == nil)
    #expect(kendallTau([], []) == nil && kendallTau([1], [2]) == nil)
  }

  @Test("ties, as scipy counts them")
  func known() {
    // scipy 1.17.1 stats.kendalltau
    let first: [Double] = [12, 2, 1, 12, 2, 4, 4, 4, 7, 0]
    let second: [Double] = [1, 4, 7, 1, 0, 4, 4, 2, 9, 0]
    #expect(isClose(kendallTau(first, second) ?? .nan, 0.024999999999999998))
    #expect(isClose(kendallTau([-1, .infinity, 0, -.infinity], [0, 1, 1, 0]) ?? .nan, 0.8164965809277261))
  }

  @Test("the same as looking at all pairs of 2000 random lists with ties, either way round")
  func slowReference() {
    for seed in 0..<2000 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let values = Double(1 + seed % 7)
      let first = (0..<seed % 23).map { _ in Double.random(in: 0..<values, using: &generator).rounded(.down) }
      let second = first.map { _ in Double.random(in: 0..<4, using: &generator).rounded(.down) }
      let (tau, expected) = (kendallTau(first, second), byPairs(first, second))
      #expect((tau == nil) == (expected == nil), "seed \(seed)")
      #expect(isClose(tau ?? 0, expected ?? 0), "seed \(seed)")
      #expect(kendallTau(second, first) == tau, "seed \(seed)")
    }
  }

  private func byPairs(_ first: [Double], _ second: [Double]) -> Double? {
    var (difference, inFirst, inSecond) = (0.0, 0.0, 0.0)
    for one in first.indices {
      for other in 0..<one {
        let signs = (
          first[one] == first[other] ? 0.0 : first[one] < first[other] ? -1 : 1,
          second[one] == second[other] ? 0.0 : second[one] < second[other] ? -1 : 1
        )
        difference += signs.0 * signs.1
        inFirst += signs.0 * signs.0
        inSecond += signs.1 * signs.1
      }
    }
    return inFirst > 0 && inSecond > 0 ? difference / (inFirst * inSecond).squareRoot() : nil
  }

  @Test("a hundred thousand values in the opposite order")
  func large() {
    let values = (0..<100_000).map(Double.init)
    #expect(kendallTau(values, values.reversed()) == -1)
  }
}
