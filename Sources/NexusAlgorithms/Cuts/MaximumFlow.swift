extension FlowNetwork {
  /// The most that can flow from a source to a sink when no arc carries more than its capacity and no other vertex
  /// keeps or makes anything.
  ///
  /// Exact when all finite capacities are whole numbers that add up to less than 2⁵¹. Otherwise what is left of an
  /// arc counts as nothing below 1e-12 of the largest finite capacity.
  ///
  /// - Throws: ``FlowError`` when both ends are one vertex, or when unbounded arcs alone lead from one to the other.
  /// - Complexity: O(*n*² *m*), in practice near linear; O(*n* + *m*) memory.
  ///
  /// Source: E. A. Dinic, "Algorithm for solution of a problem of maximum flow in networks with power estimation",
  /// *Soviet Mathematics Doklady* 11, 1970, pp. 1277–1280.
  public func maximumFlow(from source: Int, to sink: Int) throws(FlowError) -> MaximumFlow {
    guard source != sink else { throw .sourceIsSink }
    if isUnbounded(from: source, to: sink) { throw .unbounded }
    var residual = ResidualNetwork(self)
    let value = residual.augment(from: source, to: sink)
    _ = residual.setLevels(from: nil, to: sink)
    let isOnSinkSide = residual.levels.map { $0 >= 0 }
    let cut = capacities.indices.filter {
      !isOnSinkSide[Int(sources[$0])] && isOnSinkSide[Int(targets[$0])] && capacities[$0] > 0
    }
    return MaximumFlow(
      value: value, flows: capacities.indices.map { residual.flow($0) }, minimumCut: cut,
      isOnSinkSide: isOnSinkSide)
  }

  /// Whether arcs without bound lead all the way.
  func isUnbounded(from source: Int, to sink: Int) -> Bool {
    var next: [Int32: [Int32]] = [:]
    for arc in capacities.indices where capacities[arc] == .infinity {
      next[sources[arc], default: []].append(targets[arc])
    }
    var seen: Set<Int32> = [Int32(source)]
    var stack = [Int32(source)]
    while let vertex = stack.popLast() {
      for target in next[vertex] ?? [] where seen.insert(target).inserted { stack.append(target) }
    }
    return seen.contains(Int32(sink))
  }
}

/// A maximum flow, and the minimum cut that proves that there is none larger.
public struct MaximumFlow: Hashable, Sendable {
  /// What arrives at the sink, in the unit of the capacities.
  public let value: Double
  /// What each arc carries, in the order of the arcs. Which maximum flow it is, the order of the arcs decides.
  public let flows: [Double]
  /// The arcs of the minimum cut nearest the sink, ascending. Their capacities add up to ``value``.
  public let minimumCut: [Int]
  /// For each vertex, whether the cut leaves it on the side of the sink.
  public let isOnSinkSide: [Bool]
}
