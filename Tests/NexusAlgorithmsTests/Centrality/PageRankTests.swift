import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("PageRank")
struct PageRankTests {
  @Test("Two vertices and one arc have the closed form")
  func arc() throws {
    // a = 0.075 + 0.425 b, b = a + 0.85 a, a + b = 1: a = 1 / 2.85.
    let ranks = try Graph.path(2, kind: .directed).pageRank().values
    #expect(isClose(ranks, [1 / 2.85, 1.85 / 2.85]))
  }

  @Test("Undirected rings and graphs without edges rank all alike")
  func uniform() throws {
    #expect(isClose(try Graph.cycle(5).pageRank().values, [0.2, 0.2, 0.2, 0.2, 0.2]))
    #expect(isClose(try Graph(4, []).pageRank().values, [0.25, 0.25, 0.25, 0.25]))
    #expect(try Graph(1, []).pageRank().values == [1])
    #expect(try Graph(0, []).pageRank().values.isEmpty)
  }

  @Test("The equation holds and ranks sum to 1", arguments: [EdgeKind.undirected, .directed], [60, 250])
  func equation(kind: EdgeKind, edges: Int) throws {
    for seed in UInt64(1)...4 {
      let graph = Graph.random(RandomGraphShape(80, edges, kind: kind, strengths: .fractional, seed: seed))
      let ranks = try graph.pageRank().values
      let sums = graph.outgoing.rowSums()
      let lost = (0..<80).reduce(0.0) { $0 + (sums[$1] == 0 ? ranks[$1] : 0) }
      for vertex in 0..<80 {
        let drawn = graph.incoming.row(vertex).reduce(0.0) {
          let source = Int(graph.incoming.targets[$1])
          return $0 + graph.incoming.strengths[$1] * ranks[source] / sums[source]
        }
        #expect(
          isClose(ranks[vertex], 0.85 * (drawn + lost / 80) + 0.15 / 80, relative: 1e-12), "seed \(seed)")
      }
      #expect(isClose(ranks.reduce(0, +), 1))
    }
  }

  @Test("Without damping by arcs all are alike; out of range it is refused")
  func damping() throws {
    #expect(
      isClose(
        try Graph.star(leaves: 3).pageRank(PageRankOptions(damping: 0)).values, [0.25, 0.25, 0.25, 0.25]))
    #expect(throws: PageRankError.dampingOutOfRange(1)) {
      try Graph.kite.pageRank(PageRankOptions(damping: 1))
    }
  }

  @Test("Too few iterations are reported")
  func notConverged() {
    var options = PageRankOptions()
    options.maximumIterations = 3
    #expect {
      try Graph.kite.pageRank(options)
    } throws: { error in
      guard case .notConverged(0.85, let residual) = error as? PageRankError else { return false }
      return residual > 1e-12
    }
  }

  @Test(
    "Strengths at the ends of floating point rank as moderate ones do",
    arguments: [EdgeKind.undirected, .directed])
  func extremes(kind: EdgeKind) throws {
    let triples = [(0, 1, 3.0), (1, 2, 1), (2, 0, 2), (2, 3, 5), (4, 2, 1)]
    let expected = try Graph(6, kind: kind, weighted: triples).pageRank().values
    for factor in [1e-307, 1e-200, 1e200, 3e307] {
      let scaled = Graph(6, kind: kind, weighted: triples.map { ($0.0, $0.1, $0.2 * factor) })
      #expect(isClose(try scaled.pageRank().values, expected), "factor \(factor)")
    }
    // Side by side in one graph, too: the small ones are all that their vertices have.
    let both =
      triples.map { ($0.0, $0.1, $0.2 * 1e-300) } + triples.map { ($0.0 + 6, $0.1 + 6, $0.2 * 1e300) }
    let ranks = try Graph(12, kind: kind, weighted: both).pageRank().values
    #expect(isClose(ranks.map { 2 * $0 }, expected + expected))
  }

  @Test("A damping close to 1 still satisfies the equation", arguments: [EdgeKind.undirected, .directed])
  func closeToOne(kind: EdgeKind) throws {
    let graph = Graph.random(RandomGraphShape(200, 500, kind: kind, seed: 4))
    let ranks = try graph.pageRank(PageRankOptions(damping: 0.999)).values
    let sums = graph.outgoing.rowSums()
    let lost = (0..<200).reduce(0.0) { $0 + (sums[$1] == 0 ? ranks[$1] : 0) }
    for vertex in 0..<200 {
      let drawn = graph.incoming.row(vertex).reduce(0.0) {
        let source = Int(graph.incoming.targets[$1])
        return $0 + graph.incoming.strengths[$1] * ranks[source] / sums[source]
      }
      #expect(isClose(ranks[vertex], 0.999 * (drawn + lost / 200) + 0.001 / 200, relative: 1e-10))
    }
  }
}
