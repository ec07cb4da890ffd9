public import NexusGraph

extension Graph {
  /// A graph from pairs of vertex numbers, each of strength 1.
  public init(_ count: Int, kind: EdgeKind = .undirected, _ pairs: [(Int, Int)]) {
    self.init(vertexCount: count, kind: kind, edges: pairs.map { Edge(VertexID($0.0), VertexID($0.1)) })
  }

  /// A graph from weighted pairs of vertex numbers.
  public init(_ count: Int, kind: EdgeKind = .undirected, weighted triples: [(Int, Int, Double)]) {
    self.init(
      vertexCount: count, kind: kind,
      edges: triples.map { Edge(VertexID($0.0), VertexID($0.1), strength: $0.2) })
  }

  public static func path(_ count: Int, kind: EdgeKind = .undirected) -> Graph {
    Graph(count, kind: kind, (1..<max(count, 1)).map { ($0 - 1, $0) })
  }

  public static func cycle(_ count: Int, kind: EdgeKind = .undirected) -> Graph {
    Graph(count, kind: kind, (0..<count).map { ($0, ($0 + 1) % count) })
  }

  /// Vertex 0 in the middle of `leaves` others.
  public static func star(leaves: Int) -> Graph { Graph(leaves + 1, (1...leaves).map { (0, $0) }) }

  public static func complete(_ count: Int) -> Graph {
    Graph(count, (0..<count).flatMap { first in (first + 1..<count).map { (first, $0) } })
  }

  /// The kite of Krackhardt 1990 (*Administrative Science Quarterly* 35, 342–369), numbered as in networkx.
  public static var kite: Graph {
    Graph(
      10,
      [
        (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5), (3, 6),
        (4, 6),
        (5, 6), (5, 7), (6, 7), (7, 8), (8, 9),
      ])
  }

  /// The karate club of Zachary 1977 (*Journal of Anthropological Research* 33, 452–473), members 1–34 as 0–33.
  public static var karate: Graph {
    Graph(
      34,
      [
        (0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (0, 6), (0, 7), (0, 8), (0, 10), (0, 11), (0, 12), (0, 13),
        (0, 17),
        (0, 19), (0, 21), (0, 31), (1, 2), (1, 3), (1, 7), (1, 13), (1, 17), (1, 19), (1, 21), (1, 30),
        (2, 3),
        (2, 7), (2, 8), (2, 9), (2, 13), (2, 27), (2, 28), (2, 32), (3, 7), (3, 12), (3, 13), (4, 6), (4, 10),
        (5, 6), (5, 10), (5, 16), (6, 16), (8, 30), (8, 32), (8, 33), (9, 33), (13, 33), (14, 32), (14, 33),
        (15, 32), (15, 33), (18, 32), (18, 33), (19, 33), (20, 32), (20, 33), (22, 32), (22, 33), (23, 25),
        (23, 27), (23, 29), (23, 32), (23, 33), (24, 25), (24, 27), (24, 31), (25, 31), (26, 29), (26, 33),
        (27, 33), (28, 31), (28, 33), (29, 32), (29, 33), (30, 32), (30, 33), (31, 32), (31, 33), (32, 33),
      ])
  }

  /// The side each karate member took when the club split: 0 the instructor's, 1 the officers'.
  public static let karateClubs: [Int] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  ]
}
