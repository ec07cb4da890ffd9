private import COpenBLAS

/// Up to `capacity` orthonormal vectors of one length, one after the other, grown by Gram–Schmidt.
struct OrthonormalBasis {
  let length: Int
  let capacity: Int
  private(set) var count = 0
  private var entries: [Double]

  init(length: Int, capacity: Int) {
    SingleThreadedBLAS.require()
    self.length = length
    self.capacity = capacity
    entries = [Double](repeating: 0, count: length * capacity)
  }

  /// Vector number `index`.
  subscript(index: Int) -> [Double] { Array(entries[index * length..<(index + 1) * length]) }

  /// Takes away from `vector` what the basis spans, twice over so that rounding leaves nothing behind.
  ///
  /// - Returns: the coefficients taken away, and the length of what is left.
  func orthogonalize(_ vector: inout [Double]) -> (coefficients: [Double], norm: Double) {
    var coefficients = [Double](repeating: 0, count: count)
    var part = coefficients
    let (rows, columns) = (Int32(length), Int32(count))
    for _ in 0..<2 where count > 0 {
      cblas_dgemv(CblasColMajor, CblasTrans, rows, columns, 1, entries, rows, vector, 1, 0, &part, 1)
      cblas_dgemv(CblasColMajor, CblasNoTrans, rows, columns, -1, entries, rows, part, 1, 1, &vector, 1)
      for index in part.indices { coefficients[index] += part[index] }
    }
    return (coefficients, cblas_dnrm2(rows, vector, 1))
  }

  /// Adds `vector` / `norm`, which the caller has made orthogonal to the others.
  mutating func append(_ vector: [Double], norm: Double) {
    precondition(count < capacity, "The basis is full.")
    for index in 0..<length { entries[count * length + index] = vector[index] / norm }
    count += 1
  }

  /// Σ coefficients[j] · vector j over the first `coefficients.count` vectors.
  func combination(_ coefficients: [Double]) -> [Double] {
    var sum = [Double](repeating: 0, count: length)
    guard !coefficients.isEmpty else { return sum }
    let (rows, columns) = (Int32(length), Int32(coefficients.count))
    cblas_dgemv(CblasColMajor, CblasNoTrans, rows, columns, 1, entries, rows, coefficients, 1, 0, &sum, 1)
    return sum
  }

  /// Replaces the vectors by `combinations` of them (which must be orthonormal) and then their last one.
  mutating func restart(with combinations: [[Double]]) {
    let kept = combinations.map { combination($0) } + [self[count - 1]]
    count = 0
    for vector in kept { append(vector, norm: 1) }
  }
}
