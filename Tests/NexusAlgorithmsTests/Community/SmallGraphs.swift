import NexusAlgorithms
import NexusGraph
import NexusTestSupport

/// Small random graphs of every kind: directed or not, with strengths or without, with isolates, and drawn with
/// loops and parallel edges.
func smallGraph(_ seed: UInt64, most: Int = 8) -> (graph: Graph, shape: RandomGraphShape) {
  var generator = SeededGenerator(seed: seed)
  let vertices = Int.random(in: 1...most, using: &generator)
  let shape = RandomGraphShape(
    vertices, Int.random(in: 0...2 * vertices, using: &generator),
    kind: Bool.random(using: &generator) ? .directed : .undirected,
    strengths: [.ones, .whole, .fractional].randomElement(using: &generator)!, seed: seed)
  return (Graph.random(shape), shape)
}

/// A division of so many vertices drawn at random.
func randomLabels(_ count: Int, seed: UInt64) -> [Int] {
  var generator = SeededGenerator(seed: seed)
  let communities = Int.random(in: 1...max(count, 1), using: &generator)
  return (0..<count).map { _ in Int.random(in: 0..<communities, using: &generator) }
}

/// All ways to divide so many vertices: each joins a community before it or opens the next one.
func divisions(of count: Int) -> [[Int]] {
  guard count > 0 else { return [[]] }
  return divisions(of: count - 1).flatMap { labels in
    (0...((labels.max() ?? -1) + 1)).map { labels + [$0] }
  }
}

/// As many vertices a block as said; two of one block are joined with probability `within`, others with `between`.
func plantedPartition(_ blocks: Int, of size: Int, within: Double, between: Double, seed: UInt64) -> Graph {
  var generator = SeededGenerator(seed: seed)
  let count = blocks * size
  let pairs = (0..<count).flatMap { first in
    (first + 1..<count).filter { second in
      Double.random(in: 0..<1, using: &generator) < (first / size == second / size ? within : between)
    }.map { (first, $0) }
  }
  return Graph(count, pairs)
}

/// Whether every community is connected by edges inside it, in whichever direction.
func isConnected(_ partition: Partition, in graph: Graph) -> Bool {
  let inside = Graph(
    vertexCount: graph.vertexCount, edges: graph.edges.filter { partition[$0.source] == partition[$0.target] }
  )
  return inside.weakComponents() == partition
}
