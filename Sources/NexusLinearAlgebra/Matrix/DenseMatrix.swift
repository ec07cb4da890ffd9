/// A square matrix with its columns one after the other, as LAPACK wants it.
package struct DenseMatrix: Sendable {
  package let dimension: Int
  /// The entries, column by column.
  package internal(set) var entries: [Double]

  package init(dimension: Int) {
    self.dimension = dimension
    entries = [Double](repeating: 0, count: dimension * dimension)
  }

  package subscript(row: Int, column: Int) -> Double {
    get { entries[column * dimension + row] }
    set { entries[column * dimension + row] = newValue }
  }
}
