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
    #expect(graph.weakComponents() == Partition(labels: spread(graph)), "\(shape)")
  }

  @Test("the same on thousands of small graphs, strong components of undirected ones too", arguments: 0..<4)
  func manySmall(quarter: Int) {
    for seed in UInt64(quarter * 500)..<UInt64(quarter * 500 + 500) {
      let shape = RandomGraphShape.small(seed: seed)
      let graph = Graph.random(shape)
      let labels = spread(graph)
      #expect(graph.weakComponents() == Partition(labels: labels), "\(shape)")
      guard !graph.isDirected else { continue }
      // Numbered by smallest member.
      let roots = labels.enumerated().filter { $0.offset == $0.element }.map(\.element)
      #expect(graph.strongComponents().values.map { roots[Int($0)] } == labels, "\(shape)")
    }
  }

  /// The smallest vertex that each can be reached from when directions do not matter.
  private func spread(_ graph: Graph) -> [Int] {
    var labels = Array(0..<graph.vertexCount)
    for _ in 0..<graph.vertexCount {
      var isSettled = true
      for edge in graph.edges {
        let (first, second) = (labels[edge.source.index], labels[edge.target.index])
        isSettled = isSettled && first == second
        labels[edge.source.index] = min(first, second)
        labels[edge.target.index] = min(first, second)
      }
      if isSettled { break }
    }
    return labels
  }

  @Test("component sizes of CAVIAR", .enabled(if: ReferenceData.isPresent))  // needs ../shared/data
  func caviar() throws {
    // networkx 3.6.1 weakly_connected_components
    let graph = try Oracle("caviar_phases", kind: .directed).graph
    #expect(graph.weakComponents().sizes == [105, 2])
  }
}
