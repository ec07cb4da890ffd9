private import COpenBLAS

extension DenseMatrix {
  /// The inverse of a symmetric positive definite matrix, of which the upper triangle is read, by its Cholesky factor
  /// (LAPACK `dpotrf`, `dpotri`); nil when it is not positive definite to rounding. O(*n*³), in place.
  package consuming func positiveDefiniteInverse() -> DenseMatrix? {
    SingleThreadedBLAS.require()
    var inverse = self
    guard inverse.entries.allSatisfy(\.isFinite) else { return nil }
    var size = Int32(inverse.dimension)
    var stride = max(size, 1)
    var triangle = CChar(UInt8(ascii: "U"))
    var info: Int32 = 0
    dpotrf_(&triangle, &size, &inverse.entries, &stride, &info)
    precondition(info >= 0, "LAPACK dpotrf refused argument \(-info).")
    guard info == 0 else { return nil }
    dpotri_(&triangle, &size, &inverse.entries, &stride, &info)
    precondition(info >= 0, "LAPACK dpotri refused argument \(-info).")
    guard info == 0 else { return nil }
    inverse.mirrorUpperTriangle()
    return inverse
  }
}
