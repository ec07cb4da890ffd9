/// What one row says of the tie that it shares with other rows: enough to group the others again without it.
public struct TieStatement: Hashable, Sendable {
  /// The row names the ends of the tie in the other order.
  public var isReversed: Bool
  /// Nil when the table has no strengths: the rows are then counted.
  public var strength: Double?
  public var start: Instant?
  public var end: Instant?
  /// Where the row says that the source and the target of the tie were, and where the tie itself was.
  public var sourceRegion: Region?
  public var targetRegion: Region?
  public var place: Region?
  /// The event in which both ends took part, of a tie that joins those who share events: however many rows speak of
  /// one, it counts 1.
  public var occasion: Int32?

  public init(
    isReversed: Bool = false, strength: Double? = nil, start: Instant? = nil, end: Instant? = nil,
    sourceRegion: Region? = nil, targetRegion: Region? = nil, place: Region? = nil, occasion: Int32? = nil
  ) {
    self.isReversed = isReversed
    self.strength = strength
    self.start = start
    self.end = end
    self.sourceRegion = sourceRegion
    self.targetRegion = targetRegion
    self.place = place
    self.occasion = occasion
  }
}

/// The rows of one tie taken together.
///
/// Strengths add up, and each occasion counts 1. Rows without a strength are counted in the direction that has more of them, as A–B and B–A
/// of an undirected tie say the same twice. A refuted or predicted row says neither when nor where the tie was.
public struct TieGroup: Sendable {
  /// The sum of the strengths that rows give.
  public private(set) var summed = 0.0
  /// Rows that give a strength.
  public private(set) var weighed = 0
  /// Rows without a strength, in the direction of the tie and against it.
  public private(set) var along = 0
  public private(set) var against = 0
  public private(set) var first: Instant?
  public private(set) var last: Instant?
  private var occasions: Set<Int32> = []
  private var sources: [Region] = []
  private var targets: [Region] = []
  private var locations: [Region] = []

  public init() {}

  /// Adds a row. One that refutes or predicts adds nothing.
  public mutating func add(_ statement: TieStatement, _ item: Evidence) {
    guard item.stance == .supports, item.kind != .prediction else { return }
    if let occasion = statement.occasion {
      if occasions.insert(occasion).inserted { summed += 1 }
      weighed += 1
    } else if let strength = statement.strength {
      summed += strength
      weighed += 1
    } else if statement.isReversed {
      against += 1
    } else {
      along += 1
    }
    first = [first, statement.start].compactMap { $0 }.min()
    last = [last, statement.end ?? statement.start].compactMap { $0 }.max()
    if let region = statement.sourceRegion { sources.append(region) }
    if let region = statement.targetRegion { targets.append(region) }
    if let region = statement.place { locations.append(region) }
  }

  public var strength: Double { summed + Double(max(along, against)) }
  /// Each region once, ascending.
  public var sourceRegions: [Region] { TieGroup.distinct(sources) }
  public var targetRegions: [Region] { TieGroup.distinct(targets) }
  public var places: [Region] { TieGroup.distinct(locations) }

  private static func distinct(_ regions: [Region]) -> [Region] {
    regions.count > 1 ? Set(regions).sorted() : regions
  }
}
