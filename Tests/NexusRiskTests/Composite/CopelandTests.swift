import NexusGraph
import NexusRisk
import Testing

@Suite("Copeland scores")
struct CopelandTests {
  @Test("A unit scores those it beats less those that beat it")
  func byHand() {
    // a beats b and c in two of three, b beats c in two of three.
    let units: [[Double?]] = [[9, 9, 0], [5, 5, 5], [1, 1, 9]]
    #expect(copelandScores(units, weights: [1, 1, 1]) == [2, 0, -2])
    // With most of the weight on the third it is the other way round.
    #expect(copelandScores(units, weights: [1, 1, 3]) == [-2, 0, 2])
  }

  @Test("Half of the weight on either side is a draw, and so is a circle")
  func draws() {
    #expect(copelandScores([[1, 2], [2, 1]], weights: [0.5, 0.5]) == [0, 0])
    // 0.1 + 0.2 against 0.3: equal, whatever the rounding.
    #expect(copelandScores([[1, 1, 0], [0, 0, 1]], weights: [0.1, 0.2, 0.3]) == [0, 0])
    #expect(copelandScores([[3, 1, 2], [2, 3, 1], [1, 2, 3]], weights: [1, 1, 1]) == [0, 0, 0])
  }

  @Test("What one of two lacks is left out of their comparison")
  func missing() {
    #expect(copelandScores([[nil, 2], [9, 1]], weights: [1, 1]) == [1, -1])
    #expect(copelandScores([[nil, nil], [9, 1]], weights: [1, 1]) == [0, 0])
    #expect(copelandScores([], weights: [1]).isEmpty)
  }

  @Test("Scores sum to 0, and a unit that is better everywhere beats all")
  func properties() {
    for seed in UInt64(1)...50 {
      var generator = SeededGenerator(seed: seed)
      var units: [[Double?]] = (0..<12).map { _ in
        (0..<4).map { _ in Double(Int.random(in: 0...5, using: &generator)) }
      }
      units[3] = [6, 6, 6, 6]
      let scores = copelandScores(units, weights: [0.4, 0.3, 0.2, 0.1])
      #expect(scores.reduce(0, +) == 0 && scores[3] == 11, "seed \(seed)")
    }
  }
}
