private import COpenBLAS

/// All eigenvalues of a dense symmetric matrix, ascending, and orthonormal eigenvectors.
package struct SymmetricEigen: Sendable {
  package let values: [Double]
  /// Column *j* is the vector of value *j*.
  package let vectors: DenseMatrix

  /// A = V Λ Vᵀ by divide and conquer (LAPACK `dsyevd`), from the upper triangle; nil when LAPACK does not
  /// converge or an entry is not finite. O(*n*³); memory for three matrices.
  package init?(_ matrix: consuming DenseMatrix) {
    var vectors = matrix
    guard let values = vectors.diagonalize(keeping: "V") else { return nil }
    self.values = values
    self.vectors = vectors
  }

  /// The eigenvalues alone, ascending; nil as above. O(*n*³), a third of the time; memory for one matrix.
  package static func values(of matrix: consuming DenseMatrix) -> [Double]? {
    var matrix = matrix
    return matrix.diagonalize(keeping: "N")
  }

  /// V diag(`factors`) Vᵀ, symmetric to the last bit. O(*n*³).
  ///
  /// - Precondition: the factors are nonnegative.
  package func combined(_ factors: [Double]) -> DenseMatrix {
    let dimension = vectors.dimension
    var scaled = vectors.entries
    for column in 0..<dimension {
      precondition(factors[column] >= 0, "A negative factor has no square root.")
      let root = factors[column].squareRoot()
      for entry in column * dimension..<(column + 1) * dimension { scaled[entry] *= root }
    }
    var product = DenseMatrix(dimension: dimension)
    guard dimension > 0 else { return product }
    let size = Int32(dimension)
    cblas_dsyrk(
      CblasColMajor, CblasUpper, CblasNoTrans, size, size, 1, scaled, size, 0, &product.entries, size)
    product.mirrorUpperTriangle()
    return product
  }

  /// The diagonal of V diag(`factors`) Vᵀ. O(*n*²).
  package func combinedDiagonal(_ factors: [Double]) -> [Double] {
    let dimension = vectors.dimension
    let entries = vectors.entries.span
    var diagonal = [Double](repeating: 0, count: dimension)
    var sums = diagonal.mutableSpan
    for column in 0..<dimension {
      let factor = factors[column]
      for row in 0..<dimension {
        let part = entries[column * dimension + row]
        sums[row] += part * part * factor
      }
    }
    return diagonal
  }
}

extension DenseMatrix {
  /// Replaces the matrix by its eigenvectors (job V) or by rubbish (job N) and returns the eigenvalues.
  fileprivate mutating func diagonalize(keeping job: UnicodeScalar) -> [Double]? {
    SingleThreadedBLAS.require()
    guard entries.allSatisfy(\.isFinite) else { return nil }
    var size = Int32(dimension)
    var stride = max(size, 1)
    var (job, triangle) = (CChar(job.value), CChar(UInt8(ascii: "U")))
    var values = [Double](repeating: 0, count: dimension)
    var info: Int32 = 0
    var workCount: Int32 = -1
    var indexCount: Int32 = -1
    var work = [0.0]
    var indices: [Int32] = [0]
    for _ in 0..<2 {  // first asks for the size of the workspace, then computes
      dsyevd_(
        &job, &triangle, &size, &entries, &stride, &values, &work, &workCount, &indices, &indexCount, &info)
      precondition(info >= 0, "LAPACK dsyevd refused argument \(-info).")
      guard info == 0 else { return nil }
      guard workCount < 0 else { break }
      workCount = Int32(work[0])
      indexCount = indices[0]
      work = [Double](repeating: 0, count: Int(workCount))
      indices = [Int32](repeating: 0, count: Int(indexCount))
    }
    return values
  }

  /// Copies the upper triangle onto the lower one, tile by tile.
  mutating func mirrorUpperTriangle() {
    let (size, tile) = (dimension, 32)
    entries.withUnsafeMutableBufferPointer { entries in
      for left in stride(from: 0, to: size, by: tile) {
        for top in stride(from: 0, through: left, by: tile) {
          for column in left..<min(left + tile, size) {
            for row in top..<min(top + tile, column) {
              entries[row * size + column] = entries[column * size + row]
            }
          }
        }
      }
    }
  }
}
