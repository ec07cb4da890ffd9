internal import NexusModel

extension NetworkComparison {
  /// The comparison as JSON.
  public var document: JSONValue {
    let ties = { (links: [Link], isTransfer: Bool) -> JSONValue in
      .list(links.filter { $0.isTransfer == isTransfer }.map(\.document))
    }
    return [
      "before": .text(before), "after": .text(after),
      "actors": ["added": .texts(addedActors.map(\.id)), "removed": .texts(removedActors.map(\.id))],
      "ties": ["added": ties(addedLinks, false), "removed": ties(removedLinks, false)],
      "flows": ["added": ties(addedLinks, true), "removed": ties(removedLinks, true)],
      "ranks": .list(
        ranks.map {
          [
            "actor": .text($0.actor), "measure": .text($0.measure), "before": .whole($0.before),
            "after": .whole($0.after), "before_low": .whole($0.intervalBefore?.lowerBound),
            "before_high": .whole($0.intervalBefore?.upperBound),
            "after_low": .whole($0.intervalAfter?.lowerBound),
            "after_high": .whole($0.intervalAfter?.upperBound), "rows": .texts($0.rows),
          ]
        }),
      "rank_threshold": hasRankIntervals ? .null : .whole(rankThreshold.places),
      "regions": .list(
        regions.map {
          [
            "region": .text($0.region.code), "before": .real($0.before?.score),
            "after": .real($0.after?.score),
            "before_low": .real($0.before?.low), "before_high": .real($0.before?.high),
            "after_low": .real($0.after?.low), "after_high": .real($0.after?.high),
            "distinguishable": $0.distinguishable.map { .flag($0) } ?? .null,
            "p_after_above_before": .real($0.higherProbability), "rows": .texts($0.rows),
          ]
        }),
      "rows": .texts(newRows), "gone_rows": .texts(goneRows), "notes": .texts(notes),
    ]
  }
}

extension NetworkComparison.Link {
  fileprivate var document: JSONValue {
    [
      "source": .text(source), "target": .text(target), "directed": .flag(isDirected), "words": .texts(words),
      "rows": .texts(rows),
    ]
  }
}
