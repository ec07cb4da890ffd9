public import NexusGraph

/// An edge that is there with a probability.
public struct UncertainEdge: Hashable, Sendable {
  public var edge: Edge
  /// Whether the edge, in a directed graph, stands for both directions: its two arcs stand or fall together.
  public var isMutual: Bool
  /// The probability that the edge is there, 0...1; for a recorded tie its confidence.
  public var probability: Double

  public init(_ edge: Edge, isMutual: Bool = false, probability: Double) {
    self.edge = edge
    self.isMutual = isMutual
    self.probability = probability
  }
}

/// A graph of which each edge is there with a probability, independently of the others, and some edges that are there
/// were never recorded.
///
/// Independence is an assumption: edges known from one source err together, so that real intervals are wider.
public struct UncertainGraph: Sendable {
  public let vertexCount: Int
  public let kind: EdgeKind
  public let edges: [UncertainEdge]
  /// Draws the edges that nobody recorded.
  private let missing: MissingEdges

  /// - Parameter missingShare: δ, how many edges a draw adds, as a share of the pairs of vertices that are joined.
  public init(vertexCount: Int, kind: EdgeKind, edges: [UncertainEdge], missingShare: Double = 0.1) {
    self.vertexCount = vertexCount
    self.kind = kind
    self.edges = edges
    var arcs: [Edge] = []
    for edge in edges { UncertainGraph.append(edge.edge, isMutual: edge.isMutual, kind, to: &arcs) }
    missing = MissingEdges(of: Graph(vertexCount: vertexCount, kind: kind, edges: arcs), share: missingShare)
  }

  /// How many unrecorded edges a draw tries to add.
  public var missingCount: Int { missing.count }

  /// One graph that the evidence allows: each edge kept with its probability, and missing edges added between vertices
  /// that no edge joins, in proportion to their resource allocation.
  ///
  /// - Complexity: O(*n* + *m*).
  public func draw(using generator: inout SeededGenerator) -> Graph {
    var drawn: [Edge] = []
    drawn.reserveCapacity(edges.count)
    for edge in edges where edge.probability >= 1 || generator.unit() < edge.probability {
      UncertainGraph.append(edge.edge, isMutual: edge.isMutual, kind, to: &drawn)
    }
    for edge in missing.draw(using: &generator) {
      UncertainGraph.append(edge.edge, isMutual: edge.isMutual, kind, to: &drawn)
    }
    return Graph(vertexCount: vertexCount, kind: kind, edges: drawn)
  }

  private static func append(_ edge: Edge, isMutual: Bool, _ kind: EdgeKind, to edges: inout [Edge]) {
    edges.append(edge)
    if isMutual, kind == .directed { edges.append(Edge(edge.target, edge.source, strength: edge.strength)) }
  }
}
