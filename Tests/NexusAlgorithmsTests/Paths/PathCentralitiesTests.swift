import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Path centralities")
struct PathCentralitiesTests {
  @Test("Krackhardt's kite has the published values")
  func kite() {
    // D. Krackhardt, Administrative Science Quarterly 35, 1990; digits from networkx.krackhardt_kite_graph.
    let paths = Graph.kite.pathCentralities()
    let betweenness = paths.betweenness.values
    #expect(isClose(betweenness[7], 0.3889, absolute: 5e-5))
    #expect(
      isClose(betweenness[5], 0.2315, absolute: 5e-5) && isClose(betweenness[6], 0.2315, absolute: 5e-5))
    #expect(
      isClose(betweenness[8], 0.2222, absolute: 5e-5) && isClose(betweenness[3], 0.1019, absolute: 5e-5))
    #expect(isClose(paths.closeness.values[5], 9.0 / 14) && isClose(paths.closeness.values[6], 9.0 / 14))
    #expect(isClose(paths.closeness.values[3], 0.6) && isClose(paths.closeness.values[7], 0.6))
    #expect(paths.diameter == 4)
    #expect(paths.approximation == nil)
  }

  @Test("Graphs too small for a measure score 0")
  func smallest() {
    let none = Graph(0, []).pathCentralities()
    #expect(none.betweenness.values.isEmpty && none.closeness.values.isEmpty && none.diameter == 0)
    let one = Graph(1, []).pathCentralities()
    #expect(one.betweenness.values == [0] && one.closeness.values == [0] && one.harmonic.values == [0])
    let two = Graph(2, [(0, 1)]).pathCentralities()
    #expect(
      two.betweenness.values == [0, 0] && two.closeness.values == [1, 1] && two.harmonic.values == [1, 1])
    let apart = Graph(3, []).pathCentralities()
    #expect(
      apart.closeness.values == [0, 0, 0] && apart.harmonic.values == [0, 0, 0] && apart.diameter == 0)
  }

  @Test("Closeness over several components is that of Wasserman and Faust")
  func components() {
    // A path of three and a pair: r = 3 of 5 and r = 2 of 5.
    let closeness = Graph(5, [(0, 1), (1, 2), (3, 4)]).pathCentralities().closeness.values
    let expected: [Double] = [1.0 / 3, 0.5, 1.0 / 3, 0.25, 0.25]
    #expect(isClose(closeness, expected))
  }

  @Test("Directed closeness counts the paths that lead to a vertex")
  func incoming() {
    let paths = Graph.path(4, kind: .directed).pathCentralities()
    let harmonic: [Double] = [0, 1.0 / 3, 1.0 / 2, 11.0 / 18]
    #expect(isClose(paths.harmonic.values, harmonic))
    #expect(isClose(paths.closeness.values[3], 0.5))
    let betweenness: [Double] = [0, 1.0 / 3, 1.0 / 3, 0]
    #expect(isClose(paths.betweenness.values, betweenness))
  }

  @Test(
    "Hops agree with the definitions on random graphs",
    arguments: [EdgeKind.undirected, .directed], [20, 40, 70, 150, 400])
  func hops(kind: EdgeKind, edges: Int) {
    for seed in UInt64(1)...6 {
      let shape = RandomGraphShape(40, edges, kind: kind, seed: seed)
      expectAgreement(.random(shape), SlowPaths(.random(shape)), .hops, "\(shape)")
    }
  }

  @Test(
    "Inverse strengths agree with the definitions in whole numbers",
    arguments: [EdgeKind.undirected, .directed], [40, 90, 250])
  func lengths(kind: EdgeKind, edges: Int) {
    for seed in UInt64(1)...6 {
      // Strengths 1…5 add up in parallel edges; keep only those that divide 60.
      let drawn = Graph.random(RandomGraphShape(30, edges, kind: kind, strengths: .whole, seed: seed))
      let graph = Graph(
        vertexCount: 30, kind: kind, edges: drawn.edges.filter { 60 % Int($0.strength) == 0 })
      expectAgreement(graph, SlowPaths(graph, unit: 60), .inverseStrength, "edges \(edges), seed \(seed)")
    }
  }

  @Test("Paths that differ by rounding only are equally long")
  func ties() {
    // 1/10 + 1/5 and 3/10: equal, but not in floating point. So there are three paths 0–3 and two 1–2.
    let graph = Graph(
      4, weighted: [(0, 1, 10), (1, 3, 5), (0, 2, 5), (2, 3, 10), (0, 3, 10.0 / 3)])
    var options = PathOptions()
    options.lengths = .inverseStrength
    let expected: [Double] = [1.0 / 6, 1.0 / 9, 1.0 / 9, 1.0 / 6]
    #expect(isClose(graph.pathCentralities(options).betweenness.values, expected))
  }

  @Test(
    "Numbers of paths beyond floating point are no obstacle", arguments: [PathLengths.hops, .inverseStrength])
  func ladder(lengths: PathLengths) {
    // A chain of 1 200 diamonds has 2¹²⁰⁰ shortest paths from end to end; each side carries half of them.
    let diamonds = 1_200
    var pairs: [(Int, Int)] = []
    for near in stride(from: 0, to: 3 * diamonds, by: 3) {
      let far = near + 3
      pairs += [(near, near + 1), (near, near + 2), (near + 1, far), (near + 2, far)]
    }
    let graph = Graph(3 * diamonds + 1, pairs)
    var options = PathOptions()
    options.lengths = lengths
    options.precision = .pivots(4)
    let paths = graph.pathCentralities(options)
    #expect(paths.betweenness.values.allSatisfy { $0.isFinite && $0 >= 0 })
    #expect(paths.diameter == Double(2 * diamonds))
    let middle = 3 * (diamonds / 2)
    #expect(isClose(paths.betweenness.values[middle + 1], paths.betweenness.values[middle + 2]))
  }

  @Test("Relabelling vertices permutes the results")
  func relabelling() {
    let graph = Graph.random(RandomGraphShape(60, 140, kind: .directed, seed: 5))
    let order = (0..<60).map { ($0 * 37 + 11) % 60 }
    let (first, second) = (graph.pathCentralities(), graph.relabelled(order).pathCentralities())
    for vertex in 0..<60 {
      #expect(isClose(first.betweenness.values[vertex], second.betweenness.values[order[vertex]]))
      #expect(isClose(first.closeness.values[vertex], second.closeness.values[order[vertex]]))
    }
  }

  @Test("Any number of threads gives the same bytes", arguments: [PathPrecision.exact, .pivots(50)])
  func threads(precision: PathPrecision) {
    let graph = Graph.random(RandomGraphShape(300, 700, seed: 8))
    var options = PathOptions()
    options.precision = precision
    let automatic = graph.pathCentralities(options)
    for threads in [1, 2, 7, 100] {
      options.threads = threads
      #expect(graph.pathCentralities(options) == automatic)
    }
  }

  private func expectAgreement(_ graph: Graph, _ slow: SlowPaths, _ lengths: PathLengths, _ comment: String) {
    var options = PathOptions()
    options.lengths = lengths
    let fast = graph.pathCentralities(options)
    #expect(isClose(fast.betweenness.values, slow.betweenness), "\(comment)")
    #expect(isClose(fast.closeness.values, slow.closeness), "\(comment)")
    #expect(isClose(fast.harmonic.values, slow.harmonic), "\(comment)")
    #expect(isClose(fast.diameter, slow.diameter), "\(comment)")
  }
}
