import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct LeidenTests {
  private func leiden(
    _ graph: Graph, _ options: LeidenOptions = LeidenOptions(), seed: UInt64 = 1
  ) throws -> Partition {
    var generator = SeededGenerator(seed: seed)
    return try graph.leiden(options, using: &generator)
  }

  @Test("two triangles joined by an edge fall apart into triangles")
  func twoTriangles() throws {
    let graph = Graph(6, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)])
    #expect(try leiden(graph).labels == [0, 0, 0, 1, 1, 1])
  }

  @Test("a ring of 30 cliques of five: modularity pairs them, CPM and a finer resolution find each")
  func ringOfCliques() throws {
    let ring = Graph.ringOfCliques(30, of: 5)
    let cliques = Partition(labels: (0..<150).map { $0 / 5 })
    let paired = try leiden(ring)
    #expect(isClose(ring.modularity(of: paired) ?? .nan, 0.88788, absolute: 5e-6))
    #expect(try leiden(ring, LeidenOptions(quality: .cpm, resolution: 0.5)) == cliques)
    #expect(try leiden(ring, LeidenOptions(resolution: 3)) == cliques)
  }

  @Test("the karate club: the largest modularity there is", arguments: [1, 2, 3] as [UInt64])
  func karate(seed: UInt64) throws {
    // Exact optimum: Brandes and others 2008, doi:10.1109/TKDE.2007.190689
    let partition = try leiden(.karate, seed: seed)
    #expect(isClose(Graph.karate.modularity(of: partition) ?? .nan, 0.4198, absolute: 5e-5))
    #expect(partition.count == 4)
  }

  @Test("isolates are their own communities, components never mix")
  func components() throws {
    let graph = Graph(7, [(0, 1), (1, 2), (2, 0), (4, 5)])
    #expect(try leiden(graph).labels == [0, 0, 0, 2, 1, 1, 3])
  }

  @Test("no vertices, one vertex, no edges")
  func degenerate() throws {
    for quality in [LeidenOptions.Quality.modularity, .cpm] {
      for count in 0...3 {
        #expect(try leiden(Graph(count, []), LeidenOptions(quality: quality)) == Partition(singletons: count))
      }
    }
  }

  @Test("strengths and resolutions of extreme size end in a partition")
  func hostile() throws {
    let overflowing = Graph(3, weighted: [(0, 1, 1e308), (1, 2, 1e308)])
    #expect(try leiden(overflowing) == Partition(singletons: 3))
    #expect(try leiden(.kite, LeidenOptions(resolution: 1e308)) == Partition(singletons: 10))
    #expect(try leiden(.kite, LeidenOptions(quality: .cpm, resolution: 1e308)) == Partition(singletons: 10))
    #expect(try leiden(.kite, LeidenOptions(resolution: .leastNonzeroMagnitude)).count == 1)
    let mixed = Graph(5, weighted: [(0, 1, 1e300), (1, 2, 1e-300), (2, 3, 1), (3, 4, 1e-308)])
    #expect(try leiden(mixed).count >= 1)
    for unit in [1e-290, 1e290] {
      let scaled = Graph(
        vertexCount: 34, edges: Graph.karate.edges.map { Edge($0.source, $0.target, strength: unit) })
      #expect(try leiden(scaled).count == 4)
    }
  }

  @Test("options out of range are refused with a hint")
  func invalidOptions() {
    for value in [0, -1, .nan, .infinity] as [Double] {
      #expect(throws: LeidenError.self) { try leiden(.kite, LeidenOptions(resolution: value)) }
      var options = LeidenOptions()
      options.randomness = value
      #expect(throws: LeidenError.self) { try leiden(.kite, options) }
    }
    var none = LeidenOptions()
    none.starts = 0
    #expect(throws: LeidenError.invalidStarts(0)) { try leiden(.kite, none) }
    (none.starts, none.iterations) = (1, 0)
    #expect(throws: LeidenError.invalidIterations(0)) { try leiden(.kite, none) }
    #expect(
      LeidenError.invalidStarts(0).description
        == "0 starts find nothing. At least one is needed; nil lets the size of the graph decide.")
    #expect(
      LeidenError.invalidResolution(-1).description
        == "A resolution of -1.0 is not a positive number. Modularity is usual with 1.")
    #expect(
      LeidenError.invalidRandomness(0).description
        == "A randomness of 0.0 is not a positive number. Usual is 0.01.")
  }

  @Test("the same seed gives the same communities; only the undirected sum matters")
  func determinism() throws {
    let graph = Graph.random(
      RandomGraphShape(80, 200, kind: .directed, strengths: .fractional, seed: 3))
    #expect(try leiden(graph, seed: 5) == leiden(graph, seed: 5))
    #expect(try leiden(graph, seed: 5) == leiden(graph.undirectedSum(), seed: 5))
  }

  @Test("every community is connected, and the quality at least that of singletons", arguments: 0..<10)
  func connected(seed: Int) throws {
    let kind: EdgeKind = seed % 2 == 0 ? .directed : .undirected
    let shape = RandomGraphShape(
      120, 60 + 40 * seed, kind: kind, strengths: seed % 3 == 0 ? .ones : .fractional, seed: UInt64(seed))
    let graph = Graph.random(shape)
    let singletons = Partition(singletons: 120)
    for options in [
      LeidenOptions(), LeidenOptions(resolution: 0.1), LeidenOptions(quality: .cpm, resolution: 0.2),
    ] {
      let partition = try leiden(graph, options, seed: UInt64(seed))
      #expect(isConnected(partition, in: graph), "\(shape)")
      switch options.quality {
      case .modularity:
        let value = graph.modularity(of: partition, resolution: options.resolution) ?? .nan
        let least = graph.modularity(of: singletons, resolution: options.resolution) ?? .nan
        #expect(value >= least, "\(shape)")
      case .cpm:
        #expect(graph.cpmQuality(of: partition, resolution: options.resolution) >= 0, "\(shape)")
      }
    }
  }

  @Test(
    "real networks: the best modularity known, from any seed", .enabled(if: ReferenceData.isPresent),
    arguments: ["krebs_911_62", "november17", "london_gang", "caviar_phases"])  // needs ../shared/data
  func real(folder: String) throws {
    // best_q: the best of 100 runs each of networkx 3.6.1, igraph 1.0.0, leidenalg 0.12.0
    let isCaviar = folder == "caviar_phases"
    let given = try Oracle(folder, kind: isCaviar ? .directed : .undirected)
    let oracle = isCaviar ? given.undirectedSum : given
    let best = try #require(oracle.number("best_q_w") ?? oracle.number("best_q"))
    for seed in [1, 2, 3] as [UInt64] {
      let partition = try leiden(given.graph, seed: seed)
      let quality = given.graph.modularity(of: partition) ?? .nan
      #expect(quality >= best - 0.005 && quality <= best + 1e-9, "seed \(seed): \(quality)")
    }
  }
}

extension Graph {
  /// Complete graphs in a ring, each joined to the next by one edge.
  static func ringOfCliques(_ count: Int, of size: Int) -> Graph {
    let inside = (0..<count).flatMap { clique in
      Graph.complete(size).edges.map { ($0.source.index + size * clique, $0.target.index + size * clique) }
    }
    let between = (0..<count).map { (size * $0 + size - 1, size * (($0 + 1) % count)) }
    return Graph(count * size, inside + between)
  }
}
