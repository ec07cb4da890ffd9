import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct LouvainTests {
  private func louvain(
    _ graph: Graph, _ options: LeidenOptions = LeidenOptions(), seed: UInt64 = 1
  ) throws -> Partition {
    var generator = SeededGenerator(seed: seed)
    return try graph.louvain(options, using: &generator)
  }

  @Test("cliques joined by single edges are found by CPM, two triangles by modularity")
  func cliques() throws {
    let found = try louvain(.ringOfCliques(30, of: 5), LeidenOptions(quality: .cpm, resolution: 0.5))
    #expect(found == Partition(labels: (0..<150).map { $0 / 5 }))
    let triangles = Graph(6, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)])
    #expect(try louvain(triangles).labels == [0, 0, 0, 1, 1, 1])
  }

  @Test("the karate club: ten starts come within 0.01 of the largest modularity there is")
  func karate() throws {
    var options = LeidenOptions()
    options.starts = 10
    let quality = Graph.karate.modularity(of: try louvain(.karate, options)) ?? .nan
    #expect(quality > 0.4098 && quality < 0.4198)
  }

  @Test("no vertices, no edges, isolates; options out of range are refused")
  func degenerate() throws {
    for count in 0...2 { #expect(try louvain(Graph(count, [])) == Partition(singletons: count)) }
    #expect(try louvain(Graph(4, [(0, 1)])).labels == [0, 0, 1, 2])
    #expect(throws: LeidenError.invalidResolution(0)) { try louvain(.kite, LeidenOptions(resolution: 0)) }
  }

  @Test("on 1000 small graphs every community is connected, and the quality at least that of singletons")
  func connected() throws {
    for seed in 0..<1_000 as Range<UInt64> {
      let (graph, shape) = smallGraph(seed)
      var options = LeidenOptions()
      options.directions = seed % 2 == 0 ? .kept : .ignored
      let partition = try louvain(graph, options, seed: seed)
      #expect(isConnected(partition, in: graph), "\(shape)")
      let singletons = Partition(singletons: graph.vertexCount)
      let least = graph.modularity(of: singletons, directions: options.directions) ?? 0
      #expect((graph.modularity(of: partition, directions: options.directions) ?? 0) >= least, "\(shape)")
    }
  }
}
