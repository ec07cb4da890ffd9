import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Global and local efficiency")
struct EfficiencyTests {
  @Test(
    "Paths of three and five have the values of METHOD §4.1, the karate club and the kite those of networkx")
  func known() {
    #expect(isClose(Graph.path(3).globalEfficiency(), 0.8333, absolute: 5e-5))
    #expect(isClose(Graph.path(5).globalEfficiency(), 0.6417, absolute: 5e-5))
    // networkx 3.6.1: global_efficiency and local_efficiency.
    #expect(isClose(Graph.karate.globalEfficiency(), 0.4920083184789052))
    #expect(isClose(Graph.kite.globalEfficiency(), 0.6462962962962965))
    let (karate, kite) = (Graph.karate.localEfficiency().values, Graph.kite.localEfficiency().values)
    #expect(isClose(karate.reduce(0, +) / 34, 0.6451265102000395))
    #expect(isClose(kite.reduce(0, +) / 10, 0.6188888888888889))
  }

  @Test("Too few vertices or neighbours score 0, a complete graph 1")
  func degenerate() {
    #expect(Graph(0, []).globalEfficiency() == 0 && Graph(1, [(0, 0)]).globalEfficiency() == 0)
    #expect(Graph(0, []).localEfficiency().values.isEmpty)
    #expect(Graph.star(leaves: 4).localEfficiency().values == [0, 0, 0, 0, 0])
    #expect(Graph.complete(5).globalEfficiency() == 1)
    #expect(Graph.complete(5).localEfficiency().values == [1, 1, 1, 1, 1])
    #expect(Graph(3, [(0, 1), (0, 1)]).globalEfficiency() == 1.0 / 3)
  }

  @Test("Directed pairs without a way back count 0; strengths shorten ways when asked to")
  func directed() {
    #expect(isClose(Graph.path(3, kind: .directed).globalEfficiency(), 2.5 / 6))
    let graph = Graph(3, weighted: [(0, 1, 2), (1, 2, 2)])
    #expect(isClose(graph.globalEfficiency(by: .inverseStrength), (2 + 2 + 1) / 3))
    // Directions are ignored by local efficiency.
    #expect(Graph(3, kind: .directed, [(0, 1), (0, 2), (2, 1)]).localEfficiency().values == [1, 1, 1])
  }

  @Test("They agree with the definitions", arguments: 0..<6)
  func reference(block: Int) {
    for seed in UInt64(block * 50)..<UInt64(block * 50 + 50) {
      let shape = RandomGraphShape(
        Int(2 + seed % 12), Int(seed % 41), kind: seed % 3 == 0 ? .directed : .undirected, seed: seed)
      let graph = Graph.random(shape)
      #expect(isClose(graph.globalEfficiency(), efficiency(graph)), "\(shape)")
      let plain = graph.undirectedSum()
      let expected = plain.vertices.map { vertex in
        let members = plain.outgoing.row(vertex.index).map { Int(plain.outgoing.targets[$0]) }
        let number = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($0.element, $0.offset) })
        let pairs = plain.edges.compactMap { edge -> (Int, Int)? in
          guard let first = number[edge.source.index], let second = number[edge.target.index] else {
            return nil
          }
          return (first, second)
        }
        return efficiency(Graph(members.count, pairs))
      }
      #expect(isClose(graph.localEfficiency().values, expected), "\(shape)")
    }
  }

  @Test("Around a hub of more than 64 neighbours, and for any number of threads")
  func hub() {
    let graph = Graph.random(RandomGraphShape(90, 700, seed: 4))
    let hub = Graph(
      vertexCount: 91, edges: graph.edges + graph.vertices.map { Edge($0, VertexID(90)) })
    let local = hub.localEfficiency()
    #expect(isClose(local.values[90], graph.globalEfficiency()))
    #expect(hub.localEfficiency(threads: 1) == local && hub.localEfficiency(threads: 5) == local)
  }

  private func efficiency(_ graph: Graph) -> Double {
    let harmonic = SlowPaths(graph).harmonic
    return graph.vertexCount > 1 ? harmonic.reduce(0, +) / Double(graph.vertexCount) : 0
  }
}
