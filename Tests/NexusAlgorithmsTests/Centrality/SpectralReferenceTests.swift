import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Spectral centralities against plain iteration")
struct SpectralReferenceTests {
  @Test("PageRank is what very many steps of its definition come to", arguments: 0..<4)
  func pageRank(quarter: Int) throws {
    for seed in UInt64(quarter * 500)..<UInt64(quarter * 500 + 500) {
      let shape = RandomGraphShape.small(seed: seed)
      let graph = Graph.random(shape)
      let ranks = try graph.pageRank().values
      #expect(isClose(ranks, walked(graph, damping: 0.85, steps: 250), relative: 1e-11), "\(shape)")
    }
  }

  @Test("Katz centrality is what very many steps of its definition come to", arguments: 0..<4)
  func katz(quarter: Int) throws {
    for seed in UInt64(quarter * 500)..<UInt64(quarter * 500 + 500) {
      let shape = RandomGraphShape.small(seed: seed)
      let graph = Graph.random(shape)
      let largest = graph.incoming.rowSums().max() ?? 0
      let attenuation = 0.5 / max(largest, 0.1)
      let scores = try graph.katzCentrality(KatzOptions(attenuation: .fixed(attenuation))).values
      var expected = [Double](repeating: 1, count: graph.vertexCount)
      for _ in 0..<60 { expected = product(graph, expected).map { attenuation * $0 + 1 } }
      let length = expected.reduce(0) { $0 + $1 * $1 }.squareRoot()
      #expect(isClose(scores, expected.map { $0 / length }, relative: 1e-12), "\(shape)")
    }
  }

  @Test("Relabelling vertices permutes the scores", arguments: [EdgeKind.undirected, .directed])
  func relabelling(kind: EdgeKind) throws {
    for seed in UInt64(1)...3 {
      let shape = RandomGraphShape(600, 1_500, kind: kind, strengths: .fractional, seed: seed)
      let graph = Graph.random(shape)
      let order = (0..<600).map { ($0 * 7 + 3) % 600 }
      let renamed = graph.relabelled(order)
      let (ranks, renamedRanks) = (try graph.pageRank().values, try renamed.pageRank().values)
      #expect(isClose(order.map { renamedRanks[$0] }, ranks, relative: 1e-11), "\(shape)")
      let (scores, renamedScores) = (try graph.katzCentrality().values, try renamed.katzCentrality().values)
      #expect(isClose(order.map { renamedScores[$0] }, scores), "\(shape)")
    }
  }

  @Test("The same bytes for any number of threads", arguments: [EdgeKind.undirected, .directed])
  func threads(kind: EdgeKind) throws {
    let shape = RandomGraphShape(9_000, 40_000, kind: kind, strengths: .ones, seed: 5)
    let graph = Graph.random(shape)
    var walk = PageRankOptions()
    var katz = KatzOptions()
    (walk.threads, katz.threads) = (1, 1)
    let ranks = try graph.pageRank(walk)
    let scores = try graph.katzCentrality(katz)
    let eigenvector = try graph.eigenvectorCentrality(threads: 1)
    for threads in [2, 3] {
      (walk.threads, katz.threads) = (threads, threads)
      #expect(try graph.pageRank(walk) == ranks)
      #expect(try graph.katzCentrality(katz) == scores)
      #expect(try graph.eigenvectorCentrality(threads: threads) == eigenvector)
    }
    #expect(try graph.pageRank() == ranks)
  }

  /// x ← d (Pᵀ x + z / n) + (1 − d) / n, vertex by vertex.
  private func walked(_ graph: Graph, damping: Double, steps: Int) -> [Double] {
    let count = Double(graph.vertexCount)
    let sums = graph.outgoing.rowSums()
    var ranks = [Double](repeating: 1 / count, count: graph.vertexCount)
    for _ in 0..<steps {
      let shares = zip(ranks, sums).map { $1 == 0 ? 0 : $0 / $1 }
      let lost = zip(ranks, sums).reduce(0.0) { $0 + ($1.1 == 0 ? $1.0 : 0) }
      let next = product(graph, shares).map { damping * ($0 + lost / count) + (1 - damping) / count }
      let change = zip(next, ranks).reduce(0.0) { max($0, abs($1.0 - $1.1)) }
      ranks = next
      if change < 1e-17 { break }
    }
    return ranks
  }

  /// Aᵀ x.
  private func product(_ graph: Graph, _ vector: [Double]) -> [Double] {
    (0..<graph.vertexCount).map { vertex in
      graph.incoming.row(vertex).reduce(0.0) {
        $0 + graph.incoming.strengths[$1] * vector[Int(graph.incoming.targets[$1])]
      }
    }
  }
}
