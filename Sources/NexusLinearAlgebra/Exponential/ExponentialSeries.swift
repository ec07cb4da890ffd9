/// e^{tA} for a nonnegative symmetric matrix, applied to nonnegative vectors by its power series:
///
///     e^{tA} B = Σ_k tᵏ Aᵏ B / k!
///
/// No term is negative, so nothing cancels: each entry has a small *relative* error however small it is beside the
/// largest one. Eigenvectors give a small error beside the largest entry only.
///
/// Source: J. Xue, Q. Ye, "Computing exponentials of essentially non-negative matrices entrywise to high
/// relative accuracy", *Mathematics of Computation* 82, 2013.
package struct ExponentialSeries: Sendable {
  package let matrix: SparseMatrix
  /// t > 0.
  package let time: Double
  /// An upper bound of the largest eigenvalue of t A.
  package let rootBound: Double

  package init(_ matrix: SparseMatrix, time: Double = 1) {
    self.matrix = matrix
    self.time = time
    rootBound = time * matrix.collatzBound()
  }

  /// About how many terms an entry needs.
  package var expectedOrder: Double { rootBound + 8 * rootBound.squareRoot() + 10 }

  /// e^{tA} `block`, to about 1e-15 in each entry; infinite where it leaves the range of floating point.
  ///
  /// - Complexity: O(stored values) a term; the number of terms is near ``expectedOrder``, more for long chains.
  package func applied(to block: ColumnBlock) -> ColumnBlock {
    var total = block
    var term = block
    var previous = block
    var order = 0
    while true {
      order += 1
      swap(&term, &previous)
      matrix.multiply(previous, by: time / Double(order), into: &term)
      let isPastPeak = Double(order) >= rootBound
      if add(term, after: previous, to: &total), isPastPeak { return total }
    }
  }

  /// total += term. Returns whether the term reached no new row and is, with the one before, below rounding
  /// everywhere; two, since every second term of a bipartite matrix vanishes.
  private func add(_ term: ColumnBlock, after previous: ColumnBlock, to total: inout ColumnBlock) -> Bool {
    let (term, previous) = (term.span, previous.span)
    var total = total.mutableSpan
    var rest = SIMD8<Double>.zero
    for row in total.indices {
      let sum = total[row] + term[row]
      // 0 where both are settled; positive where a row is new, since then sum = term.
      rest =
        rest
        + (term[row] + previous[row] - 0x1p-55 * sum).clamped(
          lowerBound: .zero, upperBound: SIMD8(repeating: 1))
      total[row] = sum
    }
    return !(rest.sum() > 0)
  }
}
