/// What rows say of ties that they share with others, by row.
///
/// Of the many rows of a large table most say the same, so each statement is held once.
public struct TieStatements: Sendable {
  /// Ascending.
  private var rows: [RowID] = []
  private var numbers: [Int32] = []
  private var statements: [TieStatement] = []
  private var known: [TieStatement: Int32] = [:]
  /// The statements that came last, by the order of ends.
  private var lastForward: Int32 = -1
  private var lastReversed: Int32 = -1

  public init() {}

  /// Adds what a row says. O(1) expected for rows in ascending order, O(rows) for one before the last.
  ///
  /// A row that is there already keeps what it says.
  public mutating func add(_ statement: TieStatement, of row: RowID) {
    var position = rows.count
    if let newest = rows.last, newest >= row {
      position = lowerBound(row)
      guard rows[position] != row else { return }
    }
    rows.insert(row, at: position)
    numbers.insert(number(of: statement), at: position)
  }

  /// What a row says; nil where that is not kept. O(log rows).
  public subscript(row: RowID) -> TieStatement? {
    let position = lowerBound(row)
    guard position < rows.count, rows[position] == row else { return nil }
    return statements[Int(numbers[position])]
  }

  /// The position of the first row that is not before another.
  private func lowerBound(_ row: RowID) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func number(of statement: TieStatement) -> Int32 {
    // Neighbours often say the same but for the order of ends, and hashing takes longer than comparing.
    let last = statement.isReversed ? lastReversed : lastForward
    if last >= 0, statements[Int(last)] == statement { return last }
    let number = known[statement] ?? Int32(statements.count)
    if Int(number) == statements.count {
      statements.append(statement)
      known[statement] = number
    }
    if statement.isReversed { lastReversed = number } else { lastForward = number }
    return number
  }
}
