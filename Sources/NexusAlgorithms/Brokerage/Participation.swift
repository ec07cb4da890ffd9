public import NexusGraph

extension Graph {
  /// Participation: how evenly a vertex spreads its ties over communities.
  ///
  ///     P(i) = 1 − Σ_s (k(i,s) / k(i))²      k(i,s) = strength between i and members of community s
  ///
  /// Directions are ignored: the strengths of both add up.
  /// - Parameter partition: the communities of this graph's vertices.
  /// - Returns: one value in 0..<1 per vertex (no unit), 0 when all ties go to one community; nil for an isolate.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Source: R. Guimerà, L. A. N. Amaral, "Functional cartography of complex metabolic networks", *Nature* 433,
  /// 2005, pp. 895–900, doi:10.1038/nature03288.
  public func participation(in partition: Partition) -> VertexMap<Double?> {
    precondition(partition.vertexCount == vertexCount, "The partition is of another graph.")
    let adjacency = undirectedSum().outgoing
    var strengthTo = [Double](repeating: 0, count: partition.count)
    var met: [Int] = []
    return VertexMap(
      (0..<vertexCount).map { vertex in
        let row = adjacency.row(vertex)
        guard !row.isEmpty else { return nil }
        let largest = row.reduce(0) { max($0, adjacency.strengths[$1]) }
        var total = 0.0
        for arc in row {
          let community = partition.labels[Int(adjacency.targets[arc])]
          let strength = adjacency.strengths[arc] / largest
          if strengthTo[community] == 0 { met.append(community) }
          strengthTo[community] += strength
          total += strength
        }
        defer {
          for community in met { strengthTo[community] = 0 }
          met.removeAll(keepingCapacity: true)
        }
        guard met.count > 1 else { return 0 }
        return met.reduce(1) { $0 - (strengthTo[$1] / total) * (strengthTo[$1] / total) }
      })
  }
}
