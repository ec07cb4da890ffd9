import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct LabelPropagationTests {
  private func propagate(_ graph: Graph, seed: UInt64 = 1) throws -> Partition {
    var generator = SeededGenerator(seed: seed)
    return try graph.labelPropagation(using: &generator)
  }

  @Test("cliques joined by single edges are found", arguments: [1, 2, 3] as [UInt64])
  func cliques(seed: UInt64) throws {
    let found = try propagate(.ringOfCliques(8, of: 6), seed: seed)
    #expect(found == Partition(labels: (0..<48).map { $0 / 6 }))
  }

  @Test("strengths decide between equal numbers of neighbours")
  func strengths() throws {
    let graph = Graph(4, weighted: [(0, 1, 5), (2, 3, 5), (1, 2, 1)])
    #expect(try propagate(graph).labels == [0, 0, 1, 1])
  }

  @Test("no vertices, no edges, isolates")
  func degenerate() throws {
    for count in 0...2 { #expect(try propagate(Graph(count, [])) == Partition(singletons: count)) }
    #expect(try propagate(Graph(4, [(0, 1)])).labels == [0, 0, 1, 2])
  }

  @Test("on 1000 small graphs no label exceeds one's own, and every community is connected")
  func settled() throws {
    for seed in 0..<1_000 as Range<UInt64> {
      let (graph, shape) = smallGraph(seed)
      let partition = try propagate(graph, seed: seed)
      #expect(isConnected(partition, in: graph), "\(shape)")
      #expect(try propagate(graph.undirectedSum(), seed: seed) == partition, "\(shape)")
      // Parting what is not connected leaves each vertex all neighbours of its label.
      let ties = SlowCommunities(graph, keepingDirections: false).ties
      for vertex in 0..<graph.vertexCount {
        var sums = [Double](repeating: 0, count: partition.count)
        for other in 0..<graph.vertexCount { sums[partition.labels[other]] += ties[vertex][other] }
        #expect(
          sums[partition.labels[vertex]] >= (sums.max() ?? 0) * (1 - 1e-9), "\(shape), vertex \(vertex)")
      }
    }
  }

  @Test("too few sweeps are said to be so")
  func notConverged() {
    var options = LabelPropagationOptions()
    var generator = SeededGenerator(seed: 1)
    options.maximumSweeps = 1
    #expect(throws: LabelPropagationError.notConverged(sweeps: 1)) {
      try Graph.karate.labelPropagation(options, using: &generator)
    }
    options.maximumSweeps = 0
    #expect(throws: LabelPropagationError.invalidSweeps(0)) {
      try Graph.karate.labelPropagation(options, using: &generator)
    }
    #expect(
      LabelPropagationError.notConverged(sweeps: 1).description
        == "Labels still change after 1 sweeps. More sweeps settle them; leiden needs no such limit.")
  }
}
