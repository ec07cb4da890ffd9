/// L = D − A of a connected graph, and systems with it.
package struct LaplacianSystem: Sendable {
  private let adjacency: SparseMatrix
  /// The row sums of A.
  private let degrees: [Double]

  package init(adjacency: SparseMatrix) {
    self.adjacency = adjacency
    degrees = (0..<adjacency.dimension).map { row in
      adjacency.values[adjacency.rowOffsets[row]..<adjacency.rowOffsets[row + 1]].reduce(0, +)
    }
  }

  package var dimension: Int { degrees.count }

  /// `product = L block`. O(stored values).
  package func multiply(_ block: ColumnBlock, into product: inout ColumnBlock) {
    adjacency.multiply(block, into: &product)
    for row in 0..<dimension { product[row] = degrees[row] * block[row] - product[row] }
  }

  /// L with its zeros.
  package func dense() -> DenseMatrix {
    var dense = adjacency.dense()
    for column in 0..<dimension {
      for row in 0..<dimension { dense[row, column] = -dense[row, column] }
      dense[column, column] += degrees[column]
    }
    return dense
  }

  /// L⁺ `block` for eight columns at a time, by conjugate gradients with the degrees for preconditioner.
  ///
  /// - Throws: ``SpectralError/systemNotSolved(dimension:residual:)`` when a column's ‖b − L x‖ / ‖b‖ stays above 1e-11.
  /// - Complexity: O(stored values) an iteration.
  ///
  /// Source: Y. Saad, *Iterative Methods for Sparse Linear Systems*, 2nd edition, 2003, section 9.2,
  /// doi:10.1137/1.9780898718003.
  package func pseudoinverse(times block: ColumnBlock, maximumIterations: Int? = nil) throws(SpectralError)
    -> ColumnBlock
  {
    let right = centred(block)
    var solution = ColumnBlock(repeating: .zero, count: dimension)
    var rest = right
    var direction = preconditioned(rest)
    var product = direction
    var weighted = dot(rest, direction)
    let goal = dot(right, right) * 1e-26
    var residual = dot(right, right)
    for _ in 0..<(maximumIterations ?? 2 * dimension + 200) {
      if all(residual .<= goal) { return centred(solution) }
      multiply(direction, into: &product)
      let step = ratio(weighted, dot(direction, product))
      for row in 0..<dimension {
        solution[row] += step * direction[row]
        rest[row] -= step * product[row]
      }
      residual = dot(rest, rest)
      let ahead = preconditioned(rest)
      let next = dot(rest, ahead)
      let turn = ratio(next, weighted)
      for row in 0..<dimension { direction[row] = ahead[row] + turn * direction[row] }
      weighted = next
    }
    // Rounding may keep a column just above the goal; what it really leaves decides.
    multiply(solution, into: &product)
    for row in 0..<dimension { product[row] = right[row] - product[row] }
    let left = ratio(dot(product, product), dot(right, right)).max().squareRoot()
    guard left <= 1e-11 else { throw .systemNotSolved(dimension: dimension, residual: left) }
    return centred(solution)
  }

  private func preconditioned(_ block: ColumnBlock) -> ColumnBlock {
    block.indices.map { block[$0] / degrees[$0] }
  }

  /// Less the mean of each column.
  private func centred(_ block: ColumnBlock) -> ColumnBlock {
    let mean = block.reduce(SIMD8<Double>.zero, +) / Double(dimension)
    return block.map { $0 - mean }
  }

  private func dot(_ left: ColumnBlock, _ right: ColumnBlock) -> SIMD8<Double> {
    var sum = SIMD8<Double>.zero
    for row in left.indices { sum += left[row] * right[row] }
    return sum
  }

  /// Column by column, 0 where the divisor is 0.
  private func ratio(_ dividend: SIMD8<Double>, _ divisor: SIMD8<Double>) -> SIMD8<Double> {
    (dividend / divisor).replacing(with: 0, where: divisor .== 0)
  }
}
