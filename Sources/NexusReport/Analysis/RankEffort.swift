internal import NexusAlgorithms
internal import NexusGraph

/// How much work goes into rank intervals: as many draws as asked for while that is cheap, then fewer, then
/// betweenness estimated in each from random sources of its own, whose error widens the intervals.
public struct RankEffort: Hashable, Sendable {
  public static let usualDraws = 500
  /// Sources · edges over all draws.
  public static let budget = 6e8
  /// A step along strengths costs about so many hops.
  static let lengthCost = 5.0
  /// Places kept in memory: draws · actors.
  static let places = 5e6
  private static let fewDraws = 100
  private static let fewestDraws = 20
  private static let fewestPivots = 50

  public let draws: Int
  /// Random sources of betweenness in each draw; nil: all, so that it is exact.
  public let pivots: Int?

  public init(draws: Int, pivots: Int?) { (self.draws, self.pivots) = (draws, pivots) }

  init?(of graph: Graph, _ options: AnalysisOptions) {
    self.init(
      vertexCount: graph.vertexCount, edgeCount: graph.edgeCount, wanted: options.rankDraws,
      budget: options.lengths == .hops ? RankEffort.budget : RankEffort.budget / RankEffort.lengthCost)
  }

  /// - Returns: nil when no draws are wanted, or too few could be made.
  public init?(vertexCount: Int, edgeCount: Int, wanted: Int?, budget: Double) {
    guard wanted != 0, vertexCount > 0 else { return nil }
    let (n, m) = (Double(vertexCount), Double(max(edgeCount, 1)))
    if let wanted {
      draws = wanted
      let affordable = max(RankEffort.fewestPivots, Int(min(budget / (Double(wanted) * m), n)))
      pivots = affordable < vertexCount ? affordable : nil
      return
    }
    let kept = min(Double(RankEffort.usualDraws), RankEffort.places / n)
    let exactDraws = min(kept, budget / (n * m))
    if exactDraws >= Double(RankEffort.fewDraws) {
      (draws, pivots) = (Int(exactDraws), nil)
      return
    }
    let fewer = min(kept, Double(RankEffort.fewDraws))
    let affordable = budget / (fewer * m)
    let sources = max(affordable, Double(RankEffort.fewestPivots))
    let possible = min(fewer, budget / (sources * m))
    guard possible >= Double(RankEffort.fewestDraws) else { return nil }
    draws = Int(possible)
    pivots = sources < n ? Int(sources) : nil
  }
}
