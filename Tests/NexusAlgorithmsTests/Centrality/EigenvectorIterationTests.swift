import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Eigenvector centrality by a bounded iteration")
struct EigenvectorIterationTests {
  @Test("It comes near the exact one where the graph hangs together")
  func near() throws {
    for graph in [Graph.kite, .karate, .star(leaves: 7), .complete(5)] {
      let exact = try #require(try graph.eigenvectorCentrality()).values
      #expect(isClose(graph.eigenvectorIteration().values, exact, relative: 1e-6, absolute: 1e-7))
    }
    #expect(Graph(0, []).eigenvectorIteration().values.isEmpty)
    #expect(isClose(Graph(4, []).eigenvectorIteration().values, [0.5, 0.5, 0.5, 0.5]))
  }
}
