import NexusGraph
import NexusTestSupport
import Testing

@testable import NexusAlgorithms

@Suite("Betweenness by biconnected components")
struct BlockSplitTests {
  @Test("It equals the definition on thousands of random graphs, sparse to dense", arguments: 0..<20)
  func reference(block: Int) {
    for seed in UInt64(block * 120)..<UInt64(block * 120 + 120) {
      let vertices = Int(1 + seed % 13)
      let shape = RandomGraphShape(vertices, vertices / 2 + Int(seed % 14), strengths: .whole, seed: seed)
      let graph = Graph.random(shape)
      #expect(isClose(graph.betweenness().values, SlowPaths(graph).betweenness), "\(shape)")
    }
  }

  @Test("It equals one search out of every vertex on larger graphs", arguments: UInt64(1)...8)
  func searches(seed: UInt64) {
    let shape = RandomGraphShape(160, 130 + Int(seed) * 15, seed: seed)
    let graph = Graph.random(shape)
    let sums = ShortestPaths(of: graph, PathOptions())
      .sweep(from: Array(0..<160), collecting: [.dependencies]).dependencies
    #expect(isClose(graph.betweenness().values.map { $0 * 159 * 158 }, sums, absolute: 1e-7), "\(shape)")
  }

  @Test("A tree and a chain of triangles are cut as by hand")
  func small() {
    let path = BlockSplit(.path(4))
    #expect(path.graph.vertexCount == 0 && path.separatedPairs == [0, 4, 4, 0])
    // 0–1–2 and 2–3–4 triangles, 5 behind 4.
    let split = BlockSplit(Graph(6, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 2), (4, 5)]))
    #expect(split.graph.vertexCount == 6 && split.graph.edgeCount == 6)
    let weights = (0..<6).map { [Double(split.vertices[$0]), split.weights[$0]] }
    #expect(Set(weights) == [[0, 1], [1, 1], [2, 4], [2, 3], [3, 1], [4, 2]])
    #expect(split.separatedPairs == [0, 0, 12, 0, 8, 0])
  }

  @Test("A path of 50 000 actors needs no search")
  func deep() {
    var options = PathOptions()
    options.precision = .exact
    let count = 50_000
    let betweenness = Graph.path(count).betweenness(options).values
    let pairs = Double(count - 1) * Double(count - 2)
    for position in [0, 1, 777, 25_000, 49_999] {
      let expected = 2 * Double(position) * Double(count - 1 - position) / pairs
      #expect(isClose(betweenness[position], expected))
    }
  }
}
