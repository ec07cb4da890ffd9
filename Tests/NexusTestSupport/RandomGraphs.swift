public import NexusGraph

/// What a seeded random graph is to look like.
public struct RandomGraphShape: Hashable, Sendable, CustomStringConvertible {
  public var vertices: Int
  public var edges: Int
  public var kind: EdgeKind
  /// Whether strengths vary (small whole numbers and fractions) or are all 1.
  public var strengths: Strengths
  public var seed: UInt64

  public enum Strengths: Hashable, Sendable { case ones, whole, fractional }

  public init(
    _ vertices: Int, _ edges: Int, kind: EdgeKind = .undirected, strengths: Strengths = .ones, seed: UInt64
  ) {
    self.vertices = vertices
    self.edges = edges
    self.kind = kind
    self.strengths = strengths
    self.seed = seed
  }

  public var description: String { "n \(vertices), edges \(edges), \(kind), \(strengths), seed \(seed)" }
}

extension Graph {
  /// Ends drawn uniformly; loops and repeats may be drawn and are treated as the simple view treats them.
  public static func random(_ shape: RandomGraphShape) -> Graph {
    var generator = SeededGenerator(seed: shape.seed)
    let edges = (0..<shape.edges).map { _ in
      let source = Int.random(in: 0..<shape.vertices, using: &generator)
      let target = Int.random(in: 0..<shape.vertices, using: &generator)
      let strength =
        switch shape.strengths {
        case .ones: 1.0
        case .whole: Double(Int.random(in: 1...5, using: &generator))
        case .fractional: Double.random(in: 0.1...3, using: &generator)
        }
      return Edge(VertexID(source), VertexID(target), strength: strength)
    }
    return Graph(vertexCount: shape.vertices, kind: shape.kind, edges: edges)
  }

  /// The same graph with vertex *v* renamed `order[v]`.
  public func relabelled(_ order: [Int]) -> Graph {
    Graph(
      vertexCount: vertexCount, kind: kind,
      edges: edges.map {
        Edge(VertexID(order[$0.source.index]), VertexID(order[$0.target.index]), strength: $0.strength)
      })
  }
}
