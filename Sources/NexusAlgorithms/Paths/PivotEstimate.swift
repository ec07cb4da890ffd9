import NexusGraph

/// Betweenness as the mean over random sources s of n δₛ(v) / ((n−1)(n−2)), with bounds of its error.
///
/// δₛ(v) lies between 0 and the largest reach less two (s and v itself). ``MeanBound`` is taken for each vertex with
/// a chance of failing of (1 − confidence) / n, so that all hold together with that confidence (union bound).
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
    let bound = MeanBound(draws: pivots, failure: (1 - PivotEstimate.confidence) / n)
    betweenness = sums.map { $0 / draws * scale }
    errorBounds = sums.indices.map { vertex in
      scale * bound.radius(sum: sums[vertex], squares: squares[vertex], range: range)
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
