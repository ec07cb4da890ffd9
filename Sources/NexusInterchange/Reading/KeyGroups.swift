/// Rows with equal keys, as groups numbered from 0 in the order of their first rows.
///
/// A table of the keys of many rows fits no cache, so that every look into it waits for the memory. Rows are therefore
/// dealt out to parts by a hash of their keys, and each part is grouped in a small table of its own.
///
/// Source: S. Manegold, P. Boncz, M. Kersten, *Optimizing main-memory join on modern hardware*, IEEE Transactions on
/// Knowledge and Data Engineering 14 (2002) 709–730.
struct KeyGroups {
  /// What decides whether rows belong together.
  struct Key: Hashable {
    var first: UInt64
    var second: UInt32

    fileprivate var hash: UInt64 { HashMixing.mix(HashMixing.mix(0, first), UInt64(second)) }
  }

  /// The group of each row.
  let groups: [Int32]
  /// The first row of each group, ascending.
  let firstRows: [Int32]

  private struct Entry {
    var first: UInt64
    var second: UInt32
    var row: Int32
  }

  /// About how many rows a part has, and how many parts there are at most.
  private static let rowsPerPart = 1 << 14
  private static let mostPartBits = 9

  /// O(rows) expected.
  ///
  /// - Parameter key: asked twice for each row.
  init(count: Int, key: (Int) -> Key) {
    var firstRows: [Int32] = []
    var groups = [Int32](repeating: -1, count: count)
    KeyGroups.forEachRepeat(count, key) { row, first in groups[Int(row)] = first }
    for row in 0..<count {
      if groups[row] < 0 {
        groups[row] = Int32(firstRows.count)
        firstRows.append(Int32(row))
      } else {
        groups[row] = groups[Int(groups[row])]
      }
    }
    (self.groups, self.firstRows) = (groups, firstRows)
  }

  /// How many rows have the key of an earlier one. O(rows) expected.
  ///
  /// - Parameter key: asked twice for each row.
  static func repeatCount(count: Int, key: (Int) -> Key) -> Int {
    var repeats = 0
    forEachRepeat(count, key) { _, _ in repeats += 1 }
    return repeats
  }

  /// How many groups there are.
  var count: Int { firstRows.count }

  /// The rows of each group, ascending, one group after the other; and where those of each begin. O(rows).
  func members() -> (rows: [Int32], offsets: [Int32]) {
    // First where the group before begins, then where the next row of a group goes, at last where it ends.
    var offsets = [Int32](repeating: 0, count: count + 2)
    for group in groups { offsets[Int(group) + 2] += 1 }
    for group in 0..<count { offsets[group + 2] += offsets[group + 1] }
    let rows = [Int32](unsafeUninitializedCapacity: groups.count) { rows, initialized in
      for (row, group) in groups.enumerated() {
        rows[Int(offsets[Int(group) + 1])] = Int32(row)
        offsets[Int(group) + 1] += 1
      }
      initialized = groups.count
    }
    offsets.removeLast()
    return (rows, offsets)
  }

  /// The rows of each part, ascending, one part after the other; and where each part begins.
  private static func parts(
    _ count: Int, _ bits: Int, _ key: (Int) -> Key
  ) -> (entries: [Entry], offsets: [Int]) {
    var offsets = [Int](repeating: 0, count: 1 << bits + 1)
    for row in 0..<count { offsets[part(key(row).hash, bits) + 1] += 1 }
    for part in 0..<1 << bits { offsets[part + 1] += offsets[part] }
    var next = offsets
    let entries = [Entry](unsafeUninitializedCapacity: count) { entries, initialized in
      for row in 0..<count {
        let key = key(row)
        let part = part(key.hash, bits)
        (entries.baseAddress! + next[part]).initialize(
          to: Entry(first: key.first, second: key.second, row: Int32(row)))
        next[part] += 1
      }
      initialized = count
    }
    return (entries, offsets)
  }

  private static func part(_ hash: UInt64, _ bits: Int) -> Int {
    // In two steps: of a shift by the whole width, nothing would be left to stand for one part.
    Int((hash >> 1) >> (63 - bits))
  }

  /// Tells each row whose key an earlier one has, with the first of them.
  private static func forEachRepeat(
    _ count: Int, _ key: (Int) -> Key, _ body: (_ row: Int32, _ first: Int32) -> Void
  ) {
    let bits = min(mostPartBits, max(0, Int.bitWidth - (count / rowsPerPart).leadingZeroBitCount))
    let (entries, offsets) = parts(count, bits, key)
    /// The number of an entry within its part, from 1; 0 where nothing is.
    var slots: [UInt32] = []
    for part in 0..<1 << bits {
      let range = offsets[part]..<offsets[part + 1]
      var size = 16
      while range.count * 2 > size { size *= 2 }
      slots.removeAll(keepingCapacity: true)
      slots.append(contentsOf: repeatElement(0, count: size))
      for position in range {
        let entry = entries[position]
        let key = Key(first: entry.first, second: entry.second)
        var slot = Int(truncatingIfNeeded: key.hash) & (size - 1)
        while slots[slot] != 0 {
          let other = entries[range.lowerBound + Int(slots[slot]) - 1]
          if other.first == entry.first, other.second == entry.second {
            body(entry.row, other.row)
            break
          }
          slot = (slot + 1) & (size - 1)
        }
        if slots[slot] == 0 { slots[slot] = UInt32(position - range.lowerBound + 1) }
      }
    }
  }
}
