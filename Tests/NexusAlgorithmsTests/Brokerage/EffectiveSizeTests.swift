import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct EffectiveSizeTests {
  @Test("a star's hub loses nothing, a clique's members are one contact to each other")
  func extremes() {
    #expect(Graph.star(leaves: 3).effectiveSize().values == [3, 1, 1, 1])
    #expect(isClose(Graph.complete(5).effectiveSize().values.compactMap { $0 }, [1, 1, 1, 1, 1]))
    #expect(
      isClose(
        Graph.complete(5).contactEfficiency().values.compactMap { $0 }, Array(repeating: 0.25, count: 5)))
  }

  @Test("the kite")
  func kite() {
    // networkx 3.6.1 effective_size(nx.krackhardt_kite_graph())
    let expected = [
      2.0, 2.0, 1.0, 3.3333333333333335, 1.0, 3.0, 3.0, 2.3333333333333335, 2.0, 1.0,
    ]
    #expect(isClose(Graph.kite.effectiveSize().values.compactMap { $0 }, expected))
  }

  @Test("directions and strengths, as networkx counts them")
  func directed() {
    // networkx 3.6.1: G = nx.DiGraph(); G.add_weighted_edges_from([(0,1,2),(1,0,1),(1,2,3),(0,2,1),(3,0,4),(2,3,0.5)]);
    // effective_size(G, nodes=[0, 1, 2, 3], weight="weight"). Without `nodes` it divides by the largest strength of q
    // instead of j and differs.
    let graph = Graph(
      4, kind: .directed, weighted: [(0, 1, 2), (1, 0, 1), (1, 2, 3), (0, 2, 1), (3, 0, 4), (2, 3, 0.5)])
    let expected: [Double] = [2.401041666666667, 1.7083333333333335, 1.9444444444444442, 1.675925925925926]
    #expect(isClose(graph.effectiveSize().values.compactMap { $0 }, expected))
  }

  @Test("an isolate has no contacts to size up")
  func degenerate() {
    #expect(Graph(0, []).effectiveSize().values == [])
    #expect(Graph(3, [(0, 1)]).effectiveSize().values == [1, 1, nil])
    #expect(Graph(3, [(0, 1)]).contactEfficiency().values == [1, 1, nil])
  }

  @Test("the largest and smallest strengths stay finite")
  func hostileStrengths() {
    let expected = Graph(3, weighted: [(0, 1, 1), (1, 2, 2), (2, 0, 4)]).effectiveSize().values.compactMap {
      $0
    }
    for unit in [1e-300, 1e307] {
      let graph = Graph(3, weighted: [(0, 1, unit), (1, 2, 2 * unit), (2, 0, 4 * unit)])
      #expect(isClose(graph.effectiveSize().values.compactMap { $0 }, expected))
    }
  }

  @Test(
    "the same as the formula over all pairs and contacts of 600 random graphs, and as n - 2t/n with equal strengths"
  )
  func slowReference() {
    for seed in 0..<600 {
      let kind: EdgeKind = seed % 2 == 0 ? .directed : .undirected
      let strengths: RandomGraphShape.Strengths = seed % 3 == 0 ? .ones : .fractional
      let shape = RandomGraphShape(
        2 + seed % 11, 3 + seed % 40, kind: kind, strengths: strengths, seed: UInt64(seed))
      let graph = Graph.random(shape)
      let values = graph.effectiveSize().values
      let expected = sizeByFormula(graph)
      #expect(values.map { $0 == nil } == expected.map { $0 == nil }, "\(shape)")
      #expect(isClose(values.compactMap { $0 }, expected.compactMap { $0 }), "\(shape)")
      if kind == .undirected {
        let plain = Graph(
          vertexCount: graph.vertexCount, edges: graph.edges.map { Edge($0.source, $0.target) })
        let triangles = plain.clustering().triangles.values
        let simple = plain.degrees().values.enumerated().compactMap { vertex, degree in
          degree == 0 ? nil : Double(degree) - 2 * Double(triangles[vertex]) / Double(degree)
        }
        #expect(isClose(plain.effectiveSize().values.compactMap { $0 }, simple), "\(shape)")
      }
    }
  }

  private func sizeByFormula(_ graph: Graph) -> [Double?] {
    let all = 0..<graph.vertexCount
    var ties = all.map { _ in all.map { _ in 0.0 } }
    for edge in graph.edges {
      ties[edge.source.index][edge.target.index] += edge.strength
      ties[edge.target.index][edge.source.index] += edge.strength
    }
    return all.map { i in
      let contacts = all.filter { ties[i][$0] > 0 }
      guard !contacts.isEmpty else { return nil }
      let sum = ties[i].reduce(0, +)
      return contacts.reduce(0) { size, j in
        let largest = ties[j].max()!
        return size + 1 - contacts.reduce(0) { $0 + ties[i][$1] / sum * ties[j][$1] / largest }
      }
    }
  }
}

@Suite struct ConstraintHierarchyTests {
  @Test("contacts that constrain alike are no hierarchy")
  func even() {
    let values = Graph.cycle(5).constraintHierarchy().values
    #expect(isClose(values.compactMap { $0 }, [0, 0, 0, 0, 0]))
    #expect(Graph.path(3).constraintHierarchy().values.map { $0 == nil } == [true, false, true])
  }

  @Test("one contact that takes nearly all is nearly a full hierarchy")
  func steep() throws {
    // By hand: shares (0.1, 0.9) of strength, constraint 0.01 and 0.81 of 0.82, so
    // h = (r₁ ln r₁ + r₂ ln r₂) / (2 ln 2) with r = 0.02/0.82, 1.62/0.82.
    let graph = Graph(3, weighted: [(0, 1, 1), (0, 2, 9)])
    #expect(isClose(try #require(graph.constraintHierarchy().values[0]), 0.9049827543289239))
  }
}
