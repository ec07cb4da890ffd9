public import NexusGraph

extension Graph {
  /// The minimum cut between two sets of vertices: the edges of least total strength without which no path leads
  /// from any of the sources to any of the targets.
  ///
  /// Its strength is also the most that can flow from the sources to the targets when each edge carries at most its
  /// strength (max-flow min-cut). Undirected edges carry either way.
  ///
  /// - Returns: of several minimum cuts, the one nearest the targets. Without a path, an empty one of strength 0.
  /// - Throws: ``MinimumCutError`` when a set is empty, the sets overlap, or a vertex is not in the graph.
  /// - Complexity: O(*n*² *m*), in practice near linear; O(*n* + *m*) memory.
  ///
  /// Source: L. R. Ford, D. R. Fulkerson, "Maximal flow through a network", *Canadian Journal of Mathematics* 8, 1956,
  /// pp. 399–404, doi:10.4153/CJM-1956-045-5. The flow: ``FlowNetwork/maximumFlow(from:to:)``.
  public func minimumCut(
    from sources: some Collection<VertexID>, to targets: some Collection<VertexID>
  ) throws(MinimumCutError) -> MinimumCut {
    guard !sources.isEmpty else { throw .noSources }
    guard !targets.isEmpty else { throw .noTargets }
    let ends = Set(sources).union(targets)
    if let stranger = ends.filter({ !(0..<vertexCount).contains($0.index) }).min() {
      throw .outside(stranger, vertexCount: vertexCount)
    }
    if let shared = Set(sources).intersection(targets).min() { throw .inBothSets(shared) }

    let edges = edges
    var network = FlowNetwork(vertexCount: vertexCount)
    for edge in edges {
      network.addArc(from: edge.source.index, to: edge.target.index, capacity: edge.strength)
    }
    if !isDirected {
      for edge in edges {
        network.addArc(from: edge.target.index, to: edge.source.index, capacity: edge.strength)
      }
    }
    let (source, sink) = (network.addVertex(), network.addVertex())
    for vertex in Set(sources).sorted() {
      network.addArc(from: source, to: vertex.index, capacity: .infinity)
    }
    for vertex in Set(targets).sorted() { network.addArc(from: vertex.index, to: sink, capacity: .infinity) }
    do {
      let flow = try network.maximumFlow(from: source, to: sink)
      return MinimumCut(
        strength: flow.value,
        edges: Set(flow.minimumCut.map { $0 % edges.count }).sorted().map { edges[$0] },
        isOnTargetSide: VertexMap(Array(flow.isOnSinkSide.prefix(vertexCount))))
    } catch {
      preconditionFailure("Disjoint sets joined by edges of finite strength have a minimum cut.")
    }
  }
}

/// Edges that part two sets of vertices. See ``NexusGraph/Graph/minimumCut(from:to:)``.
public struct MinimumCut: Sendable, Equatable {
  /// The sum of the strengths of ``edges``, in their unit.
  public let strength: Double
  /// The edges of the cut, in the order of the graph's edges.
  public let edges: [Edge]
  /// For each vertex, whether it can still reach a target.
  public let isOnTargetSide: VertexMap<Bool>
}

/// Why two sets of vertices have no minimum cut.
public enum MinimumCutError: Error, Hashable, CustomStringConvertible {
  case noSources
  case noTargets
  case inBothSets(VertexID)
  case outside(VertexID, vertexCount: Int)

  public var description: String {
    switch self {
    case .noSources: "no sources to cut off. Name at least one."
    case .noTargets: "no targets to cut the sources off from. Name at least one."
    case .inBothSets(let vertex):
      "vertex \(vertex.rawValue) is a source and a target, so that no cut parts them. Take it out of one set."
    case .outside(let vertex, let vertexCount):
      vertexCount == 0
        ? "the graph has no vertices to cut apart."
        : "vertex \(vertex.rawValue) is not in the graph. Its vertices are 0 to \(vertexCount - 1)."
    }
  }
}
