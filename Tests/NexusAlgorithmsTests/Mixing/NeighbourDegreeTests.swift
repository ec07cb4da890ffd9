import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct NeighbourDegreeTests {
  @Test("leaves of a star see the hub, the hub sees leaves")
  func star() {
    #expect(Graph.star(leaves: 3).averageNeighbourDegree().values == [1, 3, 3, 3])
    let byDegree = Graph.star(leaves: 3).averageNeighbourDegreeByDegree()
    #expect(
      byDegree.map(\.degree) == [1, 3] && byDegree.map(\.mean) == [3, 1]
        && byDegree.map(\.vertices) == [3, 1])
  }

  @Test("strong ties count more where they are asked to")
  func strengths() {
    // Vertex 1 has neighbours 0 (degree 1, strength 3) and 2 (degree 2, strength 1): (3·1 + 1·2) / 4.
    let graph = Graph(4, weighted: [(0, 1, 3), (1, 2, 1), (2, 3, 1)])
    #expect(graph.averageNeighbourDegree(counting: .strengths).values == [2, 1.25, 1.5, 2])
    #expect(graph.averageNeighbourDegree().values == [2, 1.5, 1.5, 2])
  }

  @Test("the kite, as networkx has it")
  func kite() {
    // networkx 3.6.1 average_neighbor_degree(nx.krackhardt_kite_graph())
    let expected: [Double] = [4.5, 4.5, 5.0, 4.0, 5.0, 4.2, 4.2, 4.0, 2.0, 2.0]
    #expect(isClose(Graph.kite.averageNeighbourDegree().values.compactMap { $0 }, expected))
  }

  @Test("isolates have no neighbours, and directions do not count")
  func degenerate() {
    #expect(Graph(0, []).averageNeighbourDegree().values == [])
    #expect(Graph(0, []).averageNeighbourDegreeByDegree().isEmpty)
    #expect(Graph(3, [(0, 1)]).averageNeighbourDegree().values == [1, 1, nil])
    let directed = Graph.random(RandomGraphShape(30, 70, kind: .directed, strengths: .fractional, seed: 3))
    #expect(
      directed.averageNeighbourDegree(counting: .strengths)
        == directed.undirectedSum().averageNeighbourDegree(counting: .strengths))
  }

  @Test("the largest strengths stay finite")
  func hostileStrengths() {
    let graph = Graph(4, weighted: [(0, 1, 1.5e308), (1, 2, 1.5e308), (2, 3, 1.5e308)])
    #expect(graph.averageNeighbourDegree(counting: .strengths).values == [2, 1.5, 1.5, 2])
  }
}
