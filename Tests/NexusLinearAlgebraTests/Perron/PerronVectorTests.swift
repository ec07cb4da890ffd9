import NexusTestSupport
import Testing

@testable import NexusLinearAlgebra

@Suite("Perron vectors")
struct PerronVectorTests {
  @Test(
    "A directed ring has root 1 and a uniform vector, though it is periodic",
    arguments: [2, 3, 10, 299, 1_000])
  func ring(_ dimension: Int) throws {
    let pair = try SparseMatrix.irreducible(dimension, extra: 0, isSymmetric: false, seed: 1).perronVector()
    #expect(isClose(pair.root, 1))
    #expect(pair.vector.allSatisfy { isClose($0, 1 / Double(dimension).squareRoot()) })
  }

  @Test("A 2 × 2 matrix has the root and vector of its closed form")
  func closedForm() throws {
    // [[0, 4], [1, 0]]: λ = 2, vector (2, 1) / √5.
    let matrix = SparseMatrix(rowOffsets: [0, 1, 2], columns: [1, 0], values: [4, 1], isSymmetric: false)
    let pair = try matrix.perronVector()
    #expect(isClose(pair.root, 2))
    #expect(isClose(pair.vector, [2 / 5.0.squareRoot(), 1 / 5.0.squareRoot()]))
    #expect(
      isClose(try matrix.transposed().perronVector().vector, [1 / 5.0.squareRoot(), 2 / 5.0.squareRoot()]))
  }

  @Test("Matrices of no and of one row are their own answer")
  func smallest() throws {
    let none = SparseMatrix(rowOffsets: [0], columns: [], values: [], isSymmetric: true)
    #expect(try none.perronVector().vector.isEmpty)
    let one = SparseMatrix(rowOffsets: [0, 1], columns: [0], values: [3], isSymmetric: true)
    #expect(try one.perronVector().root == 3)
  }

  @Test("Noda's iteration and the Krylov method agree", arguments: [true, false], [60, 200, 350])
  func methodsAgree(isSymmetric: Bool, dimension: Int) throws {
    for seed in UInt64(1)...3 {
      let matrix = SparseMatrix.irreducible(
        dimension, extra: 3 * dimension, isSymmetric: isSymmetric, seed: seed)
      let (noda, krylov) = (try matrix.nodaIteration(), try matrix.krylovPerronVector())
      #expect(isClose(noda.root, krylov.root, relative: 1e-12), "seed \(seed)")
      #expect(isClose(noda.vector, krylov.vector, relative: 1e-9, absolute: 1e-12), "seed \(seed)")
      var product = noda.vector
      #expect(matrix.rayleigh(krylov.vector, product: &product).residual < 1e-13)
      #expect(matrix.rayleigh(noda.vector, product: &product).residual < 1e-13)
    }
  }

  @Test("The root lies below the bound by row and column sums")
  func bound() throws {
    for seed in UInt64(1)...5 {
      let matrix = SparseMatrix.irreducible(40, extra: 60, isSymmetric: false, seed: seed)
      #expect(try matrix.perronVector().root <= matrix.perronBound * (1 + 1e-12))
    }
  }

  @Test("An iteration that is cut short says so")
  func notConverged() {
    let matrix = SparseMatrix.irreducible(400, extra: 100, isSymmetric: false, seed: 2)
    #expect {
      _ = try matrix.krylovPerronVector(restarts: 1)
    } throws: { error in
      guard case .eigenvalueNotConverged(400, let residual) = error as? SpectralError else { return false }
      return residual > 1e-13
    }
  }

  @Test("Values that overflow are an error, not a number")
  func overflow() {
    let matrix = SparseMatrix(
      rowOffsets: [0, 1, 2], columns: [1, 0], values: [.infinity, .infinity], isSymmetric: true)
    #expect(throws: SpectralError.self) { try matrix.perronVector() }
  }

  @Test("The message names the size and the residual")
  func message() {
    #expect(
      SpectralError.systemNotSolved(dimension: 7, residual: 0.5).description
        == "The linear system of a component of 7 vertices was not solved: relative residual 0.5.")
  }
}
