import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Communicability betweenness")
struct CommunicabilityBetweennessTests {
  @Test("The middle of a star is on every walk between its leaves")
  func star() throws {
    let scores = try Graph.star(leaves: 5).communicabilityBetweenness().values
    #expect(isClose(scores[0], 1))
  }

  @Test("Below three vertices, and without edges, all scores are 0")
  func smallest() throws {
    for count in 0...4 {
      #expect(try Graph(count, []).communicabilityBetweenness().values == Array(repeating: 0, count: count))
    }
    #expect(try Graph.path(2).communicabilityBetweenness().values == [0, 0])
  }

  // networkx 3.6.1: communicability_betweenness_centrality.
  @Test("Kite and karate club have the values of NetworkX")
  func networkx() throws {
    #expect(
      isClose(
        try Graph.kite.communicabilityBetweenness().values,
        [
          0.25882363809700204, 0.2588236380970019, 0.16427211165869296, 0.4968567374553544,
          0.16427211165869315, 0.4973304631656285, 0.4973304631656285, 0.45116656042297726,
          0.23257411880531254, 0.009660773130165497,
        ]))
    let karate = try Graph.karate.communicabilityBetweenness().values
    #expect(
      isClose(
        [0, 1, 2, 11, 33].map { karate[$0] },
        [
          0.6030311066298724, 0.2875432661223978, 0.4033425727135757, 0.014449032362275339,
          0.5555402648551723,
        ]))
  }

  // mpmath 1.3.0 with 60 digits, 90 terms of both exponentials. NetworkX 3.6.1 has 0.0016323 and 0.0886083 for the
  // first two: its exponentials lose the small entries by which it divides.
  @Test("Walks along a chain keep their accuracy")
  func chain() throws {
    let scores = try Graph.path(24).communicabilityBetweenness().values
    #expect(isClose(scores[0], 0.0016147294301496042))
    #expect(isClose(scores[1], 0.088603681950291966))
    #expect(isClose(scores[5], 0.35851058858958992))
    #expect(isClose(scores[11], 0.52474630130448046))
  }

  @Test("The power series equal all the exponentials of the definition on small random graphs")
  func reference() throws {
    for shape in smallShapes(1...500) {
      let graph = Graph.random(shape)
      let entries: MatrixEntries = shape.seed % 5 < 2 ? .strengths : .ones
      let scores = try graph.communicabilityBetweenness(CommunicabilityOptions(entries: entries)).values
      #expect(isClose(scores, slowBetweenness(of: graph, entries), absolute: 1e-11), "\(shape)")
    }
  }

  @Test("A component is as it is alone, but for the number of pairs")
  func components() throws {
    let alone = try Graph.kite.communicabilityBetweenness().values
    let edges = Graph.kite.edges + [Edge(VertexID(10), VertexID(11))]
    let scores = try Graph(vertexCount: 13, edges: edges).communicabilityBetweenness().values
    #expect(isClose(Array(scores.prefix(10)), alone.map { $0 * 72 / 132 }))
    #expect(Array(scores.suffix(3)) == [0, 0, 0])
  }

  @Test("Relabelling vertices permutes the scores, and threads change no byte")
  func relabelling() throws {
    let graph = Graph.random(RandomGraphShape(40, 70, seed: 3))
    let order = (0..<40).map { ($0 * 7 + 3) % 40 }
    let scores = try graph.communicabilityBetweenness().values
    let moved = try graph.relabelled(order).communicabilityBetweenness().values
    #expect(isClose(scores, order.map { moved[$0] }))
    var options = CommunicabilityOptions()
    options.threads = 1
    #expect(try graph.communicabilityBetweenness(options).values == scores)
  }

  @Test("Walks too few for a number are refused")
  func underflow() {
    #expect(throws: CommunicabilityError.underflow) {
      let chain = Graph(3, weighted: [(0, 1, 1e-200), (1, 2, 1e-200)])
      return try chain.communicabilityBetweenness(CommunicabilityOptions(entries: .strengths))
    }
    #expect(CommunicabilityError.underflow.description.contains("chains of more than about 150 edges"))
  }

  private func slowBetweenness(of graph: Graph, _ entries: MatrixEntries) -> [Double] {
    let matrix = SlowMatrix(adjacencyOf: graph, entries: entries)
    let all = matrix.exponential()
    let count = graph.vertexCount
    return (0..<count).map { vertex in
      let rest = matrix.isolating(vertex).exponential()
      var sum = 0.0
      for (p, q) in (0..<count * count).map({ ($0 / count, $0 % count) })
      where p != q && p != vertex && q != vertex && all[p, q] > 0 {
        sum += (all[p, q] - rest[p, q]) / all[p, q]
      }
      return count > 2 ? sum / Double((count - 1) * (count - 2)) : 0
    }
  }
}
