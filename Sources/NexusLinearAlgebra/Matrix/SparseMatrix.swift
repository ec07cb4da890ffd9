/// A square matrix in compressed sparse rows.
///
/// Row *i* holds `values[rowOffsets[i]..<rowOffsets[i + 1]]` at the columns beside them.
package struct SparseMatrix: Sendable {
  package let rowOffsets: [Int]
  package let columns: [Int32]
  package let values: [Double]
  /// Whether the maker vouches that the matrix equals its transpose.
  package let isSymmetric: Bool

  package init(rowOffsets: [Int], columns: [Int32], values: [Double], isSymmetric: Bool) {
    precondition(
      rowOffsets.last == columns.count && columns.count == values.count,
      "The rows of a sparse matrix must cover its columns and values.")
    self.rowOffsets = rowOffsets
    self.columns = columns
    self.values = values
    self.isSymmetric = isSymmetric
  }

  /// The number of rows, which is that of columns.
  package var dimension: Int { rowOffsets.count - 1 }

  /// `product = A vector`. O(*n* + stored values).
  package func multiply(_ vector: [Double], into product: inout [Double]) {
    let (rowOffsets, columns, values, vector) = (rowOffsets.span, columns.span, values.span, vector.span)
    var product = product.mutableSpan
    for row in product.indices {
      var sum = 0.0
      for entry in rowOffsets[row]..<rowOffsets[row + 1] {
        sum += values[entry] * vector[Int(columns[entry])]
      }
      product[row] = sum
    }
  }

  /// Aᵀ, by a counting sort that keeps columns ascending.
  package func transposed() -> SparseMatrix {
    guard !isSymmetric else { return self }
    var start = [Int](repeating: 0, count: dimension + 1)
    for column in columns { start[Int(column) + 1] += 1 }
    for row in 0..<dimension { start[row + 1] += start[row] }
    let offsets = start
    var rows = [Int32](repeating: 0, count: columns.count)
    var moved = [Double](repeating: 0, count: columns.count)
    for row in 0..<dimension {
      for entry in rowOffsets[row]..<rowOffsets[row + 1] {
        let column = Int(columns[entry])
        rows[start[column]] = Int32(row)
        moved[start[column]] = values[entry]
        start[column] += 1
      }
    }
    return SparseMatrix(rowOffsets: offsets, columns: rows, values: moved, isSymmetric: false)
  }

  /// `shift I − A` as a dense matrix.
  func shiftedDense(_ shift: Double) -> DenseMatrix {
    var dense = DenseMatrix(dimension: dimension)
    for row in 0..<dimension {
      dense[row, row] = shift
      for entry in rowOffsets[row]..<rowOffsets[row + 1] {
        dense[row, Int(columns[entry])] -= values[entry]
      }
    }
    return dense
  }
}
