internal import NexusModel
public import NexusRisk

extension Table {
  /// An alternative index beside the Nexus Exposure Index, region by region.
  public static func alternative(_ scores: CompositeScores) -> Table {
    var table = Table(
      "alternative",
      columns: ["region", "name", "rank", "score", "coverage", "exposure", "exposure_rank", "own_weights"])
    for row in scores.rows {
      table.append([
        .text(row.region.code), .text(row.region.name), .whole(row.rank), .real(row.score),
        .real(row.coverage),
        .real(row.exposure), .whole(row.exposureRank),
        row.ownWeights.map { weights in
          .list(zip(scores.names, weights).map { "\($0) \(HTML.short(100 * $1))" })
        } ?? .empty,
      ])
    }
    return table
  }
}

extension CompositeScores {
  /// What was chosen, in one line that stands above the table.
  public var heading: String {
    let aggregation =
      options.weighting == .benefitOfTheDoubt ? "linear program" : options.aggregation.name
    return
      "Alternative index: \(options.normalisation.rawValue), weights \(options.weighting.name), \(aggregation). "
      + "It replaces nothing: the Nexus Exposure Index (NEI) stands beside it."
  }

  /// As a part of a JSON document.
  public var document: JSONValue {
    [
      "heading": .text(heading), "level": .text(level.rawValue),
      "normalisation": .text(options.normalisation.rawValue), "weighting": .text(options.weighting.name),
      "aggregation": .text(
        options.weighting == .benefitOfTheDoubt ? "benefit of the doubt" : options.aggregation.name),
      "weights": options.weighting == .benefitOfTheDoubt
        ? .null
        : .object(Dictionary(zip(names, weights.map { .real($0) })) { first, _ in first }),
      "caveats": .texts(caveats), "mean_rank_shift": .real(meanRankShift),
      "regions": .table(.alternative(self)),
    ]
  }
}

extension JSONValue {
  /// An object with further members; those that it has stay as they are.
  public func adding(_ further: [String: JSONValue]) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.merging(further) { own, _ in own })
  }
}
