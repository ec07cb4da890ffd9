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

  /// What the rows say of ties that several of them share.
  var statements: [RowID: TieStatement] {
    var statements: [RowID: TieStatement] = [:]
    for group in groups where group.count > 1 {
      let source = rows[group[0]].source
      for row in group { statements[rows[row].evidence.row] = rows[row].statement(of: source) }
    }
    return statements
  }

  private func tie(of members: [TieRow], evidence: Range<Int>, _ account: inout RowAccount) -> Tie {
    let first = members[0]
    var group = TieGroup()
    for row in members {
      if row.evidence.stance == .refutes {
        account.merged += 1
      } else if row.evidence.kind == .prediction {
        account.used += 1
      }
      group.add(row.statement(of: first.source), row.evidence)
    }
    // Rows A–B and B–A of an undirected tie say the same twice: the side with more rows counts.
    account.used += group.weighed + max(group.along, group.against)
    account.reciprocal += min(group.along, group.against)
    return Tie(
      source: first.source, target: first.target, isDirected: first.isDirected, relation: first.relation,
      crimes: first.crimes, strength: group.strength, evidence: evidence,
      first: group.first, last: group.last, sourceRegions: group.sourceRegions,
      targetRegions: group.targetRegions, places: group.places)
  }
}

extension TieRow {
  /// What the row says of the tie whose source this is.
  fileprivate func statement(of first: ActorID) -> TieStatement {
    let isReversed = source != first
    return TieStatement(
      isReversed: isReversed, strength: strength, start: start, end: end,
      sourceRegion: isReversed ? targetRegion : sourceRegion,
      targetRegion: isReversed ? sourceRegion : targetRegion, place: place)
  }
}
