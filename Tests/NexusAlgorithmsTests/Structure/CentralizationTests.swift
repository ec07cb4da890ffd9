import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct CentralizationTests {
  @Test("a star is wholly centralized, a cycle not at all")
  func extremes() {
    let star = Graph.star(leaves: 5)
    #expect(isClose(star.degreeCentralization() ?? .nan, 1))
    #expect(isClose(star.betweennessCentralization() ?? .nan, 1))
    #expect(isClose(star.outDegreeCentralization() ?? .nan, 1))
    #expect(Graph.cycle(6).degreeCentralization() == 0)
    #expect(Graph.cycle(6).betweennessCentralization() == 0)
    #expect(Graph.complete(4).degreeCentralization() == 0)
  }

  @Test("the kite and the karate club")
  func known() {
    // The formulas over networkx 3.6.1 betweenness_centrality and degree; by hand (10·6 − 36) / (9·8) for the kite.
    #expect(isClose(Graph.kite.degreeCentralization() ?? .nan, 24.0 / 72))
    #expect(isClose(Graph.kite.betweennessCentralization() ?? .nan, 0.2962962962962962))
    #expect(isClose(Graph.karate.degreeCentralization() ?? .nan, 0.3996212121212121))
    #expect(isClose(Graph.karate.betweennessCentralization() ?? .nan, 0.4055571953299228))
  }

  @Test("edges that all leave one vertex, or all point at it")
  func directed() {
    let outwards = Graph(5, kind: .directed, (1..<5).map { (0, $0) })
    #expect(isClose(outwards.outDegreeCentralization() ?? .nan, 1))
    // In-degrees 0 1 1 1 1: one short of 1, of 16.
    #expect(isClose(outwards.inDegreeCentralization() ?? .nan, 1.0 / 16))
    #expect(isClose(outwards.degreeCentralization() ?? .nan, 1))
    #expect(outwards.betweennessCentralization() == 0)
  }

  @Test("not defined below three vertices")
  func degenerate() {
    for graph in [Graph(0, []), Graph(1, []), Graph(2, kind: .directed, [(0, 1)])] {
      #expect(graph.degreeCentralization() == nil && graph.betweennessCentralization() == nil)
      #expect(graph.outDegreeCentralization() == nil && graph.inDegreeCentralization() == nil)
    }
    #expect(Graph(3, []).degreeCentralization() == 0)
  }

  @Test("from 0 to 1 for 200 random graphs, whatever the order of the vertices")
  func properties() {
    for seed in 0..<200 {
      let kind: EdgeKind = seed % 2 == 0 ? .directed : .undirected
      let shape = RandomGraphShape(12, seed % 60, kind: kind, seed: UInt64(seed))
      let graph = Graph.random(shape)
      let renamed = graph.relabelled((0..<12).map { ($0 * 5 + 3) % 12 })
      for (value, moved) in [
        (graph.degreeCentralization(), renamed.degreeCentralization()),
        (graph.outDegreeCentralization(), renamed.outDegreeCentralization()),
        (graph.inDegreeCentralization(), renamed.inDegreeCentralization()),
        (graph.betweennessCentralization(), renamed.betweennessCentralization()),
      ] {
        #expect((0...1).contains(value ?? .nan), "\(shape)")
        #expect(isClose(value ?? .nan, moved ?? .nan), "\(shape)")
      }
    }
  }
}
