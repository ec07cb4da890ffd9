import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Edge betweenness")
struct EdgeBetweennessTests {
  @Test("Paths, stars and rings have the values counted by hand")
  func small() {
    #expect(isClose(Graph.path(4).edgeBetweenness(), [3.0 / 6, 4.0 / 6, 3.0 / 6]))
    #expect(isClose(Graph.star(leaves: 4).edgeBetweenness(), [Double](repeating: 4.0 / 10, count: 4)))
    #expect(isClose(Graph.cycle(4).edgeBetweenness(), [Double](repeating: 2.0 / 6, count: 4)))
    #expect(isClose(Graph.path(3, kind: .directed).edgeBetweenness(), [2.0 / 6, 2.0 / 6]))
  }

  @Test("The karate club and the kite have the values of networkx")
  func known() {
    // networkx 3.6.1: edge_betweenness_centrality(karate_club_graph()) without weights, (0, 31) and (0, 6).
    let karate = Dictionary(uniqueKeysWithValues: zip(Graph.karate.edges, Graph.karate.edgeBetweenness()))
    #expect(isClose(karate[Edge(VertexID(0), VertexID(31))]!, 0.1272599949070537))
    #expect(isClose(karate[Edge(VertexID(0), VertexID(6))]!, 0.07813428401663694))
    // edge_betweenness_centrality(krackhardt_kite_graph())[(7, 8)].
    let kite = Dictionary(uniqueKeysWithValues: zip(Graph.kite.edges, Graph.kite.edgeBetweenness()))
    #expect(isClose(kite[Edge(VertexID(7), VertexID(8))]!, 0.35555555555555557))
    // edge_betweenness_centrality(gnp_random_graph(6, .4, seed=1, directed=True)).
    let directed = Graph(
      6, kind: .directed,
      [
        (0, 1), (0, 4), (1, 4), (1, 5), (2, 4), (3, 1), (3, 5), (4, 0), (4, 3), (4, 5), (5, 1), (5, 2),
      ])
    let expected: [Double] = [
      0.08888888888888889, 0.1, 0.21666666666666667, 0.1, 0.21666666666666667, 0.12222222222222223,
      0.06666666666666667, 0.18888888888888886, 0.18888888888888886, 0.15555555555555553, 0.10555555555555556,
      0.21666666666666667,
    ]
    #expect(isClose(directed.edgeBetweenness(), expected))
  }

  @Test("Without edges there is nothing; a pair's only edge carries everything")
  func degenerate() {
    #expect(Graph(0, []).edgeBetweenness().isEmpty)
    #expect(Graph(1, [(0, 0)]).edgeBetweenness().isEmpty)
    #expect(Graph(4, []).edgeBetweenness().isEmpty)
    #expect(Graph(2, [(0, 1), (0, 1)]).edgeBetweenness() == [1])
  }

  @Test(
    "Hops agree with the definition on random graphs", arguments: [EdgeKind.undirected, .directed], 0..<6)
  func hops(kind: EdgeKind, block: Int) {
    for seed in UInt64(block * 100)..<UInt64(block * 100 + 100) {
      let shape = RandomGraphShape(Int(2 + seed % 11), Int(seed % 19), kind: kind, seed: seed)
      let graph = Graph.random(shape)
      #expect(isClose(graph.edgeBetweenness(), SlowPaths(graph).edgeBetweenness), "\(shape)")
    }
  }

  @Test(
    "Inverse strengths agree with the definition in whole numbers",
    arguments: [EdgeKind.undirected, .directed], 0..<4)
  func lengths(kind: EdgeKind, block: Int) {
    var options = PathOptions()
    options.lengths = .inverseStrength
    for seed in UInt64(block * 100)..<UInt64(block * 100 + 100) {
      let shape = RandomGraphShape(
        Int(2 + seed % 11), Int(seed % 23), kind: kind, strengths: .whole, seed: seed)
      let drawn = Graph.random(shape)
      let graph = Graph(
        vertexCount: drawn.vertexCount, kind: kind, edges: drawn.edges.filter { 60 % Int($0.strength) == 0 })
      #expect(
        isClose(graph.edgeBetweenness(options), SlowPaths(graph, unit: 60).edgeBetweenness), "\(shape)")
    }
  }

  @Test(
    "Enough random sources come near the exact values",
    arguments: [EdgeKind.undirected, .directed], [PathLengths.hops, .inverseStrength])
  func pivots(kind: EdgeKind, lengths: PathLengths) {
    let shape = RandomGraphShape(200, 500, kind: kind, seed: 3)
    var options = PathOptions()
    options.lengths = lengths
    let graph = Graph.random(shape)
    let exact = graph.edgeBetweenness(options)
    let errors = [4, 199].map { pivots in
      options.precision = .pivots(pivots)
      let estimate = graph.edgeBetweenness(options)
      return zip(estimate, exact).reduce(0) { $0 + abs($1.0 - $1.1) } / exact.reduce(0, +)
    }
    #expect(errors[1] < errors[0] / 3, "\(shape), \(errors)")
  }

  @Test("The sum over all edges is the mean distance over all pairs that are reached")
  func total() {
    let graph = Graph.random(RandomGraphShape(80, 160, seed: 12))
    let mean = SlowPaths(graph).pairDistances.reduce(0, +) / (80 * 79)
    #expect(isClose(graph.edgeBetweenness().reduce(0, +), mean))
  }

  @Test("Any number of threads gives the same bytes", arguments: [PathPrecision.exact, .pivots(40)])
  func threads(precision: PathPrecision) {
    for kind in [EdgeKind.undirected, .directed] {
      let graph = Graph.random(RandomGraphShape(150, 260, kind: kind, seed: 8))
      var options = PathOptions()
      options.precision = precision
      let automatic = graph.edgeBetweenness(options)
      for threads in [1, 3, 100] {
        options.threads = threads
        #expect(graph.edgeBetweenness(options) == automatic)
      }
    }
  }
}
