import NexusTestSupport
import Testing

@testable import NexusLinearAlgebra

@Suite("Shifted systems")
struct ShiftedSolveTests {
  @Test("GMRES agrees with the factorisation", arguments: [true, false], [1.01, 1.5, 2])
  func methodsAgree(isSymmetric: Bool, factor: Double) throws {
    for seed in UInt64(1)...3 {
      let matrix = SparseMatrix.irreducible(150, extra: 400, isSymmetric: isSymmetric, seed: seed)
      let shift = try matrix.perronVector().root * factor
      let right = (0..<150).map { Double($0 % 7) }
      let exact = try #require(LUFactorization(matrix.shiftedDense(shift))).solve(right)
      #expect(isClose(try matrix.restartedGMRES(shift, right), exact, relative: 1e-9), "seed \(seed)")
      #expect(isClose(try matrix.solveShifted(shift, right), exact, relative: 1e-12), "seed \(seed)")
    }
  }

  @Test("A large system is solved to the level of rounding")
  func large() throws {
    let matrix = SparseMatrix.irreducible(2_000, extra: 6_000, isSymmetric: false, seed: 9)
    let shift = try matrix.perronVector().root * 1.2
    let solution = try matrix.solveShifted(shift, [Double](repeating: 1, count: 2_000))
    var product = solution
    matrix.multiply(solution, into: &product)
    let worst = (0..<2_000).map { abs(shift * solution[$0] - product[$0] - 1) }.max() ?? 1
    #expect(worst < 1e-11)
  }

  @Test("A zero right-hand side has the zero solution")
  func zero() throws {
    let matrix = SparseMatrix.irreducible(400, extra: 400, isSymmetric: true, seed: 3)
    #expect(try matrix.solveShifted(100, [Double](repeating: 0, count: 400)).allSatisfy { $0 == 0 })
  }

  @Test("A singular matrix has no factorisation")
  func singular() {
    #expect(LUFactorization(DenseMatrix(dimension: 3)) == nil)
  }
}
