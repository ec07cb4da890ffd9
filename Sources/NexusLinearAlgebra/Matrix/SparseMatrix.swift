/// A square matrix in compressed sparse rows.
///
/// Row *i* holds `values[rowOffsets[i]..<rowOffsets[i + 1]]` at the columns beside them.
package struct SparseMatrix: Sendable {
  package let rowOffsets: [Int]
  package let columns: [Int32]
  /// The values beside the columns; nil when all are 1, so that a product reads a third of the memory.
  let storedValues: [Double]?
  /// Whether the maker vouches that the matrix equals its transpose.
  package let isSymmetric: Bool
  /// The rows as several threads share them out.
  let chunks: RowChunks
  let threads: Int?

  /// - Parameters:
  ///   - values: one for each column, nil where all are 1.
  ///   - threads: how many threads a product may use, nil for one a processor. It never changes a result.
  package init(
    rowOffsets: [Int], columns: [Int32], values: [Double]?, isSymmetric: Bool, threads: Int? = nil
  ) {
    precondition(
      rowOffsets.last == columns.count && columns.count == values?.count ?? columns.count,
      "The rows of a sparse matrix must cover its columns and values.")
    self.rowOffsets = rowOffsets
    self.columns = columns
    storedValues = values
    self.isSymmetric = isSymmetric
    self.threads = threads
    chunks = RowChunks(rowOffsets: rowOffsets, threads: threads)
  }

  /// The number of rows, which is that of columns.
  package var dimension: Int { rowOffsets.count - 1 }

  /// One value for each column, made anew where none are stored.
  package var values: [Double] { storedValues ?? [Double](repeating: 1, count: columns.count) }

  /// `product = A vector`. O(*n* + stored values).
  package func multiply(_ vector: [Double], into product: inout [Double]) {
    let rows = dimension
    precondition(vector.count == rows && product.count == rows, "A vector must have one entry a row.")
    vector.withUnsafeBufferPointer { vector in
      product.withUnsafeMutableBufferPointer { product in
        guard let from = vector.baseAddress, let into = product.baseAddress else { return }
        multiply(from, into: into)
      }
    }
  }

  /// The same for vectors that have one entry a row and do not overlap.
  func multiply(_ vector: UnsafePointer<Double>, into product: UnsafeMutablePointer<Double>) {
    nonisolated(unsafe) let (from, into) = (vector, product)  // each chunk writes rows of its own
    withPointers { matrix in
      chunks.perform { _, rows in matrix.multiply(rows, from, into) }
    }
  }

  /// `product = A vector`, after which `body` works on the rows of each chunk; returns the sum of its results, chunk
  /// after chunk.
  package func sumOverRows(
    of vector: SharedVector, into product: SharedVector, _ body: @Sendable (_ rows: Range<Int>) -> Double
  ) -> Double {
    withPointers { matrix in
      chunks.sum { rows in
        matrix.multiply(rows, vector.base, product.base)
        return body(rows)
      }
    }
  }

  /// Calls `body` with the places of the arrays.
  func withPointers<Result>(_ body: (SparseRows) -> Result) -> Result {
    rowOffsets.withUnsafeBufferPointer { offsets in
      columns.withUnsafeBufferPointer { columns in
        guard let storedValues else {
          return body(SparseRows(offsets: offsets, columns: columns, values: nil))
        }
        return storedValues.withUnsafeBufferPointer {
          body(SparseRows(offsets: offsets, columns: columns, values: $0))
        }
      }
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
    var moved = storedValues
    for row in 0..<dimension {
      for entry in rowOffsets[row]..<rowOffsets[row + 1] {
        let column = Int(columns[entry])
        rows[start[column]] = Int32(row)
        if let storedValues { moved?[start[column]] = storedValues[entry] }
        start[column] += 1
      }
    }
    return SparseMatrix(
      rowOffsets: offsets, columns: rows, values: moved, isSymmetric: false, threads: threads)
  }

  /// The sum of each row.
  package func rowSums() -> [Double] {
    (0..<dimension).map { row in
      let entries = rowOffsets[row]..<rowOffsets[row + 1]
      return storedValues?[entries].reduce(0, +) ?? Double(entries.count)
    }
  }

  /// `shift I − A` as a dense matrix.
  func shiftedDense(_ shift: Double) -> DenseMatrix {
    var dense = DenseMatrix(dimension: dimension)
    for row in 0..<dimension {
      dense[row, row] = shift
      for entry in rowOffsets[row]..<rowOffsets[row + 1] {
        dense[row, Int(columns[entry])] -= storedValues?[entry] ?? 1
      }
    }
    return dense
  }
}

/// The arrays of a ``SparseMatrix`` while they lie still, for loops that several threads run.
struct SparseRows: @unchecked Sendable {
  let offsets: UnsafeBufferPointer<Int>
  let columns: UnsafeBufferPointer<Int32>
  let values: UnsafeBufferPointer<Double>?

  /// `product[row] = A[row, :] · vector` for some rows.
  func multiply(
    _ rows: Range<Int>, _ vector: UnsafePointer<Double>, _ product: UnsafeMutablePointer<Double>
  ) {
    for row in rows {
      let entries = offsets[row]..<offsets[row + 1]
      product[row] = entries.count <= stretch ? dot(entries, vector) : pairwiseDot(entries, vector)
    }
  }

  /// The same by halves, so that a hub of a million neighbours costs hardly more digits than one of a hundred.
  private func pairwiseDot(_ entries: Range<Int>, _ vector: UnsafePointer<Double>) -> Double {
    guard entries.count > stretch else { return dot(entries, vector) }
    let middle = (entries.lowerBound + entries.upperBound) / 2
    return pairwiseDot(entries.lowerBound..<middle, vector) + pairwiseDot(middle..<entries.upperBound, vector)
  }

  @inline(__always)
  private func dot(_ entries: Range<Int>, _ vector: UnsafePointer<Double>) -> Double {
    var sum = 0.0
    if let values {
      for entry in entries { sum += values[entry] * vector[Int(columns[entry])] }
    } else {
      for entry in entries { sum += vector[Int(columns[entry])] }
    }
    return sum
  }
}
