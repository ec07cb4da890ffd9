public import NexusGraph

/// A simple path and how reliable it is.
public struct ReliablePath: Hashable, Sendable {
  /// From one end to the other.
  public let vertices: [VertexID]
  /// Π p over its edges: the probability that all of them are there.
  public let reliability: Double
  /// What ranks long paths below short ones: β^(hops − 1) Π p.
  public let damped: Double

  public var hops: Int { vertices.count - 1 }
}

extension ReliabilityNetwork {
  /// The most reliable simple paths between two vertices, the most reliable first: shortest paths by length −ln p.
  ///
  /// Of paths whose reliabilities differ by less than about a relative 1e-9 the one of fewer hops comes first, and of
  /// those over equally likely edges the one whose vertices have smaller numbers.
  ///
  /// - Parameters:
  ///   - count: how many at most.
  ///   - maximumHops: *L*, the longest a path may be.
  ///   - damping: β of ``ReliablePath/damped``.
  /// - Returns: none when no path joins the two, or they are the same vertex.
  /// - Throws: ``ReliabilityError/noHops(_:)``.
  /// - Complexity: O(*k* · *L*² · *m*) for *k* paths.
  ///
  /// Sources: J. Y. Yen, "Finding the k shortest loopless paths in a network", *Management Science* 17(11), 1971,
  /// pp. 712–716, doi:10.1287/mnsc.17.11.712, each shortest path by ``HopLimitedCosts``.
  public func mostReliablePaths(
    from source: VertexID, to target: VertexID, count: Int, maximumHops: Int, damping: Double = 0.5
  ) throws(ReliabilityError) -> [ReliablePath] {
    guard maximumHops >= 1 else { throw .noHops(maximumHops) }
    guard source != target, count > 0 else { return [] }
    let hops = min(maximumHops, max(graph.vertexCount - 1, 1))
    let edges = HopCosts(self, maximumHops: hops)
    let whole = HopLimitedCosts(edges, to: target.rawValue, hops: hops - 1, banned: [source.rawValue])
    guard let best = whole.path(from: source.rawValue, hops: hops) else { return [] }

    var found: [Candidate] = []
    var candidates: Set<Candidate> = [Candidate(vertices: best.vertices, cost: best.cost)]
    while found.count < count, let next = candidates.min() {
      candidates.remove(next)
      found.append(next)
      guard found.count < count else { break }
      for deviation in deviations(of: next, from: found, edges, target: target.rawValue, hops: hops) {
        candidates.insert(deviation)
      }
    }
    return found.map { path(of: $0.vertices, damping: damping) }
  }

  /// A path that may be the next one.
  private struct Candidate: Hashable, Comparable {
    var vertices: [Int32]
    var cost: Int64

    static func < (left: Candidate, right: Candidate) -> Bool {
      left.cost == right.cost
        ? left.vertices.lexicographicallyPrecedes(right.vertices) : left.cost < right.cost
    }
  }

  /// For each vertex of a path the cheapest path that leaves it there, and differs from all that were found.
  private func deviations(
    of path: Candidate, from found: [Candidate], _ edges: HopCosts, target: Int32, hops: Int
  ) -> [Candidate] {
    var prefixCost: Int64 = 0
    return path.vertices.indices.dropLast().compactMap { position in
      let prefix = path.vertices[...position]
      let spur = path.vertices[position]
      if position > 0 { prefixCost += edges.cost(from: path.vertices[position - 1], to: spur) }
      let taken = found.filter { $0.vertices.starts(with: prefix) }.map { $0.vertices[position + 1] }
      let left = hops - position
      let rest = HopLimitedCosts(edges, to: target, hops: left - 1, banned: Set(prefix))
      guard let tail = rest.path(from: spur, hops: left, avoiding: Set(taken)) else { return nil }
      return Candidate(vertices: prefix.dropLast() + tail.vertices, cost: prefixCost + tail.cost)
    }
  }

  /// A path with its numbers.
  func path(of vertices: [Int32], damping: Double) -> ReliablePath {
    var (reliability, damped) = (1.0, 1.0)
    for (position, (first, second)) in zip(vertices, vertices.dropFirst()).enumerated() {
      let probability = probability(first, second)
      reliability *= probability
      damped *= position == 0 ? probability : damping * probability
    }
    return ReliablePath(
      vertices: vertices.map { VertexID(rawValue: $0) }, reliability: reliability, damped: damped)
  }

  private func probability(_ first: Int32, _ second: Int32) -> Double {
    graph.outgoing.arc(from: first, to: second).map { graph.outgoing.strengths[$0] } ?? 0
  }
}

extension HopCosts {
  fileprivate func cost(from first: Int32, to second: Int32) -> Int64 {
    network.arc(from: first, to: second).map { costs[$0] } ?? HopCosts.unreachable
  }
}

extension Adjacency {
  /// Where the arc between two vertices stands; nil without one. O(log degree).
  fileprivate func arc(from source: Int32, to target: Int32) -> Int? {
    var range = row(Int(source))
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if targets[middle] == target { return middle }
      range =
        targets[middle] < target ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
