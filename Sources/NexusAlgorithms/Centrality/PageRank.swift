public import NexusGraph
internal import NexusLinearAlgebra

extension Graph {
  /// PageRank: the share of time a walker spends at a vertex who follows arcs in proportion to their
  /// strengths and now and then starts anew anywhere.
  ///
  ///     x = d (Pᵀ x + z / n) + (1 − d) / n          (P = A with rows of sum 1, z = x summed over rows of 0)
  ///
  /// - Returns: one share > 0 per vertex, in vertex order; they sum to 1. An empty graph gives an empty map.
  /// - Throws: ``PageRankError`` when the damping is out of range or the iteration does not settle: the residual
  ///   ‖x′ − x‖₁ of a result is below 1e-12, and commonly at the level of rounding.
  /// - Complexity: O(*n* + *m*) time per iteration, O(*n* + *m*) extra memory. Of an undirected graph conjugate
  ///   gradients take at most about 18 √((1 + d) / (1 − d)) iterations, commonly half of that; of a directed one the
  ///   walk itself takes at most about 35 / −ln d.
  /// - Note: The same bytes for any number of threads.
  ///
  /// Source: S. Brin, L. Page, *Computer Networks and ISDN Systems* 30, 1998,
  /// doi:10.1016/S0169-7552(98)00110-X.
  public func pageRank(_ options: PageRankOptions = PageRankOptions()) throws(PageRankError) -> VertexMap<
    Double
  > {
    guard options.damping >= 0, options.damping < 1 else { throw .dampingOutOfRange(options.damping) }
    guard vertexCount > 0 else { return VertexMap([]) }
    return try asStage("PageRank") { () throws(PageRankError) in try settledWalk(options) }
  }

  private func settledWalk(_ options: PageRankOptions) throws(PageRankError) -> VertexMap<Double> {
    let walk = RandomWalk(on: self, threads: options.threads)
    let uniform = [Double](repeating: 1 / Double(vertexCount), count: vertexCount)
    let reached = walk.symmetricRanks(damping: options.damping, limit: options.maximumIterations - 1)
    var ranks = SharedVector(reached ?? uniform)
    var next = SharedVector(unwritten: vertexCount)
    let given = SharedVector(unwritten: vertexCount)
    var residual = Double.infinity
    var stalled = 0
    for _ in 0..<options.maximumIterations {
      let change = walk.step(from: ranks, damping: options.damping, given: given, into: next)
      swap(&ranks, &next)
      guard change.isFinite else { break }
      DescentWatch.reached(change, goal: 1e-14)
      // Rounding ends the descent; a few more steps make sure that it has.
      stalled = change < residual ? 0 : stalled + 1
      residual = min(residual, change)
      if residual <= 1e-14 || (residual < 1e-12 && stalled > 3) { break }
    }
    guard residual < 1e-12 else { throw .notConverged(damping: options.damping, residual: residual) }
    let values = walk.byVertex(ranks.values)
    let sum = values.reduce(0, +)
    return VertexMap(values.map { $0 / sum })
  }
}

/// How PageRank is computed.
public struct PageRankOptions: Hashable, Sendable {
  /// d, the probability of following an arc rather than starting anew.
  public var damping = 0.85
  public var maximumIterations = 10_000
  /// How many threads work at once, nil for one a processor. It never changes a result.
  public var threads: Int?

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
