import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct ModularityTests {
  /// Two triangles joined by one edge.
  let twoTriangles = Graph(6, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)])
  let sides = Partition(labels: [0, 0, 0, 1, 1, 1])

  @Test("two triangles joined by an edge: 5/14")
  func twoTrianglesApart() {
    #expect(isClose(twoTriangles.modularity(of: sides) ?? .nan, 5.0 / 14))
  }

  @Test("the karate club by the side taken when it split")
  func karate() {
    // networkx 3.6.1 modularity(G, clubs, weight=None)
    let value = Graph.karate.modularity(of: Partition(labels: Graph.karateClubs))
    #expect(isClose(value ?? .nan, 0.35823, absolute: 5e-6))
  }

  @Test("a ring of 30 cliques of five: pairs of cliques have more modularity than cliques")
  func resolutionLimit() {
    // Fortunato & Barthélemy 2007, doi:10.1073/pnas.0605965104; values by hand from Q's definition
    let ring = Graph.ringOfCliques(30, of: 5)
    let single = Partition(labels: (0..<150).map { $0 / 5 })
    let pairs = Partition(labels: (0..<150).map { $0 / 10 })
    #expect(isClose(ring.modularity(of: single) ?? .nan, 0.87576, absolute: 5e-6))
    #expect(isClose(ring.modularity(of: pairs) ?? .nan, 0.88788, absolute: 5e-6))
  }

  @Test("one community has modularity 1 − γ")
  func whole() {
    let all = Partition(labels: [0, 0, 0, 0, 0, 0])
    #expect(isClose(twoTriangles.modularity(of: all) ?? .nan, 0))
    #expect(isClose(twoTriangles.modularity(of: all, resolution: 0.25) ?? .nan, 0.75))
  }

  @Test("CPM counts strength inside and pairs of members")
  func cpm() {
    #expect(isClose(twoTriangles.cpmQuality(of: sides, resolution: 0.5), 6 - 0.5 * 6))
    #expect(twoTriangles.cpmQuality(of: Partition(singletons: 6), resolution: 0.5) == 0)
  }

  @Test("undefined without edges and when strengths add up to infinity")
  func degenerate() {
    #expect(Graph(0, []).modularity(of: Partition(labels: [])) == nil)
    #expect(Graph(2, []).modularity(of: Partition(labels: [0, 0])) == nil)
    let huge = Graph(3, weighted: [(0, 1, 1e308), (1, 2, 1e308)])
    #expect(huge.modularity(of: Partition(labels: [0, 0, 1])) == nil)
  }

  @Test("the same as the sum over all pairs", arguments: 0..<6)
  func slowReference(seed: Int) {
    let kind: EdgeKind = seed % 2 == 0 ? .directed : .undirected
    let shape = RandomGraphShape(20, 60, kind: kind, strengths: .fractional, seed: UInt64(seed))
    let graph = Graph.random(shape)
    let partition = Partition(labels: (0..<20).map { $0 * $0 % 5 })
    var ties = [[Double]](repeating: [Double](repeating: 0, count: 20), count: 20)
    for edge in graph.edges {
      ties[edge.source.index][edge.target.index] += edge.strength
      ties[edge.target.index][edge.source.index] += edge.strength
    }
    let strengths = ties.map { $0.reduce(0, +) }
    let total = strengths.reduce(0, +)
    var expected = 0.0
    for i in 0..<20 {
      for j in 0..<20 where partition.labels[i] == partition.labels[j] {
        expected += (ties[i][j] - 1.5 * strengths[i] * strengths[j] / total) / total
      }
    }
    #expect(isClose(graph.modularity(of: partition, resolution: 1.5) ?? .nan, expected), "\(shape)")
  }
}
