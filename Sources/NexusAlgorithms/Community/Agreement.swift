private import Foundation
internal import NexusGraph

extension Partition {
  /// The adjusted Rand index: how much more often two partitions agree on a pair of vertices than partitions with
  /// the same sizes of communities do by chance.
  ///
  ///     ARI = (Σ_ij C(n_ij, 2) − E) / ((A + B) / 2 − E),   E = A B / C(n, 2)
  ///
  /// n_ij vertices are in *i* here and in *j* there; A and B are the pairs that are together here, and there.
  /// - Returns: 1 for equal partitions, about 0 for unrelated ones, at least −1 (no unit).
  /// - Precondition: both divide as many vertices.
  /// - Complexity: O(*n*).
  ///
  /// Source: L. Hubert, P. Arabie, "Comparing partitions", *Journal of Classification* 2, 1985, pp. 193–218,
  /// doi:10.1007/BF01908075.
  public func adjustedRandIndex(with other: Partition) -> Double {
    func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }
    let here = sizes.reduce(0) { $0 + pairs($1) }
    let there = other.sizes.reduce(0) { $0 + pairs($1) }
    var both = 0.0
    forEachOverlap(with: other) { _, _, count in both += pairs(count) }
    let all = pairs(vertexCount)
    // Where both keep all pairs together, or all apart, there is no choice to agree on by chance.
    guard all > 0, here + there > 0, here + there < 2 * all else { return 1 }
    let expected = here / all * there
    return (both - expected) / ((here + there) / 2 - expected)
  }

  /// Normalized mutual information: what one of two partitions tells of the other, as a share of what there is to
  /// tell, the mean of their entropies.
  ///
  ///     NMI = 2 I(X; Y) / (H(X) + H(Y))
  ///
  /// - Returns: from 0 for independent partitions to 1 for equal ones (no unit). It grows with the number of
  ///   communities by chance alone; ``adjustedRandIndex(with:)`` does not.
  /// - Precondition: both divide as many vertices.
  /// - Complexity: O(*n*).
  ///
  /// Source: L. Danon, A. Díaz-Guilera, J. Duch, A. Arenas, "Comparing community structure identification",
  /// *Journal of Statistical Mechanics*, P09008, 2005, doi:10.1088/1742-5468/2005/09/P09008.
  public func normalizedMutualInformation(with other: Partition) -> Double {
    let total = Double(vertexCount)
    func entropy(_ sizes: [Int]) -> Double {
      sizes.reduce(0) { $0 - Double($1) / total * log(Double($1) / total) }
    }
    let sum = entropy(sizes) + entropy(other.sizes)
    guard self != other, sum > 0 else { return 1 }
    var information = 0.0
    forEachOverlap(with: other) { here, there, count in
      let expected = Double(sizes[here]) / total * Double(other.sizes[there])
      information += Double(count) / total * log(Double(count) / expected)
    }
    return min(1, max(0, 2 * information / sum))
  }

  /// The numbers of vertices that a community here shares with one there, none of them 0, in the order of the
  /// communities here.
  private func forEachOverlap(
    with other: Partition, _ body: (_ here: Int, _ there: Int, _ count: Int) -> Void
  ) {
    precondition(vertexCount == other.vertexCount, "The partitions are of different graphs.")
    var counts = [Int](repeating: 0, count: other.count)
    var met: [Int] = []
    for community in 0..<count {
      for vertex in members(of: community) {
        let there = other.labels[vertex.index]
        if counts[there] == 0 { met.append(there) }
        counts[there] += 1
      }
      for there in met {
        body(community, there, counts[there])
        counts[there] = 0
      }
      met.removeAll(keepingCapacity: true)
    }
  }
}

/// The mean adjusted Rand index of all pairs of partitions; nil below two.
///
/// - Complexity: O(*k*² *n*) for *k* partitions of *n* vertices.
func meanAgreement(of partitions: [Partition]) -> Double? {
  guard partitions.count > 1 else { return nil }
  var sum = 0.0
  for (position, partition) in partitions.enumerated() {
    for other in partitions[..<position] { sum += partition.adjustedRandIndex(with: other) }
  }
  return sum / (Double(partitions.count) * Double(partitions.count - 1) / 2)
}
