import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct ConstraintTests {
  @Test("the hub of a star is free, its leaves are bound")
  func star() {
    #expect(isClose(Graph.star(leaves: 3).constraint().values.compactMap { $0 }, [1.0 / 3, 1, 1, 1]))
  }

  @Test("a triangle binds everyone by 1.125")
  func triangle() {
    // By hand: p = 1/2, so (1/2 + 1/4)² twice.
    #expect(isClose(Graph.complete(3).constraint().values.compactMap { $0 }, [1.125, 1.125, 1.125]))
  }

  @Test("the kite")
  func kite() throws {
    // networkx 3.6.1 constraint, to four digits
    let values = Graph.kite.constraint().values
    #expect(isClose(values[7] ?? .nan, 0.4311, absolute: 5e-5))
    #expect(isClose(values[3] ?? .nan, 0.4702, absolute: 5e-5))
    #expect(isClose(values[9] ?? .nan, 1))
  }

  @Test("an isolate has no constraint")
  func degenerate() {
    #expect(Graph(0, []).constraint().values == [])
    #expect(Graph(3, [(0, 1)]).constraint().values == [1, 1, nil])
  }

  @Test("a hub of 100 000 leaves costs no more than its edges")
  func largeStar() throws {
    let values = Graph.star(leaves: 100_000).constraint().values
    #expect(isClose(values[0] ?? .nan, 1e-5))
    #expect(values[1] == 1)
  }

  @Test("strengths of any size give finite values that their unit does not change")
  func hostileStrengths() {
    for unit in [1e-300, 1, 1e307] {
      let graph = Graph(3, weighted: [(0, 1, unit), (1, 2, 2 * unit), (2, 0, 4 * unit)])
      let expected = Graph(3, weighted: [(0, 1, 1), (1, 2, 2), (2, 0, 4)])
      #expect(
        isClose(graph.constraint().values.compactMap { $0 }, expected.constraint().values.compactMap { $0 }))
    }
  }

  @Test("the same as the formula over all pairs and contacts", arguments: 0..<6)
  func slowReference(seed: Int) {
    let kind: EdgeKind = seed % 2 == 0 ? .directed : .undirected
    let shape = RandomGraphShape(24, 20 + 25 * seed, kind: kind, strengths: .fractional, seed: UInt64(seed))
    let graph = Graph.random(shape)
    let expected = constraintByFormula(graph)
    let values = graph.constraint().values
    #expect(values.map { $0 == nil } == expected.map { $0 == nil }, "\(shape)")
    #expect(isClose(values.compactMap { $0 }, expected.compactMap { $0 }), "\(shape)")

    let order = (0..<24).map { ($0 * 7 + 3) % 24 }
    let renamed = graph.relabelled(order).constraint().values
    #expect(isClose(order.compactMap { renamed[$0] }, expected.compactMap { $0 }), "\(shape)")
  }

  private func constraintByFormula(_ graph: Graph) -> [Double?] {
    let all = 0..<graph.vertexCount
    var ties = all.map { _ in all.map { _ in 0.0 } }
    for edge in graph.edges {
      ties[edge.source.index][edge.target.index] += edge.strength
      ties[edge.target.index][edge.source.index] += edge.strength
    }
    let p = ties.map { row in
      let sum = row.reduce(0, +)
      return row.map { sum == 0 ? 0 : $0 / sum }
    }
    return all.map { i in
      let contacts = all.filter { ties[i][$0] > 0 }
      guard !contacts.isEmpty else { return nil }
      return contacts.reduce(0) { sum, j in
        let invested = contacts.reduce(p[i][j]) { $0 + p[i][$1] * p[$1][j] }
        return sum + invested * invested
      }
    }
  }

  @Test(
    "constraint of real networks, by strengths where they vary", .enabled(if: ReferenceData.isPresent),
    arguments: ["krebs_911_62", "november17", "london_gang", "caviar_phases"])  // needs ../shared/data
  func real(folder: String) throws {
    // networkx 3.6.1 constraint and igraph 1.0.0 Graph.constraint
    let oracle = try Oracle(folder, kind: folder == "caviar_phases" ? .directed : .undirected)
    let expected = try #require(oracle.values("constraint_w") ?? oracle.values("constraint"))
    #expect(isClose(oracle.graph.constraint().values.compactMap { $0 }, expected))
  }
}
