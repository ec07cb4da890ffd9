public import NexusModel

/// What changed between two networks: actors and ties that appeared or vanished, ranks, regional scores, and the rows
/// behind each change. Actors are matched by id.
public struct NetworkComparison: Sendable {
  /// An actor of one side, by id.
  public struct Actor: Hashable, Sendable {
    public let id: String
    public let name: String
  }

  /// Two actors with a tie, or a payer and a payee, on one side only.
  public struct Link: Hashable, Sendable {
    public let source: String
    public let target: String
    public let isDirected: Bool
    public let isTransfer: Bool
    public let words: [String]
    /// The rows on which it rests, `file:line`, on the side that has it.
    public let rows: [String]
  }

  /// An actor whose rank by a measure left its interval: each side's rank lies outside the 5–95 % interval of the other.
  /// Where there are no intervals, one whose rank changed by more than the threshold.
  public struct RankChange: Hashable, Sendable {
    public let actor: String
    public let name: String
    public let measure: String
    public let before: Int
    public let after: Int
    /// The 5–95 % interval of the rank on each side; nil where none was drawn.
    public let intervalBefore: ClosedRange<Int>?
    public let intervalAfter: ClosedRange<Int>?
    /// New rows of the actor's own ties and transfers.
    public let rows: [String]
  }

  /// A region whose score is on one side at least.
  public struct RegionChange: Hashable, Sendable {
    public let region: Region
    /// Nil: not observed on that side.
    public let before: RegionScore?
    public let after: RegionScore?
    /// Whether the two can be told apart; nil where that was not worked out.
    public let distinguishable: Bool?
    /// P(after > before) over the draws of evidence; nil where that was not worked out.
    public let higherProbability: Double?
    /// New rows that touch the region.
    public let rows: [String]
  }

  /// A score and its 5–95 % interval.
  public struct RegionScore: Hashable, Sendable {
    public let score: Double
    public let low: Double?
    public let high: Double?
  }

  public let before: String
  public let after: String
  public let addedActors: [Actor]
  public let removedActors: [Actor]
  public let addedLinks: [Link]
  public let removedLinks: [Link]
  /// The largest changes first.
  public let ranks: [RankChange]
  public let rankThreshold: RankThreshold
  /// Whether intervals decided which changes of rank are told; else the threshold did.
  public let hasRankIntervals: Bool
  public let regions: [RegionChange]
  /// Rows of the later side that say what no row of the earlier says; and the other way round.
  public let newRows: [String]
  public let goneRows: [String]
  /// What the comparison holds fixed.
  public let notes: [String]

  public init(
    from before: ComparisonSide, to after: ComparisonSide, _ options: AnalysisOptions = AnalysisOptions()
  ) {
    let new = NewRows(in: after.network, against: before.network)
    let gone = NewRows(in: before.network, against: after.network)
    let links = LinkChanges(from: before, to: after)
    let ranks = RankChanges(from: before, to: after, new, options)
    let regions = RegionChanges(from: before, to: after, new, options)
    (self.before, self.after) = (before.label, after.label)
    addedActors = NetworkComparison.actors(of: after, missingIn: before)
    removedActors = NetworkComparison.actors(of: before, missingIn: after)
    (addedLinks, removedLinks) = (links.added, links.removed)
    (self.ranks, rankThreshold) = (ranks.changes, ranks.threshold)
    hasRankIntervals = ranks.hasIntervals
    self.regions = regions.changes
    (newRows, goneRows) = (new.places, gone.places)
    notes = regions.notes
  }

  /// In the order of their own network.
  private static func actors(of side: ComparisonSide, missingIn other: ComparisonSide) -> [Actor] {
    let known = other.actors
    return side.network.actors.ids.indices.filter {
      side.isPresent[$0] && known[side.network.actors.ids[$0]] == nil
    }.map { Actor(id: side.network.actors.ids[$0], name: side.network.actors.names[$0]) }
  }
}
