/// The rows of a table that differ from all earlier ones.
///
/// Rows are equal when all their bytes are. Of a row, 128 bits of a hash are kept, whose keys are drawn anew in each
/// process: nobody can write rows that collide, and among 10⁹ others two do with a chance below 10⁻²⁰.
struct DistinctRows {
  /// What stands for a row.
  struct Mark: Hashable {
    fileprivate var first: UInt64
    fileprivate var second: UInt64

    fileprivate static let none = Mark(first: 0, second: 0)
  }

  private static let keys = (UInt64.random(in: 1...UInt64.max), UInt64.random(in: 1...UInt64.max))

  private var slots = [Mark](repeating: .none, count: 16)
  private var count = 0

  /// O(bytes of the row).
  static func mark(of record: CSVTable.Record, in table: CSVTable) -> Mark {
    let bytes = table.bytes.span
    let range = table.range(record)
    var (first, second) = (keys.0 ^ UInt64(range.count), keys.1)
    var position = range.lowerBound
    while position < range.upperBound {
      let word = NumberIndex.word(bytes, position, count: min(8, range.upperBound - position))
      first = NumberIndex.mix(first, word)
      second = NumberIndex.mix(second &+ keys.0, word)
      position += 8
    }
    return Mark(first: first | 1, second: second)
  }

  /// Reads the slots where rows belong, so that finding them soon after need not wait for the memory.
  func touch(_ marks: [Mark]) -> UInt64 {
    let mask = slots.count - 1
    return marks.reduce(0) { $0 &+ slots[Int(truncatingIfNeeded: $1.second) & mask].first }
  }

  /// Adds a row; tells whether it is new. O(1) expected.
  mutating func insert(_ mark: Mark) -> Bool {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: mark.second) & mask
    while slots[slot] != .none {
      if slots[slot] == mark { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = mark
    count += 1
    if count * 4 > slots.count * 3 { grow(to: slots.count * 2) }
    return true
  }

  /// Makes room for so many rows in all.
  mutating func reserve(_ total: Int) {
    var size = slots.count
    while total * 4 > size * 3 { size *= 2 }
    if size > slots.count { grow(to: size) }
  }

  private mutating func grow(to size: Int) {
    var larger = [Mark](repeating: .none, count: size)
    let mask = larger.count - 1
    for mark in slots where mark != .none {
      var slot = Int(truncatingIfNeeded: mark.second) & mask
      while larger[slot] != .none { slot = (slot + 1) & mask }
      larger[slot] = mark
    }
    slots = larger
  }
}
