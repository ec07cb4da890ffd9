import NexusTestSupport
import Testing

@testable import NexusLinearAlgebra

@Suite("Largest eigenpairs")
struct LargestEigenpairsTests {
  @Test("They are those of LAPACK", arguments: [1, 5, 30, 140, 220], [1, 3, 12])
  func lapack(dimension: Int, count: Int) throws {
    for seed in UInt64(1)...2 {
      let matrix = SparseMatrix.irreducible(dimension, extra: 3 * dimension, isSymmetric: true, seed: seed)
      let expected = try #require(SymmetricEigen.values(of: matrix.dense()))
      let pairs = try LargestEigenpairs(dimension: dimension, count: count).found { block, product in
        matrix.multiply(block, into: &product)
      }
      #expect(pairs.values.count == min(count, dimension))
      #expect(
        isClose(pairs.values, Array(expected.reversed().prefix(count)), absolute: 1e-10), "seed \(seed)")
      for (value, vector) in zip(pairs.values, pairs.vectors) {
        var product = vector
        matrix.multiply(vector, into: &product)
        let worst = vector.indices.map { abs(product[$0] - value * vector[$0]) }.max() ?? 0
        #expect(worst < 1e-9, "seed \(seed)")
        #expect(isClose(vector.reduce(0) { $0 + $1 * $1 }, 1), "seed \(seed)")
      }
    }
  }

  @Test("Multiple eigenvalues are found as often as they are there")
  func multiple() throws {
    // 150 times the identity on the first five coordinates, 1 on the others.
    let pairs = try LargestEigenpairs(dimension: 150, count: 7).found { block, product in
      for row in block.indices { product[row] = (row < 5 ? 150 : 1) * block[row] }
    }
    #expect(isClose(pairs.values, [150, 150, 150, 150, 150, 1, 1]))
  }

  @Test("A search that is cut short says so")
  func notConverged() {
    let matrix = SparseMatrix.irreducible(300, extra: 10, isSymmetric: true, seed: 2)
    var search = LargestEigenpairs(dimension: 300, count: 4)
    search.maximumProducts = 9
    #expect {
      try search.found { block, product in matrix.multiply(block, into: &product) }
    } throws: { error in
      guard case .eigenvalueNotConverged(300, let residual) = error as? SpectralError else { return false }
      return residual > 1e-11
    }
  }

  @Test("An operator that overflows is an error")
  func overflow() {
    #expect(throws: SpectralError.overflow) {
      try LargestEigenpairs(dimension: 4, count: 1).found { block, product in
        product = block.map { $0 * 1e308 * 1e308 }
      }
    }
  }

  @Test("Vectors are turned so that their largest entry is positive")
  func orientation() {
    #expect(oriented([1, -3, 2]) == [-1, 3, -2])
    #expect(oriented([-3, 3]) == [3, -3])
    #expect(oriented([]).isEmpty)
  }
}
