/// The rows of a text that differ from all earlier ones.
struct DistinctRows {
  private var index = NumberIndex()
  private var ranges: [(start: UInt32, end: UInt32)] = []

  /// Adds a row; tells whether it is new. Rows are equal when all their bytes are.
  mutating func insert(_ record: CSVTable.Record, of table: CSVTable) -> Bool {
    let bytes = table.bytes.span
    let range = table.range(record)
    let (_, isNew) = index.number(hash: NumberIndex.hash(bytes, range)) { number in
      areEqual(bytes, Int(ranges[number].start)..<Int(ranges[number].end), range)
    }
    if isNew { ranges.append((UInt32(range.lowerBound), UInt32(range.upperBound))) }
    return isNew
  }
}
