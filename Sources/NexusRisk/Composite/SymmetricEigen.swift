/// Eigenvalues and eigenvectors of a small symmetric matrix, by cyclic Jacobi rotations.
///
/// Meant for correlations of a dozen values: a few sweeps of O(*n*³). Larger ones belong to LAPACK.
///
/// Source: G. H. Golub, C. F. Van Loan, *Matrix Computations*, 4th ed., Johns Hopkins, 2013, section 8.5.
struct SymmetricEigen {
  /// Descending.
  let values: [Double]
  /// The vector of each value, of length 1, its entry of largest size positive.
  let vectors: [[Double]]

  init(_ matrix: [[Double]]) {
    let size = matrix.count
    var a = matrix
    var v = (0..<size).map { row in (0..<size).map { $0 == row ? 1.0 : 0.0 } }
    for _ in 0..<60 {
      var off = 0.0
      for row in 0..<size { for column in 0..<row { off += a[row][column] * a[row][column] } }
      if off < 1e-30 { break }
      for p in 0..<size {
        for q in (p + 1)..<max(size, p + 1) where a[p][q] != 0 { SymmetricEigen.rotate(&a, &v, p, q) }
      }
    }
    let order = (0..<size).sorted { (-a[$0][$0], $0) < (-a[$1][$1], $1) }
    values = order.map { a[$0][$0] }
    vectors = order.map { column in
      let vector = (0..<size).map { v[$0][column] }
      let largest = vector.max { abs($0) < abs($1) } ?? 0
      return largest < 0 ? vector.map { -$0 } : vector
    }
  }

  /// The rotation that makes a[p][q] 0.
  private static func rotate(_ a: inout [[Double]], _ v: inout [[Double]], _ p: Int, _ q: Int) {
    let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
    let t = (theta >= 0 ? 1 : -1) / (abs(theta) + (theta * theta + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot()
    let s = t * c
    for k in a.indices {
      (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q])
    }
    for k in a.indices {
      (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k])
      (v[k][p], v[k][q]) = (c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q])
    }
  }
}
