import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct CommunityTiesTests {
  @Test("a triangle with a tail of two, by hand")
  func byHand() {
    let graph = Graph(
      6, kind: .directed, weighted: [(0, 1, 1), (1, 0, 1), (1, 2, 1), (2, 0, 1), (2, 3, 2), (3, 4, 1)])
    let ties = graph.communityTies(of: Partition(labels: [0, 0, 0, 1, 1, 2]))
    #expect(ties.map(\.internalEdges) == [3, 1, 0])
    #expect(ties.map(\.externalEdges) == [1, 1, 0])
    #expect(ties.map(\.internalStrength) == [4, 1, 0])
    #expect(ties.map(\.externalStrength) == [2, 2, 0])
    #expect(ties.map(\.volume) == [10, 4, 0])
    #expect(ties.map(\.conductance) == [0.5, 0.5, nil])
  }

  @Test("a community of all, and one of isolates, have no conductance")
  func degenerate() {
    #expect(Graph.kite.conductance(of: Partition(labels: [Int](repeating: 0, count: 10))) == [nil])
    #expect(Graph(3, [(0, 1)]).conductance(of: Partition(labels: [0, 0, 1])) == [nil, nil])
    #expect(Graph(0, []).conductance(of: Partition(labels: [])) == [])
  }

  @Test("conductance is the cut over the smaller volume", arguments: 0..<4)
  func slowReference(seed: Int) {
    let shape = RandomGraphShape(30, 70, kind: .directed, strengths: .fractional, seed: UInt64(seed))
    let graph = Graph.random(shape)
    let partition = Partition(labels: (0..<30).map { $0 % 4 })
    let strengths = graph.strengths().values
    let expected = (0..<4).map { community in
      let cut = graph.edges.filter {
        (partition[$0.source] == community) != (partition[$0.target] == community)
      }.reduce(0) { $0 + $1.strength }
      let inside = graph.vertices.filter { partition[$0] == community }.reduce(0) { $0 + strengths[$1.index] }
      let outside = graph.vertices.filter { partition[$0] != community }.reduce(0) {
        $0 + strengths[$1.index]
      }
      return cut / min(inside, outside)
    }
    #expect(isClose(graph.conductance(of: partition).map { $0 ?? .nan }, expected), "\(shape)")
  }
}
