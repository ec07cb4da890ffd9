import Testing

@testable import NexusLinearAlgebra

@Suite("Sparse matrices")
struct SparseMatrixTests {
  @Test("Without values all entries are 1")
  func ones() {
    let (offsets, columns) = ([0, 2, 2, 3], [Int32](arrayLiteral: 1, 2, 0))
    let bare = SparseMatrix(rowOffsets: offsets, columns: columns, values: nil, isSymmetric: false)
    let full = SparseMatrix(rowOffsets: offsets, columns: columns, values: [1, 1, 1], isSymmetric: false)
    var (left, right) = ([0.0, 0, 0], [0.0, 0, 0])
    bare.multiply([3, 5, 7], into: &left)
    full.multiply([3, 5, 7], into: &right)
    #expect(left == [12, 0, 3] && right == left)
    #expect(bare.rowSums() == [2, 0, 1] && full.rowSums() == [2, 0, 1])
    #expect(bare.perronBound == 1 && full.perronBound == 1)
    #expect(bare.shiftedDense(4).entries == full.shiftedDense(4).entries)
    #expect(bare.transposed().columns == full.transposed().columns)
    #expect(bare.transposed().storedValues == nil && full.transposed().storedValues == [1, 1, 1])
    #expect(bare.values == full.values)
  }

  @Test("A product has the same bytes for any number of threads")
  func threads() {
    let one = SparseMatrix.irreducible(20_000, extra: 30_000, isSymmetric: false, seed: 6)
    let vector = (0..<20_000).map { 1 / Double($0 + 1) }
    var (left, right) = (vector, vector)
    SparseMatrix(
      rowOffsets: one.rowOffsets, columns: one.columns, values: one.values, isSymmetric: false, threads: 1
    ).multiply(vector, into: &left)
    SparseMatrix(
      rowOffsets: one.rowOffsets, columns: one.columns, values: one.values, isSymmetric: false, threads: 3
    ).multiply(vector, into: &right)
    #expect(left == right)
  }
}
