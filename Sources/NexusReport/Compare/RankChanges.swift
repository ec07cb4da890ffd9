internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel

/// How far a rank must move to be told.
public struct RankThreshold: Hashable, Sendable {
  /// Places.
  public let places: Int

  /// A tenth of the ranked actors, three places at least: a convention of nexus for ranks without an interval.
  init(rankedActors: Int) { places = max(3, (rankedActors + 9) / 10) }
}

/// Actors on both sides whose rank moved.
struct RankChanges {
  let changes: [NetworkComparison.RankChange]
  let threshold: RankThreshold

  /// The measures that are compared: who is visible, who is tied most, who stands between others.
  private static let measures = ["degree", "strength", "betweenness"]

  init(
    from before: ComparisonSide, to after: ComparisonSide, _ new: NewRows, _ options: AnalysisOptions
  ) {
    let (earlier, later) = (before.actors, after.actors)
    // Victims, witnesses and reporting parties are ranked nowhere: not when either side calls them so.
    let common = after.network.actors.ids.indices.compactMap { index -> (ActorID, ActorID)? in
      let id = after.network.actors.ids[index]
      guard let first = earlier[id], let second = later[id],
        !before.network.actors.roles[first.index].isProtected,
        !after.network.actors.roles[second.index].isProtected
      else { return nil }
      return (first, second)
    }
    threshold = RankThreshold(rankedActors: common.count)
    var changes: [NetworkComparison.RankChange] = []
    let (was, now) = (
      RankChanges.values(of: before, options), RankChanges.values(of: after, options)
    )
    for (number, measure) in RankChanges.measures.enumerated() {
      let ranksBefore = RankChanges.ranks(common.map { was[number][$0.0.index] })
      let ranksAfter = RankChanges.ranks(common.map { now[number][$0.1.index] })
      for (position, actor) in common.enumerated()
      where abs(ranksBefore[position] - ranksAfter[position]) > threshold.places {
        changes.append(
          NetworkComparison.RankChange(
            actor: after.network.actors.ids[actor.1.index], name: after.network.actors.names[actor.1.index],
            measure: measure, before: ranksBefore[position], after: ranksAfter[position],
            rows: RankChanges.rows(of: actor.1, new)))
      }
    }
    self.changes = changes.enumerated().sorted {
      (-abs($0.element.after - $0.element.before), $0.offset)
        < (-abs($1.element.after - $1.element.before), $1.offset)
    }.map(\.element)
  }

  private static func values(of side: ComparisonSide, _ options: AnalysisOptions) -> [[Double]] {
    let graph = side.network.graph(kind: side.kind)
    return [
      graph.degrees().values.map(Double.init), graph.strengths().values,
      graph.pathCentralities(options.pathOptions).betweenness.values,
    ]
  }

  /// Ranks from 1, equal values (but for rounding) sharing the better one.
  private static func ranks(_ values: [Double]) -> [Int] {
    let largest = values.lazy.map(abs).max() ?? 0
    let rounded = values.map { largest > 0 ? ($0 / largest * 1e9).rounded() : 0 }
    let order = values.indices.sorted { (-rounded[$0], $0) < (-rounded[$1], $1) }
    var ranks = [Int](repeating: 1, count: values.count)
    for (position, index) in order.enumerated() {
      let isEqual = position > 0 && rounded[index] == rounded[order[position - 1]]
      ranks[index] = isEqual ? ranks[order[position - 1]] : position + 1
    }
    return ranks
  }

  private static func rows(of actor: ActorID, _ new: NewRows) -> [String] {
    let own = new.rows.filter { row in
      new.uses[row].contains { use, _ in
        switch use {
        case .tie(let position):
          new.network.ties[position].source == actor || new.network.ties[position].target == actor
        case .transfer(let position):
          new.network.transfers[position].payer == actor || new.network.transfers[position].payee == actor
        case .presence, .crime: false
        }
      }
    }
    return new.places(among: own)
  }
}
