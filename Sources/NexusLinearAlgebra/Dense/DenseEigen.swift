private import COpenBLAS

/// The eigenvalues and vectors of a dense matrix, largest real part first.
struct DenseEigen {
  /// Real parts, descending; of equal ones, the order LAPACK gave.
  let real: [Double]
  /// Imaginary parts beside them; a conjugate pair stands together, the positive part first.
  let imaginary: [Double]
  /// Column *j* is the vector of value *j*; of a conjugate pair, its real part and then its imaginary part.
  let vectors: DenseMatrix

  /// All of a symmetric matrix, of which the upper triangle is read (LAPACK `dsyevd`); nil when LAPACK
  /// does not converge. O(*n*³).
  init?(symmetric matrix: consuming DenseMatrix) {
    SingleThreadedBLAS.require()
    var vectors = matrix
    var size = Int32(vectors.dimension)
    var stride = max(size, 1)
    var (job, triangle) = (CChar(UInt8(ascii: "V")), CChar(UInt8(ascii: "U")))
    var values = [Double](repeating: 0, count: vectors.dimension)
    var info: Int32 = 0
    var workCount: Int32 = -1
    var indexCount: Int32 = -1
    var work = [0.0]
    var indices: [Int32] = [0]
    for _ in 0..<2 {  // first asks for the size of the workspace, then computes
      dsyevd_(
        &job, &triangle, &size, &vectors.entries, &stride, &values, &work, &workCount, &indices, &indexCount,
        &info)
      precondition(info >= 0, "LAPACK dsyevd refused argument \(-info).")
      guard info == 0 else { return nil }
      guard workCount < 0 else { break }
      workCount = Int32(work[0])
      indexCount = indices[0]
      work = [Double](repeating: 0, count: Int(workCount))
      indices = [Int32](repeating: 0, count: Int(indexCount))
    }
    let order = Array((0..<values.count).reversed())
    real = order.map { values[$0] }
    imaginary = [Double](repeating: 0, count: values.count)
    self.vectors = vectors.selecting(columns: order)
  }

  /// All of any square matrix (LAPACK `dgeev`); nil when LAPACK does not converge. O(*n*³).
  init?(general matrix: consuming DenseMatrix) {
    SingleThreadedBLAS.require()
    var matrix = matrix
    var vectors = DenseMatrix(dimension: matrix.dimension)
    var size = Int32(matrix.dimension)
    var stride = max(size, 1)
    var rightStride = stride
    var leftStride: Int32 = 1
    var (left, right) = (CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "V")))
    var values = [Double](repeating: 0, count: matrix.dimension)
    var turns = values
    var unused = [0.0]
    var info: Int32 = 0
    var workCount: Int32 = -1
    var work = [0.0]
    for _ in 0..<2 {
      dgeev_(
        &left, &right, &size, &matrix.entries, &stride, &values, &turns, &unused, &leftStride,
        &vectors.entries, &rightStride, &work, &workCount, &info)
      precondition(info >= 0, "LAPACK dgeev refused argument \(-info).")
      guard info == 0 else { return nil }
      guard workCount < 0 else { break }
      workCount = Int32(work[0])
      work = [Double](repeating: 0, count: Int(workCount))
    }
    // Conjugate partners have equal real parts and neighbouring numbers, so this order keeps them together.
    let order = (0..<values.count).sorted { (values[$1], $0) < (values[$0], $1) }
    real = order.map { values[$0] }
    imaginary = order.map { turns[$0] }
    self.vectors = vectors.selecting(columns: order)
  }
}

extension DenseMatrix {
  fileprivate func selecting(columns order: [Int]) -> DenseMatrix {
    var selected = DenseMatrix(dimension: dimension)
    for (position, column) in order.enumerated() {
      for row in 0..<dimension { selected[row, position] = self[row, column] }
    }
    return selected
  }
}
