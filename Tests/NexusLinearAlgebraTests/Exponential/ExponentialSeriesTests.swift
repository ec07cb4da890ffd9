import NexusTestSupport
import Testing

@testable import NexusLinearAlgebra

@Suite("Exponential series")
struct ExponentialSeriesTests {
  @Test("A zero matrix leaves a block as it is")
  func zero() {
    let none = SparseMatrix(rowOffsets: [0, 0, 0], columns: [], values: [], isSymmetric: true)
    let block = none.unitBlock(from: 1)
    #expect(ExponentialSeries(none).applied(to: block) == block)
    let empty = SparseMatrix(rowOffsets: [0], columns: [], values: [], isSymmetric: true)
    #expect(ExponentialSeries(empty).applied(to: []).isEmpty)
  }

  @Test("A chain of two has the closed forms cosh t and sinh t", arguments: [0.01, 0.5, 1, 20])
  func pair(time: Double) {
    let pair = SparseMatrix(rowOffsets: [0, 1, 2], columns: [1, 0], values: [1, 1], isSymmetric: true)
    let block = ExponentialSeries(pair, time: time).applied(to: pair.unitBlock(from: 0))
    // cosh 20 = 242582597.70489514
    if time == 20 { #expect(isClose(block[0][0], 242582597.70489514, relative: 1e-14)) }
    #expect(
      isClose(
        block[0][0] * block[0][0] - block[1][0] * block[1][0], 1, absolute: 1e-14 * block[0][0] * block[0][0])
    )
    #expect(block[0][2] == 0)
  }

  @Test("The bound of the largest eigenvalue holds and is near")
  func bound() throws {
    for seed in UInt64(1)...10 {
      let matrix = SparseMatrix.irreducible(60, extra: 120, isSymmetric: true, seed: seed)
      let root = try matrix.perronVector().root
      let bound = matrix.collatzBound()
      #expect(bound >= root * (1 - 1e-14) && bound <= root * 1.1, "seed \(seed)")
    }
  }
}
