import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct InfomapTests {
  private func infomap(
    _ graph: Graph, _ options: InfomapOptions = InfomapOptions(), seed: UInt64 = 1
  ) throws -> Partition {
    var generator = SeededGenerator(seed: seed)
    return try graph.infomap(options, using: &generator)
  }

  @Test("a ring of cliques: each is found, though modularity would pair them")
  func ringOfCliques() throws {
    #expect(try infomap(.ringOfCliques(30, of: 5)) == Partition(labels: (0..<150).map { $0 / 5 }))
  }

  @Test("a flow round two cycles stays in each; without directions they are one")
  func directedCycles() throws {
    // Rosvall & Bergstrom 2008, figure 3: directions make communities that undirected measures cannot see.
    let strong = [(0, 1), (1, 2), (2, 3), (3, 0), (4, 5), (5, 6), (6, 7), (7, 4)].map { ($0.0, $0.1, 10.0) }
    let weak = [(0, 4), (4, 0)].map { ($0.0, $0.1, 1.0) }
    let graph = Graph(8, kind: .directed, weighted: strong + weak)
    #expect(try infomap(graph).labels == [0, 0, 0, 0, 1, 1, 1, 1])
  }

  @Test("isolates and components stand apart; no edges leave singletons")
  func degenerate() throws {
    #expect(try infomap(Graph(5, [(0, 1), (1, 2), (2, 0)])).labels == [0, 0, 0, 1, 2])
    for count in 0...2 { #expect(try infomap(Graph(count, [])) == Partition(singletons: count)) }
    let extreme = Graph(5, weighted: [(0, 1, 1e300), (1, 2, 1e-300), (2, 3, 1), (3, 4, 1e-308)])
    #expect(try infomap(extreme).count >= 1)
    let overflowing = Graph(3, weighted: [(0, 1, 1e308), (1, 2, 1e308)])
    #expect(try infomap(overflowing) == Partition(singletons: 3))
    var none = InfomapOptions()
    none.starts = 0
    #expect(throws: InfomapError.invalidStarts(0)) { try infomap(.kite, none) }
    (none.starts, none.iterations) = (1, 0)
    #expect(throws: InfomapError.invalidIterations(0)) { try infomap(.kite, none) }
  }

  @Test("of all divisions of small graphs, one of the shortest on at least 97 in 100")
  func optimum() throws {
    let graphs = 150
    var options = InfomapOptions()
    options.starts = 10
    var misses: [RandomGraphShape] = []
    for seed in 0..<UInt64(graphs) {
      let (graph, shape) = smallGraph(seed + 9_000, most: 6)
      let found = try graph.codelength(of: infomap(graph, options, seed: seed)) ?? 0
      let weak = graph.weakComponents()
      // The walker's jumps may make codebooks worth sharing that no edge joins; those are not searched for.
      let shortest =
        try divisions(of: graph.vertexCount).map { Partition(labels: $0) }
        .filter { partition in
          partition.sizes.indices.allSatisfy { community in
            Set(partition.members(of: community).map { weak[$0] }).count == 1
          }
        }
        .map { try graph.codelength(of: $0) ?? 0 }.min() ?? 0
      #expect(found >= shortest - 1e-9, "\(shape)")
      if found > shortest + 1e-9 { misses.append(shape) }
    }
    #expect(misses.count <= graphs * 3 / 100, "\(misses)")
  }

  @Test("never longer than one codebook for each component, or one for each vertex", arguments: 0..<20)
  func bounds(seed: Int) throws {
    let shape = RandomGraphShape(
      60, 40 + 10 * seed, kind: seed % 2 == 0 ? .directed : .undirected,
      strengths: seed % 3 == 0 ? .ones : .fractional, seed: UInt64(seed))
    let graph = Graph.random(shape)
    var options = InfomapOptions()
    options.starts = 2
    let found = try infomap(graph, options, seed: UInt64(seed))
    let length = try graph.codelength(of: found) ?? .nan
    #expect(try length <= (graph.codelength(of: graph.weakComponents()) ?? .nan) + 1e-9, "\(shape)")
    #expect(try length <= (graph.codelength(of: Partition(singletons: 60)) ?? .nan) + 1e-9, "\(shape)")
    #expect(try infomap(graph, options, seed: UInt64(seed)) == found, "\(shape)")
  }

  @Test(
    "real networks: codes no longer than igraph's", .enabled(if: ReferenceData.isPresent),
    arguments: [
      ("krebs_911_62", 4.609577961322751), ("november17", 4.170467523388409),
      ("london_gang", 5.332421544111453), ("caviar_phases", 3.8141146163012785),
    ])  // needs ../shared/data
  func real(folder: String, igraph: Double) throws {
    // igraph 1.0.0 community_infomap(edge_weights="weight", trials=20), best of 3, both directions added up
    let graph = try Oracle(folder).graph
    let length = try #require(try graph.codelength(of: infomap(graph)))
    #expect(length <= igraph + 1e-9, "\(length)")
  }
}
