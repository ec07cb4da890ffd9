import NexusGraph
import NexusRisk
import NexusTestSupport
import Testing

@Suite("Means of normalised values")
struct AggregationTests {
  private static let thirds = [1.0 / 3, 1.0 / 3, 1.0 / 3]

  private func mean(_ aggregation: Aggregation, _ values: [Double], _ weights: [Double]? = nil) throws
    -> Double
  {
    try aggregation.mean(of: values, weights: weights ?? values.map { _ in 1 })
  }

  // METHOD §3.1, golden.json "aggregators" (numpy 2.4).
  @Test(
    "The means of (90, 40, 20)",
    arguments: [
      (Aggregation.arithmetic, 50), (.quadratic, 58.0230), (.geometric, 41.6017), (.harmonic, 34.8387),
      (.shiftedGeometric, 43.2652),
    ])
  func golden(aggregation: Aggregation, expected: Double) throws {
    #expect(try isClose(mean(aggregation, [90, 40, 20]), expected, relative: 0, absolute: 5e-5))
  }

  @Test("The shifted geometric mean keeps equal values, and 0 does not force 0")
  func shifted() throws {
    #expect(try isClose(mean(.shiftedGeometric, [50, 50]), 50))
    // METHOD §3.2: SG(80, 0) = 20.7063
    #expect(try isClose(mean(.shiftedGeometric, [80, 0]), 20.7063, relative: 0, absolute: 5e-5))
    #expect(try mean(.shiftedGeometric, [0, 0]) == 0)
    #expect(try isClose(mean(.shiftedGeometric, [100, 100, 100]), 100))
  }

  @Test("Harmonic ≤ geometric ≤ shifted geometric ≤ arithmetic ≤ quadratic, all between the extremes")
  func order() throws {
    for seed in UInt64(1)...200 {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...7, using: &generator)
      let values = (0..<count).map { _ in Double.random(in: 0.01...100, using: &generator) }
      let weights = (0..<count).map { _ in Double.random(in: 0.01...1, using: &generator) }
      let order: [Aggregation] = [.harmonic, .geometric, .shiftedGeometric, .arithmetic, .quadratic]
      let means = try order.map { try mean($0, values, weights) }
      for (lower, upper) in zip(means, means.dropFirst()) { #expect(lower <= upper + 1e-9, "seed \(seed)") }
      #expect(means[0] >= values.min()! - 1e-9 && means[4] <= values.max()! + 1e-9, "seed \(seed)")
    }
  }

  @Test("Weights need not sum to 1, and a value without weight does not count")
  func weights() throws {
    for aggregation in Aggregation.allCases {
      #expect(try isClose(mean(aggregation, [90, 40], [2, 6]), mean(aggregation, [90, 40], [0.25, 0.75])))
      #expect(try isClose(mean(aggregation, [90, 0], [1, 0]), 90), "\(aggregation)")
    }
  }

  @Test("A value that a mean cannot take is refused with what can")
  func errors() {
    for aggregation in [Aggregation.geometric, .harmonic] {
      #expect(throws: CompositeError.valueTooSmall(aggregation: aggregation, value: 0, above: 0)) {
        try mean(aggregation, [1, 0])
      }
    }
    #expect(throws: CompositeError.self) { try mean(.shiftedGeometric, [-12, 1]) }
    #expect(throws: CompositeError.self) { try mean(.quadratic, [-1, 1]) }
    #expect(throws: CompositeError.self) { try mean(.geometric, [.nan, 1]) }
    #expect(
      CompositeError.valueTooSmall(aggregation: .geometric, value: -0.5, above: 0).description
        == "the geometric mean needs values above 0, and one is -0.5. Aggregate by arithmetic or copeland, or "
        + "normalise by half-saturation.")
  }

  @Test("What is missing passes its weight on to the others")
  func partial() throws {
    let partial = try #require(PartialValues([40, nil, 10], weights: [0.2, 0.5, 0.3]))
    #expect(
      partial.values == [40, 10] && isClose(partial.weights, [0.4, 0.6]) && isClose(partial.coverage, 0.5))
    #expect(PartialValues([nil, 3], weights: [1, 0]) == nil)
    #expect(PartialValues([], weights: []) == nil)
    #expect(PartialValues([1, 2], weights: [3, 1])?.coverage == 1)
  }
}
