internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel
internal import NexusRisk

extension Table {
  /// `actors.csv`: one row an actor in input order. Rank intervals are those of betweenness.
  static func actors(_ measures: ActorMeasures, _ ranks: RankIntervals?, of network: Network) -> Table {
    var table = Table(
      "actors",
      columns: [
        "id", "name", "role", "type", "region", "component", "community", "degree", "in_degree", "out_degree",
        "strength", "betweenness", "closeness", "harmonic", "eigenvector", "katz", "pagerank", "core",
        "clustering",
        "constraint", "participation", "brokerage", "rank_low", "rank_high", "p_top10",
      ])
    var regions = [Set<Region>](repeating: [], count: network.actors.count)
    for presence in network.actors.presences { regions[presence.actor.index].insert(presence.region) }
    for actor in 0..<network.actors.count {
      table.append([
        .text(network.actors.ids[actor]), .text(network.actors.names[actor]),
        .text(network.actors.roles[actor].word), .text(network.actors.types[actor].word),
        .list(regions[actor].sorted().map(\.code)), .whole(measures.component[actor]),
        .whole(measures.community[actor]), .whole(measures.degree[actor]), .whole(measures.inDegree[actor]),
        .whole(measures.outDegree[actor]), .real(measures.strength[actor]),
        .real(measures.betweenness[actor]),
        .real(measures.closeness[actor]), .real(measures.harmonic[actor]),
        .real(measures.eigenvector?[actor]), .real(measures.katz?[actor]), .real(measures.pageRank?[actor]),
        .whole(measures.core[actor]), .real(measures.clustering[actor]), .real(measures.constraint[actor]),
        .real(measures.participation[actor]), .real(measures.brokerage[actor]),
        .whole(ranks?.low[actor]), .whole(ranks?.high[actor]), .real(ranks?.probability(ofTop: 10, actor)),
      ])
    }
    return table
  }

  /// `communities.csv`
  static func communities(_ communities: [CommunityProfile]) -> Table {
    var table = Table(
      "communities",
      columns: [
        "community", "size", "internal_ties", "external_ties", "conductance", "roles", "regions", "crimes",
        "p_value",
      ])
    for community in communities {
      table.append([
        .whole(community.number), .whole(community.members.count), .whole(community.internalEdges),
        .whole(community.externalEdges), .real(community.conductance), .list(community.roles.map(\.word)),
        .list(community.regions.map(\.code)), .list(community.crimes.map(\.word)), .real(community.pValue),
      ])
    }
    return table
  }

}
