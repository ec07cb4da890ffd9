private import COpenBLAS

/// Up to `capacity` orthonormal vectors of one length, one after the other, grown by Gram–Schmidt.
///
/// The place behind the last vector is the candidate's: whoever has a new vector writes it there, has it made
/// orthogonal to the others and then accepts it.
struct OrthonormalBasis: ~Copyable {
  let length: Int
  let capacity: Int
  private(set) var count = 0
  private let entries: SharedVector
  private let chunks: RowChunks

  init(length: Int, capacity: Int, threads: Int? = 1) {
    SingleThreadedBLAS.require()
    self.length = length
    self.capacity = capacity
    entries = SharedVector(unwritten: length * (capacity + 1))
    chunks = RowChunks(rows: length, threads: threads)
  }

  /// Vector number `index`.
  subscript(index: Int) -> UnsafePointer<Double> { UnsafePointer(entries.base + index * length) }

  /// Where the next vector is to be written.
  var candidate: UnsafeMutablePointer<Double> { entries.base + count * length }

  /// Takes away from the candidate what the basis spans, twice over when so little is left that rounding would
  /// show.
  ///
  /// - Returns: the coefficients taken away, and the length of what is left.
  func orthogonalizeCandidate() -> (coefficients: [Double], norm: Double) {
    var coefficients = [Double](repeating: 0, count: count)
    var (before, after) = (squareOfCandidate(), 0.0)
    for _ in 0..<2 {
      let part = coefficientsOfCandidate()
      after = subtractFromCandidate(part)
      for index in part.indices { coefficients[index] += part[index] }
      guard after < 0.0625 * before else { break }
      before = after
    }
    return (coefficients, after.squareRoot())
  }

  /// Adds the candidate / `norm`, which the caller has had made orthogonal to the others.
  mutating func acceptCandidate(norm: Double) {
    precondition(count < capacity, "The basis is full.")
    let vector = candidate
    for index in 0..<length { vector[index] /= norm }
    count += 1
  }

  /// Adds `vector` / `norm`.
  mutating func append(_ vector: [Double], norm: Double) {
    let place = candidate
    for index in 0..<length { place[index] = vector[index] }
    acceptCandidate(norm: norm)
  }

  /// Σ coefficients[j] · vector j over the first `coefficients.count` vectors.
  func combination(_ coefficients: [Double]) -> [Double] {
    let sum = SharedVector(repeating: 0, count: length)
    add(coefficients, factor: 1, to: sum, offset: 0)
    return sum.values
  }

  /// Replaces the vectors by `combinations` of them (which must be orthonormal) and then their last one.
  mutating func restart(with combinations: [[Double]]) {
    let last = Array(UnsafeBufferPointer(start: self[count - 1], count: length))
    let kept = combinations.map { combination($0) } + [last]
    count = 0
    for vector in kept { append(vector, norm: 1) }
  }

  private func squareOfCandidate() -> Double {
    chunks.sum { [entries, start = count * length] rows in
      sumOfSquares(entries.base + start, rows)
    }
  }

  /// Vᵀ w, w the candidate.
  private func coefficientsOfCandidate() -> [Double] {
    guard count > 0 else { return [] }
    let (length, columns) = (length, count)
    let parts = chunks.map { [entries] rows in
      var part = [Double](repeating: 0, count: columns)
      cblas_dgemv(
        CblasColMajor, CblasTrans, Int32(rows.count), Int32(columns), 1, entries.base + rows.lowerBound,
        Int32(length), entries.base + columns * length + rows.lowerBound, 1, 0, &part, 1)
      return part
    }
    return parts.dropFirst().reduce(into: parts[0]) { sum, part in
      for index in part.indices { sum[index] += part[index] }
    }
  }

  /// w −= V coefficients. Returns the square of what is left.
  private func subtractFromCandidate(_ coefficients: [Double]) -> Double {
    add(coefficients, factor: -1, to: entries, offset: count * length)
    return squareOfCandidate()
  }

  private func add(_ coefficients: [Double], factor: Double, to target: SharedVector, offset: Int) {
    guard !coefficients.isEmpty else { return }
    chunks.perform { [entries, length] _, rows in
      cblas_dgemv(
        CblasColMajor, CblasNoTrans, Int32(rows.count), Int32(coefficients.count), factor,
        entries.base + rows.lowerBound, Int32(length), coefficients, 1, 1,
        target.base + offset + rows.lowerBound, 1)
    }
  }
}
