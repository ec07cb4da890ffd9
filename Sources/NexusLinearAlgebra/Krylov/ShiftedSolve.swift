extension SparseMatrix {
  /// y with (μ I − A) y = `right`, for a nonnegative A whose spectral radius is below μ.
  ///
  /// - Throws: ``SpectralError/systemNotSolved(dimension:residual:)`` when the relative residual
  ///   ‖right − (μ I − A) y‖ / (μ ‖y‖) stays above 1e-13, ``SpectralError/overflow``.
  /// - Complexity: O(*n*³) up to 300 rows; above, conjugate gradients where the matrix is symmetric, else (or should
  ///   they fail) restarted GMRES, O(*n* + stored values) a step.
  package func solveShifted(_ shift: Double, _ right: [Double]) throws(SpectralError) -> [Double] {
    var solution: [Double]
    switch dimension {
    case 0: return []
    case 1: solution = [right[0] / (shift - rowSums()[0])]
    case ...300:
      guard let factors = LUFactorization(shiftedDense(shift)) else {
        throw .systemNotSolved(dimension: dimension, residual: .infinity)
      }
      solution = factors.solve(right)
    default: solution = try iteratedSolution(shift, right)
    }
    // The inverse of an M-matrix is nonnegative: what is below zero is rounding.
    let isNonnegative = right.allSatisfy { $0 >= 0 }
    if isNonnegative { solution = solution.map { max(0, $0) } }
    guard solution.allSatisfy(\.isFinite) else { throw .overflow }
    return solution
  }

  private func iteratedSolution(_ shift: Double, _ right: [Double]) throws(SpectralError) -> [Double] {
    if isSymmetric {
      let found = conjugateGradients(
        diagonal: [Double](repeating: shift, count: dimension), factor: 1, right: right,
        start: right.map { $0 / shift }, limit: 1_000)
      if found.residual <= perronTolerance { return found.values }
    }
    return try restartedGMRES(shift, right)
  }

  /// Generalised minimal residuals with restarts.
  ///
  /// Source: Y. Saad, M. Schultz, *SIAM J. Sci. Stat. Comput.* 7(3), 1986, doi:10.1137/0907058.
  func restartedGMRES(_ shift: Double, _ right: [Double]) throws(SpectralError) -> [Double] {
    var solution = right.map { $0 / shift }
    var product = [Double](repeating: 0, count: dimension)
    var reached = Double.infinity
    var stalled = 0
    for _ in 0..<400 {
      multiply(solution, into: &product)
      let remainder = (0..<dimension).map { right[$0] - shift * solution[$0] + product[$0] }
      let norm = euclideanNorm(remainder)
      let size = max(shift * euclideanNorm(solution), .leastNormalMagnitude)
      let residual = norm / size
      guard residual.isFinite else { throw .overflow }
      DescentWatch.reached(residual, goal: 1e-16)
      stalled = residual < 0.5 * reached ? 0 : stalled + 1
      reached = min(reached, residual)
      // Go on to the level of rounding: what matters is each entry, not only their norm.
      if residual <= 1e-16 || (residual <= perronTolerance && stalled > 1) { return solution }
      let correction = gmresCorrection(shift, remainder: remainder, norm: norm, goal: 1e-17 * size)
      for row in 0..<dimension { solution[row] += correction[row] }
    }
    guard reached <= perronTolerance else {
      throw .systemNotSolved(dimension: dimension, residual: reached)
    }
    return solution
  }

  /// The correction in one Krylov space that leaves the smallest remainder, or one of length `goal`.
  private func gmresCorrection(_ shift: Double, remainder: [Double], norm: Double, goal: Double) -> [Double] {
    let size = min(dimension, 50)
    var basis = OrthonormalBasis(length: dimension, capacity: size + 1, threads: threads)
    basis.append(remainder, norm: norm)
    var triangle: [[Double]] = []  // columns of R, after the rotations
    var rotations: [(cosine: Double, sine: Double)] = []
    var target = [norm]
    while triangle.count < size {
      let (current, next) = (basis[triangle.count], basis.candidate)
      multiply(current, into: next)
      for row in 0..<dimension { next[row] = shift * current[row] - next[row] }
      let (coefficients, rest) = basis.orthogonalizeCandidate()
      var column = coefficients
      for (row, rotation) in rotations.enumerated() {
        let (upper, lower) = (column[row], column[row + 1])
        column[row] = rotation.cosine * upper + rotation.sine * lower
        column[row + 1] = rotation.cosine * lower - rotation.sine * upper
      }
      let last = column.count - 1
      let length = (column[last] * column[last] + rest * rest).squareRoot()
      let rotation = (cosine: column[last] / length, sine: rest / length)
      column[last] = length
      target.append(-rotation.sine * target[last])
      target[last] *= rotation.cosine
      triangle.append(column)
      rotations.append(rotation)
      guard rest > 1e-16 * length, abs(target[last + 1]) > goal else { break }
      basis.acceptCandidate(norm: rest)
    }
    var coefficients = Array(target.prefix(triangle.count))
    for row in triangle.indices.reversed() {
      for column in row + 1..<triangle.count {
        coefficients[row] -= triangle[column][row] * coefficients[column]
      }
      coefficients[row] /= triangle[row][row]
    }
    return basis.combination(coefficients)
  }
}

private func euclideanNorm(_ vector: [Double]) -> Double {
  vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
}
