import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct DegreePreservingRewiringTests {
  @Test(
    "every vertex keeps its degrees, the edges their strengths, and the graph stays simple", arguments: 0..<60
  )
  func invariants(seed: Int) {
    let shape = RandomGraphShape(
      2 + seed % 23, seed * 3, kind: seed % 2 == 0 ? .directed : .undirected, strengths: .fractional,
      seed: UInt64(seed))
    let graph = Graph.random(shape)
    let rewired = DegreePreservingRewiring(of: graph).graph(seed: UInt64(seed))
    #expect(rewired.vertexCount == graph.vertexCount && rewired.kind == graph.kind, "\(shape)")
    #expect(rewired.outgoing.offsets == graph.outgoing.offsets, "\(shape)")
    #expect(rewired.incoming.offsets == graph.incoming.offsets, "\(shape)")
    #expect(rewired.edgeCount == graph.edgeCount, "\(shape)")
    #expect(rewired.edges.map(\.strength).sorted() == graph.edges.map(\.strength).sorted(), "\(shape)")
  }

  @Test("all graphs with the degrees of a path of five come up equally often")
  func uniform() {
    // Degrees 1 2 2 2 1: by listing all graphs of four edges on five vertices, 7 have these degrees.
    let rewiring = DegreePreservingRewiring(of: Graph.path(5))
    var counts: [[Int32]: Int] = [:]
    for seed in 0..<7000 {
      counts[rewiring.graph(seed: UInt64(seed), swapsPerEdge: 20).outgoing.targets, default: 0] += 1
    }
    #expect(counts.count == 7)
    // Five standard deviations of a binomial with mean 1000 are 146.
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 146 }, "\(counts.values)")
  }

  @Test("all directed graphs with the degrees of a directed path of four come up equally often")
  func uniformDirected() {
    // Out-degrees 1 1 1 0 and in-degrees 0 1 1 1: arcs into 1, 2, 3 from a permutation of 0, 1, 2 without
    // fixed points on 1 and 2 make 3 graphs.
    let rewiring = DegreePreservingRewiring(of: Graph.path(4, kind: .directed))
    var counts: [[Int32]: Int] = [:]
    for seed in 0..<3000 {
      counts[rewiring.graph(seed: UInt64(seed), swapsPerEdge: 20).outgoing.targets, default: 0] += 1
    }
    #expect(counts.count == 3)
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 130 }, "\(counts.values)")
  }

  @Test("strengths are dealt out alike")
  func strengths() {
    let star = Graph(4, weighted: [(0, 1, 1), (0, 2, 2), (0, 3, 4)])
    let rewiring = DegreePreservingRewiring(of: star)
    var first: [Double: Int] = [:]
    for seed in 0..<3000 {
      let strengths = rewiring.graph(seed: UInt64(seed)).outgoing.strengths
      first[strengths[0], default: 0] += 1
    }
    #expect(first.count == 3 && first.values.allSatisfy { abs($0 - 1000) < 130 }, "\(first)")
  }

  @Test("the same seed gives the same graph, another seed another")
  func determinism() {
    let rewiring = DegreePreservingRewiring(of: Graph.karate)
    #expect(rewiring.graph(seed: 5) == rewiring.graph(seed: 5))
    #expect(rewiring.graph(seed: 5) != rewiring.graph(seed: 6))
    #expect(rewiring.graph(seed: 5, swapsPerEdge: 0) == Graph.karate)
  }

  @Test("where no swap is possible the graph stays as it is")
  func rigid() {
    for graph in [
      Graph(0, []), Graph(1, []), Graph(2, [(0, 1)]), Graph.star(leaves: 5), Graph.complete(6),
      Graph.cycle(3, kind: .directed),
    ] {
      #expect(DegreePreservingRewiring(of: graph).graph(seed: 3) == graph)
    }
  }
}
