internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel

extension Analysis {
  /// `ranks` of `analysis.json`: where each ranked actor stands by each measure over the draws; null without draws.
  var rankDocument: JSONValue {
    guard let ranks else { return .null }
    return [
      "draws": .whole(ranks.effort.draws), "ranked": .whole(ranks.measures.first?.intervals.ranked ?? 0),
      "columns_of_actors": "betweenness",
      "measures": .object(
        Dictionary(
          uniqueKeysWithValues: ranks.measures.map { measure in
            (
              measure.name,
              [
                "top_tenth_overlap": .real(measure.intervals.topTenthOverlap),
                "actors": .table(.ranks(measure.intervals, of: network)),
              ]
            )
          })),
    ]
  }

  /// How rank intervals came about, for `method`.
  var rankMethod: JSONValue {
    guard let ranks else { return .null }
    return [
      "draws": .whole(ranks.effort.draws), "pivots": .whole(ranks.effort.pivots),
      "missing_share": .real(ActorRanks.missingShare), "missing_ties": .whole(ranks.missingCount),
      "missing_by": .text(LinkPredictor.resourceAllocation.rawValue),
      "quantiles": .list([.real(0.05), .real(0.95)]),
      "equal_within": .real(1e-9), "equal_values": "share their places",
      "listed_from_probability": .real(0.5),
    ]
  }
}

extension Table {
  /// The intervals of one measure, one row a ranked actor in input order.
  fileprivate static func ranks(_ intervals: RankIntervals, of network: Network) -> Table {
    var table = Table("ranks", columns: ["actor", "rank_low", "rank_high", "rank_median", "p_top10"])
    for actor in 0..<network.actors.count where intervals.low[actor] != nil {
      table.append([
        .text(network.actors.ids[actor]), .whole(intervals.low[actor]), .whole(intervals.high[actor]),
        .real(intervals.median[actor]), .real(intervals.probability(ofTop: 10, actor)),
      ])
    }
    return table
  }
}
