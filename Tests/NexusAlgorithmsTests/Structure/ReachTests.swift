import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct ReachTests {
  @Test("steps along a path, with and against its edges")
  func path() {
    let path = Graph.path(5, kind: .directed)
    #expect(path.reach(within: 2).values == [0.5, 0.5, 0.5, 0.25, 0])
    #expect(path.reach(within: 2, following: .incoming).values == [0, 0.25, 0.5, 0.5, 0.5])
    #expect(path.reach(within: 1, following: .either).values == [0.25, 0.5, 0.5, 0.5, 0.25])
    #expect(path.reach(within: 0).values == [0, 0, 0, 0, 0])
    #expect(path.reach(within: 100).values == [1, 0.75, 0.5, 0.25, 0])
  }

  @Test("nobody to reach")
  func degenerate() {
    #expect(Graph(0, []).reach(within: 3).values == [])
    #expect(Graph(1, []).reach(within: 3).values == [0])
    #expect(Graph(3, [(0, 1)]).reach(within: 3).values == [0.5, 0.5, 0])
  }

  @Test("the same as a search from each vertex of 400 random graphs, for any number of threads")
  func slowReference() {
    for seed in 0..<400 {
      let kind: EdgeKind = seed % 2 == 0 ? .directed : .undirected
      // Some have more vertices than there are bits in a word.
      let shape = RandomGraphShape(
        seed % 20 == 0 ? 150 : 1 + seed % 15, seed % 20 == 0 ? 200 : seed % 40, kind: kind, seed: UInt64(seed)
      )
      let graph = Graph.random(shape)
      let (steps, direction) = (seed % 5, TieDirection.allCases[seed % 3])
      let expected = graph.vertices.map { search(graph, from: $0, steps: steps, direction) }
      let values = graph.reach(within: steps, following: direction).values
      #expect(isClose(values, expected), "\(shape)")
      #expect(graph.reach(within: steps, following: direction, threads: 1).values == values, "\(shape)")
    }
  }

  private func search(_ graph: Graph, from source: VertexID, steps: Int, _ direction: TieDirection) -> Double
  {
    var reached: Set<VertexID> = [source]
    for _ in 0..<steps {
      let before = reached
      for edge in graph.edges {
        let along = direction != .incoming || !graph.isDirected
        let against = direction != .outgoing || !graph.isDirected
        if along, before.contains(edge.source) { reached.insert(edge.target) }
        if against, before.contains(edge.target) { reached.insert(edge.source) }
      }
    }
    return graph.vertexCount > 1 ? Double(reached.count - 1) / Double(graph.vertexCount - 1) : 0
  }
}
