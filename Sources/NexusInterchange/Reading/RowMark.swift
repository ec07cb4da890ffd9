/// What stands for a row of a table: rows are equal when all their bytes are.
///
/// These are 95 bits of a hash whose keys are drawn anew in each process: nobody can write rows that collide, and among
/// 10⁹ others two do with a chance below 10⁻¹⁰.
enum RowMark {
  private static let keys = (UInt64.random(in: 1...UInt64.max), UInt64.random(in: 1...UInt64.max))

  /// O(bytes of the row).
  static func of(_ record: CSVTable.Record, in table: CSVTable) -> KeyGroups.Key {
    of(table.range(record), in: table.bytes)
  }

  /// O(bytes of the row).
  static func of(_ range: Range<Int>, in bytes: [UInt8]) -> KeyGroups.Key {
    let bytes = bytes.span
    var (first, second) = (keys.0 ^ UInt64(range.count), keys.1)
    var position = range.lowerBound
    while position < range.upperBound {
      let word = HashMixing.word(bytes, position, count: min(8, range.upperBound - position))
      first = HashMixing.mix(first, word)
      second = HashMixing.mix(second &+ keys.0, word)
      position += 8
    }
    return KeyGroups.Key(first: first, second: UInt32(truncatingIfNeeded: second) | 1)
  }
}
