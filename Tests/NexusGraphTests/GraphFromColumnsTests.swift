import NexusGraph
import NexusTestSupport
import Testing

@Suite("A graph from columns of ends")
struct GraphFromColumnsTests {
  /// Edges with loops, repeats and isolates, and a table of what they add up to.
  private struct Drawn {
    var vertexCount: Int
    var kind: EdgeKind
    var sources: [Int32] = []
    var targets: [Int32] = []
    var strengths: [Double] = []

    init(seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      vertexCount = Int.random(in: 1...9, using: &generator)
      kind = Bool.random(using: &generator) ? .directed : .undirected
      let hasStrengths = Bool.random(using: &generator)
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        sources.append(Int32.random(in: 0..<Int32(vertexCount), using: &generator))
        targets.append(Int32.random(in: 0..<Int32(vertexCount), using: &generator))
        if hasStrengths { strengths.append(Double.random(in: 0.1...3, using: &generator)) }
      }
    }

    /// The sums by pair of ends, in the order in which the edges come; of an undirected graph both ways.
    var sums: [[Double]] {
      var sums = [[Double]](repeating: [Double](repeating: 0, count: vertexCount), count: vertexCount)
      for edge in sources.indices where sources[edge] != targets[edge] {
        let (source, target) = (Int(sources[edge]), Int(targets[edge]))
        sums[source][target] += strengths.isEmpty ? 1 : strengths[edge]
        if kind == .undirected { sums[target][source] = sums[source][target] }
      }
      return sums
    }
  }

  @Test("Its rows are the table of sums, to the last bit, on 2 000 random lists of edges")
  func table() {
    for seed in UInt64(1)...2000 {
      let drawn = Drawn(seed: seed)
      let graph = Graph(
        vertexCount: drawn.vertexCount, kind: drawn.kind, sources: drawn.sources, targets: drawn.targets,
        strengths: drawn.strengths)
      let sums = drawn.sums
      #expect(rows(graph.outgoing) == entries(sums), "seed \(seed)")
      let turned = sums.indices.map { target in sums.map { $0[target] } }
      #expect(rows(graph.incoming) == entries(turned), "seed \(seed)")
    }
  }

  @Test("It is the graph of the same edges one by one")
  func edges() {
    for seed in UInt64(1)...300 {
      let drawn = Drawn(seed: seed)
      let edges = drawn.sources.indices.map { edge in
        Edge(
          VertexID(rawValue: drawn.sources[edge]), VertexID(rawValue: drawn.targets[edge]),
          strength: drawn.strengths.isEmpty ? 1 : drawn.strengths[edge])
      }
      let graph = Graph(
        vertexCount: drawn.vertexCount, kind: drawn.kind, sources: drawn.sources, targets: drawn.targets,
        strengths: drawn.strengths)
      #expect(graph == Graph(vertexCount: drawn.vertexCount, kind: drawn.kind, edges: edges), "seed \(seed)")
    }
  }

  @Test("No vertex, one vertex, no edge")
  func degenerate() {
    #expect(Graph(vertexCount: 0, sources: [], targets: []).edgeCount == 0)
    #expect(Graph(vertexCount: 1, sources: [0], targets: [0]).edgeCount == 0)
    #expect(
      Graph(vertexCount: 3, kind: .directed, sources: [], targets: []).outgoing.offsets == [0, 0, 0, 0])
  }

  private struct Entry: Equatable {
    var row: Int
    var column: Int
    var strength: Double
  }

  private func rows(_ adjacency: Adjacency) -> [Entry] {
    (0..<adjacency.offsets.count - 1).flatMap { row in
      adjacency.row(row).map {
        Entry(row: row, column: Int(adjacency.targets[$0]), strength: adjacency.strengths[$0])
      }
    }
  }

  private func entries(_ sums: [[Double]]) -> [Entry] {
    sums.indices.flatMap { row in
      sums[row].indices.filter { sums[row][$0] > 0 }.map {
        Entry(row: row, column: $0, strength: sums[row][$0])
      }
    }
  }
}
