public import NexusGraph

/// What joins the members of one community to each other and to the rest.
public struct CommunityTies: Hashable, Sendable {
  /// Pairs of members that are neighbours, in whichever direction.
  public internal(set) var internalEdges = 0
  /// Pairs of a member and an outsider that are neighbours.
  public internal(set) var externalEdges = 0
  /// The strength of the internal edges.
  public internal(set) var internalStrength = 0.0
  /// The strength of the external edges: the cut.
  public internal(set) var externalStrength = 0.0
  /// Conductance: the cut ÷ the smaller of the community's volume and that of the rest, from 0 to 1.
  /// Nil when one of the two volumes is 0.
  public internal(set) var conductance: Double?

  /// The sum of the members' strengths.
  public var volume: Double { 2 * internalStrength + externalStrength }
}

extension Graph {
  /// The ties of each community of a partition, in its order.
  ///
  /// Directions are ignored: neighbours count once, and the strengths of both directions add up.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Source of conductance: R. Kannan, S. Vempala, A. Vetta, "On clusterings: good, bad and spectral", *Journal
  /// of the ACM* 51(3), 2004, pp. 497–515, doi:10.1145/990308.990313.
  public func communityTies(of partition: Partition) -> [CommunityTies] {
    precondition(partition.vertexCount == vertexCount, "The partition is of another graph.")
    let adjacency = undirectedSum().outgoing
    var communities = [CommunityTies](repeating: CommunityTies(), count: partition.count)
    for vertex in 0..<vertexCount {
      let community = partition.labels[vertex]
      for arc in adjacency.row(vertex) {
        let neighbour = Int(adjacency.targets[arc])
        if partition.labels[neighbour] != community {
          communities[community].externalEdges += 1
          communities[community].externalStrength += adjacency.strengths[arc]
        } else if vertex < neighbour {
          communities[community].internalEdges += 1
          communities[community].internalStrength += adjacency.strengths[arc]
        }
      }
    }
    let total = communities.reduce(0) { $0 + $1.volume }
    for index in communities.indices {
      let smaller = min(communities[index].volume, total - communities[index].volume)
      guard smaller > 0 else { continue }
      communities[index].conductance = min(1, communities[index].externalStrength / smaller)
    }
    return communities
  }

  /// The conductance of each community, in the order of the partition: see ``CommunityTies/conductance``.
  public func conductance(of partition: Partition) -> [Double?] {
    communityTies(of: partition).map(\.conductance)
  }
}
