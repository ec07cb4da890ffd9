import NexusGraph
import NexusTestSupport
import Testing

@Suite("The simple view of a network")
struct GraphTests {
  @Test("Parallel edges become one whose strength is their sum; loops are left out")
  func parallelEdges() {
    let graph = Graph(3, weighted: [(0, 1, 1), (1, 0, 2.5), (2, 2, 9), (1, 2, 1)])
    #expect(graph.edgeCount == 2)
    #expect(graph.edges.map(\.strength) == [3.5, 1])
    #expect(graph.incoming == graph.outgoing)
  }

  @Test("Of a directed graph the two directions stand apart, and their sum has them together")
  func directions() {
    let graph = Graph(3, kind: .directed, weighted: [(0, 1, 1), (1, 0, 2), (2, 1, 4)])
    #expect(graph.edgeCount == 3)
    #expect(Array(graph.outgoing.targets[graph.outgoing.row(1)]) == [0])
    #expect(Array(graph.incoming.targets[graph.incoming.row(1)]) == [0, 2])
    let sum = graph.undirectedSum()
    #expect(!sum.isDirected && sum.edges.map(\.strength) == [3, 4])
  }

  @Test("No vertex, one vertex, no edge")
  func degenerate() {
    #expect(Graph(0, []).edgeCount == 0)
    #expect(Graph(1, [(0, 0)]).edgeCount == 0)
    #expect(Graph(4, kind: .directed, []).outgoing.rowSums() == [0, 0, 0, 0])
  }

  @Test(
    "The rows equal a table of sums, sorted, both directions alike",
    arguments: (1...20).map {
      RandomGraphShape(
        12, 60, kind: $0 % 2 == 0 ? .directed : .undirected, strengths: .whole, seed: UInt64($0))
    })
  func rows(shape: RandomGraphShape) {
    var generator = SeededGenerator(seed: shape.seed)
    var table: [Int: Double] = [:]
    var edges: [Edge] = []
    for _ in 0..<shape.edges {
      let (source, target) = (
        Int.random(in: 0..<12, using: &generator), Int.random(in: 0..<12, using: &generator)
      )
      let strength = Double(Int.random(in: 1...5, using: &generator))
      edges.append(Edge(VertexID(source), VertexID(target), strength: strength))
      guard source != target else { continue }
      table[source * 12 + target, default: 0] += strength
      if shape.kind == .undirected { table[target * 12 + source, default: 0] += strength }
    }
    let graph = Graph(vertexCount: 12, kind: shape.kind, edges: edges)
    for vertex in 0..<12 {
      let row = graph.outgoing.row(vertex)
      let wanted = table.filter { $0.key / 12 == vertex }.sorted { $0.key < $1.key }
      #expect(graph.outgoing.targets[row].map(Int.init) == wanted.map { $0.key % 12 }, "\(shape)")
      #expect(Array(graph.outgoing.strengths[row]) == wanted.map(\.value), "\(shape)")
      for arc in row {
        let target = Int(graph.outgoing.targets[arc])
        #expect(graph.incoming.targets[graph.incoming.row(target)].contains(Int32(vertex)))
      }
    }
  }

  @Test("The seeded generator gives the published numbers")
  func generator() {
    // SplitMix64 with seed 1234567, as in the reference implementation of S. Vigna (prng.di.unimi.it).
    var generator = SeededGenerator(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in generator.next() }
        == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }
}
