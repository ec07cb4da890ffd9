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

  /// The graph whose vertices are the parts 0..<`count` of this one's. O(*n* + *m*).
  func aggregated(by parts: [Int32], count: Int) -> CommunityLevel {
    let members = Members(of: parts, count: count)
    var aggregateOffsets = [0]
    var aggregateTargets: [Int32] = []
    var aggregateStrengths: [Double] = []
    aggregateOffsets.reserveCapacity(count + 1)
    aggregateTargets.reserveCapacity(targets.count)
    aggregateStrengths.reserveCapacity(targets.count)
    var tally = Tally(count: count)
    let (targets, strengths, labels) = (self.targets.span, self.strengths.span, parts.span)
    for part in 0..<count {
      for vertex in members[part] {
        for arc in row(Int(vertex)) {
          let target = labels[unchecked: Int(targets[unchecked: arc])]
          tally.add(hasUnitStrengths ? 1 : strengths[unchecked: arc], to: target)
        }
      }
      for position in 0..<tally.count {
        let target = tally.community(position)
        guard target != part else { continue }
        aggregateTargets.append(target)
        aggregateStrengths.append(tally[target])
      }
      aggregateOffsets.append(aggregateTargets.count)
      tally.clear()
    }
    return CommunityLevel(
      offsets: aggregateOffsets, targets: aggregateTargets, strengths: aggregateStrengths,
      weights: weights(of: parts, count: count), penalty: penalty)
  }
}

/// The vertices of each part, ascending.
private struct Members {
  private var ordered: [Int32]
  private var ends: [Int]

  init(of parts: [Int32], count: Int) {
    ordered = [Int32](repeating: 0, count: parts.count)
    ends = [Int](repeating: 0, count: count + 1)
    for part in parts { ends[Int(part) + 1] += 1 }
    for part in 0..<count { ends[part + 1] += ends[part] }
    for (vertex, part) in parts.enumerated() {
      ordered[ends[Int(part)]] = Int32(vertex)
      ends[Int(part)] += 1
    }
  }

  subscript(part: Int) -> ArraySlice<Int32> { ordered[(part == 0 ? 0 : ends[part - 1])..<ends[part]] }
}
