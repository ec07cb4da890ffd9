private import Foundation

/// ln (uᵀ e^A u) between two bounds, for a vector u of length 1 and a symmetric A.
///
/// *k* steps of Lanczos from u give a tridiagonal T. (e^T)₁₁ is Gauss's quadrature of e^λ over the spectral measure of u, which is
/// too small since all derivatives of e^λ are positive; with T's last diagonal entry changed so that `upperEnd` ≥ λ₁ is an
/// eigenvalue it is Radau's, which is too large.
///
/// Source: G. H. Golub, G. Meurant, *Matrices, Moments and Quadrature with Applications*, Princeton University Press, 2010.
package struct LanczosQuadrature {
  package let matrix: SparseMatrix
  /// An upper bound of the largest eigenvalue.
  package let upperEnd: Double
  /// The largest difference of the bounds.
  package var tolerance: Double
  package var maximumSteps: Int

  package init(_ matrix: SparseMatrix, upperEnd: Double, tolerance: Double, maximumSteps: Int) {
    self.matrix = matrix
    // A little above, since Radau's entry has a pole where the end is an eigenvalue of T.
    self.upperEnd = upperEnd + 1e-10 * abs(upperEnd)
    self.tolerance = tolerance
    self.maximumSteps = maximumSteps
  }

  /// - Returns: the bounds, widened by rounding; further apart than the tolerance when the steps ran out, without end when
  ///   numbers left the range of floating point.
  /// - Complexity: O(stored values + *n* · steps) a step; O(*n* · steps) memory.
  package func logarithmBounds(from start: [Double]) -> ClosedRange<Double> {
    let size = min(maximumSteps, matrix.dimension)
    var basis = OrthonormalBasis(length: matrix.dimension, capacity: size + 1)
    basis.append(start, norm: 1)
    var diagonal: [Double] = []
    var beside: [Double] = []
    var bounds = -Double.infinity...Double.infinity
    while diagonal.count < size {
      matrix.multiply(basis[diagonal.count], into: basis.candidate)
      let (coefficients, norm) = basis.orthogonalizeCandidate()
      diagonal.append(coefficients[diagonal.count])
      let lower = LanczosQuadrature.logarithm(diagonal, beside)
      guard lower.isFinite else { return -Double.infinity...Double.infinity }
      // The space is exhausted: Gauss's quadrature is exact.
      guard norm > 1e-13 * max(abs(upperEnd), 1e-300), diagonal.count < matrix.dimension else {
        return lower - 1e-13...lower + 1e-13
      }
      let end = upperEnd + radauShift(diagonal, beside, norm)
      let upper = LanczosQuadrature.logarithm(diagonal + [end], beside + [norm])
      bounds = lower - 1e-13...(upper.isFinite ? max(lower, upper) + 1e-13 : .infinity)
      if bounds.upperBound - bounds.lowerBound <= tolerance { return bounds }
      beside.append(norm)
      basis.acceptCandidate(norm: norm)
    }
    return bounds
  }

  /// δ_k of (T − b I) δ = β² e_k, by elimination from the top.
  private func radauShift(_ diagonal: [Double], _ beside: [Double], _ norm: Double) -> Double {
    var pivot = diagonal[0] - upperEnd
    for row in 1..<max(diagonal.count, 1) {
      pivot = diagonal[row] - upperEnd - beside[row - 1] * beside[row - 1] / pivot
    }
    return norm * norm / pivot
  }

  /// ln (e^T)₁₁ of a tridiagonal T.
  private static func logarithm(_ diagonal: [Double], _ beside: [Double]) -> Double {
    var matrix = DenseMatrix(dimension: diagonal.count)
    for row in diagonal.indices {
      matrix[row, row] = diagonal[row]
      if row > 0 { matrix[row - 1, row] = beside[row - 1] }
    }
    guard let eigen = SymmetricEigen(matrix), let largest = eigen.values.last else { return .nan }
    let sum = eigen.values.indices.reduce(0) { sum, column in
      let part = eigen.vectors[0, column]
      return sum + part * part * exp(eigen.values[column] - largest)
    }
    return largest + log(sum)
  }
}
