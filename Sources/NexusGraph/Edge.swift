/// An edge as it is given to a ``Graph``: two ends and a strength (bigger is closer).
@frozen
public struct Edge: Hashable, Sendable {
  public var source: VertexID
  public var target: VertexID
  public var strength: Double

  @inlinable
  public init(_ source: VertexID, _ target: VertexID, strength: Double = 1) {
    self.source = source
    self.target = target
    self.strength = strength
  }
}

/// Whether the edges of a graph point.
public enum EdgeKind: Hashable, Sendable {
  case undirected
  case directed
}
