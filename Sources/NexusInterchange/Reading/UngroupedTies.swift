internal import NexusGraph
internal import NexusModel

/// A row of a table of ties, read but not yet grouped.
struct TieRow {
  var source: ActorID
  var target: ActorID
  var isDirected: Bool
  var relation: Relation
  var crimes: [Crime]
  /// Nil when the table has no strengths: the rows are then counted.
  var strength: Double?
  var evidence: Evidence
  var start: Instant?
  var end: Instant?
  var sourceRegion: Region?
  var targetRegion: Region?
  var place: Region?
}

/// Rows of tables of ties, held until they are grouped.
///
/// They are held as columns: what many rows share by its number, and what no row of a table bears not at all.
struct UngroupedTies {
  /// What a tie is apart from its ends.
  struct Kind: Hashable {
    var isDirected: Bool
    var relation: Relation
    var crimes: [Crime]
    var year: Int?
  }

  /// Where a row says that the ends were, and the tie itself.
  struct Places: Hashable {
    var source: Region?
    var target: Region?
    var place: Region?
  }

  /// The ends of a row, and the number of its kind.
  struct Link {
    var source: ActorID
    var target: ActorID
    var kind: Int32
  }

  private(set) var links: [Link] = []
  private var rows: [RowID] = []
  /// What a row says beyond that the tie is there.
  private var evidence = OptionalColumn<Evidence>()
  private(set) var strengths = OptionalColumn<Double>()
  private(set) var starts = OptionalColumn<Instant>()
  private(set) var ends = OptionalColumn<Instant>()
  /// The number of its places.
  private(set) var places = OptionalColumn<Int32>()
  private(set) var kinds = Interner<Kind>()
  private(set) var placeLists = Interner<Places>()

  /// Makes room for so many more rows.
  mutating func reserve(_ count: Int) {
    links.reserveCapacity(links.count + count)
    rows.reserveCapacity(rows.count + count)
  }

  /// O(1).
  mutating func add(_ row: TieRow) {
    let kind = kinds.number(
      of: Kind(
        isDirected: row.isDirected, relation: row.relation, crimes: row.crimes, year: row.start?.year))
    strengths.set(row.strength, at: links.count)
    starts.set(row.start, at: links.count)
    ends.set(row.end, at: links.count)
    if row.sourceRegion != nil || row.targetRegion != nil || row.place != nil {
      let list = Places(source: row.sourceRegion, target: row.targetRegion, place: row.place)
      places.set(Int32(placeLists.number(of: list)), at: links.count)
    }
    let isPlain = row.evidence == Evidence(row: row.evidence.row)
    evidence.set(isPlain ? nil : row.evidence, at: links.count)
    rows.append(row.evidence.row)
    links.append(Link(source: row.source, target: row.target, kind: Int32(kind)))
  }

  /// What a row says of its tie.
  func evidence(_ row: Int) -> Evidence { evidence[row] ?? Evidence(row: rows[row]) }

  /// Whether a row says that the tie is there, and is more than a prediction.
  func stands(_ row: Int) -> Bool {
    guard let item = evidence[row] else { return true }
    return item.stance == .supports && item.kind != .prediction
  }

  /// Where a row was read.
  func place(_ row: Int) -> RowID { rows[row] }
}
