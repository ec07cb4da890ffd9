/// The graph at one level of aggregation, with what the qualities of partitions have in common.
///
/// Putting vertex *v* into community *C* is worth  strength(v, C) − `penalty` · weight(v) · weight(C),
/// where strengths are those of both directions together and the penalty is γ. For modularity, weights are strengths
/// divided by √(2m), or √m where directions count; for CPM, they are numbers of vertices.
/// Strength inside a vertex never changes and is left out.
struct CommunityLevel<Weight: AdditiveWeight>: Sendable {
  let offsets: [Int]
  let targets: [Int32]
  let strengths: [Double]
  let weights: [Weight]
  let penalty: Double
  let totalWeight: Weight
  /// Whether all strengths are 1, and so need not be read.
  let hasUnitStrengths: Bool

  init(
    offsets: [Int], targets: [Int32], strengths: [Double], weights: [Weight], penalty: Double = 0
  ) {
    (self.offsets, self.targets, self.strengths) = (offsets, targets, strengths)
    (self.weights, self.penalty) = (weights, penalty)
    totalWeight = weights.reduce(into: .zero) { $0 += $1 }
    hasUnitStrengths = strengths.allSatisfy { $0 == 1 }
  }

  var vertexCount: Int { weights.count }

  /// The mean strength of an edge, neither infinite nor 0.
  var meanStrength: Double {
    let count = Double(strengths.count)
    return max(strengths.reduce(0) { $0 + $1 / count }, .leastNormalMagnitude)
  }

  func row(_ vertex: Int) -> Range<Int> {
    Range(uncheckedBounds: (offsets[vertex], offsets[vertex + 1]))
  }

  /// The sum of weights of each of `count` communities.
  func weights(of labels: [Int32], count: Int) -> [Weight] {
    var sums = [Weight](repeating: .zero, count: count)
    for vertex in labels.indices { sums[Int(labels[vertex])] += weights[vertex] }
    return sums
  }
}
