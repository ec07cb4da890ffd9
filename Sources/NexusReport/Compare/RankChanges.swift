internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel

/// How far a rank must move to be told.
public struct RankThreshold: Hashable, Sendable {
  /// Places.
  public let places: Int

  /// A tenth of the ranked actors, three places at least: a convention of nexus where ranks have no interval, because
  /// none was wanted or the network is too large for draws.
  init(rankedActors: Int) { places = max(3, (rankedActors + 9) / 10) }
}

/// Actors on both sides whose rank moved.
struct RankChanges {
  let changes: [NetworkComparison.RankChange]
  let threshold: RankThreshold
  /// Whether a change must leave the intervals of both sides; else the threshold decides.
  let hasIntervals: Bool

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
    let firstIntervals = RankChanges.intervals(of: before, among: common.map(\.0), options)
    let secondIntervals = RankChanges.intervals(of: after, among: common.map(\.1), options)
    hasIntervals = !firstIntervals.isEmpty && !secondIntervals.isEmpty
    for (number, measure) in RankChanges.measures.enumerated() {
      let ranksBefore = RankChanges.ranks(common.map { was[number][$0.0.index] })
      let ranksAfter = RankChanges.ranks(common.map { now[number][$0.1.index] })
      let intervals =
        firstIntervals.isEmpty || secondIntervals.isEmpty
        ? nil : (before: firstIntervals[number], after: secondIntervals[number])
      for (position, actor) in common.enumerated() {
        let (rankBefore, rankAfter) = (ranksBefore[position], ranksAfter[position])
        let moved =
          intervals.map {
            !RankChanges.holds($0.before, actor.0, rankAfter)
              && !RankChanges.holds($0.after, actor.1, rankBefore)
          } ?? (abs(rankBefore - rankAfter) > threshold.places)
        guard moved, rankBefore != rankAfter else { continue }
        changes.append(
          NetworkComparison.RankChange(
            actor: after.network.actors.ids[actor.1.index], name: after.network.actors.names[actor.1.index],
            measure: measure, before: rankBefore, after: rankAfter,
            intervalBefore: intervals.flatMap { RankChanges.interval($0.before, actor.0) },
            intervalAfter: intervals.flatMap { RankChanges.interval($0.after, actor.1) },
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

  /// The intervals of the ranks among some actors, by measure; none where no draws are wanted or can be made.
  private static func intervals(
    of side: ComparisonSide, among ranked: [ActorID], _ options: AnalysisOptions
  ) -> [RankIntervals] {
    let network = side.network
    guard !ranked.isEmpty, let effort = RankEffort(of: network.graph(kind: side.kind), options) else {
      return []
    }
    let uncertain = network.uncertainGraph(
      options.structuralRule(for: network), isWeighed: false, missingShare: ActorRanks.missingShare,
      kind: side.kind)
    let lengths = options.lengths
    return uncertain.rankIntervals(
      draws: min(effort.draws, mostDraws), ranked: ranked.map(\.index), tops: [], seed: options.seed,
      threads: options.threads
    ) { drawn, seed in
      var paths = PathOptions()
      paths.lengths = lengths
      paths.precision = effort.pivots.map { .pivots($0) } ?? .exact
      paths.seed = seed
      paths.threads = 1
      return [
        drawn.degrees().values.map(Double.init), drawn.strengths().values, drawn.betweenness(paths).values,
      ]
    }
  }

  /// Draws behind an interval of a comparison.
  private static let mostDraws = 200

  private static func interval(_ intervals: RankIntervals, _ actor: ActorID) -> ClosedRange<Int>? {
    guard let low = intervals.low[actor.index], let high = intervals.high[actor.index] else { return nil }
    return low...max(low, high)
  }

  private static func holds(_ intervals: RankIntervals, _ actor: ActorID, _ rank: Int) -> Bool {
    interval(intervals, actor)?.contains(rank) ?? false
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
