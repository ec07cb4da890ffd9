public import NexusGraph

extension Graph {
  /// Bridges, or cut edges: those without which their component falls apart.
  ///
  /// Directions are ignored: two vertices that point at each other share one edge, with the strengths of both.
  ///
  /// - Returns: the bridges from their smaller end, by that end and then by the other.
  /// - Complexity: O(*n* + *m*); no recursion.
  ///
  /// Source: R. Tarjan, "A note on finding the bridges of a graph", *Information Processing Letters* 2(6), 1974,
  /// pp. 160–161, doi:10.1016/0020-0190(74)90003-9.
  public func bridges() -> [Edge] {
    let adjacency = undirectedSum().outgoing
    let forest = BlockForest(adjacency)
    let counts = forest.edgeCounts(adjacency)
    var bridges: [Edge] = []
    for source in 0..<vertexCount {
      for arc in adjacency.row(source) {
        let target = Int(adjacency.targets[arc])
        guard source < target, counts[forest.block(source, target)] == 1 else { continue }
        bridges.append(Edge(VertexID(source), VertexID(target), strength: adjacency.strengths[arc]))
      }
    }
    return bridges
  }
}
