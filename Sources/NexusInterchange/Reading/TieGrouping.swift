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

  /// Whether the row says that the tie is there, and is more than a prediction.
  var stands: Bool { evidence.stance == .supports && evidence.kind != .prediction }
}

/// Rows with the same ends (ordered if directed), relation, crimes and calendar year become one tie.
struct TieGrouping {
  private struct Key: Hashable {
    var first: ActorID
    var second: ActorID
    var isDirected: Bool
    var relation: Relation
    var crimes: [Crime]
    var year: Int?
  }

  /// The rows of each tie, and the tie of each key.
  private var groups: [[Int]] = []
  private var groupNumbers: [Key: Int] = [:]
  private var rows: [TieRow] = []

  mutating func add(_ row: TieRow) {
    let isSwapped = !row.isDirected && row.target < row.source
    let key = Key(
      first: isSwapped ? row.target : row.source, second: isSwapped ? row.source : row.target,
      isDirected: row.isDirected, relation: row.relation, crimes: row.crimes, year: row.start?.year)
    if let known = groupNumbers[key] {
      groups[known].append(rows.count)
    } else {
      groupNumbers[key] = groups.count
      groups.append([rows.count])
    }
    rows.append(row)
  }

  /// The ties in the order of their first rows, and their evidence in the order of the rows of each.
  /// Books what the rows became.
  func ties(_ account: inout RowAccount) -> (ties: [Tie], evidence: [Evidence]) {
    var ties: [Tie] = []
    var evidence: [Evidence] = []
    ties.reserveCapacity(groups.count)
    evidence.reserveCapacity(rows.count)
    for group in groups {
      let members = group.map { rows[$0] }
      let start = evidence.count
      evidence += members.map(\.evidence)
      ties.append(tie(of: members, evidence: start..<evidence.count, &account))
    }
    return (ties, evidence)
  }

  /// Undirected ties with strengths that have rows in both directions, whose strengths add up.
  var countBothWays: Int {
    groups.count { group in
      let first = rows[group[0]]
      return !first.isDirected && first.strength != nil
        && group.contains { rows[$0].source != first.source && rows[$0].stands }
    }
  }

  private func tie(of members: [TieRow], evidence: Range<Int>, _ account: inout RowAccount) -> Tie {
    let first = members[0]
    var summed = 0.0
    var (along, against) = (0, 0)
    for row in members {
      guard row.evidence.stance == .supports else {
        account.merged += 1
        continue
      }
      guard row.evidence.kind != .prediction else {
        account.used += 1
        continue
      }
      if let strength = row.strength {
        summed += strength
        account.used += 1
      } else if row.source == first.source {
        along += 1
      } else {
        against += 1
      }
    }
    // A refuted or predicted row says neither when nor where the tie was.
    let standing = members.filter(\.stands)
    // Rows A–B and B–A of an undirected tie say the same twice: the side with more rows counts.
    account.used += max(along, against)
    account.reciprocal += min(along, against)
    return Tie(
      source: first.source, target: first.target, isDirected: first.isDirected, relation: first.relation,
      crimes: first.crimes, strength: summed + Double(max(along, against)), evidence: evidence,
      first: standing.compactMap(\.start).min(), last: standing.compactMap { $0.end ?? $0.start }.max(),
      sourceRegions: regions(standing, of: first.source), targetRegions: regions(standing, of: first.target),
      places: Set(standing.compactMap(\.place)).sorted())
  }

  /// Where the rows say that one end was.
  private func regions(_ members: [TieRow], of actor: ActorID) -> [Region] {
    let said = members.compactMap { $0.source == actor ? $0.sourceRegion : $0.targetRegion }
    return said.count > 1 ? Set(said).sorted() : said
  }
}
