/// The largest eigenvalue of an irreducible nonnegative matrix and its positive right eigenvector.
package struct PerronVector: Sendable {
  /// λ, the Perron root: simple, real, no other eigenvalue is larger in modulus.
  package let root: Double
  /// The vector of λ, every entry ≥ 0, of Euclidean length 1.
  package let vector: [Double]
}

/// From this relative residual ‖A x − λ x‖ / (λ ‖x‖) on, a pair counts as found.
let perronTolerance = 1e-13

extension SparseMatrix {
  /// Up to this dimension a dense factorisation is as fast as a Krylov method, and surer.
  private static var denseDimension: Int { 300 }
  /// Up to this dimension (72 MB a matrix) a dense factorisation is tried after a Krylov method has failed.
  private static var lastResortDimension: Int { 3_000 }

  /// The Perron root and vector of an irreducible nonnegative matrix.
  ///
  /// Small matrices go to ``nodaIteration()``, large ones to ``krylovPerronVector()``; the vector of
  /// the transpose is `transposed().perronVector()`.
  ///
  /// - Throws: ``SpectralError/eigenvalueNotConverged(dimension:residual:)``; never a vector whose
  ///   relative residual is above 1e-13.
  /// - Complexity: O(*n*³) up to 300 rows; above, O(stored values + *n* · basis) a step, O(*n* · basis) memory.
  package func perronVector() throws(SpectralError) -> PerronVector {
    switch dimension {
    case 0: return PerronVector(root: 0, vector: [])
    case 1: return PerronVector(root: rowSums()[0], vector: [1])
    case ...SparseMatrix.denseDimension: return try nodaIteration()
    default: break
    }
    do {
      return try krylovPerronVector()
    } catch {
      guard dimension <= SparseMatrix.lastResortDimension else { throw error }
      return try nodaIteration()
    }
  }

  /// An upper bound of the Perron root: the smaller of the largest row sum and the largest column sum.
  package var perronBound: Double {
    let largestRow = rowSums().max() ?? 0
    guard !isSymmetric else { return largestRow }
    var columnSums = [Double](repeating: 0, count: dimension)
    for entry in columns.indices { columnSums[Int(columns[entry])] += storedValues?[entry] ?? 1 }
    return min(largestRow, columnSums.max() ?? 0)
  }

  /// The Rayleigh quotient of a vector of length 1 and the relative residual of the pair.
  func rayleigh(_ vector: [Double], product: inout [Double]) -> (root: Double, residual: Double) {
    multiply(vector, into: &product)
    let image = product
    let root = pairwiseSum(vector.indices) { vector[$0] * image[$0] }
    let square = pairwiseSum(vector.indices) { row in
      let difference = image[row] - root * vector[row]
      return difference * difference
    }
    guard root > 0 else { return (root, .infinity) }
    return (root, square.squareRoot() / root)
  }
}

/// Scales to Euclidean length 1, by way of the largest entry so that no square overflows.
package func unitLength(_ vector: [Double]) -> [Double] {
  let peak = vector.reduce(0) { max($0, abs($1)) }
  guard peak > 0, peak.isFinite else { return vector }
  let scaled = vector.map { $0 / peak }
  let norm = pairwiseSum(scaled.indices) { scaled[$0] * scaled[$0] }.squareRoot()
  return scaled.map { $0 / norm }
}
