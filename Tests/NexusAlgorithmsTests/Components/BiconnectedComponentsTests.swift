import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Biconnected components")
struct BiconnectedComponentsTests {
  @Test("Two triangles and a tail, the largest first, equals by their members")
  func order() {
    let graph = Graph(7, [(5, 6), (0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 2), (4, 5)])
    let components = graph.biconnectedComponents()
    #expect(members(components) == [[0, 1, 2], [2, 3, 4], [4, 5], [5, 6]])
    // In the order of the edges: 01 02 12 23 24 34 45 56.
    #expect(components.edgeComponents == [0, 0, 0, 1, 1, 1, 2, 3])
  }

  @Test("The karate club has one of 28 vertices, one of 6 and a bridge")
  func karate() {
    // networkx 3.6.1: biconnected_components(karate_club_graph()).
    #expect(members(Graph.karate.biconnectedComponents()).map(\.count) == [28, 6, 2])
  }

  @Test("Isolates lie in none, and opposite edges in one")
  func degenerate() {
    #expect(Graph(0, []).biconnectedComponents().count == 0)
    #expect(Graph(3, [(1, 1)]).biconnectedComponents().count == 0)
    let pair = Graph(2, kind: .directed, [(0, 1), (1, 0)]).biconnectedComponents()
    #expect(members(pair) == [[0, 1]] && pair.edgeComponents == [0, 0])
  }

  @Test(
    "Edges that meet lie in one exactly when their other ends are tied without the vertex", arguments: 0..<8)
  func reference(block: Int) {
    for seed in UInt64(block * 100)..<UInt64(block * 100 + 100) {
      let shape = RandomGraphShape(Int(2 + seed % 9), Int(seed % 16), seed: seed)
      let graph = Graph.random(shape)
      let components = graph.biconnectedComponents()
      let edges = graph.edges
      for middle in graph.vertices {
        let rest = Graph(
          vertexCount: graph.vertexCount,
          edges: edges.filter { $0.source != middle && $0.target != middle }
        ).weakComponents()
        let ends = edges.indices.compactMap { edge -> (edge: Int, end: VertexID)? in
          if edges[edge].source == middle { return (edge, edges[edge].target) }
          return edges[edge].target == middle ? (edge, edges[edge].source) : nil
        }
        for one in ends {
          for other in ends {
            #expect(
              (components.edgeComponents[one.edge] == components.edgeComponents[other.edge])
                == (rest[one.end] == rest[other.end]), "\(shape)")
          }
        }
      }
      for component in 0..<components.count {
        let own = edges.indices.filter { components.edgeComponents[$0] == component }
        let ends = Set(own.flatMap { [edges[$0].source, edges[$0].target] })
        #expect(Array(components.members(of: component)) == ends.sorted(), "\(shape)")
      }
    }
  }

  private func members(_ components: BiconnectedComponents) -> [[Int]] {
    (0..<components.count).map { components.members(of: $0).map(\.index) }
  }
}
