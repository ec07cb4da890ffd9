import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct CrossTiesTests {
  private func test(
    _ graph: Graph, _ labels: [Int8], permutations: Int = 999, seed: UInt64 = 1
  ) -> CrossTies? {
    var generator = SeededGenerator(seed: seed)
    return graph.crossTies(
      of: VertexMap(labels), between: 1, and: 2, permutations: permutations, using: &generator)
  }

  @Test("two classes that only meet each other are beyond chance")
  func bipartite() throws {
    let graph = Graph(12, (0..<6).flatMap { first in (6..<12).map { (first, $0) } })
    let result = try #require(test(graph, [Int8](repeating: 1, count: 6) + [Int8](repeating: 2, count: 6)))
    #expect(result.count == 36 && result.edgeCount == 36 && result.share == 1)
    #expect(isClose(result.expectedShare, 36.0 / 66))
    #expect(isClose(result.ratio ?? .nan, 66.0 / 36))
    // Of C(12, 6) = 924 deals two have all edges cross, so chance reaches 36 about twice in 999.
    #expect(result.pValue <= 0.01)
  }

  @Test("no permutation reaching the data gives 1 in 1000")
  func smallest() throws {
    let graph = Graph(40, (0..<20).flatMap { first in (20..<40).map { (first, $0) } })
    let labels = [Int8](repeating: 1, count: 20) + [Int8](repeating: 2, count: 20)
    #expect(test(graph, labels)?.pValue == 0.001)
  }

  @Test("two classes that never meet are no more than chance")
  func apart() throws {
    let result = try #require(test(Graph(4, [(0, 1), (2, 3)]), [1, 1, 2, 2]))
    #expect(result.count == 0 && result.share == 0)
    #expect(result.pValue == 1)
  }

  @Test("p is the share of all deals that reach the data, within its sampling error")
  func exactShare() throws {
    let graph = Graph.kite
    let labels: [Int8] = [0, 1, 0, 2, 0, 0, 1, 2, 0, 0]
    let result = try #require(test(graph, labels, permutations: 20_000))
    var reached = 0
    var deals = 0
    var crossings = 0
    for a in 0..<10 {
      for b in (a + 1)..<10 {
        for c in 0..<10 where c != a && c != b {
          for d in (c + 1)..<10 where d != a && d != b {
            var deal = [Int](repeating: 0, count: 10)
            (deal[a], deal[b], deal[c], deal[d]) = (1, 1, 2, 2)
            let crossing = graph.edges.filter {
              deal[$0.source.index] * deal[$0.target.index] == 2
            }.count
            deals += 1
            crossings += crossing
            if crossing >= result.count { reached += 1 }
          }
        }
      }
    }
    #expect(isClose(result.expectedShare, Double(crossings) / Double(deals * graph.edgeCount)))
    // Five standard errors of 20 000 draws are at most 0.018.
    #expect(abs(result.pValue - Double(reached) / Double(deals)) < 0.018)
  }

  @Test("the same seed gives the same p, and directions do not matter")
  func determinism() {
    let directed = Graph.random(RandomGraphShape(50, 120, kind: .directed, strengths: .whole, seed: 4))
    let labels = (0..<50).map { Int8($0 % 4) }
    #expect(test(directed, labels, seed: 9) == test(directed, labels, seed: 9))
    #expect(test(directed, labels, seed: 9) == test(directed.undirectedSum(), labels, seed: 9))
  }

  @Test("a class without members never meets the other")
  func emptyClass() throws {
    let result = try #require(test(Graph.path(4), [1, 1, 0, 0]))
    #expect(result.count == 0 && result.expectedShare == 0 && result.ratio == nil && result.pValue == 1)
  }

  @Test("without edges there is nothing to test")
  func degenerate() {
    #expect(test(Graph(0, []), []) == nil)
    #expect(test(Graph(1, []), [1]) == nil)
    #expect(test(Graph(2, []), [1, 2]) == nil)
  }
}
