import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Articulation points and bridges")
struct ArticulationPointsTests {
  @Test("Hand-checkable graphs")
  func small() {
    #expect(points(.path(4)) == [1, 2] && bridges(.path(4)) == [[0, 1], [1, 2], [2, 3]])
    #expect(points(.star(leaves: 3)) == [0] && bridges(.star(leaves: 3)).count == 3)
    #expect(points(.cycle(5)).isEmpty && bridges(.cycle(5)).isEmpty)
    // Two triangles that share a vertex; two that share an edge; two joined by an edge.
    #expect(points(Graph(5, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 2)])) == [2])
    #expect(points(Graph(4, [(0, 1), (1, 2), (2, 0), (1, 3), (3, 2)])).isEmpty)
    let joined = Graph(6, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 3)])
    #expect(points(joined) == [2, 3] && bridges(joined) == [[2, 3]])
    // networkx 3.6.1: articulation_points and bridges of karate_club_graph and krackhardt_kite_graph.
    #expect(points(.karate) == [0] && bridges(.karate) == [[0, 11]])
    #expect(points(.kite) == [7, 8] && bridges(.kite) == [[7, 8], [8, 9]])
  }

  @Test("Without vertices, with isolates, loops and parallel edges")
  func degenerate() {
    #expect(points(Graph(0, [])).isEmpty && bridges(Graph(0, [])).isEmpty)
    #expect(points(Graph(1, [(0, 0)])).isEmpty && points(Graph(3, [])).isEmpty)
    let parallel = Graph(3, weighted: [(0, 1, 2), (1, 0, 3), (2, 2, 1)])
    #expect(points(parallel).isEmpty)
    #expect(parallel.bridges() == [Edge(VertexID(0), VertexID(1), strength: 5)])
  }

  @Test("Directions are ignored: two opposite edges are one bridge with the strengths of both")
  func directed() {
    let graph = Graph(3, kind: .directed, weighted: [(1, 0, 2), (0, 1, 1), (2, 1, 4)])
    #expect(points(graph) == [1])
    #expect(graph.bridges().map(\.strength) == [3, 4])
  }

  @Test("They are what leaves more components when it is taken out", arguments: 0..<10)
  func reference(block: Int) {
    for seed in UInt64(block * 100)..<UInt64(block * 100 + 100) {
      let shape = RandomGraphShape(
        Int(2 + seed % 11), Int(seed % 17), kind: seed % 3 == 0 ? .directed : .undirected,
        strengths: .fractional, seed: seed)
      let graph = Graph.random(shape).undirectedSum()
      let count = graph.weakComponents().count
      let cut = graph.vertices.filter { vertex in
        let rest = graph.edges.filter { $0.source != vertex && $0.target != vertex }
        // The vertex itself is left as an isolate.
        let left = Graph(vertexCount: graph.vertexCount, edges: rest).weakComponents().count - 1
        return left > count
      }
      #expect(Graph.random(shape).articulationPoints() == cut, "\(shape)")
      let edges = graph.edges.filter { edge in
        let rest = graph.edges.filter { $0 != edge }
        return Graph(vertexCount: graph.vertexCount, edges: rest).weakComponents().count > count
      }
      #expect(Graph.random(shape).bridges() == edges, "\(shape)")
    }
  }

  @Test("A long path needs no deep stack")
  func deep() {
    #expect(Graph.path(200_000).articulationPoints().count == 199_998)
    #expect(Graph.path(100_000).bridges().count == 99_999)
  }

  private func points(_ graph: Graph) -> [Int] { graph.articulationPoints().map(\.index) }

  private func bridges(_ graph: Graph) -> [[Int]] {
    graph.bridges().map { [$0.source.index, $0.target.index] }
  }
}
