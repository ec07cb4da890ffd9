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
  @inlinable
  public init(vertexCount: Int, kind: EdgeKind = .undirected, edges: some Sequence<Edge>) {
    var sources: [Int32] = []
    var targets: [Int32] = []
    var strengths: [Double] = []
    sources.reserveCapacity(edges.underestimatedCount)
    targets.reserveCapacity(edges.underestimatedCount)
    strengths.reserveCapacity(edges.underestimatedCount)
    for edge in edges {
      sources.append(edge.source.rawValue)
      targets.append(edge.target.rawValue)
      strengths.append(edge.strength)
    }
    self.init(
      vertexCount: vertexCount, kind: kind, sources: consume sources, targets: consume targets,
      strengths: consume strengths)
  }

  /// Builds the simple view of edges given as columns: the leanest way for many of them, most of all when the
  /// caller hands the columns over and keeps no copy.
  ///
  /// - Parameter strengths: of each edge; none at all when every one is 1.
  /// - Precondition: the columns are of one length; ends lie in `0..<vertexCount`; strengths are positive and finite.
  /// - Complexity: O(*n* + *m*) time; beside the graph, 16 bytes an edge at most, and 16 more where strengths vary.
  public init(
    vertexCount: Int, kind: EdgeKind = .undirected, sources: consuming [Int32], targets: consuming [Int32],
    strengths: consuming [Double] = []
  ) {
    self.init(
      vertexCount: vertexCount, kind: kind, sources: sources, targets: targets, strengths: strengths,
      parallel: .summed)
  }

  /// As above, with a say in what parallel edges become.
  package init(
    vertexCount: Int, kind: EdgeKind, sources: consuming [Int32], targets: consuming [Int32],
    strengths: consuming [Double] = [], parallel: ParallelEdges
  ) {
    Graph.check(sources, targets, strengths, vertexCount: vertexCount)
    if strengths.allSatisfy({ $0 == 1 }) { strengths = [] }
    let edges = EdgeSort(
      vertexCount: vertexCount, kind: kind, sources: sources, targets: targets, strengths: strengths,
      parallel: parallel)
    self.vertexCount = vertexCount
    self.kind = kind
    switch kind {
    case .directed:
      (outgoing, incoming) = Adjacency.bothEnds(of: edges)
    case .undirected:
      outgoing = Adjacency(bothWays: edges)
      incoming = outgoing
    }
  }

  private static func check(
    _ sources: [Int32], _ targets: [Int32], _ strengths: [Double], vertexCount: Int
  ) {
    precondition(
      sources.count == targets.count && (strengths.isEmpty || strengths.count == sources.count),
      "Sources, targets and strengths are of different lengths.")
    let (sources, targets, strengths) = (sources.span, targets.span, strengths.span)
    let ends = 0..<Int32(vertexCount)
    for edge in sources.indices {
      precondition(
        ends.contains(sources[edge]) && ends.contains(targets[edge]),
        "An edge ends outside the graph of \(vertexCount) vertices.")
    }
    for edge in strengths.indices where sources[edge] != targets[edge] {
      precondition(
        strengths[edge] > 0 && strengths[edge].isFinite,
        "A strength of \(strengths[edge]) is not a positive number.")
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
