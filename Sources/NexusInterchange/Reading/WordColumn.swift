/// Numbers the distinct cells of a text, from 0 in the order of their first sight.
///
/// A cell of up to seven bytes is its own key, so that finding it again touches one slot and nothing else.
struct CellNumbers {
  private struct Slot {
    /// The bytes and the form of a short cell, the hash of a long one; 0 where nothing is.
    var key: UInt64 = 0
    var number: Int32 = 0
  }

  private var slots = Array(repeating: Slot(), count: 16)
  private var cells: [CSVTable.Cell] = []

  /// The number of a cell, by its bytes and quoting.
  mutating func number(of cell: CSVTable.Cell, in table: CSVTable) -> (number: Int, isNew: Bool) {
    let bytes = table.bytes.span
    let key = CellNumbers.key(of: cell, bytes)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: NumberIndex.mix(0, key) >> 20) & mask
    while slots[slot].key != 0 {
      let number = Int(slots[slot].number)
      if slots[slot].key == key, cell.count <= 7 || isEqual(cells[number], cell, bytes) {
        return (number, false)
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Slot(key: key, number: Int32(cells.count))
    cells.append(cell)
    if cells.count * 2 > slots.count { grow() }
    return (cells.count - 1, true)
  }

  private func isEqual(_ first: CSVTable.Cell, _ second: CSVTable.Cell, _ bytes: Span<UInt8>) -> Bool {
    first.isQuoted == second.isQuoted && areEqual(bytes, first.range, second.range)
  }

  /// Never 0. The upper byte of a short cell's key is 1 to 16, that of a long one's above 127.
  private static func key(of cell: CSVTable.Cell, _ bytes: Span<UInt8>) -> UInt64 {
    guard cell.count <= 7 else { return NumberIndex.hash(bytes, cell.range) | 1 << 63 }
    let form = UInt64(cell.count) << 1 | (cell.isQuoted ? 1 : 0)
    return (form + 1) << 56 | NumberIndex.word(bytes, cell.range.lowerBound, count: cell.count)
  }

  private mutating func grow() {
    var larger = Array(repeating: Slot(), count: slots.count * 2)
    let mask = larger.count - 1
    for entry in slots where entry.key != 0 {
      var slot = Int(truncatingIfNeeded: NumberIndex.mix(0, entry.key) >> 20) & mask
      while larger[slot].key != 0 { slot = (slot + 1) & mask }
      larger[slot] = entry
    }
    slots = larger
  }
}

/// A column whose cells repeat: each distinct one is read once, and known by its bytes from then on.
struct WordColumn<Value> {
  private var numbers = CellNumbers()
  private var values: [Value] = []

  /// What a cell means.
  ///
  /// - Parameter read: called for a cell that was not seen before. Its result must depend on the cell alone.
  mutating func value(_ cell: CSVTable.Cell, of table: CSVTable, read: (String) -> Value) -> Value {
    let (number, isNew) = numbers.number(of: cell, in: table)
    if isNew { values.append(read(table.text(of: cell))) }
    return values[number]
  }
}
