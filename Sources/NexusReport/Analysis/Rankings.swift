internal import NexusGraph
internal import NexusModel

extension Analysis {
  /// A ranking of actors by one measure.
  struct Ranking {
    let measure: String
    /// What a high value means, in a few words.
    let meaning: String
    let entries: [(actor: Int, value: Double)]
  }

  /// The leading actors by three measures that say different things: who is visible, who stands between others,
  /// who is tied to those who are well tied. Victims, witnesses and reporting parties are left out, as are values of 0.
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
    let order = eligible.sorted { (-rounded[$0], $0) < (-rounded[$1], $1) }
    return Ranking(measure: measure, meaning: meaning, entries: order.prefix(count).map { ($0, values[$0]) })
  }
}
