public import NexusGraph
public import NexusLinearAlgebra

/// The two largest eigenvalues of the adjacency matrix.
public struct SpectralGap: Hashable, Sendable {
  public let largest: Double
  public let second: Double

  /// λ₁ − λ₂ ≥ 0, in the unit of the strengths.
  public var difference: Double { largest - second }
}

extension Graph {
  /// The spectral gap λ₁ − λ₂ of the adjacency matrix: large where walks soon forget where they began and no part of the
  /// graph is hard to leave, near 0 with bottlenecks or several like components.
  ///
  /// - Returns: nil below two vertices. Directions are ignored; the strengths of both add up.
  /// - Throws: ``SpectralError`` when the eigenvalues do not settle.
  /// - Complexity: O(*n*³) up to 500 vertices; above, O(*m*) a step of a block Krylov method.
  ///
  /// Source: S. Hoory, N. Linial, A. Wigderson, "Expander graphs and their applications", *Bulletin of the AMS* 43(4), 2006,
  /// pp. 439–561, doi:10.1090/S0273-0979-06-01126-8.
  public func spectralGap(_ entries: MatrixEntries = .strengths) throws(SpectralError) -> SpectralGap? {
    guard vertexCount > 1 else { return nil }
    let matrix = symmetricAdjacency(entries)
    guard vertexCount > 500 else {
      guard let values = SymmetricEigen.values(of: matrix.dense()) else { throw .overflow }
      return SpectralGap(largest: values[vertexCount - 1], second: values[vertexCount - 2])
    }
    let values = try largestEigenpairs(of: matrix, count: 2).values
    return SpectralGap(largest: values[0], second: values[1])
  }
}

/// The largest eigenvalues of a sparse symmetric matrix.
func largestEigenpairs(of matrix: SparseMatrix, count: Int) throws(SpectralError) -> Eigenpairs {
  try LargestEigenpairs(dimension: matrix.dimension, count: count).found { block, product in
    matrix.multiply(block, into: &product)
  }
}
