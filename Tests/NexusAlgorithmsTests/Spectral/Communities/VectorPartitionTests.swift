import NexusGraph
import Testing

@testable import NexusAlgorithms

@Suite("Vector partition")
struct VectorPartitionTests {
  @Test("Vectors that point the same way are together")
  func directions() {
    let vectors = VectorPartition(vectors: [3, 0, 2, 0.1, -1, 2, -1, 1.5, -1, -2, -1, -2.5], width: 2)
    let labels = vectors.labels(groups: 3, maximumRounds: 20) ?? []
    #expect(Partition(labels: labels) == Partition(labels: [0, 0, 1, 1, 2, 2]))
    #expect(vectors.labels(groups: 1, maximumRounds: 20) == [0, 0, 0, 0, 0, 0])
  }

  @Test("There are no more groups than vectors, and equal vectors stay together")
  func few() {
    #expect(VectorPartition(vectors: [1, 1, 1, 1], width: 2).labels(groups: 5, maximumRounds: 9) == [0, 0])
    #expect(VectorPartition(vectors: [], width: 2).labels(groups: 2, maximumRounds: 9) == [])
  }

  @Test("No vector gains by moving alone, on random vectors")
  func localMaximum() throws {
    for seed in UInt64(1)...60 {
      var generator = SeededGenerator(seed: seed)
      let vectors = (0..<36).map { _ in Double.random(in: -1...1, using: &generator) }
      let labels = try #require(
        VectorPartition(vectors: vectors, width: 3).labels(groups: 4, maximumRounds: 99))
      for (vector, group) in (0..<48).map({ ($0 / 4, $0 % 4) }) {
        var moved = labels
        moved[vector] = group
        #expect(quality(vectors, moved) <= quality(vectors, labels) + 1e-9, "seed \(seed)")
      }
    }
  }

  /// Σ_c |R_c|² of vectors with three coordinates.
  private func quality(_ vectors: [Double], _ labels: [Int]) -> Double {
    var sums = [Double](repeating: 0, count: 12)
    for (index, value) in vectors.enumerated() { sums[3 * labels[index / 3] + index % 3] += value }
    return sums.reduce(0) { $0 + $1 * $1 }
  }
}
