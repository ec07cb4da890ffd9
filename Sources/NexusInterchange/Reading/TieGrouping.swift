private import Dispatch
private import Foundation
internal import NexusGraph
internal import NexusModel

/// Rows with the same ends (ordered if directed), relation, crimes and calendar year, as one tie.
struct TieGrouping {
  private let rows: UngroupedTies
  private let groups: KeyGroups
  /// The rows of each tie, ascending, one tie after the other; and where those of each begin.
  private let members: [Int32]
  private let offsets: [Int32]

  /// How many ties are made at a time.
  private static let chunkLength = 1 << 14
  private static let batchLength = 64

  /// O(rows) expected.
  init(_ rows: UngroupedTies) {
    self.rows = rows
    let (links, isDirected) = (rows.links, rows.kinds.values.map(\.isDirected))
    groups = KeyGroups(count: links.count) { row in
      let link = links[row]
      // The smaller end first unless the tie is directed.
      let isSwapped = !isDirected[Int(link.kind)] && link.target < link.source
      let (first, second) = isSwapped ? (link.target, link.source) : (link.source, link.target)
      return KeyGroups.Key(
        first: UInt64(first.index) << 32 | UInt64(second.index), second: UInt32(link.kind))
    }
    (members, offsets) = groups.members()
  }

  /// What the rows of ties became, to be booked.
  struct Uses: Sendable {
    var used = 0
    var merged = 0
    var reciprocal = 0
  }

  /// The ties in the order of their first rows, and their evidence in the order of the rows of each. O(rows).
  ///
  /// - Parameter threads: nil: one for each processor.
  func ties(threads: Int?) -> (ties: [Tie], evidence: [Evidence], uses: Uses) {
    let chunks = (groups.count + TieGrouping.chunkLength - 1) / TieGrouping.chunkLength
    let workers = min(threads ?? ProcessInfo.processInfo.activeProcessorCount, chunks)
    var uses = [Uses](repeating: Uses(), count: chunks)
    var evidence: [Evidence] = []
    let ties = [Tie](unsafeUninitializedCapacity: groups.count) { ties, initialized in
      evidence = [Evidence](unsafeUninitializedCapacity: members.count) { evidence, initialized in
        uses.withUnsafeMutableBufferPointer { uses in
          // Each chunk writes places of its own.
          nonisolated(unsafe) let (ties, evidence, uses) = (ties, evidence, uses)
          DispatchQueue.concurrentPerform(iterations: workers) { worker in
            for chunk in stride(from: worker, to: chunks, by: workers) {
              let start = chunk * TieGrouping.chunkLength
              for group in start..<min(start + TieGrouping.chunkLength, groups.count) {
                (ties.baseAddress! + group).initialize(to: tie(group, &uses[chunk]))
                for position in range(group) {
                  (evidence.baseAddress! + position).initialize(to: rows.evidence(Int(members[position])))
                }
              }
            }
          }
        }
        initialized = members.count
      }
      initialized = groups.count
    }
    let sum = uses.reduce(into: Uses()) { sum, part in
      sum.used += part.used
      sum.merged += part.merged
      sum.reciprocal += part.reciprocal
    }
    return (ties, evidence, sum)
  }

  /// Undirected ties with strengths that have rows in both directions, whose strengths add up.
  var countBothWays: Int {
    guard members.count > groups.count, !rows.strengths.isEmpty else { return 0 }
    return groups.firstRows.indices.count { group in
      let range = range(group)
      guard range.count > 1 else { return false }
      let first = Int(members[range.lowerBound])
      let link = rows.links[first]
      guard !rows.kinds[Int(link.kind)].isDirected, rows.strengths[first] != nil else { return false }
      return members[range].contains { rows.links[Int($0)].source != link.source && rows.stands(Int($0)) }
    }
  }

  /// What the rows say of ties that several of them share. ``TieGroup`` makes of them what ``ties(threads:)`` does.
  var statements: TieStatements {
    var statements = TieStatements()
    guard members.count > groups.count else { return statements }
    // Of many rows at a time, so that the waiting for memory overlaps.
    var batch = [(count: Int32, first: Int32, source: ActorID)](
      repeating: (0, 0, ActorID(rawValue: 0)), count: TieGrouping.batchLength)
    for start in stride(from: 0, to: members.count, by: batch.count) {
      let count = min(batch.count, members.count - start)
      for position in 0..<count {
        let group = Int(groups.groups[start + position])
        batch[position].count = offsets[group + 1] - offsets[group]
        batch[position].first = groups.firstRows[group]
      }
      for position in 0..<count {
        batch[position].source = rows.links[Int(batch[position].first)].source
      }
      for position in 0..<count where batch[position].count > 1 {
        let row = start + position
        statements.add(statement(of: row, from: batch[position].source), of: rows.place(row))
      }
    }
    return statements
  }

  private func range(_ group: Int) -> Range<Int> { Int(offsets[group])..<Int(offsets[group + 1]) }

  /// What a row says of the tie whose source this is.
  private func statement(of row: Int, from source: ActorID) -> TieStatement {
    let isReversed = rows.links[row].source != source
    let said = rows.places[row].map { rows.placeLists[Int($0)] }
    return TieStatement(
      isReversed: isReversed, strength: rows.strengths[row], start: rows.starts[row], end: rows.ends[row],
      sourceRegion: isReversed ? said?.target : said?.source,
      targetRegion: isReversed ? said?.source : said?.target, place: said?.place)
  }

  private func tie(_ group: Int, _ uses: inout Uses) -> Tie {
    let range = range(group)
    let first = rows.links[Int(members[range.lowerBound])]
    var summed = 0.0
    var (along, against) = (0, 0)
    var (start, end): (Instant?, Instant?) = (nil, nil)
    for position in range {
      let row = Int(members[position])
      guard rows.stands(row) else {
        if rows.evidence(row).stance == .refutes { uses.merged += 1 } else { uses.used += 1 }
        continue
      }
      if let strength = rows.strengths[row] {
        summed += strength
        uses.used += 1
      } else if rows.links[row].source == first.source {
        along += 1
      } else {
        against += 1
      }
      // A refuted or predicted row says neither when nor where the tie was.
      if let rowStart = rows.starts[row] { start = min(start ?? rowStart, rowStart) }
      if let rowEnd = rows.ends[row] ?? rows.starts[row] { end = max(end ?? rowEnd, rowEnd) }
    }
    // Rows A–B and B–A of an undirected tie say the same twice: the side with more rows counts.
    uses.used += max(along, against)
    uses.reciprocal += min(along, against)
    let kind = rows.kinds[Int(first.kind)]
    let said = places(of: members[range], source: first.source)
    return Tie(
      source: first.source, target: first.target, isDirected: kind.isDirected, relation: kind.relation,
      crimes: kind.crimes, strength: summed + Double(max(along, against)), evidence: range, first: start,
      last: end, sourceRegions: said.source, targetRegions: said.target, places: said.tie)
  }

  /// Where the rows say that the ends of a tie were, and the tie itself.
  private func places(
    of members: ArraySlice<Int32>, source: ActorID
  ) -> (source: [Region], target: [Region], tie: [Region]) {
    guard !rows.places.isEmpty else { return ([], [], []) }
    let said = members.filter { rows.stands(Int($0)) }.compactMap { row in
      rows.places[Int(row)].map { number in
        let places = rows.placeLists[Int(number)]
        let isReversed = rows.links[Int(row)].source != source
        return (
          isReversed ? places.target : places.source, isReversed ? places.source : places.target, places.place
        )
      }
    }
    return (
      distinct(said.compactMap(\.0)), distinct(said.compactMap(\.1)), distinct(said.compactMap(\.2))
    )
  }

  private func distinct(_ regions: [Region]) -> [Region] {
    regions.count > 1 ? Set(regions).sorted() : regions
  }
}
