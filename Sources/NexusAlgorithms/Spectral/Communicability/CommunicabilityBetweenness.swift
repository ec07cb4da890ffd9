private import Foundation
public import NexusGraph
import NexusLinearAlgebra

extension Graph {
  /// Communicability betweenness: the share of the walks between two others that pass through a vertex, averaged over
  /// all pairs; a walk of *k* steps counts 1/k!.
  ///
  ///     ω(r) = 1/C Σ_{p≠q; p,q≠r} [ (e^A)_pq − (e^{A−E(r)})_pq ] / (e^A)_pq          C = (n−1)(n−2)
  ///
  /// E(r) holds the edges of *r*, both ways; A is without directions. Pairs in different components have no walks and
  /// add nothing; C counts them all the same. This is the definition of the paper and of NetworkX, where such pairs
  /// make the result NaN.
  ///
  /// With W(z) = Σ_k Aᵏ zᵏ and K: zᵏ ↦ 1/k!, the walks through *r* are W_pr W_rq / W_rr, so with H = 1/(e^A)_pq, 0 on
  /// the diagonal, every sum over pairs is one of three power series at *r*:
  ///
  ///     Σ_{p≠q} … = K [ (W H W)_rr / W_rr ]
  ///
  /// No matrix A − E(r) is ever looked at. Pairs with an end at *r* count exactly 1 each and are taken off.
  ///
  /// - Returns: one share in 0...1 per vertex, in vertex order (no unit); 0 below three vertices.
  /// - Throws: ``CommunicabilityError``.
  /// - Complexity: O(*n* · *m* · *L* + *n*² · *L*²) time for walks of up to *L* steps, *L* about λ + 8 √λ + 10 and at
  ///   least the diameter; O(*n* · *L*) memory for each of at most 32 chunks. Measured in
  ///   processor time: 2 s at 1 000 vertices and 5 000 edges, 20 s at 3 000 and 15 000, 19 s at 1 000 and 50 000.
  /// - Note: The same bytes for any number of threads.
  ///
  /// Source: E. Estrada, D. J. Higham, N. Hatano, "Communicability betweenness in complex networks", *Physica A*
  /// 388(5), 2009, pp. 764–774, doi:10.1016/j.physa.2008.11.011.
  public func communicabilityBetweenness(_ options: CommunicabilityOptions = CommunicabilityOptions())
    throws(CommunicabilityError) -> VertexMap<Double>
  {
    if let error = DenseLimitError(
      vertexCount: vertexCount, limit: options.denseLimit, matrixCount: 1,
      alternative: "pathCentralities() with its betweenness")
    {
      throw .tooLarge(error)
    }
    guard vertexCount > 2 else { return VertexMap([Double](repeating: 0, count: vertexCount)) }
    let components = weakComponents()
    let walks = WalkSeries(symmetricAdjacency(options.entries), components: components)
    guard walks.scale < 700 else { throw .overflow(largestEigenvalue: walks.scale) }
    guard let sums = walks.sharesThroughEachVertex(threads: options.threads) else {
      throw .underflow
    }
    let pairs = Double(vertexCount - 1) * Double(vertexCount - 2)
    return VertexMap(
      sums.enumerated().map { vertex, sum in
        let others = Double(components.sizes[components.labels[vertex]] - 1)
        return min(max(0, (sum - 2 * others) / pairs), 1)
      })
  }
}
