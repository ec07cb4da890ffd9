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

  @Test("the karate club directed from the smaller to the larger number")
  func directedKarate() {
    // networkx 3.6.1 modularity(D, clubs, weight=None), and resolution=0.7
    let graph = Graph(
      vertexCount: 34, kind: .directed, edges: Graph.karate.edges.map { Edge($0.source, $0.target) })
    let clubs = Partition(labels: Graph.karateClubs)
    #expect(isClose(graph.modularity(of: clubs, directions: .kept) ?? .nan, 0.3681788297172912))
    #expect(
      isClose(graph.modularity(of: clubs, resolution: 0.7, directions: .kept) ?? .nan, 0.5154174884944116))
  }

  @Test(
    "both qualities are the same as sums over all pairs, directions kept or ignored, on 2000 small graphs")
  func slowReference() {
    for seed in 0..<2_000 as Range<UInt64> {
      let (graph, shape) = smallGraph(seed)
      let labels = randomLabels(graph.vertexCount, seed: seed)
      let partition = Partition(labels: labels)
      let resolution = 0.5 + Double(seed % 5) / 4
      for directions in DirectionTreatment.allCases {
        let slow = SlowCommunities(graph, keepingDirections: directions == .kept)
        let expected = slow.modularity(labels, resolution: resolution)
        let found = graph.modularity(of: partition, resolution: resolution, directions: directions)
        #expect((found == nil) == (expected == nil), "\(shape)")
        #expect(isClose(found ?? 0, expected ?? 0), "\(shape)")
        let potts = graph.cpmQuality(of: partition, resolution: resolution, directions: directions)
        #expect(isClose(potts, slow.cpm(labels, resolution: resolution)), "\(shape)")
      }
    }
  }
}
