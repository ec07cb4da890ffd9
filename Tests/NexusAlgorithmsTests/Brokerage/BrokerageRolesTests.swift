import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct BrokerageRolesTests {
  @Test("a facilitator between criminals and terrorists is a liaison, the first terrorist a gatekeeper")
  func workedExample() {
    // METHOD §4.4: o1→b, o2→b, b→t1, b→t2, o1→t2, t1→t3; o1→b→t2 is closed by o1→t2.
    let graph = Graph(6, kind: .directed, [(0, 2), (1, 2), (2, 3), (2, 4), (0, 4), (3, 5)])
    let roles = graph.brokerageRoles(of: VertexMap(["OC", "OC", "FAC", "T", "T", "T"])).values
    #expect(roles[2][.liaison] == 3 && roles[2].total == 3)
    #expect(roles[3][.gatekeeper] == 1 && roles[3].total == 1)
    #expect([0, 1, 4, 5].allSatisfy { roles[$0].total == 0 })
  }

  @Test(
    "each role on a path of three",
    arguments: [
      ("AAA", BrokerageRole.coordinator), ("ABA", .itinerant), ("ABB", .gatekeeper), ("AAB", .representative),
      ("ABC", .liaison),
    ])
  func byHand(groups: String, role: BrokerageRole) {
    let path = Graph.path(3, kind: .directed).brokerageRoles(of: VertexMap(Array(groups))).values
    #expect(path[1][role] == 1 && path[1].total == 1)
  }

  @Test("an undirected triad counts in both directions")
  func undirected() {
    let roles = Graph.path(3).brokerageRoles(of: VertexMap([0, 1, 1])).values
    #expect(roles[1][.gatekeeper] == 1 && roles[1][.representative] == 1 && roles[1].total == 2)
  }

  @Test("nobody brokers without two contacts, in a clique, or between a contact and itself")
  func degenerate() {
    #expect(Graph(0, []).brokerageRoles(of: VertexMap([Int]())).values.isEmpty)
    #expect(Graph(1, []).brokerageRoles(of: VertexMap([0])).values[0].total == 0)
    #expect(
      Graph.complete(5).brokerageRoles(of: VertexMap([0, 1, 2, 0, 1])).values.allSatisfy { $0.total == 0 })
    let pair = Graph(2, kind: .directed, [(0, 1), (1, 0)])
    #expect(pair.brokerageRoles(of: VertexMap([0, 1])).values.allSatisfy { $0.total == 0 })
  }

  @Test("the same as looking at all triples of 1500 random graphs, whatever the order of the vertices")
  func slowReference() {
    for seed in 0..<1500 {
      let vertices = 1 + seed % 10
      let shape = RandomGraphShape(
        vertices, seed % 37, kind: seed % 3 == 0 ? .undirected : .directed, strengths: .whole,
        seed: UInt64(seed))
      let graph = Graph.random(shape)
      let groups = (0..<vertices).map { ($0 * 7 + seed) % 5 % (1 + seed % 4) }
      let roles = graph.brokerageRoles(of: VertexMap(groups)).values
      let expected = countsByDefinition(graph, groups)
      #expect(roles.map { profile in BrokerageRole.allCases.map { profile[$0] } } == expected, "\(shape)")

      let order = (0..<vertices).map { (vertices - 1 - $0 + seed) % vertices }
      var renamed = groups
      for vertex in 0..<vertices { renamed[order[vertex]] = groups[vertex] }
      let moved = graph.relabelled(order).brokerageRoles(of: VertexMap(renamed)).values
      #expect(order.map { moved[$0] } == roles, "\(shape)")
    }
  }

  private func countsByDefinition(_ graph: Graph, _ groups: [Int]) -> [[Int]] {
    let all = 0..<graph.vertexCount
    var joined = all.map { _ in all.map { _ in false } }
    for edge in graph.edges {
      joined[edge.source.index][edge.target.index] = true
      if !graph.isDirected { joined[edge.target.index][edge.source.index] = true }
    }
    return all.map { b in
      var counts = [0, 0, 0, 0, 0]
      for a in all where a != b && joined[a][b] {
        for c in all where c != a && c != b && joined[b][c] && !joined[a][c] {
          switch (groups[a] == groups[b], groups[b] == groups[c], groups[a] == groups[c]) {
          case (true, true, _): counts[0] += 1
          case (false, false, true): counts[1] += 1
          case (false, true, _): counts[2] += 1
          case (true, false, _): counts[3] += 1
          default: counts[4] += 1
          }
        }
      }
      return counts
    }
  }
}

@Suite struct BrokerageRoleTestTests {
  @Test("what chance gives is the mean over all deals of the labels")
  func expectation() {
    let graph = Graph.random(RandomGraphShape(6, 11, kind: .directed, seed: 8))
    let labels = [0, 0, 0, 1, 1, 2]
    let test = graph.brokerageRoleTest(of: VertexMap(labels), PermutationOptions(permutations: 19))
    var sums = [[Double]](repeating: [0, 0, 0, 0, 0], count: 6)
    var deals = 0
    forEachOrder(of: [0, 1, 2, 3, 4, 5]) { order in
      let roles = graph.brokerageRoles(of: VertexMap(order.map { labels[$0] })).values
      for vertex in 0..<6 {
        for role in BrokerageRole.allCases { sums[vertex][role.rawValue] += Double(roles[vertex][role]) }
      }
      deals += 1
    }
    #expect(deals == 720)
    for vertex in 0..<6 {
      for role in BrokerageRole.allCases {
        #expect(isClose(test.expected.values[vertex][role], sums[vertex][role.rawValue] / 720))
      }
    }
    for role in BrokerageRole.allCases {
      #expect(isClose(test.expectedTotals[role], sums.reduce(0) { $0 + $1[role.rawValue] } / 720))
      #expect(test.totals[role] == test.counts.values.reduce(0) { $0 + $1[role] })
    }
  }

  @Test("p is the share of all deals that reach the data, within its sampling error")
  func pValues() {
    let graph = Graph(6, kind: .directed, [(0, 2), (1, 2), (2, 3), (2, 4), (0, 4), (3, 5)])
    let labels = [0, 0, 1, 2, 2, 2]
    let test = graph.brokerageRoleTest(of: VertexMap(labels), PermutationOptions(permutations: 4000))
    var reached = 0
    var reachedInAll = 0
    forEachOrder(of: [0, 1, 2, 3, 4, 5]) { order in
      let roles = graph.brokerageRoles(of: VertexMap(order.map { labels[$0] })).values
      reached += roles[2][.liaison] >= 3 ? 1 : 0
      reachedInAll += roles.reduce(0) { $0 + $1[.liaison] } >= 3 ? 1 : 0
    }
    // Five standard errors of 4000 draws are at most 0.04.
    #expect(abs(test.pValues.values[2][.liaison] - Double(reached) / 720) < 0.04)
    #expect(abs(test.totalPValues[.liaison] - Double(reachedInAll) / 720) < 0.04)
    #expect(test.pValues.values[0][.liaison] == 1)
  }

  @Test("the same seed gives the same test for any number of threads, another seed another")
  func determinism() {
    let graph = Graph.random(RandomGraphShape(40, 120, kind: .directed, seed: 2))
    let labels = VertexMap((0..<40).map { $0 % 3 })
    var options = PermutationOptions(permutations: 50, seed: 7)
    let test = graph.brokerageRoleTest(of: labels, options)
    for threads in [1, 2, 5] {
      options.threads = threads
      #expect(graph.brokerageRoleTest(of: labels, options) == test)
    }
    options.seed = 8
    #expect(graph.brokerageRoleTest(of: labels, options) != test)
  }

  @Test("below three vertices chance gives nothing")
  func degenerate() {
    let empty = Graph(0, []).brokerageRoleTest(of: VertexMap([Int]()), PermutationOptions(permutations: 9))
    #expect(
      empty.totals.total == 0 && empty.expectedTotals[.liaison] == 0 && empty.totalPValues[.liaison] == 1)
    let pair = Graph(2, [(0, 1)]).brokerageRoleTest(
      of: VertexMap([0, 1]), PermutationOptions(permutations: 9))
    #expect(pair.expected.values[0][.coordinator] == 0)
  }
}
