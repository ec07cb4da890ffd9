internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel

/// What was done to see how far ranks move, and what came of it, in plain sentences.
struct RankSentences {
  private let analysis: Analysis

  init(_ analysis: Analysis) { self.analysis = analysis }

  /// One line for the summary.
  var summary: String {
    guard let ranks = analysis.ranks else { return absence }
    return "\(draws(ranks)); \(overlap(ranks))"
  }

  /// What a reader of the rankings must know.
  var explanation: String {
    guard let ranks = analysis.ranks else { return absence + "." }
    return
      "The range before each name is the rank in 5 to 95 % of \(draws(ranks)). Ranges that overlap should not be "
      + "told apart, and who is among the first in less than half of the draws is not listed. As for the first: "
      + "\(overlap(ranks))."
  }

  /// How it was done, for the method.
  var method: String {
    guard let ranks = analysis.ranks else { return "Rank intervals: \(absence)." }
    let pivots =
      ranks.effort.pivots.map {
        " Betweenness was estimated in each draw from \($0) random sources, which widens the intervals."
      } ?? ""
    return
      "Rank intervals: \(ranks.effort.draws.counted("draw")); each keeps a tie or transfer with its confidence "
      + "(ungraded: 1) and adds \(ranks.missingCount.counted("tie")) that may be missing (a tenth of the joined pairs), in "
      + "proportion to resource allocation. Equal values share their places. Columns rank_low, rank_high and p_top10 are "
      + "about betweenness; analysis.json has the other measures.\(pivots)"
  }

  private var absence: String {
    analysis.options.rankDraws == 0
      ? "how far ranks would move is not computed, as asked by --rank-draws 0"
      : "how far ranks would move is not computed for so large a network; --rank-draws N does it with N draws"
  }

  private func draws(_ ranks: ActorRanks) -> String {
    "\(ranks.effort.draws.counted("draw")) of the network, each tie kept with its confidence and "
      + "\(ranks.missingCount.counted("likely tie")) added"
  }

  private func overlap(_ ranks: ActorRanks) -> String {
    guard let betweenness = ranks.betweenness, let overlap = betweenness.topTenthOverlap else {
      return "one draw says nothing of how they differ"
    }
    return
      "two draws have \((100 * overlap).formatted(decimals: 0)) % of the first tenth by betweenness in common"
  }
}
