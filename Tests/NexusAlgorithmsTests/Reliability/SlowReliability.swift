import NexusAlgorithms
import NexusGraph

/// The definitions, without any thought of speed.
struct SlowReliability {
  let vertexCount: Int
  let edges: [Edge]
  let mayBridge: [Bool]

  /// Random edges between few vertices, some certain, some vertices that may not be passed.
  static func random(vertices: Int, edges: Int, using generator: inout SeededGenerator) -> SlowReliability {
    var list: [Edge] = []
    for first in 0..<vertices {
      for second in first + 1..<vertices {
        let p = [0.1, 0.25, 0.5, 0.5, 0.9, 1].randomElement(using: &generator)!
        list.append(Edge(VertexID(first), VertexID(second), strength: p))
      }
    }
    list.shuffle(using: &generator)
    return SlowReliability(
      vertexCount: vertices, edges: Array(list.prefix(edges)),
      mayBridge: (0..<vertices).map { _ in Int.random(in: 0..<6, using: &generator) > 0 })
  }

  func network() throws -> ReliabilityNetwork {
    try ReliabilityNetwork(vertexCount: vertexCount, edges: edges, mayBridge: mayBridge)
  }

  /// All simple paths with their reliabilities.
  func paths(from source: Int, to target: Int, maximumHops: Int) -> [(vertices: [Int], reliability: Double)] {
    var found: [(vertices: [Int], reliability: Double)] = []
    func extend(_ path: [Int], _ reliability: Double) {
      let last = path[path.count - 1]
      if last == target {
        found.append((path, reliability))
        return
      }
      guard path.count <= maximumHops, path.count == 1 || mayBridge[last] else { return }
      for edge in edges {
        for (here, there) in [(edge.source.index, edge.target.index), (edge.target.index, edge.source.index)]
        where here == last && !path.contains(there) {
          extend(path + [there], reliability * edge.strength)
        }
      }
    }
    extend([source], 1)
    return found
  }

  /// The sum over all 2^m states in which some path of few enough hops is there.
  func reliability(from source: Int, to target: Int, maximumHops: Int) -> Double {
    let paths = paths(from: source, to: target, maximumHops: maximumHops).map { path in
      zip(path.vertices, path.vertices.dropFirst()).reduce(0) { mask, step in
        let edge = edges.firstIndex {
          ($0.source.index, $0.target.index) == step || ($0.target.index, $0.source.index) == step
        }!
        return mask | 1 << edge
      }
    }
    return (0..<1 << edges.count).reduce(0.0) { sum, state in
      guard paths.contains(where: { $0 & state == $0 }) else { return sum }
      return sum
        + edges.indices.reduce(1.0) {
          $0 * (state >> $1 & 1 == 1 ? edges[$1].strength : 1 - edges[$1].strength)
        }
    }
  }
}
