extension SparseMatrix {
  /// u with (diag(D) − c A) u = b, for a symmetric nonnegative A for which that matrix is positive definite.
  ///
  /// Conjugate gradients with D as preconditioner come down to the level of rounding; then plain steps
  ///
  ///     u′ = D⁻¹ (b + c A u)
  ///
  /// settle the small entries and measure what is left. Products and sums run over fixed chunks of rows.
  ///
  /// - Parameter limit: how many products with A may be made, at least 2.
  /// - Complexity: O(*n* + stored values) a step; with κ the condition number of I − c D⁻¹ A, at most
  ///   about 18 √κ steps.
  ///
  /// Source: M. R. Hestenes, E. Stiefel, "Methods of conjugate gradients for solving linear systems", *J. Research
  /// of the National Bureau of Standards* 49(6), 1952, pp. 409–436, doi:10.6028/jres.049.044.
  package func conjugateGradients(
    diagonal: [Double], factor: Double, right: [Double], start: [Double], limit: Int
  ) -> IteratedSolution {
    precondition(isSymmetric, "Conjugate gradients need a symmetric matrix.")
    var descent = GradientDescent(self, diagonal: diagonal, factor: factor, right: right, start: start)
    var products = 1
    while products < limit - 1, descent.step() { products += 1 }
    return descent.settled(steps: min(4, limit - products))
  }
}

/// What an iteration for a linear system M u = b came to.
package struct IteratedSolution: Sendable {
  package let values: [Double]
  /// ‖b − M v‖₁ / ‖D u‖₁, v the values or those one plain step before them; infinite when the numbers left the
  /// range of floating point.
  package let residual: Double
}

/// Where conjugate gradients stand: u the solution so far, r = b − M u, p the direction, ρ = rᵀ D⁻¹ r.
private struct GradientDescent {
  private let matrix: SparseMatrix
  private let factor: Double
  private let rows: RowChunks
  private let right: SharedVector
  private let diagonal: SharedVector
  private let inverse: SharedVector
  private let solution: SharedVector
  private let remainder: SharedVector
  private let direction: SharedVector
  private let image: SharedVector
  private var energy = 0.0

  init(_ matrix: SparseMatrix, diagonal: [Double], factor: Double, right: [Double], start: [Double]) {
    self.matrix = matrix
    self.factor = factor
    rows = RowChunks(rows: right.count, threads: matrix.threads)
    self.right = SharedVector(right)
    self.diagonal = SharedVector(diagonal)
    inverse = SharedVector(diagonal.map { 1 / $0 })
    solution = SharedVector(start)
    remainder = SharedVector(right)
    direction = SharedVector(start)
    image = SharedVector(repeating: 0, count: right.count)
    _ = applyToDirection()
    for row in right.indices {
      remainder.base[row] -= image.base[row]
      direction.base[row] = remainder.base[row] * inverse.base[row]
      energy += remainder.base[row] * direction.base[row]
    }
  }

  /// α = ρ / pᵀ M p, u += α p, r −= α M p, p = D⁻¹ r + ρ′/ρ p. False when r is at the level of rounding, or lost.
  mutating func step() -> Bool {
    guard energy > 0 else { return false }
    let curvature = applyToDirection()
    guard curvature > 0, curvature.isFinite else { return false }
    let moved = advance(by: energy / curvature)
    DescentWatch.reached(moved.remainder / moved.size, goal: 1e-15)
    guard moved.energy.isFinite, moved.remainder > 1e-15 * moved.size else { return false }
    turn(by: moved.energy / energy)
    energy = moved.energy
    return true
  }

  /// image = M p. Returns pᵀ M p.
  private func applyToDirection() -> Double {
    matrix.sumOverRows(of: direction, into: image) { [factor, diagonal, direction, image] rows in
      let (d, p, q) = (diagonal.base, direction.base, image.base)
      var sum = 0.0
      for row in rows {
        q[row] = d[row] * p[row] - factor * q[row]
        sum += p[row] * q[row]
      }
      return sum
    }
  }

  /// u += α p, r −= α M p. Returns ρ, ‖r‖₁ and ‖D u‖₁.
  private func advance(by length: Double) -> (energy: Double, remainder: Double, size: Double) {
    let sums = rows.map { [diagonal, inverse, solution, remainder, direction, image] rows in
      let (d, scale, u, r, p, q) = (
        diagonal.base, inverse.base, solution.base, remainder.base, direction.base, image.base
      )
      var (energy, left, size) = (0.0, 0.0, 0.0)
      for row in rows {
        u[row] += length * p[row]
        r[row] -= length * q[row]
        energy += r[row] * r[row] * scale[row]
        left += abs(r[row])
        size += abs(d[row] * u[row])
      }
      return (energy, left, size)
    }
    return sums.reduce((0, 0, 0)) { ($0.0 + $1.0, $0.1 + $1.1, $0.2 + $1.2) }
  }

  /// p = D⁻¹ r + β p.
  private func turn(by share: Double) {
    rows.perform { [inverse, remainder, direction] _, rows in
      let (scale, r, p) = (inverse.base, remainder.base, direction.base)
      for row in rows { p[row] = scale[row] * r[row] + share * p[row] }
    }
  }

  /// The solution after a few plain steps, enough to see whether rounding has ended the descent.
  consuming func settled(steps: Int) -> IteratedSolution {
    var (current, next) = (solution, image)
    var residual = Double.infinity
    for _ in 0..<steps {
      let change = plainStep(from: current, into: next)
      guard change.isFinite else { break }
      let isSettled = change <= 3e-15 || change > 0.9 * residual
      residual = min(residual, change)
      swap(&current, &next)
      if isSettled { break }
    }
    return IteratedSolution(values: current.values, residual: residual)
  }

  /// u′ = D⁻¹ (b + c A u). Returns ‖D (u′ − u)‖₁ / ‖D u′‖₁.
  private func plainStep(from current: SharedVector, into next: SharedVector) -> Double {
    let sums = matrix.withPointers { [factor, diagonal, inverse, right] pointers in
      matrix.chunks.map { rows in
        let (d, scale, b, u, v) = (diagonal.base, inverse.base, right.base, current.base, next.base)
        pointers.multiply(rows, u, v)
        var (change, size) = (0.0, 0.0)
        for row in rows {
          let value = b[row] + factor * v[row]
          v[row] = value * scale[row]
          change += abs(value - d[row] * u[row])
          size += abs(value)
        }
        return (change, size)
      }
    }
    let (change, size) = sums.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
    return size > 0 ? change / size : change
  }
}
