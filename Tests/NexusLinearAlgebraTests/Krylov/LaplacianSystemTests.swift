import NexusTestSupport
import Testing

@testable import NexusLinearAlgebra

@Suite("Laplacian systems")
struct LaplacianSystemTests {
  @Test("Conjugate gradients give L⁺ of the dense eigenvectors")
  func pseudoinverse() throws {
    for seed in UInt64(1)...4 {
      let system = LaplacianSystem(
        adjacency: SparseMatrix.irreducible(30, extra: 50, isSymmetric: true, seed: seed))
      let eigen = try #require(SymmetricEigen(system.dense()))
      let expected = eigen.combined(eigen.values.enumerated().map { $0.offset == 0 ? 0 : 1 / $0.element })
      let unit = (0..<30).map { row in SIMD8<Double>(row == 3 ? 1 : 0, row == 7 ? 1 : 0, 1, 0, 0, 0, 0, 0) }
      let found = try system.pseudoinverse(times: unit)
      #expect(isClose(found.map { $0[0] }, (0..<30).map { expected[$0, 3] }, absolute: 1e-10), "seed \(seed)")
      #expect(isClose(found.map { $0[1] }, (0..<30).map { expected[$0, 7] }, absolute: 1e-10), "seed \(seed)")
      #expect(found.allSatisfy { $0[2] == 0 && $0[3] == 0 }, "seed \(seed)")
    }
  }

  @Test("Too few iterations are an error")
  func notConverged() {
    let system = LaplacianSystem(
      adjacency: SparseMatrix.irreducible(50, extra: 20, isSymmetric: true, seed: 1))
    let unit = (0..<50).map { row in SIMD8<Double>(row == 3 ? 1 : 0, 0, 0, 0, 0, 0, 0, 0) }
    #expect {
      try system.pseudoinverse(times: unit, maximumIterations: 2)
    } throws: { error in
      guard case .systemNotSolved(50, let residual) = error as? SpectralError else { return false }
      return residual > 1e-11
    }
  }
}
