public import NexusGraph

extension Graph {
  /// Modularity: the share of tie strength inside communities, less the share expected if ties were dealt out
  /// at random with everyone's strength kept.
  ///
  ///     Q = Σ_c [ in(c) / m − γ (K(c) / 2m)² ]
  ///
  /// in(c) is the strength inside community *c*, K(c) the sum of its members' strengths, *m* the strength of the
  /// whole graph. Directions are ignored: the strengths of both add up.
  /// - Parameters:
  ///   - partition: the communities of this graph's vertices.
  ///   - resolution: γ; larger values favour smaller communities.
  /// - Returns: a number below 1 (no unit); nil when there are no edges or their strengths add up to infinity.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Source: M. E. J. Newman, M. Girvan, "Finding and evaluating community structure in networks", *Physical
  /// Review E* 69, 026113, 2004, doi:10.1103/PhysRevE.69.026113; γ: J. Reichardt, S. Bornholdt, *Physical Review
  /// E* 74, 016110, 2006, doi:10.1103/PhysRevE.74.016110.
  public func modularity(of partition: Partition, resolution: Double = 1) -> Double? {
    let communities = communityTies(of: partition)
    let total = communities.reduce(0) { $0 + $1.volume }
    guard total > 0, total.isFinite else { return nil }
    return communities.reduce(0) { quality, community in
      let share = community.volume / total
      return quality + (community.internalStrength / total * 2 - resolution * share * share)
    }
  }

  /// The quality of the constant Potts model (CPM): the strength inside communities, less γ for each pair of
  /// members.
  ///
  ///     H = Σ_c [ in(c) − γ n(c) (n(c) − 1) / 2 ]
  ///
  /// A community is worth having when its density exceeds γ, however large the graph: CPM has no resolution
  /// limit. Directions are ignored: the strengths of both add up.
  /// - Returns: a number in the unit of the strengths, 0 for singletons; the larger, the better.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Source: V. A. Traag, P. Van Dooren, Y. Nesterov, "Narrow scope for resolution-limit-free community
  /// detection", *Physical Review E* 84, 016114, 2011, doi:10.1103/PhysRevE.84.016114.
  public func cpmQuality(of partition: Partition, resolution: Double) -> Double {
    zip(communityTies(of: partition), partition.sizes).reduce(0) { quality, community in
      let (ties, size) = community
      return quality + (ties.internalStrength - resolution * Double(size) * Double(size - 1) / 2)
    }
  }
}
