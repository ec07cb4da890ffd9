public import NexusGraph

extension Graph {
  /// Articulation points, or cut vertices: those without which their component falls apart.
  ///
  /// Directions are ignored. An isolate and the end of a single edge are none.
  ///
  /// - Returns: the vertices, ascending.
  /// - Complexity: O(*n* + *m*) time, O(*n*) memory; no recursion.
  ///
  /// Source: J. Hopcroft, R. Tarjan, "Algorithm 447: efficient algorithms for graph manipulation",
  /// *Communications of the ACM* 16(6), 1973, pp. 372–378, doi:10.1145/362248.362272.
  public func articulationPoints() -> [VertexID] {
    let counts = BlockForest(undirectedSum().outgoing).blockCounts()
    return counts.indices.lazy.filter { counts[$0] > 1 }.map { VertexID($0) }
  }
}
