private import COpenBLAS

/// P A = L U of a dense square matrix, to solve systems with it.
package struct LUFactorization: Sendable {
  private let dimension: Int
  private let factors: [Double]
  private let pivots: [Int32]

  /// Factors the matrix; nil when it is exactly singular. O(*n*³).
  package init?(_ matrix: consuming DenseMatrix) {
    SingleThreadedBLAS.require()
    dimension = matrix.dimension
    var size = Int32(dimension)
    var stride = max(size, 1)
    var columns = size
    var info: Int32 = 0
    var entries = matrix.entries
    var rows = [Int32](repeating: 0, count: dimension)
    dgetrf_(&size, &columns, &entries, &stride, &rows, &info)
    precondition(info >= 0, "LAPACK dgetrf refused argument \(-info).")
    guard info == 0 else { return nil }
    factors = entries
    pivots = rows
  }

  /// x with A x = `right`. O(*n*²).
  package func solve(_ right: [Double]) -> [Double] {
    precondition(right.count == dimension, "The right-hand side must have one entry a row.")
    var size = Int32(dimension)
    var stride = max(size, 1)
    var rightStride = stride
    var one: Int32 = 1
    var transpose = CChar(UInt8(ascii: "N"))
    var info: Int32 = 0
    var solution = right
    dgetrs_(&transpose, &size, &one, factors, &stride, pivots, &solution, &rightStride, &info)
    precondition(info == 0, "LAPACK dgetrs refused argument \(-info).")
    return solution
  }
}
