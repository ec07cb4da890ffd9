/// A simple graph with strengths, in compressed sparse rows.
///
/// Parallel edges become one whose strength is their sum, self-loops are left out: this is the view that
/// every measure runs on. Facts about what the vertices stand for live elsewhere, keyed by ``VertexID``.
public struct Graph: Hashable, Sendable {
  public let vertexCount: Int
  public let kind: EdgeKind
  /// The arcs by the vertex they leave. An undirected edge is stored as two arcs.
  public let outgoing: Adjacency
  /// The arcs by the vertex they point at. Of an undirected graph, the same as ``outgoing``.
  public let incoming: Adjacency

  /// Builds the simple view of a list of edges.
  ///
  /// - Precondition: ends lie in `0..<vertexCount`; strengths are positive and finite.
  /// - Complexity: O(*n* + *m*).
  public init(vertexCount: Int, kind: EdgeKind = .undirected, edges: some Sequence<Edge>) {
    var sources: [Int32] = []
    var targets: [Int32] = []
    var strengths: [Double] = []
    for edge in edges where edge.source != edge.target {
      precondition(
        edge.strength > 0 && edge.strength.isFinite,
        "A strength of \(edge.strength) is not a positive number.")
      precondition(
        (0..<vertexCount).contains(edge.source.index) && (0..<vertexCount).contains(edge.target.index),
        "An edge ends outside the graph of \(vertexCount) vertices.")
      // One orientation for all undirected edges, so that both arcs add up in the same order.
      let swapped = kind == .undirected && edge.target < edge.source
      sources.append(swapped ? edge.target.rawValue : edge.source.rawValue)
      targets.append(swapped ? edge.source.rawValue : edge.target.rawValue)
      strengths.append(edge.strength)
    }
    self.vertexCount = vertexCount
    self.kind = kind
    switch kind {
    case .directed:
      outgoing = Adjacency(vertexCount: vertexCount, sources: sources, targets: targets, strengths: strengths)
      incoming = Adjacency(vertexCount: vertexCount, sources: targets, targets: sources, strengths: strengths)
    case .undirected:
      let both = Adjacency(
        vertexCount: vertexCount, sources: sources + targets, targets: targets + sources,
        strengths: strengths + strengths)
      outgoing = both
      incoming = both
    }
  }

  public var isDirected: Bool { kind == .directed }

  /// Distinct edges: arcs of a directed graph, pairs of an undirected one.
  public var edgeCount: Int { isDirected ? outgoing.arcCount : outgoing.arcCount / 2 }

  public var vertices: some RandomAccessCollection<VertexID> { (0..<vertexCount).lazy.map { VertexID($0) } }

  /// The edges, each once: sources ascending, then targets; an undirected edge from its smaller end.
  public var edges: [Edge] {
    var edges: [Edge] = []
    edges.reserveCapacity(edgeCount)
    for source in 0..<vertexCount {
      for arc in outgoing.row(source) {
        let target = outgoing.targets[arc]
        if isDirected || source < target {
          edges.append(Edge(VertexID(source), VertexID(rawValue: target), strength: outgoing.strengths[arc]))
        }
      }
    }
    return edges
  }

  /// The graph without directions: between two vertices the strengths of both directions add up.
  /// An undirected graph is its own.
  public func undirectedSum() -> Graph {
    isDirected ? Graph(vertexCount: vertexCount, kind: .undirected, edges: edges) : self
  }
}
