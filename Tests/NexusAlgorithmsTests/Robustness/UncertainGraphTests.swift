import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Graphs that the evidence allows")
struct UncertainGraphTests {
  private func certain(_ graph: Graph, missingShare: Double) -> UncertainGraph {
    UncertainGraph(
      vertexCount: graph.vertexCount, kind: graph.kind,
      edges: graph.edges.map { UncertainEdge($0, probability: 1) }, missingShare: missingShare)
  }

  private func draw(_ graph: UncertainGraph, seed: UInt64) -> Graph {
    var generator = SeededGenerator(seed: seed)
    return graph.draw(using: &generator)
  }

  @Test("Certain edges stay and impossible ones never are; without missing edges a draw is the graph")
  func extremes() {
    let kite = Graph.kite
    for seed in UInt64(1)...20 { #expect(draw(certain(kite, missingShare: 0), seed: seed) == kite) }
    let edges = kite.edges.enumerated().map { UncertainEdge($1, probability: $0 % 2 == 0 ? 1 : 0) }
    let half = UncertainGraph(vertexCount: 10, kind: .undirected, edges: edges, missingShare: 0)
    #expect(draw(half, seed: 3).edges == kite.edges.enumerated().filter { $0.offset % 2 == 0 }.map(\.element))
  }

  @Test("An edge is kept as often as its probability says")
  func frequency() {
    let edges = [0.2, 0.7].enumerated().map {
      UncertainEdge(Edge(VertexID(2 * $0), VertexID(2 * $0 + 1)), probability: $1)
    }
    let graph = UncertainGraph(vertexCount: 4, kind: .undirected, edges: edges, missingShare: 0)
    var counts = [0, 0]
    for seed in UInt64(1)...4000 {
      for edge in draw(graph, seed: seed).edges { counts[edge.source.index / 2] += 1 }
    }
    // Four standard deviations of 4000 draws.
    #expect(abs(Double(counts[0]) / 4000 - 0.2) < 0.026 && abs(Double(counts[1]) / 4000 - 0.7) < 0.03)
  }

  @Test("Both directions of a mutual edge stand or fall together")
  func mutual() {
    let graph = UncertainGraph(
      vertexCount: 2, kind: .directed,
      edges: [UncertainEdge(Edge(VertexID(0), VertexID(1)), isMutual: true, probability: 0.5)],
      missingShare: 0)
    #expect(Set((UInt64(1)...60).map { draw(graph, seed: $0).edgeCount }) == [0, 2])
  }

  @Test(
    "Missing edges join pairs that no edge joins, as many as asked for, with strengths of the graph",
    arguments: 1...10)
  func missingEdges(seed: Int) {
    for kind in [EdgeKind.undirected, .directed] {
      let graph = Graph.random(RandomGraphShape(40, 70, kind: kind, strengths: .whole, seed: UInt64(seed)))
      let uncertain = certain(graph, missingShare: 0.1)
      let pairs = graph.undirectedSum()
      #expect(uncertain.missingCount == Int((0.1 * Double(pairs.edgeCount)).rounded()))
      let drawn = draw(uncertain, seed: UInt64(seed))
      #expect(
        drawn.undirectedSum().edgeCount == pairs.edgeCount + uncertain.missingCount, "\(kind), seed \(seed)")
      let known = Set(graph.edges.map { [$0.source, $0.target] })
      let strengths = Set(graph.edges.map(\.strength))
      for edge in drawn.edges where !known.contains([edge.source, edge.target]) {
        #expect(!known.contains([edge.target, edge.source]) || kind == .undirected, "\(kind), seed \(seed)")
        #expect(graph.linkScore(edge.source, edge.target, by: .resourceAllocation) > 0, "seed \(seed)")
        #expect(strengths.contains(edge.strength), "seed \(seed)")
      }
    }
  }

  @Test("A missing edge is drawn in proportion to its resource allocation")
  func proportion() {
    let kite = Graph.kite
    let uncertain = certain(kite, missingShare: 1.0 / 18)
    #expect(uncertain.missingCount == 1)
    let links = kite.predictedLinks(limit: 100)
    let total = links.reduce(0) { $0 + $1.score }
    let known = Set(kite.edges)
    var counts: [Edge: Int] = [:]
    for seed in UInt64(1)...8000 {
      for edge in draw(uncertain, seed: seed).edges where !known.contains(edge) {
        counts[edge, default: 0] += 1
      }
    }
    #expect(counts.values.reduce(0, +) == 8000)
    for link in links {
      let share = Double(counts[Edge(link.source, link.target)] ?? 0) / 8000
      let expected = link.score / total
      #expect(abs(share - expected) < 4 * (expected * (1 - expected) / 8000).squareRoot(), "\(link)")
    }
  }

  @Test("Where every pair is joined, or none shares a neighbour, nothing is added")
  func nothingMissing() {
    #expect(draw(certain(.complete(6), missingShare: 0.5), seed: 1) == .complete(6))
    let apart = Graph(6, [(0, 1), (2, 3), (4, 5)])
    #expect(draw(certain(apart, missingShare: 1), seed: 1) == apart)
    #expect(draw(certain(Graph(0, []), missingShare: 1), seed: 1) == Graph(0, []))
    let nearly = Graph(vertexCount: 6, edges: Graph.complete(6).edges.dropLast())
    #expect(draw(certain(nearly, missingShare: 0.5), seed: 1).edgeCount == 15, "the one pair left")
  }
}
