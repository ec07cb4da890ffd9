/// Numbers the distinct cells of a table, from 0 in the order of their first sight.
///
/// A cell of up to sixteen bytes is its own key, so that finding it again touches one slot and nothing else. Of longer
/// ones the bytes are kept, for the block of records that they stand in may be gone by then.
struct CellNumbers {
  private struct Slot {
    var first: UInt64 = 0
    /// Of a long cell, where its bytes are kept.
    var second: UInt64 = 0
    /// ``form(of:)`` of the cell; 0 where nothing is.
    var form: UInt32 = 0
    var number: Int32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 16)
  private var count = 0
  private var longCells: [UInt8] = []

  /// The number of a cell, by its bytes and quoting.
  ///
  /// - Parameter hash: its ``hash(of:in:)``, where that is known already.
  mutating func number(
    of cell: CSVTable.Cell, in table: CSVTable, hash: Int? = nil
  ) -> (number: Int, isNew: Bool) {
    let bytes = table.bytes.span
    let key = CellNumbers.key(of: cell, bytes)
    let form = CellNumbers.form(of: cell)
    let mask = slots.count - 1
    var slot = (hash ?? CellNumbers.hash(key)) & mask
    while slots[slot].form != 0 {
      let entry = slots[slot]
      if entry.first == key.first, entry.form == form,
        key.isLong ? isLongCell(entry, bytes, cell.range) : entry.second == key.second
      {
        return (Int(entry.number), false)
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Slot(first: key.first, second: key.second, form: form, number: Int32(count))
    if key.isLong {
      slots[slot].second = UInt64(longCells.count)
      longCells += table.bytes[cell.range]
    }
    count += 1
    if count * 2 > slots.count { grow() }
    return (count - 1, true)
  }

  /// What decides in which slot a cell belongs.
  static func hash(of cell: CSVTable.Cell, in table: CSVTable) -> Int {
    hash(key(of: cell, table.bytes.span))
  }

  /// Reads the slots where cells belong, so that finding them soon after need not wait for the memory.
  func touch(_ hashes: [Int]) -> UInt64 {
    let mask = slots.count - 1
    // Both ends of a slot, which may lie in two lines of the cache.
    return hashes.reduce(0) { $0 &+ slots[$1 & mask].first &+ UInt64(slots[$1 & mask].form) }
  }

  /// Its length and whether it is quoted, never 0.
  private static func form(of cell: CSVTable.Cell) -> UInt32 {
    UInt32(cell.count) << 1 + (cell.isQuoted ? 2 : 1)
  }

  private static func key(of cell: CSVTable.Cell, _ bytes: Span<UInt8>) -> NameKey {
    let range = cell.range
    if range.upperBound + FileBlocks.padding <= bytes.count {
      return NameKey(bytes.bytes, range.lowerBound, range.upperBound)
    }
    let padded = range.map { bytes[$0] } + [UInt8](repeating: 0, count: FileBlocks.padding)
    return NameKey(padded.span.bytes, 0, range.count)
  }

  private static func hash(_ key: NameKey) -> Int { hash(key.first, key.second) }

  private static func hash(_ first: UInt64, _ second: UInt64) -> Int {
    Int(truncatingIfNeeded: HashMixing.mix(first, second &* 0xD6E8_FEB8_6659_FD93) >> 8)
  }

  private func isLongCell(_ entry: Slot, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let kept = longCells.span
    let start = Int(entry.second)
    for offset in 0..<range.count where kept[start + offset] != bytes[range.lowerBound + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    var larger = [Slot](repeating: Slot(), count: slots.count * 2)
    let mask = larger.count - 1
    for entry in slots where entry.form != 0 {
      let isLong = Int(entry.form - 1) >> 1 > NameKey.longestWhole
      var slot = CellNumbers.hash(entry.first, isLong ? 0 : entry.second) & mask
      while larger[slot].form != 0 { slot = (slot + 1) & mask }
      larger[slot] = entry
    }
    slots = larger
  }
}
