public import NexusGraph

extension Multiplex {
  /// Overlap degree: the number of a vertex's neighbours, added up over the layers.
  ///
  ///     o(i) = Σ_α k(i,α)      k(i,α) = neighbours of i in layer α, in whichever direction
  ///
  /// - Returns: one count ≥ 0 per vertex; a neighbour in two layers counts twice.
  /// - Complexity: O(layers · *n* + *m*), *m* over all layers.
  ///
  /// Source: F. Battiston, V. Nicosia, V. Latora, "Structural measures for multiplex networks", *Physical Review E* 89,
  /// 032804, 2014, doi:10.1103/PhysRevE.89.032804.
  public func overlapDegrees() -> VertexMap<Int> {
    var sums = [Int](repeating: 0, count: vertexCount)
    for layer in layers {
      for (vertex, degree) in layer.degrees().values.enumerated() { sums[vertex] += degree }
    }
    return VertexMap(sums)
  }

  /// Multiplex participation: how evenly a vertex spreads its ties over the layers.
  ///
  ///     P(i) = L / (L − 1) · [1 − Σ_α (k(i,α) / o(i))²]
  ///
  /// - Returns: one value in 0...1 per vertex (no unit): 0 when all ties lie in one layer, 1 when all layers have as
  ///   many; nil for a vertex without ties, and for all with fewer than two layers.
  /// - Complexity: as ``overlapDegrees()``.
  ///
  /// Source: F. Battiston, V. Nicosia, V. Latora, 2014, doi:10.1103/PhysRevE.89.032804.
  public func participation() -> VertexMap<Double?> {
    let count = Double(layers.count)
    let overlap = overlapDegrees().values
    var squares = [Double](repeating: 0, count: vertexCount)
    for layer in layers {
      for (vertex, degree) in layer.degrees().values.enumerated() where degree > 0 {
        let share = Double(degree) / Double(overlap[vertex])
        squares[vertex] += share * share
      }
    }
    return VertexMap(
      squares.indices.map { vertex in
        guard layers.count > 1, overlap[vertex] > 0 else { return nil }
        return min(max(count / (count - 1) * (1 - squares[vertex]), 0), 1)
      })
  }
}
