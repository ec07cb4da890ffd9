import NexusTestSupport
import Testing

@testable import NexusLinearAlgebra

@Suite("Dense symmetric matrices")
struct SymmetricEigenTests {
  @Test("A 2 × 2 matrix has the eigenvalues of its closed form")
  func closedForm() throws {
    var matrix = DenseMatrix(dimension: 2)
    (matrix[0, 0], matrix[0, 1], matrix[1, 1]) = (2, 1, 2)
    let eigen = try #require(SymmetricEigen(matrix))
    #expect(isClose(eigen.values, [1, 3]))
    #expect(isClose(try #require(SymmetricEigen.values(of: matrix)), [1, 3]))
    #expect(isClose(abs(eigen.vectors[0, 1]), 0.5.squareRoot()))
  }

  @Test("V Λ Vᵀ is the matrix, and its diagonal is found alone")
  func recombined() throws {
    for seed in UInt64(1)...10 {
      let matrix = SparseMatrix.irreducible(40, extra: 80, isSymmetric: true, seed: seed).dense()
      var shifted = matrix
      for row in 0..<40 { shifted[row, row] += 50 }  // positive definite
      let eigen = try #require(SymmetricEigen(shifted))
      #expect(isClose(eigen.combined(eigen.values).entries, shifted.entries, absolute: 1e-11), "seed \(seed)")
      #expect(isClose(eigen.combinedDiagonal(eigen.values), (0..<40).map { _ in 50 }), "seed \(seed)")
      let inverse = try #require(shifted.positiveDefiniteInverse())
      #expect(
        isClose(inverse.entries, eigen.combined(eigen.values.map { 1 / $0 }).entries, absolute: 1e-13),
        "seed \(seed)")
    }
  }

  @Test("What LAPACK cannot do is nil")
  func refused() {
    var matrix = DenseMatrix(dimension: 2)
    #expect(matrix.positiveDefiniteInverse()?.dimension == nil)  // singular
    matrix[0, 0] = .nan
    #expect(SymmetricEigen(matrix)?.values == nil)
    #expect(SymmetricEigen.values(of: matrix) == nil)
    #expect(matrix.positiveDefiniteInverse()?.dimension == nil)
    #expect(SymmetricEigen(DenseMatrix(dimension: 0))?.values == [])
    #expect(DenseMatrix(dimension: 0).positiveDefiniteInverse()?.dimension == 0)
  }
}
