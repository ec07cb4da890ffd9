import Foundation
import NexusGraph

/// Qualities of partitions from their definitions, over all pairs of vertices.
struct SlowCommunities {
  let count: Int
  /// Strength from the first to the second.
  var ties: [[Double]]
  let isDirected: Bool

  init(_ graph: Graph, keepingDirections: Bool) {
    count = graph.vertexCount
    isDirected = graph.isDirected && keepingDirections
    ties = [[Double]](repeating: [Double](repeating: 0, count: graph.vertexCount), count: graph.vertexCount)
    for edge in graph.edges {
      ties[edge.source.index][edge.target.index] += edge.strength
      if !isDirected { ties[edge.target.index][edge.source.index] += edge.strength }
    }
  }

  var leaving: [Double] { ties.map { $0.reduce(0, +) } }
  var arriving: [Double] { (0..<count).map { vertex in ties.reduce(0) { $0 + $1[vertex] } } }

  /// Σ over ordered pairs of one community of (A_ij − γ k_i k_j / S) / S, S the sum of A.
  func modularity(_ labels: [Int], resolution: Double) -> Double? {
    let (leaving, arriving) = (leaving, arriving)
    let total = leaving.reduce(0, +)
    guard total > 0 else { return nil }
    var sum = 0.0
    for i in 0..<count {
      for j in 0..<count where labels[i] == labels[j] {
        sum += (ties[i][j] - resolution * leaving[i] * arriving[j] / total) / total
      }
    }
    return sum
  }

  /// Σ over pairs of one community of A_ij − γ: ordered pairs where directions count.
  func cpm(_ labels: [Int], resolution: Double) -> Double {
    var sum = 0.0
    for i in 0..<count {
      for j in 0..<count where i != j && labels[i] == labels[j] { sum += ties[i][j] - resolution }
    }
    return isDirected ? sum : sum / 2
  }

  /// The map equation as entropies of codebooks, weighted by their use; the walk by powers of a dense matrix.
  func codelength(_ labels: [Int], teleportation: Double) -> Double? {
    let leaving = leaving
    let total = leaving.reduce(0, +)
    guard total > 0 else { return nil }
    var visits = leaving.map { $0 / total }
    /// Probability of a step from the first to the second.
    var steps = ties
    for i in 0..<count {
      for j in 0..<count {
        let link = leaving[i] > 0 ? ties[i][j] / leaving[i] : 0
        let jump = leaving[i] > 0 ? teleportation : 1
        steps[i][j] = isDirected ? (1 - jump) * link + jump / Double(count) : link
      }
    }
    if isDirected {
      visits = [Double](repeating: 1 / Double(count), count: count)
      for _ in 0..<250 {
        visits = (0..<count).map { j in (0..<count).reduce(0) { $0 + visits[$1] * steps[$1][j] } }
      }
    }
    let communities = Set(labels).sorted()
    let exits = communities.map { community in
      var sum = 0.0
      for i in 0..<count where labels[i] == community {
        for j in 0..<count where labels[j] != community { sum += visits[i] * steps[i][j] }
      }
      return sum
    }
    var length = bits(exits)
    for (community, exit) in zip(communities, exits) {
      length += bits([exit] + (0..<count).filter { labels[$0] == community }.map { visits[$0] })
    }
    return length
  }

  /// The sum of the shares times their entropy.
  private func bits(_ shares: [Double]) -> Double {
    let sum = shares.reduce(0, +)
    return shares.reduce(0) { $1 > 0 ? $0 - $1 * log2($1 / sum) : $0 }
  }
}
