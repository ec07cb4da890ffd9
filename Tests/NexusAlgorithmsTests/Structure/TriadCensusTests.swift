import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct TriadCensusTests {
  @Test(
    "one triad of each type",
    arguments: [
      ("003", []), ("012", [(0, 1)]), ("102", [(0, 1), (1, 0)]), ("021D", [(1, 0), (1, 2)]),
      ("021U", [(0, 1), (2, 1)]), ("021C", [(0, 1), (1, 2)]), ("111D", [(0, 1), (1, 0), (2, 1)]),
      ("111U", [(0, 1), (1, 0), (1, 2)]), ("030T", [(0, 1), (2, 1), (0, 2)]),
      ("030C", [(0, 1), (1, 2), (2, 0)]),
      ("201", [(0, 1), (1, 0), (1, 2), (2, 1)]), ("120D", [(1, 0), (1, 2), (0, 2), (2, 0)]),
      ("120U", [(0, 1), (2, 1), (0, 2), (2, 0)]), ("120C", [(0, 1), (1, 2), (0, 2), (2, 0)]),
      ("210", [(0, 1), (1, 2), (2, 1), (0, 2), (2, 0)]),
      ("300", [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)]),
    ] as [(String, [(Int, Int)])])
  func types(code: String, edges: [(Int, Int)]) throws {
    // The drawings of Holland and Leinhardt as W. de Nooy and others give them: D sends down, U receives from below.
    let census = try Graph(3, kind: .directed, edges).triadCensus()
    for type in TriadType.allCases { #expect(census[type] == (type.code == code ? 1 : 0), "\(type.code)") }
  }

  @Test("a directed random graph, as networkx has it")
  func known() throws {
    // networkx 3.6.1 triadic_census(gnm_random_graph(14, 60, seed=5, directed=True))
    let edges = [
      (0, 13), (0, 2), (0, 11), (0, 5), (0, 9), (0, 4), (0, 6), (1, 5), (1, 2), (1, 12), (1, 9), (1, 3),
      (2, 0), (2, 4), (2, 5), (3, 10), (3, 6), (3, 12), (3, 2), (3, 8), (3, 13), (4, 2), (4, 5), (4, 13),
      (5, 1), (5, 2), (5, 13), (5, 8), (6, 2), (6, 4), (6, 0), (6, 5), (6, 9), (7, 12), (7, 13), (7, 2),
      (7, 11), (7, 0), (7, 5), (8, 1), (8, 12), (8, 5), (8, 4), (9, 4), (9, 3), (9, 5), (10, 8), (10, 11),
      (11, 5), (11, 3), (11, 2), (11, 12), (12, 11), (12, 7), (12, 5), (13, 11), (13, 12), (13, 0), (13, 2),
      (13, 4),
    ]
    let census = try Graph(14, kind: .directed, edges).triadCensus()
    let expected = [30, 110, 23, 23, 32, 29, 38, 12, 26, 6, 2, 7, 6, 10, 10, 0]
    #expect(TriadType.allCases.map { census[$0] } == expected)
  }

  @Test("an undirected graph has only mutual pairs")
  func undirected() throws {
    let census = try Graph.kite.triadCensus()
    #expect(census[.t300] == Graph.kite.clustering().triangles.values.reduce(0, +) / 3)
    #expect(census[.t003] + census[.t102] + census[.t201] + census[.t300] == 120 && census.total == 120)
  }

  @Test("fewer than three vertices make no triads")
  func degenerate() throws {
    for count in 0..<3 { #expect(try Graph(count, []).triadCensus().total == 0) }
    #expect(try Graph(5, []).triadCensus()[.t003] == 10)
  }

  @Test("a hundred thousand vertices, and more than can be counted")
  func large() throws {
    let census = try Graph(100_000, kind: .directed, [(0, 1)]).triadCensus()
    #expect(census[.t012] == 99_998 && census.total == 166_661_666_700_000)
    let error = #expect(throws: TriadCensusError.self) { try Graph(3_800_001, []).triadCensus() }
    #expect(
      error?.description
        == "The graph has 3800001 vertices; their triples are more than can be counted. Take a part of at most 3800000."
    )
  }

  @Test("the same as looking at all triples of 1500 random graphs")
  func slowReference() throws {
    for seed in 0..<1500 {
      let kind: EdgeKind = seed % 5 == 0 ? .undirected : .directed
      let shape = RandomGraphShape(1 + seed % 9, seed % 53, kind: kind, seed: UInt64(seed))
      let graph = Graph.random(shape)
      let census = try graph.triadCensus()
      #expect(TriadType.allCases.map { census[$0] } == byTriples(graph), "\(shape)")
    }
  }

  /// The type of a triple is that of the first of the drawings above that some renaming of its vertices equals.
  private func byTriples(_ graph: Graph) -> [Int] {
    let n = graph.vertexCount
    var joined = [Bool](repeating: false, count: n * n)
    for edge in graph.edges {
      joined[edge.source.index * n + edge.target.index] = true
      if !graph.isDirected { joined[edge.target.index * n + edge.source.index] = true }
    }
    var counts = [Int](repeating: 0, count: 16)
    for a in 0..<n {
      for b in a + 1..<max(n, a + 1) {
        for c in b + 1..<max(n, b + 1) {
          let least = [[a, b, c], [a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]].map { order in
            [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)].reduce(0) { code, pair in
              code * 2 + (joined[order[pair.0] * n + order[pair.1]] ? 1 : 0)
            }
          }.min()!
          counts[TriadCensusTests.types[least]!] += 1
        }
      }
    }
    return counts
  }

  /// Smallest code over all orders → position of the type, worked out from the edge lists of the types.
  private static let types: [Int: Int] = {
    let drawings: [[(Int, Int)]] = [
      [], [(0, 1)], [(0, 1), (1, 0)], [(1, 0), (1, 2)], [(0, 1), (2, 1)], [(0, 1), (1, 2)],
      [(0, 1), (1, 0), (2, 1)], [(0, 1), (1, 0), (1, 2)], [(0, 1), (2, 1), (0, 2)], [(0, 1), (1, 2), (2, 0)],
      [(0, 1), (1, 0), (1, 2), (2, 1)], [(1, 0), (1, 2), (0, 2), (2, 0)], [(0, 1), (2, 1), (0, 2), (2, 0)],
      [(0, 1), (1, 2), (0, 2), (2, 0)], [(0, 1), (1, 2), (2, 1), (0, 2), (2, 0)],
      [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)],
    ]
    var types: [Int: Int] = [:]
    for (number, edges) in drawings.enumerated() {
      let codes = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]].map { order in
        [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)].reduce(0) { code, pair in
          code * 2 + (edges.contains { $0 == (order[pair.0], order[pair.1]) } ? 1 : 0)
        }
      }
      types[codes.min()!] = number
    }
    return types
  }()
}
