public import NexusGraph

extension Graph {
  /// Global efficiency: how near vertices are to each other on average, where those without a path count 0.
  ///
  ///     E = Σ 1 / d(u, v) ÷ n(n−1)   over all ordered pairs u ≠ v that have a path
  ///
  /// One minus it is the distance-weighted fragmentation of Borgatti (2006). It is the mean of harmonic closeness.
  ///
  /// - Parameters:
  ///   - lengths: what an arc adds to the length of a path.
  ///   - threads: how many work at once, nil for one a processor. It never changes the result.
  /// - Returns: a number from 0 to 1 by hops, no unit; by inverse strength it has the unit of the strengths and may
  ///   exceed 1. 0 below two vertices.
  /// - Complexity: O(*n* · *m*) time at worst, by hops in few levels like *n* · *m* / 64; O(*n* log *n* · *m*) by
  ///   inverse strength.
  ///
  /// Source: V. Latora, M. Marchiori, "Efficient behavior of small-world networks", *Physical Review Letters* 87,
  /// 198701, 2001, doi:10.1103/PhysRevLett.87.198701.
  public func globalEfficiency(by lengths: PathLengths = .hops, threads: Int? = nil) -> Double {
    guard vertexCount > 1 else { return 0 }
    let sum = distanceSums(by: lengths, threads: threads).harmonic.reduce(0, +)
    return sum / (Double(vertexCount) * Double(vertexCount - 1))
  }
}
