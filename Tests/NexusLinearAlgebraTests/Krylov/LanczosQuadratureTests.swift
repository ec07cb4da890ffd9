import Foundation
import NexusTestSupport
import Testing

@testable import NexusLinearAlgebra

@Suite("Lanczos quadrature")
struct LanczosQuadratureTests {
  @Test("The bounds enclose the entry of the exponential, after few steps too")
  func enclosure() throws {
    for seed in UInt64(1)...6 {
      let matrix = SparseMatrix.irreducible(50, extra: 100, isSymmetric: true, seed: seed)
      let eigen = try #require(SymmetricEigen(matrix.dense()))
      let expected = log(eigen.combinedDiagonal(eigen.values.map { exp($0) })[0])
      let start = (0..<50).map { $0 == 0 ? 1.0 : 0 }
      var width = Double.infinity
      for steps in [1, 2, 4, 8, 16, 50] {
        let bounds = LanczosQuadrature(
          matrix, upperEnd: matrix.collatzBound(), tolerance: 1e-12, maximumSteps: steps
        ).logarithmBounds(from: start)
        #expect(bounds.contains(expected), "seed \(seed), \(steps) steps")
        #expect(bounds.upperBound - bounds.lowerBound <= width, "seed \(seed), \(steps) steps")
        width = bounds.upperBound - bounds.lowerBound
      }
      #expect(width < 1e-11, "seed \(seed)")
    }
  }
}
