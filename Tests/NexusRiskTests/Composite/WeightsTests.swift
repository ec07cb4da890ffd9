import NexusGraph
import NexusRisk
import NexusTestSupport
import Testing

@Suite("Weights")
struct WeightsTests {
  private static let names = ["threat", "nexus", "flow"]

  private func hierarchy(_ matrix: [[Double]], _ names: [String] = WeightsTests.names) throws
    -> AnalyticHierarchy
  {
    try AnalyticHierarchy(comparisons: matrix, names: names)
  }

  // METHOD §3.1, golden.json "ahp" (numpy 2.4).
  @Test("The principal eigenvector of three comparisons, with λ, CI and CR")
  func golden() throws {
    let result = try hierarchy([[1, 3, 5], [1.0 / 3, 1, 3], [0.2, 1.0 / 3, 1]])
    #expect(isClose(result.weights, [0.63699, 0.25828, 0.10473], relative: 0, absolute: 5e-6))
    #expect(isClose(result.eigenvalue, 3.03851, relative: 0, absolute: 5e-6))
    #expect(isClose(result.consistencyIndex, 0.019256, relative: 0, absolute: 5e-7))
    #expect(isClose(result.consistencyRatio, 0.03320, relative: 0, absolute: 5e-6))
  }

  @Test("Consistent comparisons give their ratios back", arguments: 1...10)
  func consistent(size: Int) throws {
    let weights = (1...size).map(Double.init)
    let matrix = weights.map { row in weights.map { row / $0 } }
    let result = try hierarchy(matrix, (0..<size).map { "n\($0)" })
    #expect(isClose(result.weights, weights.map { $0 / weights.reduce(0, +) }))
    #expect(isClose(result.eigenvalue, Double(size)) && result.consistencyRatio < 1e-12)
  }

  @Test("A matrix that is not square, positive and reciprocal is refused with the place")
  func form() {
    #expect(throws: CompositeError.comparisonsNotSquare(rows: 3, columns: 2)) {
      try hierarchy([[1, 1], [1, 1], [1, 1]])
    }
    #expect(throws: CompositeError.comparisonsNotSquare(rows: 0, columns: 0)) { try hierarchy([], []) }
    #expect(throws: CompositeError.comparisonNotPositive(row: "nexus", column: "threat", value: 0)) {
      try hierarchy([[1, 1, 1], [0, 1, 1], [1, 1, 1]])
    }
    #expect(
      throws: CompositeError.comparisonNotReciprocal(row: "threat", column: "flow", value: 5, inverse: 0.5)
    ) { try hierarchy([[1, 1, 5], [1, 1, 1], [0.5, 1, 1]]) }
    #expect(throws: CompositeError.self, "the diagonal is 1") {
      try hierarchy([[2, 1, 1], [1, 1, 1], [1, 1, 1]])
    }
    #expect(throws: CompositeError.tooManyComparisons(11, limit: 10)) {
      try hierarchy((0..<11).map { _ in (0..<11).map { _ in 1 } }, (0..<11).map { "n\($0)" })
    }
    #expect(throws: Never.self, "0.33 means 1/3") {
      try hierarchy([[1, 3, 5], [0.33, 1, 3], [0.2, 0.33, 1]])
    }
  }

  @Test("Comparisons that contradict each other are refused, naming the odd one")
  func inconsistent() {
    // Threat over nexus, nexus over flow, and flow over threat.
    #expect {
      try hierarchy([[1, 5, 0.2], [0.2, 1, 5], [5, 0.2, 1]])
    } throws: { error in
      guard case .comparisonsInconsistent(let ratio, _, _) = error as? CompositeError else { return false }
      return ratio > 1
    }
    #expect {
      try hierarchy(
        [[1, 2, 4, 0.125], [0.5, 1, 2, 4], [0.25, 0.5, 1, 2], [8, 0.25, 0.5, 1]], ["a", "b", "c", "d"])
    } throws: { error in
      guard case .comparisonsInconsistent(_, "a", "d") = error as? CompositeError else { return false }
      return "\(error)".contains("Look first at a against d")
    }
  }

  @Test("Squared loadings: two values that go together share the component, a third that does not has little")
  func components() throws {
    var generator = SeededGenerator(seed: 4)
    let units: [[Double?]] = (0..<40).map { _ in
      let common = Double.random(in: 0...1, using: &generator)
      return [
        common, 3 * common + 0.01 * Double.random(in: 0...1, using: &generator),
        Double.random(in: 0...1, using: &generator),
      ]
    }
    let result = try ComponentWeights(units, names: WeightsTests.names)
    #expect(isClose(result.weights.reduce(0, +), 1))
    #expect(result.weights[0] > 0.4 && result.weights[1] > 0.4 && result.weights[2] < 0.1)
    #expect((1.0 / 3...1).contains(result.explained))
  }

  @Test("Two values have loadings √½ whatever their correlation; the sign does not matter")
  func twoValues() throws {
    let units: [[Double?]] = [
      [1, 9], [2, 7], [3, 8], [4, 4], [5, 5], [6, 1], [7, 3], [8, 2], [9, 1], [10, 0],
    ]
    let result = try ComponentWeights(units, names: ["a", "b"])
    #expect(isClose(result.weights, [0.5, 0.5]))
    // The eigenvalues of a correlation ρ are 1 ± |ρ|; ρ = −0.92841 (numpy 2.4 corrcoef).
    #expect(isClose(result.explained, (1 + 0.92841) / 2, relative: 0, absolute: 5e-6))
  }

  @Test("Fewer than five regions for each value are refused, as is a value without spread")
  func refusals() {
    let few: [[Double?]] = (0..<14).map { [Double($0), Double($0 % 3), Double($0 % 5)] }
    #expect(throws: CompositeError.tooFewForComponents(units: 14, values: 3)) {
      try ComponentWeights(few, names: WeightsTests.names)
    }
    #expect(
      throws: CompositeError.tooFewForComponents(units: 14, values: 3), "an incomplete region does not count"
    ) {
      try ComponentWeights(few + [[1, nil, 2]], names: WeightsTests.names)
    }
    #expect(throws: CompositeError.noSpread("nexus")) {
      try ComponentWeights((0..<15).map { [Double($0), 1, Double($0 % 4)] }, names: WeightsTests.names)
    }
    // A full factorial design: no correlation at all.
    let square: [[Double?]] = (0..<16).map { [Double($0 % 2), Double($0 / 2 % 2)] }
    #expect(throws: CompositeError.noLeadingComponent) { try ComponentWeights(square, names: ["a", "b"]) }
  }
}
