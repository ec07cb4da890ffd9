private import COpenBLAS

/// Some eigenvalues of a symmetric operator with orthonormal vectors.
package struct Eigenpairs: Sendable {
  /// Descending.
  package let values: [Double]
  /// One of length 1 for each value; its largest entry, the first of equal ones, is positive.
  package let vectors: [[Double]]
}

extension Eigenpairs {
  /// The largest of all pairs.
  package init(largest count: Int, of eigen: SymmetricEigen) {
    let size = eigen.values.count
    values = Array(eigen.values.reversed().prefix(count))
    vectors = values.indices.map { position in
      oriented(Array(eigen.vectors.entries[(size - 1 - position) * size..<(size - position) * size]))
    }
  }
}

/// The largest eigenvalues of a symmetric operator by a block Krylov method with thick restarts.
///
/// Eight vectors at a time go through the operator; all else is dense products of panels (`dgemm`). The basis V is kept
/// orthonormal, so that with T = Vᵀ A V its Ritz pairs are those of the Krylov space; a restart keeps the leading Ritz
/// vectors and goes on with the same next block. Blocks find eigenvalues of multiplicity up to eight.
///
/// Sources: K. Wu, H. Simon, "Thick-restart Lanczos method for large symmetric eigenvalue problems", *SIAM J. Matrix Anal.
/// Appl.* 22(2), 2000, doi:10.1137/S0895479898334605; blocks: G. Golub, R. Underwood, *Mathematical Software III*, 1977.
package struct LargestEigenpairs {
  package var dimension: Int
  package var count: Int
  /// A pair counts as found when ‖A x − λ x‖ is at most this times the largest |λ| seen.
  package var tolerance = 1e-11
  package var maximumProducts = 4_000

  package init(dimension: Int, count: Int) {
    self.dimension = dimension
    self.count = min(count, dimension)
  }

  /// - Parameter multiply: the operator, which sees eight columns at a time.
  /// - Throws: ``SpectralError/eigenvalueNotConverged(dimension:residual:)``.
  /// - Complexity: O(*n* · basis) and one product of eight columns a step; O(*n* · basis) memory, basis = 2 count + 64.
  package func found(by multiply: (ColumnBlock, inout ColumnBlock) -> Void) throws(SpectralError)
    -> Eigenpairs
  {
    guard count > 0 else { return Eigenpairs(values: [], vectors: []) }
    var basis = RitzBasis(rows: dimension, capacity: min(dimension, 2 * count + 64))
    var block = basis.orthonormalized(startBlock(0))
    var residual = Double.infinity
    for step in 1...maximumProducts {
      if block.isEmpty { block = basis.orthonormalized(startBlock(step)) }
      let next = basis.append(block, multiply: multiply)
      block = basis.orthonormalized(next)
      guard basis.isFull || block.isEmpty, basis.count >= count else { continue }
      guard let ritz = basis.ritzPairs() else { throw .overflow }
      residual = basis.largestResidual(ritz, count: count)
      guard residual.isFinite else { throw .overflow }
      if residual <= tolerance || basis.count == dimension {
        return Eigenpairs(
          values: Array(ritz.values.reversed().prefix(count)),
          vectors: basis.combinations(ritz, count: count).map(oriented))
      }
      basis.restart(with: ritz, keeping: min(count + 16, basis.count / 2 + count / 2))
    }
    throw .eigenvalueNotConverged(dimension: dimension, residual: residual)
  }

  /// Eight fixed vectors with nothing in common with any eigenvector (SplitMix64).
  private func startBlock(_ number: Int) -> [[Double]] {
    var state = UInt64(number) &* 0xD1B5_4A32_D192_ED03
    return (0..<8).map { _ in
      (0..<dimension).map { _ in
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double(mixed >> 11) * 0x1p-52 - 1
      }
    }
  }
}

/// The vector or its negative, so that its largest entry, the first of nearly equal ones, is positive.
package func oriented(_ vector: [Double]) -> [Double] {
  let peak = vector.reduce(0) { max($0, abs($1)) }
  let first = vector.first { abs($0) >= peak * (1 - 1e-9) } ?? 0
  return first < 0 ? vector.map { -$0 } : vector
}
