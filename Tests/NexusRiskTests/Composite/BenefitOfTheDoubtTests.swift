import NexusGraph
import NexusRisk
import NexusTestSupport
import Testing

@Suite("Benefit of the doubt")
struct BenefitOfTheDoubtTests {
  // METHOD §3.1, golden.json "bod" (scipy linprog).
  @Test("Three units: two on the frontier, the third at two thirds")
  func golden() throws {
    let result = try BenefitOfTheDoubt([[1, 0.5], [0.5, 1], [0.5, 0.5]])
    #expect(isClose(result.scores, [1, 1, 2.0 / 3]))
    #expect(isClose(result.weights[2], [2.0 / 3, 2.0 / 3]))
  }

  @Test("Degenerate units: all 0, one unit, a column of 0")
  func degenerate() throws {
    #expect(try BenefitOfTheDoubt([]).scores.isEmpty)
    #expect(try BenefitOfTheDoubt([[0, 0]]).scores == [0])
    #expect(try BenefitOfTheDoubt([[7, 0], [3.5, 0], [0, 0]]).scores == [1, 0.5, 0])
    #expect(try BenefitOfTheDoubt([[2, 3], [2, 3]]).scores == [1, 1])
    #expect(throws: CompositeError.self) { try BenefitOfTheDoubt([[1, -1]]) }
    #expect(throws: CompositeError.self) { try BenefitOfTheDoubt([[1, .nan]]) }
  }

  @Test("The maximum equals that over all vertices of the polytope")
  func bruteForce() throws {
    for seed in UInt64(1)...150 {
      var generator = SeededGenerator(seed: seed)
      let units = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
        // Whole numbers make ties and degenerate vertices.
        (0..<2).map { _ in Double(Int.random(in: 0...6, using: &generator)) }
      }
      let result = try BenefitOfTheDoubt(units)
      for (unit, score) in zip(units, result.scores) {
        #expect(isClose(score, best(for: unit, among: units), relative: 1e-9, absolute: 1e-9), "seed \(seed)")
      }
      for weights in result.weights {
        #expect(weights.allSatisfy { $0 >= 0 }, "seed \(seed)")
        for unit in units { #expect(unit[0] * weights[0] + unit[1] * weights[1] <= 1 + 1e-9, "seed \(seed)") }
      }
    }
  }

  @Test("Scores keep within 0 and 1, do not depend on the unit, and someone is on the frontier")
  func properties() throws {
    for seed in UInt64(1)...40 {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...7, using: &generator)
      let units = (0..<30).map { _ in (0..<count).map { _ in Double.random(in: 0...100, using: &generator) } }
      let scores = try BenefitOfTheDoubt(units).scores
      #expect(scores.allSatisfy { (0...1).contains($0) } && isClose(scores.max()!, 1), "seed \(seed)")
      let thousandths = try BenefitOfTheDoubt(units.map { $0.map { $0 / 1000 } }).scores
      #expect(isClose(scores, thousandths, relative: 1e-9), "seed \(seed)")
    }
  }

  /// max wᵀx over the vertices: crossings of two of the lines A w = 1 and the axes.
  private func best(for unit: [Double], among units: [[Double]]) -> Double {
    let lines = units.map { ($0[0], $0[1], 1.0) } + [(1, 0, 0), (0, 1, 0)]
    var best = 0.0
    for first in lines.indices {
      for second in lines.indices where first < second {
        let (a, b, c) = lines[first]
        let (d, e, f) = lines[second]
        let determinant = a * e - b * d
        guard abs(determinant) > 1e-12 else { continue }
        let (x, y) = ((c * e - b * f) / determinant, (a * f - c * d) / determinant)
        guard x >= -1e-12, y >= -1e-12, units.allSatisfy({ $0[0] * x + $0[1] * y <= 1 + 1e-9 }) else {
          continue
        }
        best = max(best, unit[0] * x + unit[1] * y)
      }
    }
    return min(best, 1)
  }
}
