import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct ParticipationTests {
  @Test("two ties, one and one into three communities give 0.625")
  func byHand() {
    let partition = Partition(labels: [0, 0, 0, 1, 2])
    let values = Graph.star(leaves: 4).participation(in: partition).values
    #expect(isClose(values[0] ?? .nan, 0.625))
    #expect(values[1...] == [0, 0, 0, 0])
  }

  @Test("strengths and directions add up")
  func strengths() {
    let graph = Graph(4, kind: .directed, weighted: [(0, 1, 1), (1, 0, 1), (0, 2, 1), (3, 0, 1)])
    let values = graph.participation(in: Partition(labels: [0, 0, 1, 2])).values
    #expect(isClose(values[0] ?? .nan, 0.625))
  }

  @Test("an isolate has no participation, and one community takes all")
  func degenerate() {
    let graph = Graph(3, [(0, 1)])
    #expect(graph.participation(in: Partition(labels: [0, 0, 0])).values == [0, 0, nil])
    #expect(Graph(0, []).participation(in: Partition(labels: [])).values == [])
  }

  @Test("the largest strengths stay finite")
  func hostileStrengths() {
    let graph = Graph(3, weighted: [(0, 1, 1.5e308), (0, 2, 1.5e308)])
    #expect(graph.participation(in: Partition(labels: [0, 1, 2])).values == [0.5, 0, 0])
  }

  @Test("the same as the formula", arguments: 0..<4)
  func slowReference(seed: Int) {
    let shape = RandomGraphShape(30, 90, kind: .directed, strengths: .fractional, seed: UInt64(seed))
    let graph = Graph.random(shape)
    let partition = Partition(labels: (0..<30).map { $0 % 5 })
    var sums = [[Double]](repeating: [Double](repeating: 0, count: 5), count: 30)
    for edge in graph.edges {
      sums[edge.source.index][partition[edge.target]] += edge.strength
      sums[edge.target.index][partition[edge.source]] += edge.strength
    }
    let expected = sums.map { row in
      let total = row.reduce(0, +)
      return 1 - row.reduce(0) { $0 + ($1 / total) * ($1 / total) }
    }
    #expect(isClose(graph.participation(in: partition).values.map { $0 ?? .nan }, expected), "\(shape)")
  }
}
