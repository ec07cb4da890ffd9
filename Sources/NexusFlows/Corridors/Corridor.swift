public import NexusAlgorithms
public import NexusGraph

/// The ways by which something gets from some places or actors to others, and what they depend on.
public struct Corridor: Sendable {
  /// A vertex, and the share of the maximum flow that no way around it could carry.
  public struct Transit: Hashable, Sendable {
    public let vertex: VertexID
    /// (F − F without the vertex) ÷ F, 0 to 1. What passes the vertex in every maximum flow is no less.
    public let share: Double
  }

  /// The most that can pass at once.
  public let maximumFlow: Double
  /// The legs of the minimum cut nearest the end, by source and target. Their amounts add up to ``maximumFlow``.
  public let cut: [Edge]
  /// The widest routes, the best first; the first is the widest path.
  public let routes: [WidestRoute]
  /// The vertices between that carry a share, the largest first and of equals the smaller vertex.
  public let transit: [Transit]

  /// The corridor from some vertices to others.
  ///
  /// Legs into a start and out of an end do not count. Routes and cut are those of ``Graph/widestRoutes(from:to:limit:)``
  /// and ``FlowNetwork/maximumFlow(from:to:)``.
  ///
  /// - Parameter removed: vertices and legs that are taken out.
  /// - Throws: ``FlowError/sourceIsSink`` when a vertex is on both sides.
  /// - Complexity: a maximum flow for each vertex that the first one passes, and `routeLimit` · *n* searches.
  public init(
    _ graph: Graph, from sources: [VertexID], to targets: [VertexID], without removed: Removal = Removal(),
    routeLimit: Int = 5
  ) throws(FlowError) {
    if sources.contains(where: targets.contains) { throw .sourceIsSink }
    let graph = removed.isEmpty ? graph : removed.applied(to: graph)
    let sides = CorridorSides(graph, sources, targets)
    let (network, arcs) = sides.network()
    let flow = try network.maximumFlow(from: 0, to: 1)
    maximumFlow = flow.value
    cut = flow.minimumCut.map { arcs[$0] }
    routes = graph.widestRoutes(from: sources, to: targets, limit: routeLimit)
    var passed: Set<VertexID> = []
    for (arc, edge) in arcs.enumerated() where flow.flows[arc] > 0 {
      passed.formUnion([edge.source, edge.target].filter { !sides.isEnd($0) })
    }
    var transit: [Transit] = []
    for vertex in passed.sorted() {
      let around = try sides.network(without: vertex).network.maximumFlow(from: 0, to: 1).value
      let share = (flow.value - around) / flow.value
      if share > 1e-12 { transit.append(Transit(vertex: vertex, share: min(1, share))) }
    }
    self.transit = transit.sorted { ($1.share, $0.vertex) < ($0.share, $1.vertex) }
  }

  /// Vertices and legs that are taken out of a corridor, to see where the rest goes.
  public struct Removal: Hashable, Sendable {
    public var vertices: Set<VertexID>
    /// Ordered pairs of vertices.
    public var legs: [[VertexID]]

    public init(vertices: Set<VertexID> = [], legs: [[VertexID]] = []) {
      (self.vertices, self.legs) = (vertices, legs)
    }

    public var isEmpty: Bool { vertices.isEmpty && legs.isEmpty }

    func applied(to graph: Graph) -> Graph {
      let legs = Set(legs)
      let kept = graph.edges.filter {
        !vertices.contains($0.source) && !vertices.contains($0.target)
          && !legs.contains([$0.source, $0.target])
      }
      return Graph(vertexCount: graph.vertexCount, kind: graph.kind, edges: kept)
    }
  }
}

/// A graph seen from a start to an end, each of which may be several vertices.
private struct CorridorSides {
  private let graph: Graph
  private var isSource: [Bool]
  private var isTarget: [Bool]

  init(_ graph: Graph, _ sources: [VertexID], _ targets: [VertexID]) {
    self.graph = graph
    isSource = [Bool](repeating: false, count: graph.vertexCount)
    isTarget = isSource
    for vertex in sources { isSource[vertex.index] = true }
    for vertex in targets { isTarget[vertex.index] = true }
  }

  func isEnd(_ vertex: VertexID) -> Bool { isSource[vertex.index] || isTarget[vertex.index] }

  /// The network from vertex 0, all sources, to vertex 1, all targets, and the edge that each arc is.
  func network(without removed: VertexID? = nil) -> (network: FlowNetwork, arcs: [Edge]) {
    var network = FlowNetwork(vertexCount: graph.vertexCount + 2)
    let arcs = graph.edges.filter {
      !isSource[$0.target.index] && !isTarget[$0.source.index] && $0.source != removed && $0.target != removed
    }
    for edge in arcs {
      network.addArc(
        from: isSource[edge.source.index] ? 0 : edge.source.index + 2,
        to: isTarget[edge.target.index] ? 1 : edge.target.index + 2, capacity: edge.strength)
    }
    return (network, arcs)
  }
}
