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

/// Rows with the same ends (ordered if directed), relation, crimes and calendar year become one tie.
///
/// Rows are held as columns: what many rows share by its number, and what no row of a table bears not at all.
struct TieGrouping {
  /// What a tie is apart from its ends.
  private struct Kind: Hashable {
    var isDirected: Bool
    var relation: Relation
    var crimes: [Crime]
    var year: Int?
  }

  /// Where a row says that the ends were, and the tie itself.
  private struct Places: Hashable {
    var source: Region?
    var target: Region?
    var place: Region?
  }

  private struct Row {
    var source: ActorID
    var target: ActorID
    var kind: Int32
    var group: Int32
  }

  private var rows: [Row] = []
  private var evidence: [Evidence] = []
  private var strengths = OptionalColumn<Double>()
  private var starts = OptionalColumn<Instant>()
  private var ends = OptionalColumn<Instant>()
  private var places = OptionalColumn<Int32>()
  private var kinds = Interner<Kind>()
  private var placeLists = Interner<Places>()
  private var index = NumberIndex()
  /// The first row of each tie, of the rows that are grouped.
  private var firstRows: [Int32] = []
  private var groupedCount = 0
  /// Keeps what ``NumberIndex/touch(_:)`` reads from being optimised away.
  private var touched: UInt64 = 0

  private static let batchLength = 64
  /// For how many ties room is made at once: of many rows, most may speak of few.
  private static let mostReserved = 1 << 22

  /// Makes room for so many more rows.
  mutating func reserve(_ count: Int) {
    rows.reserveCapacity(rows.count + count)
    evidence.reserveCapacity(evidence.count + count)
  }

  /// O(1).
  mutating func add(_ row: TieRow) {
    let kind = kinds.number(
      of: Kind(
        isDirected: row.isDirected, relation: row.relation, crimes: row.crimes, year: row.start?.year))
    strengths.set(row.strength, at: rows.count)
    starts.set(row.start, at: rows.count)
    self.ends.set(row.end, at: rows.count)
    if row.sourceRegion != nil || row.targetRegion != nil || row.place != nil {
      let list = Places(source: row.sourceRegion, target: row.targetRegion, place: row.place)
      places.set(Int32(placeLists.number(of: list)), at: rows.count)
    }
    evidence.append(row.evidence)
    rows.append(Row(source: row.source, target: row.target, kind: Int32(kind), group: -1))
  }

  /// Finds the tie of each row that was added. Nothing is told of rows before. O(rows) expected.
  mutating func group() {
    var index = self.index
    self.index = NumberIndex()
    defer { self.index = index }
    index.reserve(min(rows.count, TieGrouping.mostReserved))
    var hashes = [UInt64](repeating: 0, count: TieGrouping.batchLength)
    while groupedCount < rows.count {
      let batch = groupedCount..<min(groupedCount + TieGrouping.batchLength, rows.count)
      for position in batch {
        let row = rows[position]
        hashes[position - batch.lowerBound] = NumberIndex.mix(
          NumberIndex.mix(0, key(of: row)), UInt64(row.kind))
      }
      touched &+= index.touch(hashes)
      for position in batch {
        let row = rows[position]
        let ends = key(of: row)
        let (group, isNew) = index.number(hash: hashes[position - batch.lowerBound]) { group in
          let first = rows[Int(firstRows[group])]
          return first.kind == row.kind && key(of: first) == ends
        }
        if isNew { firstRows.append(Int32(position)) }
        rows[position].group = Int32(group)
      }
      groupedCount = batch.upperBound
    }
  }

  private func key(of row: Row) -> UInt64 {
    TieGrouping.key(row.source, row.target, isDirected: kinds[Int(row.kind)].isDirected)
  }

  /// Both ends in one word, the smaller first unless the tie is directed.
  private static func key(_ source: ActorID, _ target: ActorID, isDirected: Bool) -> UInt64 {
    let isSwapped = !isDirected && target < source
    let (first, second) = isSwapped ? (target, source) : (source, target)
    return UInt64(first.index) << 32 | UInt64(second.index)
  }

  /// The ties in the order of their first rows, and their evidence in the order of the rows of each.
  /// Books what the rows became. O(rows).
  func ties(_ account: inout RowAccount) -> (ties: [Tie], evidence: [Evidence]) {
    let (offsets, members) = membersByGroup()
    var ties: [Tie] = []
    ties.reserveCapacity(firstRows.count)
    for group in firstRows.indices {
      let range = offsets[group]..<offsets[group + 1]
      ties.append(tie(of: members[range], evidence: range, &account))
    }
    return (ties, rows.count == firstRows.count ? evidence : members.map { evidence[Int($0)] })
  }

  /// Undirected ties with strengths that have rows in both directions, whose strengths add up.
  var countBothWays: Int {
    guard rows.count > firstRows.count, !strengths.isEmpty else { return 0 }
    var isBothWays = [Bool](repeating: false, count: firstRows.count)
    for (position, row) in rows.enumerated() where stands(position) {
      let firstPosition = Int(firstRows[Int(row.group)])
      guard !kinds[Int(row.kind)].isDirected, strengths[firstPosition] != nil else { continue }
      if row.source != rows[firstPosition].source { isBothWays[Int(row.group)] = true }
    }
    return isBothWays.count { $0 }
  }

  /// What the rows say of ties that several of them share. ``TieGroup`` makes of them what ``ties(_:)`` does.
  var statements: TieStatements {
    var statements = TieStatements()
    guard rows.count > firstRows.count else { return statements }
    var isShared = [Bool](repeating: false, count: firstRows.count)
    for (position, row) in rows.enumerated() where Int(firstRows[Int(row.group)]) != position {
      isShared[Int(row.group)] = true
    }
    for (position, row) in rows.enumerated() where isShared[Int(row.group)] {
      let source = rows[Int(firstRows[Int(row.group)])].source
      statements.add(statement(of: position, from: source), of: evidence[position].row)
    }
    return statements
  }

  /// What a row says of the tie whose source this is.
  private func statement(of row: Int, from source: ActorID) -> TieStatement {
    let isReversed = rows[row].source != source
    let said = places[row].map { placeLists[Int($0)] }
    return TieStatement(
      isReversed: isReversed, strength: strengths[row], start: starts[row], end: ends[row],
      sourceRegion: isReversed ? said?.target : said?.source,
      targetRegion: isReversed ? said?.source : said?.target, place: said?.place)
  }

  /// The rows of each tie, in row order, one tie after the other.
  private func membersByGroup() -> (offsets: [Int], members: [Int32]) {
    var offsets = [Int](repeating: 0, count: firstRows.count + 1)
    for row in rows { offsets[Int(row.group) + 1] += 1 }
    for group in firstRows.indices { offsets[group + 1] += offsets[group] }
    var next = offsets
    var members = [Int32](repeating: 0, count: rows.count)
    for (position, row) in rows.enumerated() {
      members[next[Int(row.group)]] = Int32(position)
      next[Int(row.group)] += 1
    }
    return (offsets, members)
  }

  /// Whether a row says that the tie is there, and is more than a prediction.
  private func stands(_ row: Int) -> Bool {
    evidence[row].stance == .supports && evidence[row].kind != .prediction
  }

  private func tie(of members: ArraySlice<Int32>, evidence range: Range<Int>, _ account: inout RowAccount)
    -> Tie
  {
    let first = rows[Int(members[range.lowerBound])]
    var summed = 0.0
    var (along, against) = (0, 0)
    var (start, end): (Instant?, Instant?) = (nil, nil)
    for member in members {
      let row = Int(member)
      guard evidence[row].stance == .supports else {
        account.merged += 1
        continue
      }
      guard evidence[row].kind != .prediction else {
        account.used += 1
        continue
      }
      if let strength = strengths[row] {
        summed += strength
        account.used += 1
      } else if rows[row].source == first.source {
        along += 1
      } else {
        against += 1
      }
      // A refuted or predicted row says neither when nor where the tie was.
      if let rowStart = starts[row] { start = min(start ?? rowStart, rowStart) }
      if let rowEnd = ends[row] ?? starts[row] { end = max(end ?? rowEnd, rowEnd) }
    }
    // Rows A–B and B–A of an undirected tie say the same twice: the side with more rows counts.
    account.used += max(along, against)
    account.reciprocal += min(along, against)
    let kind = kinds[Int(first.kind)]
    var tie = Tie(
      source: first.source, target: first.target, isDirected: kind.isDirected, relation: kind.relation,
      crimes: kind.crimes, strength: summed + Double(max(along, against)), evidence: range, first: start,
      last: end)
    if !places.isEmpty { addPlaces(of: members, to: &tie) }
    return tie
  }

  /// Where the rows say that the ends were, and the tie itself.
  private func addPlaces(of members: ArraySlice<Int32>, to tie: inout Tie) {
    let said = members.filter { stands(Int($0)) }.compactMap { member in
      places[Int(member)].map { (row: rows[Int(member)], places: placeLists[Int($0)]) }
    }
    func regions(of end: ActorID) -> [Region] {
      distinct(said.compactMap { $0.row.source == end ? $0.places.source : $0.places.target })
    }
    tie.sourceRegions = regions(of: tie.source)
    tie.targetRegions = regions(of: tie.target)
    tie.places = distinct(said.compactMap(\.places.place))
  }

  private func distinct(_ regions: [Region]) -> [Region] {
    regions.count > 1 ? Set(regions).sorted() : regions
  }
}
