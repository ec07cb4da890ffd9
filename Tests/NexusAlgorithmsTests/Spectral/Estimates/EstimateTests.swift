import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Estimates of exponentials")
struct EstimateTests {
  @Test("The bounds of subgraph centrality enclose it on random graphs")
  func bounds() throws {
    for seed in UInt64(1)...12 {
      let shape = RandomGraphShape(
        40, Int(seed) * 12, kind: seed % 2 == 0 ? .directed : .undirected, strengths: .fractional, seed: seed)
      let graph = Graph.random(shape)
      let entries: MatrixEntries = seed % 3 == 0 ? .strengths : .ones
      let exact = try graph.subgraphCentrality(CommunicabilityOptions(entries: entries))
      var options = QuadratureOptions(entries: entries)
      for tolerance in [1e-2, 1e-8] {
        options.relativeTolerance = tolerance
        let bounds = try graph.subgraphCentralityBounds(of: Array(graph.vertices), options)
        for (vertex, range) in zip(graph.vertices, bounds) {
          #expect(range.contains(exact[vertex]), "\(shape)")
          #expect(range.upperBound <= range.lowerBound * (1 + tolerance + 1e-11), "\(shape)")
        }
      }
    }
  }

  @Test("Regular graphs, whose largest eigenvalue is its own bound, are enclosed too")
  func regular() throws {
    for graph in [Graph.cycle(12), Graph.complete(9), Graph(4, [(0, 1), (2, 3)])] {
      let exact = try graph.subgraphCentrality()
      let bounds = try graph.subgraphCentralityBounds(of: Array(graph.vertices))
      #expect(zip(graph.vertices, bounds).allSatisfy { $1.contains(exact[$0]) })
    }
  }

  @Test("Bounds of no vertex, of an isolate, and with one thread")
  func smallest() throws {
    #expect(try Graph.kite.subgraphCentralityBounds(of: []).isEmpty)
    let isolate = try Graph(1, []).subgraphCentralityBounds(of: [VertexID(0)])[0]
    #expect(isClose(isolate.lowerBound, 1) && isClose(isolate.upperBound, 1))
    var options = QuadratureOptions()
    options.threads = 1
    let all = Array(Graph.karate.vertices)
    #expect(
      try Graph.karate.subgraphCentralityBounds(of: all, options)
        == Graph.karate.subgraphCentralityBounds(of: all))
  }

  @Test("Too few steps are an error that says how far apart the bounds are")
  func notConverged() {
    var options = QuadratureOptions()
    options.maximumSteps = 2
    #expect {
      try Graph.karate.subgraphCentralityBounds(of: [VertexID(0)], options)
    } throws: { error in
      guard case .notConverged(2, let width) = error as? QuadratureError else { return false }
      return width > 1e-8
        && "\(QuadratureError.notConverged(steps: 2, relativeWidth: 0.5))"
          == "After 2 steps the bounds are still a relative 0.5 apart. Raise maximumSteps or relativeTolerance."
    }
    var estimate = NaturalConnectivityEstimateOptions()
    estimate.exactEigenvalues = 1
    estimate.quadrature.maximumSteps = 2
    #expect(throws: QuadratureError.self) { try Graph.karate.naturalConnectivityEstimate(estimate) }
  }

  @Test("Options out of range, and exponentials that overflow, are errors")
  func errors() {
    var options = QuadratureOptions(entries: .strengths)
    let strong = Graph(2, weighted: [(0, 1, 1_000)])
    #expect(throws: QuadratureError.overflow) {
      try strong.subgraphCentralityBounds(of: [VertexID(0)], options)
    }
    options.relativeTolerance = 0
    #expect(throws: QuadratureError.invalidTolerance(0)) {
      try strong.subgraphCentralityBounds(of: [VertexID(0)], options)
    }
    let endless = Graph(3, weighted: [(0, 1, 1e308), (0, 2, 1e308)])
    #expect(throws: QuadratureError.overflow) {
      try endless.subgraphCentralityBounds(of: [VertexID(0)], QuadratureOptions(entries: .strengths))
    }
    var estimate = NaturalConnectivityEstimateOptions()
    estimate.probes = 1
    #expect(throws: QuadratureError.invalidProbes(1)) { try strong.naturalConnectivityEstimate(estimate) }
  }

  @Test("Natural connectivity is estimated within its error bar for nearly all seeds")
  func estimate() throws {
    let graph = Graph.random(RandomGraphShape(60, 150, seed: 7))
    let exact = try #require(try graph.naturalConnectivity())
    var hits = 0
    for seed in UInt64(1)...10 {
      var options = NaturalConnectivityEstimateOptions()
      options.exactEigenvalues = 4
      options.probes = 16
      options.seed = seed
      let estimate = try #require(try graph.naturalConnectivityEstimate(options))
      #expect(isClose(estimate.value, exact, relative: 0.05), "seed \(seed)")
      hits += estimate.interval.contains(exact) ? 1 : 0
      options.quadrature.threads = 1
      #expect(try graph.naturalConnectivityEstimate(options) == estimate, "seed \(seed)")
    }
    #expect(hits >= 8)
  }

  @Test("With all eigenvalues exact there is nothing to estimate")
  func exact() throws {
    let estimate = try #require(try Graph.kite.naturalConnectivityEstimate())
    #expect(isClose(estimate.value, try #require(try Graph.kite.naturalConnectivity())))
    #expect(estimate.interval.upperBound - estimate.interval.lowerBound < 1e-9)
    #expect(try Graph(0, []).naturalConnectivityEstimate() == nil)
    var options = NaturalConnectivityEstimateOptions()
    options.quadrature.entries = .strengths
    let strong = try #require(try Graph(2, weighted: [(0, 1, 1_000)]).naturalConnectivityEstimate(options))
    #expect(isClose(strong.value, 1_000 - 0.6931471805599453))
  }
}
