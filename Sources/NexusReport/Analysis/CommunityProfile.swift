internal import NexusAlgorithms
public import NexusGraph
public import NexusModel

/// One community: who is in it, how it hangs together, and whether it mixes terror and crime more than chance.
public struct CommunityProfile: Sendable {
  /// From 1, the largest first.
  public let number: Int
  public let members: [ActorID]
  public let internalEdges: Int
  public let externalEdges: Int
  public let conductance: Double?
  /// Words that occur among the members, the most frequent first.
  public let roles: [Role]
  public let regions: [Region]
  public let crimes: [Crime]
  /// Hypergeometric p of holding at least so many terrorist and so many organised-crime actors, adjusted by
  /// Benjamini–Hochberg over the communities that hold both; 1 for one that does not; nil when the network
  /// lacks one of the two.
  public let pValue: Double?

  static func all(of partition: Partition, in skeleton: Graph, _ network: Network) -> [CommunityProfile] {
    let ties = skeleton.communityTies(of: partition)
    let pValues = mixing(of: partition, network.actors.roles)
    let regions = network.actors.presences.reduce(
      into: [Set<Region>](repeating: [], count: network.actors.count)
    ) { $0[$1.actor.index].insert($1.region) }
    let crimes = crimesByActor(network)
    return (0..<partition.count).map { community in
      let members = Array(partition.members(of: community))
      return CommunityProfile(
        number: community + 1, members: members, internalEdges: ties[community].internalEdges,
        externalEdges: ties[community].externalEdges, conductance: ties[community].conductance,
        roles: byFrequency(members.map { network.actors.roles[$0.index] }),
        regions: byFrequency(members.flatMap { regions[$0.index].sorted() }),
        crimes: byFrequency(members.flatMap { crimes[$0.index].sorted() }), pValue: pValues?[community])
    }
  }

  private static func crimesByActor(_ network: Network) -> [Set<Crime>] {
    var crimes = [Set<Crime>](repeating: [], count: network.actors.count)
    for claim in network.actors.crimes { crimes[claim.actor.index].insert(claim.crime) }
    for tie in network.ties where tie.strength > 0 {
      crimes[tie.source.index].formUnion(tie.crimes)
      crimes[tie.target.index].formUnion(tie.crimes)
    }
    for transfer in network.transfers where transfer.stands {
      crimes[transfer.payer.index].formUnion(transfer.crimes)
      crimes[transfer.payee.index].formUnion(transfer.crimes)
    }
    return crimes
  }

  /// Distinct items, the most frequent first, equal ones in their own order.
  private static func byFrequency<Item: Hashable & Comparable>(_ items: [Item]) -> [Item] {
    var counts: [Item: Int] = [:]
    for item in items { counts[item, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  private static func mixing(of partition: Partition, _ roles: [Role]) -> [Double?]? {
    let terror = roles.count { $0 == .terrorist }
    let crime = roles.count { $0 == .organisedCrime }
    guard terror > 0, crime > 0 else { return nil }
    let draw = Hypergeometric(population: roles.count, first: terror, second: crime)
    let raw: [Double?] = (0..<partition.count).map { community in
      let members = partition.members(of: community).map { roles[$0.index] }
      let (terrorists, criminals) = (
        members.count { $0 == .terrorist }, members.count { $0 == .organisedCrime }
      )
      guard terrorists > 0, criminals > 0 else { return nil }
      return draw.probability(ofFirst: terrorists, ofSecond: criminals, drawn: members.count)
    }
    return benjaminiHochberg(raw).map { $0 ?? 1 }
  }
}
