import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct NominalAssortativityTests {
  @Test("edges between equals only, between opposites only")
  func extremes() {
    let pairs = Graph(4, [(0, 1), (2, 3)])
    #expect(pairs.nominalAssortativity(of: VertexMap([0, 0, 1, 1])) == 1)
    #expect(pairs.nominalAssortativity(of: VertexMap([0, 1, 0, 1])) == -1)
  }

  @Test("the karate club by the side taken when it split")
  func karate() {
    // networkx 3.6.1 attribute_assortativity_coefficient(G, "club")
    let value = Graph.karate.nominalAssortativity(of: VertexMap(Graph.karateClubs))
    #expect(isClose(value ?? .nan, 0.717530864197531))
  }

  @Test("strengths and doubled directions do not count")
  func ignored() {
    let labels = VertexMap(["a", "a", "b"])
    let plain = Graph(3, [(0, 1), (1, 2)])
    let busy = Graph(3, kind: .directed, weighted: [(0, 1, 9), (1, 0, 2), (2, 1, 0.1)])
    #expect(busy.nominalAssortativity(of: labels) == plain.nominalAssortativity(of: labels))
  }

  @Test("undefined without edges and with one label on all ends")
  func degenerate() {
    #expect(Graph(0, []).nominalAssortativity(of: VertexMap([Int]())) == nil)
    #expect(Graph(2, []).nominalAssortativity(of: VertexMap([0, 1])) == nil)
    #expect(Graph(3, [(0, 1)]).nominalAssortativity(of: VertexMap([0, 0, 1])) == nil)
  }

  @Test("the same as the mixing matrix", arguments: 0..<4)
  func slowReference(seed: Int) {
    let graph = Graph.random(RandomGraphShape(30, 80, seed: UInt64(seed)))
    let labels = (0..<30).map { $0 * $0 % 4 }
    var matrix = [[Double]](repeating: [0, 0, 0, 0], count: 4)
    let unit = 0.5 / Double(graph.edgeCount)
    for edge in graph.edges {
      matrix[labels[edge.source.index]][labels[edge.target.index]] += unit
      matrix[labels[edge.target.index]][labels[edge.source.index]] += unit
    }
    let trace = (0..<4).reduce(0) { $0 + matrix[$1][$1] }
    let chance = matrix.reduce(0) { sum, row in
      let share = row.reduce(0, +)
      return sum + share * share
    }
    let value = graph.nominalAssortativity(of: VertexMap(labels))
    #expect(isClose(value ?? .nan, (trace - chance) / (1 - chance)), "seed \(seed)")
  }
}
