public import NexusGraph

extension Graph {
  /// Average neighbour degree k_nn: how well connected the neighbours of a vertex are.
  ///
  ///     k_nn(i) = Σ_j w(i,j) k(j) / Σ_j w(i,j)      w = 1, or the strengths
  ///
  /// Directions are ignored: *k* counts distinct neighbours, and the strengths of both directions add up.
  /// - Parameter ties: whether strong ties count more.
  /// - Returns: one degree ≥ 1 per vertex; nil for an isolate.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Sources: R. Pastor-Satorras, A. Vázquez, A. Vespignani, *Physical Review Letters* 87, 258701, 2001,
  /// doi:10.1103/PhysRevLett.87.258701; by strength: A. Barrat and others, "The architecture of complex weighted
  /// networks", *PNAS* 101(11), 2004, doi:10.1073/pnas.0400087101.
  public func averageNeighbourDegree(counting ties: TieMeasure = .edges) -> VertexMap<Double?> {
    let adjacency = undirectedSum().outgoing
    return VertexMap(
      (0..<vertexCount).map { vertex in
        let row = adjacency.row(vertex)
        guard !row.isEmpty else { return nil }
        let largest = row.reduce(0) { max($0, adjacency.strengths[$1]) }
        var (drawn, total) = (0.0, 0.0)
        for arc in row {
          let share = ties == .edges ? 1 : adjacency.strengths[arc] / largest
          drawn += share * Double(adjacency.row(Int(adjacency.targets[arc])).count)
          total += share
        }
        return drawn / total
      })
  }

  /// k_nn(k): the mean of ``averageNeighbourDegree(counting:)`` over the vertices of each degree. Falling with *k* it
  /// shows that hubs meet leaves, rising that they meet each other.
  ///
  /// - Returns: the degrees above 0 that occur, ascending, with their mean.
  /// - Complexity: O(*n* + *m*).
  public func averageNeighbourDegreeByDegree(
    counting ties: TieMeasure = .edges
  ) -> [(degree: Int, mean: Double, vertices: Int)] {
    let degrees = degrees().values
    var sums = [(sum: Double, count: Int)](repeating: (0, 0), count: (degrees.max() ?? 0) + 1)
    for (degree, mean) in zip(degrees, averageNeighbourDegree(counting: ties).values) {
      guard let mean else { continue }
      sums[degree].sum += mean
      sums[degree].count += 1
    }
    return sums.indices.filter { sums[$0].count > 0 }.map {
      (degree: $0, mean: sums[$0].sum / Double(sums[$0].count), vertices: sums[$0].count)
    }
  }
}

/// What a sum over edges adds up.
public enum TieMeasure: Hashable, Sendable, CaseIterable {
  /// Each edge counts 1.
  case edges
  /// Each edge counts its strength.
  case strengths
}
