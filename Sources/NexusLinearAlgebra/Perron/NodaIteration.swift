extension SparseMatrix {
  /// The Perron pair by inverse iteration whose shift comes down on λ from above:
  ///
  ///     x ← (ρ I − A)⁻¹ x,   ρ = max (A x)ᵢ / xᵢ ≥ λ
  ///
  /// ρ I − A is an M-matrix, so every iterate stays positive; convergence is quadratic whatever the
  /// other eigenvalues are, so periodic matrices are no exception. O(*n*³) a step, about ten steps.
  ///
  /// Source: T. Noda, "Note on the computation of the maximal eigenvalue of a non-negative irreducible
  /// matrix", *Numerische Mathematik* 17, 1971, pp. 382–386, doi:10.1007/BF01436087.
  func nodaIteration() throws(SpectralError) -> PerronVector {
    var vector = unitLength([Double](repeating: 1, count: dimension))
    var product = vector
    var best = (root: 0.0, residual: Double.infinity, vector: vector)
    var stepsSinceBest = 0
    for _ in 0..<100 {
      let (root, residual) = rayleigh(vector, product: &product)
      if residual < best.residual {
        best = (root, residual, vector)
        stepsSinceBest = 0
      } else {
        stepsSinceBest += 1
      }
      // Once the residual is at the level of rounding, two more steps settle the small entries.
      guard residual > 0, best.residual > perronTolerance || stepsSinceBest < 2 else { break }
      var shift = largestRatio(of: product, to: vector)
      var factors = LUFactorization(shiftedDense(shift))
      while factors == nil {  // the shift is λ to the last bit
        shift = shift.nextUp
        factors = LUFactorization(shiftedDense(shift))
      }
      guard let solution = factors?.solve(vector) else { break }
      let next = unitLength(solution.map(abs))
      guard next.allSatisfy(\.isFinite) else { break }
      vector = next
    }
    guard best.residual <= perronTolerance else {
      throw .eigenvalueNotConverged(dimension: dimension, residual: best.residual)
    }
    return PerronVector(root: best.root, vector: best.vector)
  }

  /// max productᵢ / vectorᵢ over entries far enough from underflow to have a meaningful ratio.
  private func largestRatio(of product: [Double], to vector: [Double]) -> Double {
    var largest = 0.0
    for row in vector.indices where vector[row] > 1e-280 {
      largest = max(largest, product[row] / vector[row])
    }
    return largest
  }
}
