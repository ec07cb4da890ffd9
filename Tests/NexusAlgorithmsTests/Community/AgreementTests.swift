import Foundation
import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct AgreementTests {
  @Test("known values")
  func known() {
    // scikit-learn's documentation: adjusted_rand_score([0, 0, 1, 2], [0, 0, 1, 1]) = 0.57142857…
    let (fine, coarse) = (Partition(labels: [0, 0, 1, 2]), Partition(labels: [0, 0, 1, 1]))
    #expect(isClose(fine.adjustedRandIndex(with: coarse), 4.0 / 7))
    // I = ln 2, H = 1.5 ln 2 and ln 2
    #expect(isClose(fine.normalizedMutualInformation(with: coarse), 2 / 2.5))
    // Across: every pair of the one is parted by the other.
    let across = Partition(labels: [0, 1, 0, 1])
    #expect(isClose(coarse.adjustedRandIndex(with: across), -0.5))
    #expect(coarse.normalizedMutualInformation(with: across) == 0)
  }

  @Test("equal partitions agree wholly, trivial ones and empty ones too; opposite trivial ones not at all")
  func degenerate() {
    for labels in [[], [0], [0, 0, 0], [0, 1, 2], [0, 1, 0, 2, 2]] {
      let partition = Partition(labels: labels)
      #expect(partition.adjustedRandIndex(with: partition) == 1)
      #expect(partition.normalizedMutualInformation(with: partition) == 1)
    }
    let (one, many) = (Partition(labels: [0, 0, 0]), Partition(singletons: 3))
    #expect(one.adjustedRandIndex(with: many) == 0)
    #expect(one.normalizedMutualInformation(with: many) == 0)
  }

  @Test("the same as from all pairs and all overlaps, both ways round, on 2000 pairs of partitions")
  func slowReference() {
    for seed in 0..<2_000 as Range<UInt64> {
      let count = 2 + Int(seed % 9)
      let (left, right) = (randomLabels(count, seed: seed), randomLabels(count, seed: seed + 77_777))
      let (first, second) = (Partition(labels: left), Partition(labels: right))
      let index = first.adjustedRandIndex(with: second)
      #expect(isClose(index, slowRandIndex(left, right)), "seed \(seed)")
      #expect(isClose(second.adjustedRandIndex(with: first), index), "seed \(seed)")
      let shared = first.normalizedMutualInformation(with: second)
      #expect(isClose(shared, slowInformation(left, right)), "seed \(seed)")
      #expect(isClose(second.normalizedMutualInformation(with: first), shared), "seed \(seed)")
    }
  }

  /// The index from the four counts of pairs of vertices.
  private func slowRandIndex(_ left: [Int], _ right: [Int]) -> Double {
    var (both, onlyLeft, onlyRight, neither) = (0.0, 0.0, 0.0, 0.0)
    for i in left.indices {
      for j in 0..<i {
        switch (left[i] == left[j], right[i] == right[j]) {
        case (true, true): both += 1
        case (true, false): onlyLeft += 1
        case (false, true): onlyRight += 1
        case (false, false): neither += 1
        }
      }
    }
    let divisor = (both + onlyLeft) * (onlyLeft + neither) + (both + onlyRight) * (onlyRight + neither)
    return divisor == 0 ? 1 : 2 * (both * neither - onlyLeft * onlyRight) / divisor
  }

  private func slowInformation(_ left: [Int], _ right: [Int]) -> Double {
    func entropy(_ keys: [some Hashable]) -> Double {
      Dictionary(grouping: keys) { $0 }.values.reduce(0) {
        let share = Double($1.count) / Double(keys.count)
        return $0 - share * log(share)
      }
    }
    let (here, there) = (entropy(left), entropy(right))
    let joint = entropy(zip(left, right).map { [$0, $1] })
    return here + there == 0 ? 1 : 2 * (here + there - joint) / (here + there)
  }
}
