/// The rows of a table that differ from all earlier ones, told one after the other.
struct DistinctRows {
  private static let none = KeyGroups.Key(first: 0, second: 0)

  private var slots = [KeyGroups.Key](repeating: none, count: 16)
  private var count = 0

  /// Reads the slots where rows belong, so that finding them soon after need not wait for the memory.
  func touch(_ marks: [KeyGroups.Key]) -> UInt64 {
    let mask = slots.count - 1
    return marks.reduce(0) { $0 &+ slots[Int(truncatingIfNeeded: $1.first) & mask].first }
  }

  /// Adds a row; tells whether it is new. O(1) expected.
  mutating func insert(_ mark: KeyGroups.Key) -> Bool {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: mark.first) & mask
    while slots[slot] != DistinctRows.none {
      if slots[slot] == mark { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = mark
    count += 1
    if count * 4 > slots.count * 3 { grow(to: slots.count * 2) }
    return true
  }

  private mutating func grow(to size: Int) {
    var larger = [KeyGroups.Key](repeating: DistinctRows.none, count: size)
    let mask = larger.count - 1
    for mark in slots where mark != DistinctRows.none {
      var slot = Int(truncatingIfNeeded: mark.first) & mask
      while larger[slot] != DistinctRows.none { slot = (slot + 1) & mask }
      larger[slot] = mark
    }
    slots = larger
  }
}
