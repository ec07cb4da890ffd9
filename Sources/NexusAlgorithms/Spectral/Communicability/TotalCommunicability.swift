public import NexusGraph
import NexusLinearAlgebra

extension Graph {
  /// Total communicability: the walks of all lengths that leave a vertex, one of *k* steps counting 1/k!.
  ///
  ///     TC(v) = (e^A 1)_v = Σ_u G(v, u)          (A without directions)
  ///
  /// - Returns: one score ≥ 1 per vertex, in vertex order (no unit); 1 for an isolate.
  /// - Throws: ``CommunicabilityError/overflow(largestEigenvalue:)``.
  /// - Complexity: O(*m*) a term of the power series, about λ + 8 √λ + 10 terms for λ the largest eigenvalue; O(*n*)
  ///   memory. No dense limit.
  ///
  /// Source: M. Benzi, C. Klymko, "Total communicability as a centrality measure", *Journal of Complex Networks*
  /// 1(2), 2013, pp. 124–149, doi:10.1093/comnet/cnt007.
  public func totalCommunicability(_ options: CommunicabilityOptions = CommunicabilityOptions())
    throws(CommunicabilityError) -> VertexMap<Double>
  {
    let series = try exponentialSeries(options)
    let ones = ColumnBlock(repeating: SIMD8(1, 0, 0, 0, 0, 0, 0, 0), count: vertexCount)
    let scores = series.applied(to: ones).map { $0[0] }
    guard scores.allSatisfy(\.isFinite) else { throw .overflow(largestEigenvalue: series.rootBound) }
    return VertexMap(scores)
  }
}
