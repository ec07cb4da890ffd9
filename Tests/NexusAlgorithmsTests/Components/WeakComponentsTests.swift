import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct WeakComponentsTests {
  @Test("components come by size, then by smallest member, and isolates are their own")
  func order() {
    let graph = Graph(8, kind: .directed, [(2, 1), (3, 2), (7, 5)])
    let components = graph.weakComponents()
    #expect(components.sizes == [3, 2, 1, 1, 1])
    #expect(components.labels == [2, 0, 0, 0, 3, 1, 4, 1])
  }

  @Test("no vertices and no edges")
  func degenerate() {
    #expect(Graph(0, []).weakComponents().count == 0)
    #expect(Graph(3, []).weakComponents() == Partition(singletons: 3))
  }

  @Test("a path of 200 000 vertices is one component")
  func longPath() {
    #expect(Graph.path(200_000, kind: .directed).weakComponents().sizes == [200_000])
  }

  @Test("vertices are together exactly when labels spread over edges meet", arguments: 0..<6)
  func spreadLabels(seed: Int) {
    let shape = RandomGraphShape(60, 45, kind: seed % 2 == 0 ? .directed : .undirected, seed: UInt64(seed))
    let graph = Graph.random(shape)
    var labels = Array(0..<60)
    for _ in 0..<60 {
      for edge in graph.edges {
        let smaller = min(labels[edge.source.index], labels[edge.target.index])
        (labels[edge.source.index], labels[edge.target.index]) = (smaller, smaller)
      }
    }
    #expect(graph.weakComponents() == Partition(labels: labels), "\(shape)")
  }

  @Test("component sizes of CAVIAR", .enabled(if: ReferenceData.isPresent))  // needs ../shared/data
  func caviar() throws {
    // networkx 3.6.1 weakly_connected_components
    let graph = try Oracle("caviar_phases", kind: .directed).graph
    #expect(graph.weakComponents().sizes == [105, 2])
  }
}
