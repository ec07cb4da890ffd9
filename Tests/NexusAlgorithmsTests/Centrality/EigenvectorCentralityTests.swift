import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Eigenvector centrality")
struct EigenvectorCentralityTests {
  @Test("A star gives its centre the square root of half")
  func star() throws {
    // λ = √4 = 2, vector (2, 1, 1, 1, 1) / √8.
    let scores = try #require(try Graph.star(leaves: 4).eigenvectorCentrality())
    #expect(isClose(scores.values, [2, 1, 1, 1, 1].map { $0 / 8.0.squareRoot() }))
  }

  @Test("Graphs without edges or cycles")
  func degenerate() throws {
    #expect(try Graph(0, []).eigenvectorCentrality()?.values == [])
    #expect(try Graph(1, []).eigenvectorCentrality()?.values == [1])
    #expect(isClose(try #require(try Graph(4, []).eigenvectorCentrality()).values, [0.5, 0.5, 0.5, 0.5]))
    #expect(try Graph(0, kind: .directed, []).eigenvectorCentrality() == nil)
    #expect(try Graph.path(5, kind: .directed).eigenvectorCentrality() == nil)
    let pair = try #require(try Graph(3, [(0, 2)]).eigenvectorCentrality())
    #expect(isClose(pair.values, [1 / 2.0.squareRoot(), 0, 1 / 2.0.squareRoot()]))
  }

  @Test("Components with the same largest eigenvalue share, others score 0")
  func components() throws {
    // Two triangles (λ = 2) and a pair (λ = 1).
    let graph = Graph(8, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (6, 7)])
    let share = 1 / 6.0.squareRoot()
    let scores = try #require(try graph.eigenvectorCentrality()).values
    #expect(isClose(scores, [share, share, share, share, share, share, 0, 0]))
  }

  @Test("Two equal components of other shapes share by what the uniform start gives them")
  func unequalShapes() throws {
    // A star of 4 leaves and a ring both have λ = 2: (v · 1) v is (6/8)(2, 1, 1, 1, 1) beside (1, 1, 1).
    let graph = Graph(8, [(0, 1), (0, 2), (0, 3), (0, 4), (5, 6), (6, 7), (7, 5)])
    let limit = [1.5, 0.75, 0.75, 0.75, 0.75, 1, 1, 1]
    let norm = limit.reduce(0) { $0 + $1 * $1 }.squareRoot()
    #expect(isClose(try #require(try graph.eigenvectorCentrality()).values, limit.map { $0 / norm }))
  }

  @Test(
    "The limit is what power iteration comes to",
    arguments: [EdgeKind.undirected, .directed], [12, 20, 30, 60])
  func random(kind: EdgeKind, edges: Int) throws {
    for seed in UInt64(1)...12 {
      for strengths in [RandomGraphShape.Strengths.ones, .fractional] {
        let shape = RandomGraphShape(16, edges, kind: kind, strengths: strengths, seed: seed)
        let graph = Graph.random(shape)
        guard let scores = try graph.eigenvectorCentrality() else {
          #expect(Set(graph.strongComponents().values).count == 16, "\(shape)")
          continue
        }
        // Chained equal blocks (all strengths 1) come to their limit like 1/k only.
        let tolerance = strengths == .ones ? 1e-6 : 1e-8
        #expect(
          isClose(
            scores.values, graph.powerIteration(doublings: 24), relative: tolerance, absolute: tolerance),
          "\(shape)")
      }
    }
  }

  @Test("Rings in a chain: those at the end of the longest chain and what lies below keep a score")
  func chains() throws {
    // Ring A → ring B → vertex 6 → vertex 7; ring C stands alone with a tail 11; vertex 12 feeds A.
    let graph = Graph(
      13, kind: .directed,
      [
        (0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (0, 3), (1, 4), (5, 6), (6, 7), (8, 9), (9, 10),
        (10, 8),
        (10, 11), (12, 0),
      ])
    let scores = try #require(try graph.eigenvectorCentrality()).values
    #expect(scores[0...2].allSatisfy { $0 == 0 } && scores[8...12].allSatisfy { $0 == 0 })
    #expect(isClose(scores[3...7].map { $0 }, [Double](repeating: 1 / 5.0.squareRoot(), count: 5)))
    #expect(isClose(scores, graph.powerIteration(doublings: 26), relative: 1e-6, absolute: 1e-6))
  }

  @Test("Several chains of the same length share by their inflows")
  func forks() throws {
    var rings: [(Int, Int)] = []
    for first in [0, 3, 6, 9] { rings += [(first, first + 1), (first + 1, first + 2), (first + 2, first)] }
    let bridges = [(0, 12), (12, 3), (1, 3), (6, 9), (13, 6), (4, 14), (9, 14), (14, 15)]
    let graph = Graph(16, kind: .directed, rings + bridges)
    let scores = try #require(try graph.eigenvectorCentrality()).values
    #expect(isClose(scores, graph.powerIteration(doublings: 26), relative: 1e-6, absolute: 1e-6))
    #expect(scores[3] > scores[9] && scores[9] > 0 && scores[0] == 0)
  }

  @Test("A tail of strong arcs does not overflow")
  func strongTail() throws {
    // A pair of strength 1, then 400 arcs of strength 1 000: the score piles up at the end.
    let tail = (1..<401).map { ($0, $0 + 1, 1_000.0) }
    let graph = Graph(402, kind: .directed, weighted: [(0, 1, 1), (1, 0, 1)] + tail)
    let scores = try #require(try graph.eigenvectorCentrality()).values
    #expect(isClose(scores[401], 1, absolute: 1e-5) && isClose(scores[400] / scores[401], 0.001))
  }

  @Test("Strengths of any size give the same scores", arguments: [1e-300, 1e-5, 1e290])
  func scale(factor: Double) throws {
    let shape = RandomGraphShape(20, 50, kind: .directed, strengths: .fractional, seed: 3)
    let graph = Graph.random(shape)
    let scaled = Graph(
      vertexCount: 20, kind: .directed,
      edges: graph.edges.map { Edge($0.source, $0.target, strength: $0.strength * factor) })
    let expected = try #require(try graph.eigenvectorCentrality()).values
    #expect(isClose(try #require(try scaled.eigenvectorCentrality()).values, expected))
  }

  @Test("A hub of very many neighbours loses no digits")
  func hub() throws {
    let scores = try #require(try Graph.star(leaves: 30_000).eigenvectorCentrality()).values
    #expect(isClose(scores[0], 0.5.squareRoot(), relative: 1e-13))
    #expect(isClose(scores[30_000], 1 / 60_000.0.squareRoot(), relative: 1e-13))
  }

  @Test("Large graphs satisfy the equation", arguments: [EdgeKind.undirected, .directed])
  func large(kind: EdgeKind) throws {
    let graph = Graph.random(RandomGraphShape(3_000, 12_000, kind: kind, strengths: .whole, seed: 2))
    let scores = try #require(try graph.eigenvectorCentrality()).values
    let image = (0..<3_000).map { vertex in
      graph.incoming.row(vertex).reduce(0.0) {
        $0 + graph.incoming.strengths[$1] * scores[Int(graph.incoming.targets[$1])]
      }
    }
    let top = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    let root = image[top] / scores[top]
    #expect(isClose(image, scores.map { root * $0 }, relative: 1e-9))
    #expect(isClose(scores.reduce(0) { $0 + $1 * $1 }, 1))
  }
}
