private import COpenBLAS

/// Orthonormal vectors V with their images A V, one after the other, and T = Vᵀ A V.
struct RitzBasis {
  private let rows: Int
  private let capacity: Int
  private(set) var count = 0
  private var vectors: [Double]
  private var images: [Double]
  /// T, of which the upper triangle of the first `count` rows counts.
  private var projected: DenseMatrix

  init(rows: Int, capacity: Int) {
    SingleThreadedBLAS.require()
    self.rows = rows
    self.capacity = capacity
    vectors = [Double](repeating: 0, count: rows * capacity)
    images = vectors
    projected = DenseMatrix(dimension: capacity)
  }

  var isFull: Bool { count == capacity }

  /// What is left of some vectors outside the basis, orthonormal, at most as many as there is room for; vectors of which
  /// nothing is left are dropped.
  func orthonormalized(_ block: [[Double]]) -> [[Double]] {
    var kept = Array(block.prefix(rows - count))
    for _ in 0..<2 {  // the second time takes away the rounding of the first
      let lengths = kept.map(length)
      let outside = withoutBasis(kept)
      var orthonormal: [[Double]] = []
      for (vector, before) in zip(outside, lengths) {
        var rest = vector
        for _ in 0..<2 {
          for other in orthonormal {
            cblas_daxpy(Int32(rows), -cblas_ddot(Int32(rows), other, 1, rest, 1), other, 1, &rest, 1)
          }
        }
        let left = length(rest)
        if left > 1e-11 * before, left.isNormal { orthonormal.append(rest.map { $0 / left }) }
      }
      kept = orthonormal
    }
    return kept
  }

  private func length(_ vector: [Double]) -> Double { cblas_dnrm2(Int32(rows), vector, 1) }

  /// block − V (Vᵀ block).
  private func withoutBasis(_ block: [[Double]]) -> [[Double]] {
    guard count > 0, !block.isEmpty else { return block }
    let (size, used, width) = (Int32(rows), Int32(count), Int32(block.count))
    var panel = block.flatMap(\.self)
    var shares = [Double](repeating: 0, count: count * block.count)
    cblas_dgemm(
      CblasColMajor, CblasTrans, CblasNoTrans, used, width, size, 1, vectors, size, panel, size, 0, &shares,
      used)
    cblas_dgemm(
      CblasColMajor, CblasNoTrans, CblasNoTrans, size, width, used, -1, vectors, size, shares, used, 1,
      &panel, size)
    return block.indices.map { Array(panel[$0 * rows..<($0 + 1) * rows]) }
  }

  /// Adds as many of the orthonormal vectors as there is room for, with their images. Returns all their images: the
  /// vectors that found no room come first in what follows.
  mutating func append(_ block: [[Double]], multiply: (ColumnBlock, inout ColumnBlock) -> Void) -> [[Double]]
  {
    let fitting = block.prefix(capacity - count)
    var lanes = ColumnBlock(repeating: .zero, count: rows)
    for (lane, vector) in fitting.enumerated() {
      for row in 0..<rows {
        lanes[row][lane] = vector[row]
        vectors[(count + lane) * rows + row] = vector[row]
      }
    }
    var product = lanes
    multiply(lanes, &product)
    for lane in fitting.indices {
      for row in 0..<rows { images[(count + lane) * rows + row] = product[row][lane] }
    }
    count += fitting.count
    for column in count - fitting.count..<count {
      let image = Array(images[column * rows..<(column + 1) * rows])
      var entries = [Double](repeating: 0, count: count)
      cblas_dgemv(
        CblasColMajor, CblasTrans, Int32(rows), Int32(count), 1, vectors, Int32(rows), image, 1, 0, &entries,
        1)
      for row in 0...column { projected[row, column] = entries[row] }
    }
    return Array(block.dropFirst(fitting.count))
      + fitting.indices.map { lane in (0..<rows).map { product[$0][lane] } }
  }

  /// The eigenvalues of T, ascending, and its vectors; nil when T is not finite.
  func ritzPairs() -> SymmetricEigen? {
    var active = DenseMatrix(dimension: count)
    for column in 0..<count {
      for row in 0...column { active[row, column] = projected[row, column] }
    }
    return SymmetricEigen(active)
  }

  /// The largest ‖A x − θ x‖ of the leading pairs, relative to the largest |θ|.
  func largestResidual(_ ritz: SymmetricEigen, count wanted: Int) -> Double {
    let scale = ritz.values.reduce(Double.leastNormalMagnitude) { max($0, abs($1)) }
    let leading = leadingColumns(ritz, wanted)
    let (found, mapped) = (product(vectors, leading, wanted), product(images, leading, wanted))
    var largest = 0.0
    for position in 0..<wanted {
      let value = ritz.values[count - 1 - position]
      var square = 0.0
      for row in position * rows..<(position + 1) * rows {
        let rest = mapped[row] - value * found[row]
        square += rest * rest
      }
      guard square.isFinite else { return .infinity }
      largest = max(largest, square.squareRoot())
    }
    return largest / scale
  }

  /// The leading Ritz vectors, largest value first.
  func combinations(_ ritz: SymmetricEigen, count wanted: Int) -> [[Double]] {
    let panel = product(vectors, leadingColumns(ritz, wanted), wanted)
    return (0..<wanted).map { Array(panel[$0 * rows..<($0 + 1) * rows]) }
  }

  /// Replaces the basis by the leading Ritz vectors.
  mutating func restart(with ritz: SymmetricEigen, keeping wanted: Int) {
    let leading = leadingColumns(ritz, wanted)
    let (found, mapped) = (product(vectors, leading, wanted), product(images, leading, wanted))
    vectors.replaceSubrange(0..<rows * wanted, with: found)
    images.replaceSubrange(0..<rows * wanted, with: mapped)
    for column in 0..<wanted {
      for row in 0..<column { projected[row, column] = 0 }
      projected[column, column] = ritz.values[count - 1 - column]
    }
    count = wanted
  }

  private func leadingColumns(_ ritz: SymmetricEigen, _ wanted: Int) -> [Double] {
    (0..<wanted).flatMap { position in
      ritz.vectors.entries[(count - 1 - position) * count..<(count - position) * count]
    }
  }

  /// `panel` (of `count` columns) times `right` (count × width).
  private func product(_ panel: [Double], _ right: [Double], _ width: Int) -> [Double] {
    var product = [Double](repeating: 0, count: rows * width)
    let (size, used) = (Int32(rows), Int32(count))
    cblas_dgemm(
      CblasColMajor, CblasNoTrans, CblasNoTrans, size, Int32(width), used, 1, panel, size, right, used, 0,
      &product,
      size)
    return product
  }
}
