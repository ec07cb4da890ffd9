import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Eccentricities")
struct EccentricitiesTests {
  @Test("The kite and the karate club have the values of networkx")
  func known() {
    // networkx 3.6.1: eccentricity(krackhardt_kite_graph()); radius, diameter, center of karate_club_graph().
    #expect(Graph.kite.eccentricities().values.values == [4, 4, 4, 4, 4, 3, 3, 2, 3, 4])
    let karate = Graph.karate.eccentricities()
    #expect(karate.radius == 3 && karate.diameter == 5)
    #expect(karate.center.map(\.index) == [0, 1, 2, 3, 8, 13, 19, 31])
  }

  @Test("Radius and centre are those of the largest component; isolates have 0")
  func components() {
    let graph = Graph(9, [(0, 1), (1, 2), (2, 3), (3, 4), (6, 7)]).eccentricities()
    #expect(graph.values.values == [4, 3, 2, 3, 4, 0, 1, 1, 0])
    #expect(graph.radius == 2 && graph.diameter == 4 && graph.center == [VertexID(2)])
    let none = Graph(0, []).eccentricities()
    #expect(none.radius == 0 && none.diameter == 0 && none.center.isEmpty)
    let isolates = Graph(2, [(0, 0)]).eccentricities()
    #expect(isolates.values.values == [0, 0] && isolates.center.count == 2)
  }

  @Test("Directed, they are distances out of the vertex")
  func directed() {
    let path = Graph.path(4, kind: .directed).eccentricities()
    #expect(path.values.values == [3, 2, 1, 0])
    #expect(path.radius == 3 && path.center == [VertexID(0)])
  }

  @Test("They agree with the definition", arguments: [EdgeKind.undirected, .directed], 0..<4)
  func reference(kind: EdgeKind, block: Int) {
    for seed in UInt64(block * 75)..<UInt64(block * 75 + 75) {
      let shape = RandomGraphShape(
        Int(1 + seed % 13), Int(seed % 21), kind: kind, strengths: .whole, seed: seed)
      let drawn = Graph.random(shape)
      let graph = Graph(
        vertexCount: drawn.vertexCount, kind: kind, edges: drawn.edges.filter { 60 % Int($0.strength) == 0 })
      #expect(graph.eccentricities().values.values == SlowPaths(graph).eccentricity, "\(shape)")
      #expect(
        isClose(
          graph.eccentricities(by: .inverseStrength).values.values, SlowPaths(graph, unit: 60).eccentricity),
        "\(shape)")
    }
  }
}
