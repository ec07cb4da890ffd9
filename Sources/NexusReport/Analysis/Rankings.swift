internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel

extension Analysis {
  /// A ranking of actors by one measure: those who are among the first more often than not.
  struct Ranking {
    let measure: String
    /// What a high value means, in a few words.
    let meaning: String
    let entries: [Entry]
    /// How many more of the first places nobody holds in half of the draws: their order is not distinguishable.
    let undecided: Int

    struct Entry {
      let actor: Int
      let value: Double
      /// Where the actor ranks in 5 to 95 % of the draws; nil when none were made.
      let places: ClosedRange<Int>?
    }
  }

  /// The leading actors by three measures that say different things: who is visible, who stands between others,
  /// who is tied to those who are well tied. Victims, witnesses and reporting parties are left out, as are values of 0
  /// and those who are among the first `count` in less than half of the draws.
  ///
  /// - Parameter count: one of ``ActorRanks/tops``.
  func rankings(count: Int) -> [Ranking] {
    [
      ranking("degree", "neighbours: most visible", measures.degree.map(Double.init), count),
      ranking("betweenness", "share of shortest paths: between others", measures.betweenness, count),
      measures.eigenvector.map { ranking("eigenvector", "tied to the well tied", $0, count) }
        ?? ranking("pagerank", "reached from the well reached", measures.pageRank ?? [], count),
    ]
  }

  private func ranking(_ measure: String, _ meaning: String, _ values: [Double], _ count: Int) -> Ranking {
    let eligible = values.indices.filter {
      values[$0] > 0 && measures.degree[$0] > 0 && !network.actors.roles[$0].isProtected
    }
    let largest = eligible.lazy.map { values[$0] }.max() ?? 1
    // Values that differ by rounding only are equal, and equal ones stand in input order.
    let rounded = values.map { ($0 / largest * 1e9).rounded() }
    let first = eligible.sorted { (-rounded[$0], $0) < (-rounded[$1], $1) }.prefix(count)
    let intervals = ranks?[measure]
    let entries = first.compactMap { actor -> Ranking.Entry? in
      guard let intervals else { return Ranking.Entry(actor: actor, value: values[actor], places: nil) }
      guard let low = intervals.low[actor], let high = intervals.high[actor],
        let probability = intervals.probability(ofTop: count, actor), probability >= 0.5
      else { return nil }
      return Ranking.Entry(actor: actor, value: values[actor], places: low...high)
    }
    return Ranking(
      measure: measure, meaning: meaning, entries: entries, undecided: first.count - entries.count)
  }
}
