public import NexusGraph

extension Graph {
  /// PageRank: the share of time a walker spends at a vertex who follows arcs in proportion to their
  /// strengths and now and then starts anew anywhere.
  ///
  ///     x = d (Pᵀ x + z / n) + (1 − d) / n          (P = A with rows of sum 1, z = x summed over rows of 0)
  ///
  /// - Returns: one share > 0 per vertex, in vertex order; they sum to 1. An empty graph gives an empty map.
  /// - Throws: ``PageRankError`` when the damping is out of range or the iteration does not settle: the residual
  ///   ‖x′ − x‖₁ of a result is below 1e-12, and commonly at the level of rounding.
  /// - Complexity: O(*n* + *m*) time per iteration, about 35 / −ln d iterations; O(*n* + *m*) extra memory.
  ///
  /// Source: S. Brin, L. Page, *Computer Networks and ISDN Systems* 30, 1998,
  /// doi:10.1016/S0169-7552(98)00110-X.
  public func pageRank(_ options: PageRankOptions = PageRankOptions()) throws(PageRankError) -> VertexMap<
    Double
  > {
    guard options.damping >= 0, options.damping < 1 else { throw .dampingOutOfRange(options.damping) }
    guard vertexCount > 0 else { return VertexMap([]) }
    let walk = RandomWalk(on: self)
    var ranks = [Double](repeating: 1 / Double(vertexCount), count: vertexCount)
    var next = ranks
    var residual = Double.infinity
    var stalled = 0
    for _ in 0..<options.maximumIterations {
      let change = walk.step(from: ranks, damping: options.damping, into: &next)
      swap(&ranks, &next)
      guard change.isFinite else { break }
      // Rounding ends the descent; a few more steps make sure that it has.
      stalled = change < residual ? 0 : stalled + 1
      residual = min(residual, change)
      if residual <= 1e-16 || (residual < 1e-12 && stalled > 3) { break }
    }
    guard residual < 1e-12 else { throw .notConverged(damping: options.damping, residual: residual) }
    let sum = ranks.reduce(0, +)
    return VertexMap(ranks.map { $0 / sum })
  }
}

/// How PageRank is computed.
public struct PageRankOptions: Hashable, Sendable {
  /// d, the probability of following an arc rather than starting anew.
  public var damping = 0.85
  public var maximumIterations = 10_000

  public init() {}

  public init(damping: Double) { self.damping = damping }
}

/// Why there is no PageRank.
public enum PageRankError: Error, Hashable, CustomStringConvertible {
  case dampingOutOfRange(Double)
  case notConverged(damping: Double, residual: Double)

  public var description: String {
    switch self {
    case .dampingOutOfRange(let damping):
      "The damping is \(damping). Expected a number from 0 to below 1, commonly 0.85."
    case .notConverged(let damping, let residual):
      "PageRank did not settle with damping \(damping): residual \(residual). A smaller damping settles sooner."
    }
  }
}

/// The steps of a walker, arcs by the vertex they point at.
private struct RandomWalk {
  private let incoming: Adjacency
  /// The probability of each arc, given that the walker is at its source.
  private let probabilities: [Double]
  /// Vertices that no arc leaves.
  private let dangling: [Int]

  init(on graph: Graph) {
    incoming = graph.incoming
    let outgoing = graph.outgoing
    dangling = (0..<graph.vertexCount).filter { outgoing.row($0).isEmpty }
    // Scaled by the largest strength of a row, so that no sum overflows.
    var peaks = [Double](repeating: 0, count: graph.vertexCount)
    var sums = peaks
    for vertex in 0..<graph.vertexCount {
      for arc in outgoing.row(vertex) { peaks[vertex] = max(peaks[vertex], outgoing.strengths[arc]) }
      for arc in outgoing.row(vertex) { sums[vertex] += outgoing.strengths[arc] / peaks[vertex] }
    }
    probabilities = zip(incoming.targets, incoming.strengths)
      .map { source, strength in strength / peaks[Int(source)] / sums[Int(source)] }
  }

  /// One step. Returns ‖next − ranks‖₁.
  func step(from ranks: [Double], damping: Double, into next: inout [Double]) -> Double {
    let n = Double(ranks.count)
    var lost = 0.0
    for vertex in dangling { lost += ranks[vertex] }
    let everywhere = (damping * lost + 1 - damping) / n

    let (offsets, sources) = (incoming.offsets.span, incoming.targets.span)
    let (ranks, probabilities) = (ranks.span, probabilities.span)
    var next = next.mutableSpan
    var change = 0.0
    for vertex in next.indices {
      var drawn = 0.0
      for arc in offsets[vertex]..<offsets[vertex + 1] {
        drawn += probabilities[arc] * ranks[Int(sources[arc])]
      }
      next[vertex] = damping * drawn + everywhere
      change += abs(next[vertex] - ranks[vertex])
    }
    return change
  }
}
