import Foundation
import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct TieConcentrationTests {
  @Test("one half and two quarters")
  func byHand() throws {
    let graph = Graph(4, weighted: [(0, 1, 2), (0, 2, 1), (0, 3, 1)])
    let hub = try #require(graph.tieConcentration().values[0])
    #expect(isClose(hub.herfindahl, 0.375) && isClose(hub.entropy, 1.5 * log(2)) && hub.contacts == 3)
    #expect(isClose(hub.evenness ?? .nan, 1.5 * log(2) / log(3)) && isClose(hub.effectiveContacts, 8.0 / 3))
    let leaf = try #require(graph.tieConcentration().values[1])
    #expect(leaf.herfindahl == 1 && leaf.entropy == 0 && leaf.evenness == nil)
  }

  @Test("edges that leave, edges that arrive, and both added up")
  func directions() {
    let graph = Graph(3, kind: .directed, weighted: [(0, 1, 3), (1, 0, 1), (2, 0, 4)])
    let values = TieDirection.allCases.map { graph.tieConcentration($0).values[0]?.herfindahl }
    #expect(values[0] == 1 && isClose(values[1] ?? .nan, 0.68) && values[2] == 0.5)
    #expect(graph.tieConcentration(.incoming).values[2] == nil)
  }

  @Test("an isolate has no ties, and the largest strengths stay finite")
  func degenerate() {
    #expect(Graph(0, []).tieConcentration().values.isEmpty)
    #expect(Graph(1, []).tieConcentration().values == [nil])
    let graph = Graph(3, weighted: [(0, 1, 1.5e308), (0, 2, 1.5e308)])
    #expect(graph.tieConcentration().values[0]?.herfindahl == 0.5)
  }

  @Test("bounds hold for 300 random graphs, and equal strengths reach them")
  func properties() {
    for seed in 0..<300 {
      let kind: EdgeKind = seed % 2 == 0 ? .directed : .undirected
      let shape = RandomGraphShape(10, seed % 50, kind: kind, strengths: .fractional, seed: UInt64(seed))
      let graph = Graph.random(shape)
      for value in graph.tieConcentration().values.compactMap({ $0 }) {
        let contacts = Double(value.contacts)
        #expect(value.herfindahl >= 1 / contacts - 1e-12 && value.herfindahl <= 1 + 1e-12, "\(shape)")
        #expect(value.entropy >= 0 && value.entropy <= log(contacts) + 1e-12, "\(shape)")
      }
      let plain = Graph(
        vertexCount: 10, edges: graph.edges.map { Edge(min($0.source, $0.target), max($0.source, $0.target)) }
      )
      for (vertex, value) in plain.tieConcentration(.outgoing).values.enumerated() {
        guard let value, plain.outgoing.strengths[plain.outgoing.row(vertex)].allSatisfy({ $0 == 1 }) else {
          continue
        }
        #expect(isClose(value.effectiveContacts, Double(value.contacts)), "\(shape)")
        #expect(isClose(value.entropy, log(Double(value.contacts))), "\(shape)")
      }
    }
  }
}
