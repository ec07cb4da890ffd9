public import NexusGraph

extension Graph {
  /// Modularity: the share of tie strength inside communities, less the share expected if ties were dealt out
  /// at random with everyone's strength kept.
  ///
  ///     Q = Σ_c [ in(c) / m − γ (K(c) / 2m)² ]               directions ignored
  ///     Q = Σ_c [ in(c) / m − γ Kout(c) Kin(c) / m² ]        directions kept
  ///
  /// in(c) is the strength inside community *c*, *m* the strength of the whole graph, and K(c) the sum of its
  /// members' strengths: of both directions together, or of those that leave, Kout, and those that arrive, Kin.
  /// - Parameters:
  ///   - partition: the communities of this graph's vertices.
  ///   - resolution: γ; larger values favour smaller communities.
  ///   - directions: an undirected graph gives the same either way.
  /// - Returns: a number below 1 (no unit); nil when there are no edges or their strengths add up to infinity.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Source: M. E. J. Newman, M. Girvan, "Finding and evaluating community structure in networks", *Physical
  /// Review E* 69, 026113, 2004, doi:10.1103/PhysRevE.69.026113; γ: J. Reichardt, S. Bornholdt, *Physical Review
  /// E* 74, 016110, 2006, doi:10.1103/PhysRevE.74.016110; directions: E. A. Leicht, M. E. J. Newman, "Community
  /// structure in directed networks", *Physical Review Letters* 100, 118703, 2008,
  /// doi:10.1103/PhysRevLett.100.118703.
  public func modularity(
    of partition: Partition, resolution: Double = 1, directions: DirectionTreatment = .ignored
  ) -> Double? {
    let sums = arcSums(of: partition)
    let total = sums.reduce(0) { $0 + $1.leaving }
    guard total > 0, total.isFinite else { return nil }
    return sums.reduce(0) { quality, sum in
      let expected =
        switch directions {
        case .ignored:
          (sum.leaving / total + sum.arriving / total) / 2 * (sum.leaving / total + sum.arriving / total) / 2
        case .kept: sum.leaving / total * (sum.arriving / total)
        }
      return quality + (sum.inside / total - resolution * expected)
    }
  }

  /// The quality of the constant Potts model (CPM): the strength inside communities, less γ for each pair of
  /// members.
  ///
  ///     H = Σ_c [ in(c) − γ n(c) (n(c) − 1) / 2 ]            directions ignored
  ///     H = Σ_c [ in(c) − γ n(c) (n(c) − 1) ]                directions kept, the graph directed
  ///
  /// A community is worth having when its density exceeds γ, however large the graph: CPM has no resolution
  /// limit.
  /// - Returns: a number in the unit of the strengths, 0 for singletons; the larger, the better.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Source: V. A. Traag, P. Van Dooren, Y. Nesterov, "Narrow scope for resolution-limit-free community
  /// detection", *Physical Review E* 84, 016114, 2011, doi:10.1103/PhysRevE.84.016114.
  public func cpmQuality(
    of partition: Partition, resolution: Double, directions: DirectionTreatment = .ignored
  ) -> Double {
    let pairsOfTwo = isDirected && directions == .kept ? 2.0 : 1.0
    let timesStored = isDirected ? 1.0 : 2.0
    return zip(arcSums(of: partition), partition.sizes).reduce(0) { quality, community in
      let (sum, size) = community
      let pairs = pairsOfTwo * Double(size) * Double(size - 1) / 2
      return quality + (sum.inside / timesStored - resolution * pairs)
    }
  }

  /// The strengths of the arcs inside, from and to each community; an undirected edge is two arcs.
  private func arcSums(of partition: Partition) -> [ArcSums] {
    precondition(partition.vertexCount == vertexCount, "The partition is of another graph.")
    var sums = [ArcSums](repeating: ArcSums(), count: partition.count)
    let labels = partition.labels.span
    let (targets, strengths) = (outgoing.targets.span, outgoing.strengths.span)
    for vertex in 0..<vertexCount {
      let community = labels[vertex]
      var (inside, leaving) = (0.0, 0.0)
      for arc in outgoing.row(vertex) {
        let strength = strengths[arc]
        leaving += strength
        if labels[Int(targets[arc])] == community { inside += strength }
      }
      sums[community].inside += inside
      sums[community].leaving += leaving
      sums[community].arriving += isDirected ? incoming.strengths[incoming.row(vertex)].reduce(0, +) : leaving
    }
    return sums
  }
}

private struct ArcSums {
  var inside = 0.0
  var leaving = 0.0
  var arriving = 0.0
}
