internal import NexusModel

/// The rows of two memberships in one event, in pairs that speak for a tie only together.
///
/// Both memberships must be right, so a second row of one adds nothing by itself: the origins of the one are paired with
/// the origins of the other, each once, the surest first, and what is left over repeats a pair. The pairs are so many
/// ways in which both can be right, no two of which share an origin of one side; as they are not all such ways, the
/// tie is never held for likelier than both memberships are.
struct RowPairs {
  struct Pair {
    var first: Evidence
    var second: Evidence
    /// Whom the pair is from: that of the pair that it repeats, so that only the stronger counts.
    var origins: (first: Int32, second: Int32)
  }

  private(set) var pairs: [Pair] = []

  /// O(rows · log rows).
  init(_ first: [Evidence], _ second: [Evidence]) {
    if first.count == 1, second.count == 1 {
      pairs = [Pair(first: first[0], second: second[0], origins: (first[0].origin, second[0].origin))]
      return
    }
    let (ours, theirs) = (RowPairs.byOrigin(first), RowPairs.byOrigin(second))
    for number in 0..<max(ours.count, theirs.count) {
      // Left over: with the surest of the other side, as a repeat of the first pair.
      let isPaired = number < min(ours.count, theirs.count)
      let place = isPaired ? number : 0
      let origins = (ours[place][0].origin, theirs[place][0].origin)
      if isPaired { add(ours[number][0], theirs[number][0], origins) }
      if number < ours.count {
        for row in ours[number].dropFirst(isPaired ? 1 : 0) { add(row, theirs[place][0], origins) }
      }
      if number < theirs.count {
        for row in theirs[number].dropFirst(isPaired ? 1 : 0) { add(ours[place][0], row, origins) }
      }
    }
  }

  private mutating func add(_ first: Evidence, _ second: Evidence, _ origins: (Int32, Int32)) {
    pairs.append(Pair(first: first, second: second, origins: origins))
  }

  /// The rows of each origin, the surest first, and the origins by their surest row.
  private static func byOrigin(_ rows: [Evidence]) -> [[Evidence]] {
    // An ungraded row counts a half in scores unless the user says otherwise.
    func isSurer(_ one: Evidence, _ other: Evidence) -> Bool {
      let (first, second) = (one.grading ?? 0.5, other.grading ?? 0.5)
      return first == second ? one.row < other.row : first > second
    }
    return Dictionary(grouping: rows, by: \.origin).values.map { $0.sorted(by: isSurer) }
      .sorted { isSurer($0[0], $1[0]) }
  }
}
