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
