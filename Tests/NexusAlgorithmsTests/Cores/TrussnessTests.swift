import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Trussness")
struct TrussnessTests {
  @Test("Edges of a clique have its size, those in no triangle 2")
  func small() {
    #expect(Graph.complete(5).trussness().edges == [Int](repeating: 5, count: 10))
    // A clique of four, a triangle on one of its edges, and a tail: 01 02 03 04 12 13 14 23 45.
    let graph = Graph(7, [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (0, 4), (1, 4), (4, 5)])
    #expect(graph.trussness().edges == [4, 4, 4, 3, 4, 4, 3, 4, 2])
    #expect(graph.trussness().vertices.values == [4, 4, 4, 4, 3, 2, 0])
  }

  @Test("The karate club has the trusses of networkx")
  func karate() {
    // networkx 3.6.1: edges of k_truss(karate_club_graph(), k) for k from 2 to 6.
    let edges = Graph.karate.trussness().edges
    #expect((2...6).map { k in edges.count { $0 >= k } } == [78, 67, 25, 14, 0])
    let vertices = Graph.karate.trussness().vertices.values
    #expect((2...6).map { k in vertices.count { $0 >= k } } == [34, 32, 12, 6, 0])
  }

  @Test("Nothing, isolates, loops, parallel and opposite edges")
  func degenerate() {
    #expect(Graph(0, []).trussness().edges.isEmpty)
    #expect(Graph(2, [(0, 0)]).trussness().vertices.values == [0, 0])
    let opposite = Graph(3, kind: .directed, [(0, 1), (1, 0), (1, 2), (2, 0), (0, 1)]).trussness()
    #expect(opposite.edges == [3, 3, 3, 3] && opposite.vertices.values == [3, 3, 3])
  }

  @Test("It equals taking away edges in too few triangles", arguments: 0..<6)
  func reference(block: Int) {
    for seed in UInt64(block * 60)..<UInt64(block * 60 + 60) {
      let shape = RandomGraphShape(Int(2 + seed % 11), Int(seed % 60), seed: seed)
      let graph = Graph.random(shape)
      #expect(graph.trussness().edges == slowTrussness(graph), "\(shape)")
    }
  }

  @Test("Relabelling vertices permutes the result")
  func relabelling() {
    let graph = Graph.random(RandomGraphShape(40, 240, seed: 5))
    let order = (0..<40).map { ($0 * 17 + 5) % 40 }
    let (first, second) = (graph.trussness(), graph.relabelled(order).trussness())
    for vertex in 0..<40 { #expect(first.vertices.values[vertex] == second.vertices.values[order[vertex]]) }
  }

  private func slowTrussness(_ graph: Graph) -> [Int] {
    let n = graph.vertexCount
    let edges = graph.edges.map { ($0.source.index, $0.target.index) }
    var isLeft = [[Bool]](repeating: [Bool](repeating: false, count: n), count: n)
    for (first, second) in edges { (isLeft[first][second], isLeft[second][first]) = (true, true) }
    var trussness = [Int](repeating: 2, count: edges.count)
    for k in 3..<max(n + 1, 3) {
      var changes = true
      while changes {
        changes = false
        for (first, second) in edges where isLeft[first][second] {
          let triangles = (0..<n).count { isLeft[first][$0] && isLeft[second][$0] }
          guard triangles < k - 2 else { continue }
          (isLeft[first][second], isLeft[second][first], changes) = (false, false, true)
        }
      }
      for (edge, ends) in edges.enumerated() where isLeft[ends.0][ends.1] { trussness[edge] = k }
    }
    return trussness
  }
}
