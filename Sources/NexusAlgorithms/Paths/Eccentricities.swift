public import NexusGraph

extension Graph {
  /// Eccentricity: how far the farthest vertex is that a vertex reaches.
  ///
  ///     e(v) = max d(v, u)   over all u that v reaches, 0 when it reaches none
  ///
  /// - Parameters:
  ///   - lengths: what an arc adds to the length of a path.
  ///   - threads: how many work at once, nil for one a processor. It never changes the result.
  /// - Returns: one distance ≥ 0 per vertex, in hops or length, and what follows from them.
  /// - Complexity: O(*n* · *m*) time at worst, by hops in few levels like *n* · *m* / 64; O(*n* log *n* · *m*) by
  ///   inverse strength.
  ///
  /// Source: F. Harary, *Graph Theory*, 1969, p. 35.
  public func eccentricities(by lengths: PathLengths = .hops, threads: Int? = nil) -> Eccentricities {
    let distances = reversed().distanceSums(by: lengths, threads: threads)
    return Eccentricities(farthest: distances.farthest, reached: distances.reached)
  }

  /// The distances *into* a vertex of this graph are those out of it in the given one.
  private func reversed() -> Graph {
    guard isDirected else { return self }
    return Graph(
      vertexCount: vertexCount, kind: kind,
      edges: edges.lazy.map { Edge($0.target, $0.source, strength: $0.strength) })
  }
}

/// The eccentricity of each vertex, and the radius, the diameter and the centre of the graph.
public struct Eccentricities: Equatable, Sendable {
  /// One per vertex, in vertex order.
  public let values: VertexMap<Double>
  /// The largest eccentricity; 0 without edges.
  public let diameter: Double
  /// The smallest eccentricity among the vertices that reach the most others: in a graph of several components, those
  /// of the largest. 0 without vertices.
  public let radius: Double
  /// The vertices whose eccentricity is the radius, of those that it is taken over, ascending.
  public let center: [VertexID]

  fileprivate init(farthest: [Double], reached: [Int32]) {
    let most = reached.max() ?? 0
    let widest = reached.indices.filter { reached[$0] == most }
    let radius = widest.lazy.map { farthest[$0] }.min() ?? 0
    values = VertexMap(farthest)
    diameter = farthest.max() ?? 0
    self.radius = radius
    // Two ways round may differ by rounding, see PathLengths.
    center = widest.filter { farthest[$0] <= radius * (1 + 1e-9) }.map { VertexID($0) }
  }
}
