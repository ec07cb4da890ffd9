import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Estimated betweenness")
struct PathApproximationTests {
  @Test("The bounds hold in at least 95 of 100 draws, for all vertices together")
  func coverage() throws {
    let graph = Graph.random(RandomGraphShape(120, 200, seed: 4))
    let exact = graph.pathCentralities().betweenness.values
    var misses = 0
    for seed in UInt64(1)...100 {
      var options = PathOptions()
      options.precision = .pivots(60)
      options.seed = seed
      let estimate = graph.pathCentralities(options)
      let bounds = try #require(estimate.approximation).errorBounds.values
      let isHit = exact.indices.allSatisfy { abs(estimate.betweenness.values[$0] - exact[$0]) <= bounds[$0] }
      misses += isHit ? 0 : 1
    }
    #expect(misses <= 5)
  }

  @Test(
    "The bounds fail in no more than 5 of 100 draws on graphs of any kind, with few pivots as with many",
    arguments: [EdgeKind.undirected, .directed], [3, 30])
  func coverageOfSmallGraphs(kind: EdgeKind, pivots: Int) throws {
    // A star, whose middle depends on every source alike; a path, on which sources differ most; random ones.
    let graphs = [
      Graph(31, kind: kind, (1...15).flatMap { [($0, 0), (0, $0 + 15)] }), .path(40, kind: kind),
      .random(RandomGraphShape(40, 60, kind: kind, seed: 2)),
      .random(RandomGraphShape(40, 30, kind: kind, seed: 3)),
    ]
    for (number, graph) in graphs.enumerated() {
      let exact = graph.betweenness().values
      var misses = 0
      for seed in UInt64(1)...100 {
        var options = PathOptions()
        (options.precision, options.seed) = (.pivots(pivots), seed)
        let estimate = graph.pathCentralities(options)
        let bounds = try #require(estimate.approximation).errorBounds.values
        let errors = zip(estimate.betweenness.values, exact).map { abs($0 - $1) }
        misses += zip(errors, bounds).allSatisfy { $0 <= $1 + 1e-12 } ? 0 : 1
      }
      #expect(misses <= 5, "graph \(number), \(kind), \(pivots) pivots")
    }
  }

  @Test("More pivots give a smaller bound and an estimate closer by")
  func convergence() throws {
    let graph = Graph.random(RandomGraphShape(2_500, 5_000, seed: 4))
    let exact = graph.pathCentralities().betweenness.values
    let errors = try [100, 2_000].map { pivots in
      var options = PathOptions()
      options.precision = .pivots(pivots)
      let estimate = graph.pathCentralities(options)
      let approximation = try #require(estimate.approximation)
      #expect(approximation.pivots == pivots)
      #expect(approximation.confidence == 0.95)
      let worst = exact.indices.map { abs(estimate.betweenness.values[$0] - exact[$0]) }.max() ?? 0
      #expect(worst <= approximation.errorBound)
      return (bound: approximation.errorBound, worst: worst)
    }
    #expect(errors[1].bound < errors[0].bound / 4)
    #expect(errors[1].worst < errors[0].worst)
  }

  @Test(
    "Closeness, harmonic closeness and the diameter stay exact",
    arguments: [EdgeKind.undirected, .directed], [PathLengths.hops, .inverseStrength])
  func distances(kind: EdgeKind, lengths: PathLengths) {
    for (vertices, edges) in [(40, 30), (200, 260), (200, 900)] {
      let graph = Graph.random(RandomGraphShape(vertices, edges, kind: kind, strengths: .whole, seed: 6))
      expectEqualDistances(graph, lengths)
    }
    expectEqualDistances(.path(150, kind: kind), lengths)
  }

  @Test("As many pivots as vertices means exact, and small graphs always are")
  func enough() {
    var options = PathOptions()
    options.precision = .pivots(10)
    #expect(Graph.kite.pathCentralities(options) == Graph.kite.pathCentralities())
    options.precision = .pivots(1)
    #expect(Graph(2, [(0, 1)]).pathCentralities(options).approximation == nil)
  }

  @Test("Without a path of two arcs the estimate is 0 and certain")
  func pairs() {
    var options = PathOptions()
    options.precision = .pivots(2)
    let estimate = Graph(6, [(0, 1), (2, 3), (4, 5)]).pathCentralities(options)
    #expect(estimate.approximation?.errorBound == 0)
    #expect(estimate.betweenness.values.allSatisfy { $0 == 0 })
  }

  private func expectEqualDistances(_ graph: Graph, _ lengths: PathLengths) {
    var options = PathOptions()
    options.lengths = lengths
    let exact = graph.pathCentralities(options)
    options.precision = .pivots(3)
    let estimate = graph.pathCentralities(options)
    #expect(isClose(estimate.closeness.values, exact.closeness.values, relative: 1e-14))
    #expect(isClose(estimate.harmonic.values, exact.harmonic.values, relative: 1e-13))
    #expect(estimate.diameter == exact.diameter)
  }
}
