public import NexusGraph

extension Graph {
  /// Within-module degree: how much better a vertex is tied into its own community than the other members, in standard
  /// deviations. With ``participation(in:)`` it tells hubs from connectors.
  ///
  ///     z(i) = (k(i) − mean) / σ      k(i) = strength between i and members of its own community
  ///
  /// The mean and the population standard deviation are over the members of the community of *i*. Directions are
  /// ignored: the strengths of both add up.
  /// - Parameter partition: the communities of this graph's vertices.
  /// - Returns: one value per vertex, in standard deviations; nil where all members are tied in alike (within a
  ///   relative 1e-9), as in a community of one.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Source: R. Guimerà, L. A. N. Amaral, "Functional cartography of complex metabolic networks", *Nature* 433,
  /// 2005, pp. 895–900, doi:10.1038/nature03288.
  public func withinModuleDegree(in partition: Partition) -> VertexMap<Double?> {
    precondition(partition.vertexCount == vertexCount, "The partition is of another graph.")
    let adjacency = undirectedSum().outgoing
    // Scaled by the largest strength, so that no sum overflows.
    let largest = adjacency.strengths.max() ?? 1
    var inside = [Double](repeating: 0, count: vertexCount)
    for vertex in 0..<vertexCount {
      for arc in adjacency.row(vertex)
      where partition.labels[Int(adjacency.targets[arc])] == partition.labels[vertex] {
        inside[vertex] += adjacency.strengths[arc] / largest
      }
    }
    var scores = [Double?](repeating: nil, count: vertexCount)
    for community in 0..<partition.count {
      let members = partition.members(of: community)
      let count = Double(members.count)
      let mean = members.reduce(0) { $0 + inside[$1.index] } / count
      let variance = members.reduce(0) { $0 + (inside[$1.index] - mean) * (inside[$1.index] - mean) } / count
      let deviation = variance.squareRoot()
      guard deviation > 1e-9 * mean else { continue }
      for member in members { scores[member.index] = (inside[member.index] - mean) / deviation }
    }
    return VertexMap(scores)
  }
}
