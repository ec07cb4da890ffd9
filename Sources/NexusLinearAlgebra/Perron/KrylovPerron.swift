extension SparseMatrix {
  /// The Perron pair by a Krylov method with thick restarts: Lanczos when the matrix is symmetric,
  /// Arnoldi otherwise, both with full reorthogonalisation.
  ///
  /// The basis V obeys A V = V H + v b, v the next vector. At a restart the span of the leading Ritz vectors
  /// is kept: with Q an orthonormal basis of it, H ← Qᵀ H Q, b ← b Q, V ← V Q, and v follows.
  ///
  /// Sources: K. Wu, H. Simon, "Thick-restart Lanczos method for large symmetric eigenvalue problems",
  /// *SIAM J. Matrix Anal. Appl.* 22(2), 2000, doi:10.1137/S0895479898334605; G. W. Stewart, "A Krylov–Schur
  /// algorithm for large eigenproblems", same journal 23(3), 2002, doi:10.1137/S0895479800371529.
  func krylovPerronVector(restarts: Int = 400) throws(SpectralError) -> PerronVector {
    let size = min(dimension, isSymmetric ? 64 : 48)
    let kept = size / 3
    var basis = OrthonormalBasis(length: dimension, capacity: size + 1)
    basis.append(unitLength([Double](repeating: 1, count: dimension)), norm: 1)
    var projected = DenseMatrix(dimension: size)
    var product = [Double](repeating: 0, count: dimension)
    var residual = Double.infinity

    for _ in 0..<restarts {
      var last = 0.0
      var used = basis.count
      for column in (basis.count - 1)..<size {
        multiply(basis[column], into: &product)
        let (coefficients, norm) = basis.orthogonalize(&product)
        for (row, value) in coefficients.enumerated() { projected[row, column] = value }
        let scale = coefficients.reduce(0) { max($0, abs($1)) }
        (last, used) = (norm, column + 1)
        guard norm > 1e-15 * scale else {
          last = 0  // the basis spans an invariant subspace: its Ritz values are exact
          break
        }
        if column + 1 < size { projected[column + 1, column] = norm }
        basis.append(product, norm: norm)
      }
      guard let ritz = RitzVectors(of: projected, used: used, isSymmetric: isSymmetric) else { break }
      let estimate = abs(last * ritz.leading[used - 1]) / max(abs(ritz.root), .leastNormalMagnitude)
      if estimate <= perronTolerance / 10 || last == 0 {
        let vector = unitLength(positive(basis.combination(ritz.leading)))
        let pair = rayleigh(vector, product: &product)
        if pair.residual <= perronTolerance { return PerronVector(root: pair.root, vector: vector) }
        residual = pair.residual
      } else {
        residual = estimate
      }
      guard last > 0, residual.isFinite else { break }
      let span = ritz.leadingSpan(kept)
      projected = RitzVectors.compress(projected, onto: span, coupling: last)
      basis.restart(with: span)
    }
    throw .eigenvalueNotConverged(dimension: dimension, residual: residual)
  }

  /// The vector with the sign of its largest part, rounding noise below zero removed.
  private func positive(_ vector: [Double]) -> [Double] {
    let sign = vector.reduce(0, +) < 0 ? -1.0 : 1
    return vector.map { max(0, sign * $0) }
  }
}

/// The eigenvectors of the projected matrix H, from which Ritz vectors are combined.
private struct RitzVectors {
  let root: Double
  let leading: [Double]
  private let eigen: DenseEigen
  private let used: Int

  init?(of projected: DenseMatrix, used: Int, isSymmetric: Bool) {
    var active = DenseMatrix(dimension: used)
    for column in 0..<used {
      for row in 0..<used { active[row, column] = projected[row, column] }
    }
    guard let eigen = isSymmetric ? DenseEigen(symmetric: active) : DenseEigen(general: active) else {
      return nil
    }
    // The Perron root is real and has the largest real part; take it before complex values near it.
    guard let top = (0..<used).first(where: { eigen.imaginary[$0] == 0 }) else { return nil }
    self.eigen = eigen
    self.used = used
    root = eigen.real[top]
    leading = unitLength((0..<used).map { eigen.vectors[$0, top] })
  }

  /// An orthonormal basis of the span of about `count` leading eigenvectors, conjugate pairs kept whole.
  func leadingSpan(_ count: Int) -> [[Double]] {
    var basis = OrthonormalBasis(length: used, capacity: used)
    var span: [[Double]] = []
    var column = 0
    while column < used - 2, column < count || eigen.imaginary[column - 1] > 0 {
      var vector = (0..<used).map { eigen.vectors[$0, column] }
      column += 1
      let norm = basis.orthogonalize(&vector).norm
      guard norm > 1e-12 else { continue }
      basis.append(vector, norm: norm)
      span.append(vector.map { $0 / norm })
    }
    return span
  }

  /// Qᵀ H Q, with the row that couples the kept span to the next basis vector below it.
  static func compress(_ projected: DenseMatrix, onto span: [[Double]], coupling: Double) -> DenseMatrix {
    let size = projected.dimension
    var compressed = DenseMatrix(dimension: size)
    for (column, vector) in span.enumerated() {
      var image = [Double](repeating: 0, count: size)
      for inner in 0..<size {
        for row in 0..<size { image[row] += projected[row, inner] * vector[inner] }
      }
      for (row, other) in span.enumerated() {
        compressed[row, column] = (0..<size).reduce(0) { $0 + other[$1] * image[$1] }
      }
      compressed[span.count, column] = coupling * vector[size - 1]
    }
    return compressed
  }
}
