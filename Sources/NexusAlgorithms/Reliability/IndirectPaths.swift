public import NexusGraph

extension ReliabilityNetwork {
  /// For each pair of a source and a target that no edge joins, its best indirect path: the one of the largest
  /// β^(hops − 1) Π p; the best pairs first, equal ones by their numbers.
  ///
  /// - Parameters:
  ///   - count: how many pairs at most.
  ///   - maximumHops: *L*, the longest a path may be.
  ///   - damping: β in 0...1, what each hop beyond the first is worth; with 0 nothing is left.
  /// - Throws: ``ReliabilityError``.
  /// - Complexity: O(*t* · *L* · *m*) for *t* targets.
  public func bestIndirectPaths(
    from sources: [VertexID], to targets: [VertexID], count: Int, maximumHops: Int, damping: Double = 0.5
  ) throws(ReliabilityError) -> [ReliablePath] {
    guard maximumHops >= 1 else { throw .noHops(maximumHops) }
    guard (0...1).contains(damping) else { throw .notAProbability(damping) }
    guard damping > 0, count > 0 else { return [] }
    let hops = min(maximumHops, max(graph.vertexCount - 1, 1))
    let edges = HopCosts(self, maximumHops: hops, perHop: damping)
    var best: [(cost: Int64, source: VertexID, target: VertexID, vertices: [Int32])] = []
    for target in targets {
      let costs = HopLimitedCosts(edges, to: target.rawValue, hops: hops)
      let neighbours = Set(graph.outgoing.row(target.index).map { graph.outgoing.targets[$0] })
      for source in sources where source != target && !neighbours.contains(source.rawValue) {
        guard let path = costs.path(from: source.rawValue, hops: hops) else { continue }
        best.append((path.cost, source, target, path.vertices))
      }
      best.sort { ($0.cost, $0.source, $0.target) < ($1.cost, $1.source, $1.target) }
      if best.count > count { best.removeLast(best.count - count) }
    }
    return best.map { path(of: $0.vertices, damping: damping) }
  }
}
