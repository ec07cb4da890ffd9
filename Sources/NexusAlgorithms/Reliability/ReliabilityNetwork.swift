public import NexusGraph

/// A network whose edges exist independently of each other, each with a probability.
public struct ReliabilityNetwork: Sendable {
  /// Undirected; the strength of an edge is the probability that it is there.
  public let graph: Graph
  /// In vertex order: whether paths may go through a vertex. The two ends of a path always count.
  public let mayBridge: [Bool]

  /// - Parameters:
  ///   - edges: between two vertices one edge, of a probability in 0...1; those of probability 0 are left out.
  ///   - mayBridge: nil: all vertices may be passed.
  /// - Precondition: no two edges have the same ends.
  /// - Throws: ``ReliabilityError/notAProbability(_:)``.
  public init(
    vertexCount: Int, edges: [Edge], mayBridge: [Bool]? = nil
  ) throws(ReliabilityError) {
    for edge in edges where !(0...1).contains(edge.strength) {
      throw .notAProbability(edge.strength)
    }
    let present = edges.filter { $0.strength > 0 && $0.source != $0.target }
    graph = Graph(vertexCount: vertexCount, kind: .undirected, edges: present)
    precondition(graph.edgeCount == present.count, "Two edges have the same ends. Combine them first.")
    self.mayBridge = mayBridge ?? [Bool](repeating: true, count: vertexCount)
    precondition(self.mayBridge.count == vertexCount, "Each vertex may be passed or not.")
  }
}

/// Why nothing can be said of how reliably two vertices are connected.
public enum ReliabilityError: Error, Hashable, CustomStringConvertible {
  case notAProbability(Double)
  case noHops(Int)

  public var description: String {
    switch self {
    case .notAProbability(let value): "\(value) is not a probability. Expected 0 to 1."
    case .noHops(let hops): "\(hops) hops reach nobody. Expected 1 or more; 4 is usual."
    }
  }
}
