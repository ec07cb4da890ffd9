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
    var basis = OrthonormalBasis(length: dimension, capacity: size + 1, threads: threads)
    basis.append(unitLength([Double](repeating: 1, count: dimension)), norm: 1)
    var projected = DenseMatrix(dimension: size)
    var residual = Double.infinity

    for _ in 0..<restarts {
      var ritz: RitzVectors?
      var coupling = 0.0
      for column in (basis.count - 1)..<size {
        multiply(basis[column], into: basis.candidate)
        let (coefficients, norm) = basis.orthogonalizeCandidate()
        for (row, value) in coefficients.enumerated() { projected[row, column] = value }
        let scale = coefficients.reduce(0) { max($0, abs($1)) }
        // Without a rest the basis spans an invariant subspace: its Ritz values are exact.
        coupling = norm > 1e-15 * scale ? norm : 0
        if coupling == 0 || (column + 1) % 4 == 0 || column + 1 == size {
          ritz = RitzVectors(of: projected, used: column + 1, isSymmetric: isSymmetric)
          guard let ritz else { break }
          residual = abs(coupling * ritz.leading[column]) / max(abs(ritz.root), .leastNormalMagnitude)
          DescentWatch.reached(residual, goal: perronTolerance / 10)
          if residual <= perronTolerance / 10 {
            let pair = polished(unitLength(positive(basis.combination(ritz.leading))))
            if pair.residual <= perronTolerance { return PerronVector(root: pair.root, vector: pair.vector) }
            residual = pair.residual
          }
        }
        guard coupling > 0 else { break }
        if column + 1 < size { projected[column + 1, column] = norm }
        basis.acceptCandidate(norm: norm)
      }
      guard let ritz, coupling > 0, residual.isFinite else { break }
      let span = ritz.leadingSpan(kept)
      projected = RitzVectors.compress(projected, onto: span, coupling: coupling)
      basis.restart(with: span)
    }
    throw .eigenvalueNotConverged(dimension: dimension, residual: residual)
  }

  /// A few steps of x ← (A + ρ I) x, ρ the Rayleigh quotient, as long as they bring the residual down towards the level
  /// of rounding. The ρ I damps the eigenvalue −λ that a bipartite matrix has.
  private func polished(_ start: [Double]) -> (root: Double, residual: Double, vector: [Double]) {
    var product = start
    var best = (pair: rayleigh(start, product: &product), vector: start)
    for _ in 0..<3 where best.pair.residual > perronTolerance / 10 {
      let next = unitLength(zip(product, best.vector).map { $0 + best.pair.root * $1 })
      let pair = rayleigh(next, product: &product)
      guard pair.residual < best.pair.residual else { break }
      best = (pair, next)
    }
    return (best.pair.root, best.pair.residual, best.vector)
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
      for row in 0..<used { basis.candidate[row] = eigen.vectors[row, column] }
      column += 1
      let norm = basis.orthogonalizeCandidate().norm
      guard norm > 1e-12 else { continue }
      basis.acceptCandidate(norm: norm)
      span.append(Array(UnsafeBufferPointer(start: basis[basis.count - 1], count: used)))
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
