private import Foundation
public import NexusGraph
import NexusLinearAlgebra

extension Graph {
  /// Subgraph centrality: the closed walks through a vertex, a walk of *k* steps counting 1/k!.
  ///
  ///     SC(v) = (e^A)_vv = Σ_k (Aᵏ)_vv / k!          (A without directions)
  ///
  /// - Returns: one score ≥ 1 per vertex, in vertex order (no unit); 1 for an isolate. Their sum is the
  ///   Estrada index.
  /// - Throws: ``CommunicabilityError``.
  /// - Complexity: the cheaper of the power series, O(*n* · *m*) a term, relative error about 1e-15 in every score,
  ///   and LAPACK's eigensolver, O(*n*³), error about 1e-15 of the largest score.
  /// - Note: The same bytes for any number of threads.
  ///
  /// Source: E. Estrada, J. A. Rodríguez-Velázquez, "Subgraph centrality in complex networks", *Physical Review E*
  /// 71, 056103, 2005, doi:10.1103/PhysRevE.71.056103.
  public func subgraphCentrality(_ options: CommunicabilityOptions = CommunicabilityOptions())
    throws(CommunicabilityError) -> VertexMap<Double>
  {
    if let error = DenseLimitError(
      vertexCount: vertexCount, limit: options.denseLimit, matrixCount: 3,
      alternative: "subgraphCentralityBounds(of:) for chosen vertices")
    {
      throw .tooLarge(error)
    }
    let matrix = symmetricAdjacency(options.entries)
    // (e^A)_vv = ‖e^{A/2} e_v‖², with half the terms.
    let series = ExponentialSeries(matrix, time: 0.5)
    guard 2 * series.rootBound < 750 else { throw .overflow(largestEigenvalue: 2 * series.rootBound) }
    let scores =
      series.isCheaperThanEigenvectors
      ? squaredColumns(of: series, threads: options.threads) : try eigenDiagonal(matrix)
    guard scores.allSatisfy(\.isFinite) else { throw .overflow(largestEigenvalue: 2 * series.rootBound) }
    return VertexMap(scores)
  }

  /// ‖e^{tA} e_v‖² for every vertex.
  private func squaredColumns(of series: ExponentialSeries, threads: Int?) -> [Double] {
    let chunks = BlockChunks(vertexCount: vertexCount, threads: threads)
    return chunks.map { first in
      let columns = series.applied(to: series.matrix.unitBlock(from: first))
      var squares = SIMD8<Double>.zero
      for row in columns { squares += row * row }
      return (0..<min(8, vertexCount - first)).map { squares[$0] }
    }.flatMap(\.self)
  }

  private func eigenDiagonal(_ matrix: SparseMatrix) throws(CommunicabilityError) -> [Double] {
    guard let eigen = SymmetricEigen(matrix.dense()) else {
      throw .eigenvaluesNotFound(vertexCount: vertexCount)
    }
    return eigen.combinedDiagonal(eigen.values.map { exp($0) })
  }
}
