import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Disparity filter")
struct DisparityFilterTests {
  @Test("By hand: a strong edge among weak ones is less likely by chance")
  func star() {
    // Hub 0 with strengths 8, 1, 1: (1 − 8/10)² = .04 and (1 − 1/10)² = .81; leaves have one edge and say nothing.
    let graph = Graph(4, weighted: [(0, 1, 8), (0, 2, 1), (0, 3, 1)])
    #expect(isClose(graph.disparity(), [0.04, 0.81, 0.81]))
  }

  @Test("Directed: what leaves the source and what reaches the target are two distributions")
  func directed() {
    let graph = Graph(4, kind: .directed, weighted: [(0, 1, 3), (0, 2, 1), (3, 1, 1)])
    // 0 → 1: out 3 of 4, two edges: .25; in 3 of 4, two edges: .25.  0 → 2: out .75; in alone.  3 → 1: in .75.
    #expect(isClose(graph.disparity(), [0.25, 0.75, 0.75]))
  }

  @Test("Two ends with nothing else say nothing; no edges give no values")
  func degenerate() {
    #expect(Graph(2, [(0, 1)]).disparity() == [1])
    #expect(Graph(3, []).disparity().isEmpty && Graph(0, []).disparity().isEmpty)
  }

  @Test(
    "Values lie in 0...1, do not depend on the unit of strength, and follow a relabelling",
    arguments: 1...50 as ClosedRange<UInt64>)
  func properties(seed: UInt64) {
    for kind in [EdgeKind.undirected, .directed] {
      let graph = Graph.random(RandomGraphShape(12, 30, kind: kind, strengths: .fractional, seed: seed))
      let values = graph.disparity()
      #expect(values.allSatisfy { (0...1).contains($0) }, "seed \(seed)")
      let scaled = Graph(
        vertexCount: graph.vertexCount, kind: kind,
        edges: graph.edges.map { Edge($0.source, $0.target, strength: $0.strength * 7) })
      #expect(isClose(scaled.disparity(), values), "seed \(seed)")
      let order = (0..<12).map { ($0 * 5 + 3) % 12 }
      #expect(isClose(graph.relabelled(order).disparity().sorted(), values.sorted()), "seed \(seed)")
    }
  }
}
