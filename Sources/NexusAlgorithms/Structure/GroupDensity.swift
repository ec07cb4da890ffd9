public import NexusGraph

/// How densely a group is joined in itself and to the rest. See ``NexusGraph/Graph/groupDensities(of:)``.
public struct GroupDensity<Group: Hashable & Sendable>: Hashable, Sendable {
  public let group: Group
  public let members: Int
  /// Edges with both ends in the group.
  public let internalEdges: Int
  /// Edges with one end in the group, whichever way they point.
  public let externalEdges: Int
  /// Internal edges ÷ those there could be, from 0 to 1; nil with fewer than two members.
  public let internalDensity: Double?
  /// External edges ÷ those there could be, from 0 to 1; nil when everyone is a member.
  public let externalDensity: Double?

  /// The E–I index, (external − internal) ÷ (external + internal) edges: −1 when a group keeps to itself, 1 when it
  /// only knows others; nil without edges.
  public var externalInternalIndex: Double? {
    let edges = externalEdges + internalEdges
    return edges > 0 ? Double(externalEdges - internalEdges) / Double(edges) : nil
  }
}

extension Graph {
  /// The density of each group of vertices, in itself and towards all others.
  ///
  /// An edge of a directed graph counts for itself, and there could be one each way. Strengths are ignored.
  /// - Parameter labels: the group of each vertex.
  /// - Returns: one entry for each label, in the order in which they are first met.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Source of the E–I index: D. Krackhardt, R. N. Stern, "Informal networks and organizational crises: an
  /// experimental simulation", *Social Psychology Quarterly* 51(2), 1988, pp. 123–140, doi:10.2307/2786835.
  public func groupDensities<Group: Hashable & Sendable>(of labels: VertexMap<Group>) -> [GroupDensity<Group>]
  {
    precondition(labels.count == vertexCount, "There must be one label for each vertex.")
    let groups = GroupNumbers(labels.values)
    var (within, across) = (groups.sizes.map { _ in 0 }, groups.sizes.map { _ in 0 })
    for vertex in 0..<vertexCount {
      let own = Int(groups.numbers[vertex])
      for arc in outgoing.row(vertex) {
        let other = Int(groups.numbers[Int(outgoing.targets[arc])])
        if own == other {
          within[own] += 1
        } else {
          across[own] += 1
          across[other] += 1
        }
      }
    }
    // An undirected edge was met from both ends, and there could be half as many.
    let ways = isDirected ? 1 : 2
    return groups.groups.indices.map { number in
      let size = Double(groups.sizes[number])
      let (pairs, outside) = (size * (size - 1), 2 * size * (Double(vertexCount) - size))
      return GroupDensity(
        group: groups.groups[number], members: groups.sizes[number], internalEdges: within[number] / ways,
        externalEdges: across[number] / ways,
        internalDensity: pairs > 0 ? Double(within[number]) / pairs : nil,
        externalDensity: outside > 0 ? Double(across[number]) / outside : nil)
    }
  }
}
