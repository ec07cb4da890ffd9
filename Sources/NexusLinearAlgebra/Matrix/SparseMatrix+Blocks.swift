/// Eight vectors side by side: one row of eight numbers for each row of a matrix.
///
/// A sparse product reads each stored value once for all eight, and the eight stay in one cache line.
package typealias ColumnBlock = [SIMD8<Double>]

extension SparseMatrix {
  /// `product = factor · A block`. O(*n* + stored values) times eight.
  package func multiply(_ block: ColumnBlock, by factor: Double = 1, into product: inout ColumnBlock) {
    let (rowOffsets, columns, values, block) = (rowOffsets.span, columns.span, values.span, block.span)
    var product = product.mutableSpan
    for row in product.indices {
      var sum = SIMD8<Double>.zero
      for entry in rowOffsets[row]..<rowOffsets[row + 1] {
        sum += values[entry] * block[Int(columns[entry])]
      }
      product[row] = factor * sum
    }
  }

  /// The unit vectors of up to eight rows from `first` on, the rest zero.
  package func unitBlock(from first: Int) -> ColumnBlock {
    var block = ColumnBlock(repeating: .zero, count: dimension)
    for lane in 0..<min(8, dimension - first) { block[first + lane][lane] = 1 }
    return block
  }

  /// An upper bound of the largest eigenvalue of a nonnegative matrix: max (A x)ᵢ / xᵢ for a positive x that a
  /// few steps of power iteration have brought near the Perron vector. O(stored values).
  ///
  /// Source: L. Collatz, "Einschließungssatz für die charakteristischen Zahlen von Matrizen", *Mathematische
  /// Zeitschrift* 48, 1942, pp. 221–226, doi:10.1007/BF01180013.
  package func collatzBound(steps: Int = 40) -> Double {
    var vector = [Double](repeating: 1, count: dimension)
    var product = vector
    var bound = perronBound
    guard bound > 0, bound.isFinite else { return bound }
    for _ in 0..<steps {
      multiply(vector, into: &product)
      var ratio = 0.0
      var peak = 0.0
      for row in 0..<dimension {
        ratio = max(ratio, product[row] / vector[row])
        // The shift keeps entries positive and bipartite matrices from swinging.
        product[row] += 0.25 * bound * vector[row]
        peak = max(peak, product[row])
      }
      bound = min(bound, ratio)
      for row in 0..<dimension { vector[row] = max(product[row] / peak, 1e-250) }
    }
    return bound
  }
}

extension SparseMatrix {
  /// The same matrix with its zeros.
  package func dense() -> DenseMatrix {
    var dense = DenseMatrix(dimension: dimension)
    for row in 0..<dimension {
      for entry in rowOffsets[row]..<rowOffsets[row + 1] { dense[row, Int(columns[entry])] += values[entry] }
    }
    return dense
  }
}
