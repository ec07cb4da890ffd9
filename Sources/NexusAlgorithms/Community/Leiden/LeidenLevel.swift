internal import NexusGraph

/// The graph at one level of aggregation, with what both qualities have in common.
///
/// Putting vertex *v* into community *C* is worth  strength(v, C) − `penalty` · weight(v) · weight(C):
/// for modularity, weights are strengths and the penalty is γ / 2m; for CPM, weights are numbers of
/// vertices and the penalty is γ. Strength inside a vertex never changes and is left out.
struct LeidenLevel {
  let offsets: [Int]
  let targets: [Int32]
  let strengths: [Double]
  let weights: [Double]
  let penalty: Double
  let totalWeight: Double

  var vertexCount: Int { weights.count }

  /// The mean strength of an edge, neither infinite nor 0.
  var meanStrength: Double {
    let count = Double(strengths.count)
    return max(strengths.reduce(0) { $0 + $1 / count }, .leastNormalMagnitude)
  }

  /// Nil when there is nothing to divide by: no edges, or strengths that add up to infinity.
  init?(_ graph: Graph, _ options: LeidenOptions) {
    let rows = graph.outgoing
    let vertexStrengths = rows.rowSums()
    let total = vertexStrengths.reduce(0, +)
    guard total > 0, total.isFinite else { return nil }
    (offsets, targets, strengths) = (rows.offsets, rows.targets, rows.strengths)
    switch options.quality {
    case .modularity:
      weights = vertexStrengths
      penalty = options.resolution / total
      totalWeight = total
    case .cpm:
      weights = [Double](repeating: 1, count: graph.vertexCount)
      penalty = options.resolution
      totalWeight = Double(graph.vertexCount)
    }
  }

  private init(
    offsets: [Int], targets: [Int32], strengths: [Double], weights: [Double], penalty: Double,
    totalWeight: Double
  ) {
    (self.offsets, self.targets, self.strengths) = (offsets, targets, strengths)
    (self.weights, self.penalty, self.totalWeight) = (weights, penalty, totalWeight)
  }

  func row(_ vertex: Int) -> Range<Int> { offsets[vertex]..<offsets[vertex + 1] }

  /// The sum of weights of each of `count` communities.
  func weights(of labels: [Int32], count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for vertex in labels.indices { sums[Int(labels[vertex])] += weights[vertex] }
    return sums
  }

  /// The graph whose vertices are the parts 0..<`count` of this one's. O(*n* + *m*).
  func aggregated(by parts: [Int32], count: Int) -> LeidenLevel {
    let members = Members(of: parts, count: count)
    var aggregateOffsets = [0]
    var aggregateTargets: [Int32] = []
    var aggregateStrengths: [Double] = []
    aggregateOffsets.reserveCapacity(count + 1)
    var tally = Tally(count: count)
    for part in 0..<count {
      for vertex in members[part] {
        for arc in row(Int(vertex)) { tally.add(strengths[arc], to: parts[Int(targets[arc])]) }
      }
      for target in tally.met where target != part {
        aggregateTargets.append(target)
        aggregateStrengths.append(tally[target])
      }
      aggregateOffsets.append(aggregateTargets.count)
      tally.clear()
    }
    return LeidenLevel(
      offsets: aggregateOffsets, targets: aggregateTargets, strengths: aggregateStrengths,
      weights: weights(of: parts, count: count), penalty: penalty, totalWeight: totalWeight)
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

/// Sums of strengths by community, cleared in the time of those that were met.
struct Tally {
  private var sums: [Double]
  /// The communities with a sum, in the order in which they were met.
  private(set) var met: [Int32] = []

  init(count: Int) { sums = [Double](repeating: 0, count: count) }

  subscript(community: Int32) -> Double { sums[Int(community)] }

  mutating func add(_ strength: Double, to community: Int32) {
    if sums[Int(community)] == 0 { met.append(community) }
    sums[Int(community)] += strength
  }

  mutating func clear() {
    for community in met { sums[Int(community)] = 0 }
    met.removeAll(keepingCapacity: true)
  }
}
