/// What people decided about pairs of records: one actor, or two.
///
/// `same` carries on: of a same b and b same c, all three are one actor. A decision `different` within such a group
/// contradicts it, which is refused rather than resolved. The actor of a group bears the id that its rows say shall
/// stay, else the `a` of its first row, so that it depends on the file of decisions alone and not on the data.
public struct Decisions: Sendable {
  /// One row of a file of decisions that decides something.
  public struct Row: Hashable, Sendable {
    public enum Verdict: Hashable, Sendable { case same, different }

    public var verdict: Verdict
    public var a: String
    public var b: String
    /// Which id the actor shall bear.
    public var keep: String?
    /// In its file, from 1.
    public var line: Int

    public init(_ verdict: Verdict, _ a: String, _ b: String, keep: String? = nil, line: Int) {
      (self.verdict, self.a, self.b, self.keep, self.line) = (verdict, a, b, keep, line)
    }
  }

  public let rows: [Row]
  /// The id of the actor that a record belongs to, of every id that some row joins to another.
  private let groups: [String: String]
  private let apart: Set<[String]>

  /// No decisions.
  public init() { (rows, groups, apart) = ([], [:], []) }

  /// Joins what is the same, in the order of the rows.
  ///
  /// - Throws: ``DecisionConflict`` when rows contradict each other.
  /// - Complexity: O(rows) but for inverse Ackermann.
  public init(_ rows: [Row]) throws(DecisionConflict) {
    var joined = JoinedIDs()
    for row in rows where row.verdict == .same { joined.join(row.a, row.b) }
    for row in rows where row.verdict == .different && joined.root(row.a) == joined.root(row.b) {
      throw .chainOfSame(Decisions.chain(from: row.a, to: row.b, in: rows), different: row.line)
    }
    var names: [String: (id: String, line: Int, isChosen: Bool)] = [:]
    for row in rows where row.verdict == .same {
      let root = joined.root(row.a)
      let known = names[root]
      if let keep = row.keep {
        if let known, known.isChosen, known.id != keep { throw .twoKept(known.line, row.line) }
        if known?.isChosen != true { names[root] = (keep, row.line, true) }
      } else if known == nil {
        names[root] = (row.a, row.line, false)
      }
    }
    var groups: [String: String] = [:]
    for row in rows where row.verdict == .same {
      for id in [row.a, row.b] { groups[id] = names[joined.root(id)]?.id }
    }
    self.rows = rows
    self.groups = groups
    apart = Set(
      rows.lazy.filter { $0.verdict == .different }.map { row in
        [groups[row.a] ?? row.a, groups[row.b] ?? row.b].sorted()
      })
  }

  /// The id under which a record's actor is known: its own, unless it was joined to others.
  public func id(of record: String) -> String { groups[record] ?? record }

  /// Whether no record is joined to another.
  public var joinsNothing: Bool { groups.isEmpty }

  /// Whether two actors were decided to be two, by themselves or by records that are one with them.
  public func areApart(_ a: String, _ b: String) -> Bool {
    !apart.isEmpty && apart.contains([id(of: a), id(of: b)].sorted())
  }

  /// The lines of the fewest `same` rows that lead from one record to another, breadth first.
  private static func chain(from start: String, to end: String, in rows: [Row]) -> [Int] {
    var steps: [String: [(id: String, line: Int)]] = [:]
    for row in rows where row.verdict == .same {
      steps[row.a, default: []].append((row.b, row.line))
      steps[row.b, default: []].append((row.a, row.line))
    }
    var origins: [String: (id: String, line: Int)] = [:]
    var seen: Set<String> = [start]
    var frontier = [start]
    while !frontier.isEmpty, !seen.contains(end) {
      var next: [String] = []
      for id in frontier {
        for step in steps[id] ?? [] where seen.insert(step.id).inserted {
          origins[step.id] = (id, step.line)
          next.append(step.id)
        }
      }
      frontier = next
    }
    var lines: [Int] = []
    var position = end
    while let origin = origins[position] {
      lines.append(origin.line)
      position = origin.id
    }
    return lines.reversed()
  }
}

/// Ids that are one, as a forest with path halving.
private struct JoinedIDs {
  private var numbers: [String: Int] = [:]
  private var ids: [String] = []
  private var parents: [Int] = []

  mutating func join(_ first: String, _ second: String) {
    let (a, b) = (find(number(first)), find(number(second)))
    // The earlier id stays the root.
    if a != b { parents[max(a, b)] = min(a, b) }
  }

  /// The first of the ids that are one with this, itself where none is.
  mutating func root(_ id: String) -> String { ids[find(number(id))] }

  private mutating func number(_ id: String) -> Int {
    if let known = numbers[id] { return known }
    numbers[id] = ids.count
    ids.append(id)
    parents.append(parents.count)
    return parents.count - 1
  }

  private mutating func find(_ number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }
}

/// Why decisions cannot all hold, by lines of their file.
public enum DecisionConflict: Error, Hashable, Sendable {
  /// These rows make one actor of two records that another row says are two.
  case chainOfSame([Int], different: Int)
  /// Two rows of one group say that different ids shall stay.
  case twoKept(Int, Int)
}
