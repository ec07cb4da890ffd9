@testable import NexusLinearAlgebra

/// A small generator, so that matrices are the same everywhere.
struct Congruential: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
  }
}

extension SparseMatrix {
  /// Nonnegative and irreducible: a ring through all rows and `extra` further entries.
  static func irreducible(_ dimension: Int, extra: Int, isSymmetric: Bool, seed: UInt64) -> SparseMatrix {
    var generator = Congruential(state: seed)
    var rows = [[Int: Double]](repeating: [:], count: dimension)
    func add(_ row: Int, _ column: Int, _ value: Double) {
      rows[row][column, default: 0] += value
      if isSymmetric { rows[column][row, default: 0] += value }
    }
    for row in 0..<dimension { add(row, (row + 1) % dimension, 1) }
    for _ in 0..<extra {
      let (row, column) = (
        Int.random(in: 0..<dimension, using: &generator), Int.random(in: 0..<dimension, using: &generator)
      )
      if row != column { add(row, column, Double.random(in: 0.1...2, using: &generator)) }
    }
    var offsets = [0]
    var columns: [Int32] = []
    var values: [Double] = []
    for row in rows {
      for (column, value) in row.sorted(by: { $0.key < $1.key }) {
        columns.append(Int32(column))
        values.append(value)
      }
      offsets.append(columns.count)
    }
    return SparseMatrix(rowOffsets: offsets, columns: columns, values: values, isSymmetric: isSymmetric)
  }
}
