/// Numbers the distinct cells of a text, from 0 in the order of their first sight.
struct CellNumbers {
  private var index = NumberIndex()
  private var cells: [CSVTable.Cell] = []

  /// The number of a cell, by its bytes and quoting.
  mutating func number(of cell: CSVTable.Cell, in table: CSVTable) -> (number: Int, isNew: Bool) {
    let bytes = table.bytes.span
    let (number, isNew) = index.number(hash: NumberIndex.hash(bytes, cell.range)) { number in
      cells[number].isQuoted == cell.isQuoted && areEqual(bytes, cells[number].range, cell.range)
    }
    if isNew { cells.append(cell) }
    return (number, isNew)
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
