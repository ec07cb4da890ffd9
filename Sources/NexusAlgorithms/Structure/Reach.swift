public import NexusGraph

extension Graph {
  /// k-step reach: the share of all other vertices that a vertex reaches within so many steps.
  ///
  /// - Parameters:
  ///   - steps: *k*, from 0.
  ///   - direction: whether edges are followed as they point, against it, or either way.
  ///   - threads: how many work at once, nil for one a processor. It never changes a result.
  /// - Returns: one share in 0...1 per vertex, in vertex order; 0 for the only vertex of a graph.
  /// - Complexity: O(*n* · *m* · *k* / 64) time: 64 targets at once, a bit each; O(*n*) memory a thread.
  ///
  /// Source: S. P. Borgatti, "Identifying sets of key players in a social network", *Computational & Mathematical
  /// Organization Theory* 12, 2006, pp. 21–34 (m-reach), doi:10.1007/s10588-006-7084-x.
  public func reach(
    within steps: Int, following direction: TieDirection = .outgoing, threads: Int? = nil
  ) -> VertexMap<Double> {
    precondition(steps >= 0, "A number of steps is 0 or more.")
    guard vertexCount > 1 else { return VertexMap([Double](repeating: 0, count: vertexCount)) }
    let arcs = arcs(direction)
    let chunks = SourceChunks(sumCount: vertexCount, threads: threads)
    let parts = chunks.map { chunk in
      var search = ReachSearch(arcs)
      for first in stride(from: 64 * chunk, to: vertexCount, by: 64 * chunks.count) {
        search.run(for: first..<min(first + 64, vertexCount), steps: steps)
      }
      return search.reached
    }
    let others = Double(vertexCount - 1)
    return VertexMap(
      (0..<vertexCount).map { vertex in Double(parts.reduce(0) { $0 + $1[vertex] }) / others })
  }
}

/// Searches for up to 64 targets together: which of them each vertex reaches, a bit each.
private struct ReachSearch {
  private let arcs: Adjacency
  /// How many others each vertex reaches, of the targets so far.
  private(set) var reached: [Int32]
  private var near: [UInt64]
  private var nearer: [UInt64]

  init(_ arcs: Adjacency) {
    self.arcs = arcs
    let vertexCount = arcs.offsets.count - 1
    reached = [Int32](repeating: 0, count: vertexCount)
    near = [UInt64](repeating: 0, count: vertexCount)
    nearer = near
  }

  mutating func run(for wanted: Range<Int>, steps: Int) {
    for vertex in near.indices { near[vertex] = 0 }
    for target in wanted { near[target] = 1 << UInt64(target - wanted.lowerBound) }
    for _ in 0..<steps {
      guard ReachSearch.step(along: arcs, from: near, into: &nearer) else { break }
      swap(&near, &nearer)
    }
    for vertex in near.indices { reached[vertex] &+= Int32(near[vertex].nonzeroBitCount) }
    for target in wanted { reached[target] -= 1 }
  }

  /// nearer(v) = near(v) ∪ near(w) over v → w. Returns whether any vertex reaches more.
  private static func step(along arcs: Adjacency, from near: [UInt64], into nearer: inout [UInt64]) -> Bool {
    let (offsets, targets, near) = (arcs.offsets.span, arcs.targets.span, near.span)
    var nearer = nearer.mutableSpan
    var changed: UInt64 = 0
    for vertex in nearer.indices {
      var bits = near[vertex]
      for arc in offsets[vertex]..<offsets[vertex + 1] { bits |= near[Int(targets[arc])] }
      changed |= bits ^ near[vertex]
      nearer[vertex] = bits
    }
    return changed != 0
  }
}
