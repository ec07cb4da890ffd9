import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct ReciprocityTests {
  @Test("two returned edges of three")
  func byHand() throws {
    let result = Graph(3, kind: .directed, weighted: [(0, 1, 4), (1, 0, 1), (1, 2, 5)]).reciprocity()
    #expect(isClose(try #require(result.overall), 2.0 / 3))
    // Density 1/2: (2/3 − 1/2) / (1/2)
    #expect(isClose(try #require(result.correlation), 1.0 / 3))
    #expect(isClose(try #require(result.strength), 0.2))
    // networkx 3.6.1 reciprocity(G, nodes=[0, 1, 2])
    #expect(isClose(result.local.values.compactMap { $0 }, [1, 2.0 / 3, 0]))
  }

  @Test("undirected ties are all returned, a directed cycle has none")
  func extremes() {
    let path = Graph.path(3).reciprocity()
    #expect(
      path.overall == 1 && path.correlation == 1 && path.strength == 1 && path.local.values == [1, 1, 1])
    let cycle = Graph.cycle(3, kind: .directed).reciprocity()
    #expect(cycle.overall == 0 && cycle.correlation == -1)
    let complete = Graph(2, kind: .directed, [(0, 1), (1, 0)]).reciprocity()
    #expect(complete.overall == 1 && complete.correlation == nil)
  }

  @Test("not defined without edges")
  func degenerate() {
    for graph in [Graph(0, []), Graph(1, []), Graph(2, kind: .directed, [])] {
      let result = graph.reciprocity()
      #expect(result.overall == nil && result.correlation == nil && result.strength == nil)
      #expect(result.local.values.allSatisfy { $0 == nil })
    }
  }

  @Test("the same as looking at all pairs of 500 random graphs, in any unit")
  func slowReference() {
    for seed in 0..<500 {
      let shape = RandomGraphShape(
        2 + seed % 9, 1 + seed % 40, kind: .directed, strengths: .fractional, seed: UInt64(seed))
      let graph = Graph.random(shape)
      var strengths: [[Int]: Double] = [:]
      for edge in graph.edges { strengths[[edge.source.index, edge.target.index]] = edge.strength }
      let returned = strengths.filter { strengths[[$0.key[1], $0.key[0]]] != nil }
      let result = graph.reciprocity()
      guard !strengths.isEmpty else { continue }
      #expect(isClose(result.overall ?? .nan, Double(returned.count) / Double(strengths.count)), "\(shape)")
      let least = returned.reduce(0) { $0 + min($1.value, strengths[[$1.key[1], $1.key[0]]] ?? 0) }
      #expect(isClose(result.strength ?? .nan, least / strengths.values.reduce(0, +)), "\(shape)")
      let large = Graph(
        vertexCount: graph.vertexCount, kind: .directed,
        edges: graph.edges.map { Edge($0.source, $0.target, strength: $0.strength * 1e306) })
      #expect(isClose(large.reciprocity().strength ?? .nan, result.strength ?? .nan), "\(shape)")
    }
  }
}
