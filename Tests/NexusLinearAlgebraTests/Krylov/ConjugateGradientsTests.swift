import NexusTestSupport
import Testing

@testable import NexusLinearAlgebra

@Suite("Conjugate gradients")
struct ConjugateGradientsTests {
  @Test("They agree with the factorisation", arguments: [1.01, 1.5, 2])
  func factorisation(factor: Double) throws {
    for seed in UInt64(1)...20 {
      let matrix = SparseMatrix.irreducible(60, extra: 150, isSymmetric: true, seed: seed)
      let shift = try matrix.perronVector().root * factor
      let right = (0..<60).map { Double($0 % 7) }
      let exact = try #require(LUFactorization(matrix.shiftedDense(shift))).solve(right)
      let found = matrix.conjugateGradients(
        diagonal: [Double](repeating: shift, count: 60), factor: 1, right: right, start: right, limit: 400)
      #expect(isClose(found.values, exact, relative: 1e-11), "seed \(seed)")
      #expect(found.residual < 1e-14, "seed \(seed)")
    }
  }

  @Test("A diagonal of its own for each row")
  func diagonal() {
    // 2 u₀ − u₁ = 1, 3 u₁ − u₀ = 2: u = (1, 1).
    let matrix = SparseMatrix(rowOffsets: [0, 1, 2], columns: [1, 0], values: nil, isSymmetric: true)
    let found = matrix.conjugateGradients(
      diagonal: [2, 3], factor: 1, right: [1, 2], start: [0, 0], limit: 20)
    #expect(isClose(found.values, [1, 1], relative: 1e-15))
  }

  @Test("Cut short, they say how far they are off")
  func notConverged() throws {
    let matrix = SparseMatrix.irreducible(200, extra: 300, isSymmetric: true, seed: 3)
    let shift = try matrix.perronVector().root * 1.01
    let ones = [Double](repeating: 1, count: 200)
    let found = matrix.conjugateGradients(
      diagonal: ones.map { $0 * shift }, factor: 1, right: ones, start: ones, limit: 4)
    #expect(found.residual > 1e-6)
  }

  @Test("A matrix that is not positive definite leaves a residual, not a loop")
  func indefinite() {
    let matrix = SparseMatrix.irreducible(30, extra: 60, isSymmetric: true, seed: 3)
    let ones = [Double](repeating: 1, count: 30)
    let found = matrix.conjugateGradients(
      diagonal: ones.map { $0 * 0.5 }, factor: 1, right: ones, start: ones, limit: 1_000)
    #expect(found.residual > 1e-3)
  }

  @Test("Zero has the zero solution, and no rows have none")
  func zero() {
    let matrix = SparseMatrix.irreducible(30, extra: 60, isSymmetric: true, seed: 3)
    let zeros = [Double](repeating: 0, count: 30)
    let found = matrix.conjugateGradients(
      diagonal: zeros.map { _ in 50 }, factor: 1, right: zeros, start: zeros, limit: 50)
    #expect(found.values == zeros && found.residual == 0)
    let none = SparseMatrix(rowOffsets: [0], columns: [], values: nil, isSymmetric: true)
    #expect(none.conjugateGradients(diagonal: [], factor: 1, right: [], start: [], limit: 9).values.isEmpty)
  }
}
