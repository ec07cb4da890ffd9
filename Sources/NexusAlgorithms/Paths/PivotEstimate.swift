import NexusGraph

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Betweenness as the mean over random sources s of n δₛ(v) / ((n−1)(n−2)), with bounds of its error.
///
/// δₛ(v) lies between 0 and the largest reach less two (s and v itself). Of two bounds that hold for any
/// distribution on such an interval the smaller is taken, for each vertex; both hold for all vertices
/// together with probability 1 − δ/2 (union bound), so the smaller does with 1 − δ:
///
///     Hoeffding             R √(ln(2n/δ') / 2N)
///     empirical Bernstein   R (√(2 V ln(4n/δ') / N) + 7 ln(4n/δ') / 3(N−1)),   δ' = δ/2
///
/// V is the sample variance on the scale where the interval has length 1, R brings it back.
///
/// Sources: A. Maurer, M. Pontil, "Empirical Bernstein bounds and sample-variance penalization", *COLT* 2009,
/// theorem 4; W. Hoeffding, *J. Am. Stat. Assoc.* 58, 1963, doi:10.1080/01621459.1963.10500830.
struct PivotEstimate {
  static let confidence = 0.95

  let betweenness: [Double]
  let errorBounds: [Double]

  /// - Parameters:
  ///   - sums: Σ δ(v) over the pivots; `squares` Σ δ(v)².
  ///   - largestReach: the largest number of vertices that a search can reach, its source included.
  init(sums: [Double], squares: [Double], pivots: Int, largestReach: Int) {
    let n = Double(sums.count)
    let draws = Double(pivots)
    let scale = n / ((n - 1) * (n - 2))
    let range = Double(max(largestReach - 2, 0))
    let half = (1 - PivotEstimate.confidence) / 2
    let hoeffding = (log(2 * n / half) / (2 * draws)).squareRoot()
    let logarithm = log(4 * n / half)

    betweenness = sums.map { $0 / draws * scale }
    errorBounds = sums.indices.map { vertex in
      guard range > 0 else { return 0 }
      guard pivots > 1 else { return scale * range * hoeffding }
      let spread = max(0, squares[vertex] - sums[vertex] * sums[vertex] / draws) / (draws - 1)
      let variance = spread / (range * range)
      let bernstein = (2 * variance * logarithm / draws).squareRoot() + 7 * logarithm / (3 * (draws - 1))
      return scale * range * min(hoeffding, bernstein)
    }
  }
}

/// Vertices drawn with replacement, ascending so that neighbouring sources share the cache.
func drawPivots(_ count: Int, below vertexCount: Int, seed: UInt64) -> [Int32] {
  var generator = SeededGenerator(seed: seed)
  return (0..<count)
    .map { _ in Int32(generator.next().multipliedFullWidth(by: UInt64(vertexCount)).high) }
    .sorted()
}
