internal import NexusModel

extension RowReader {
  /// The largest count that a cell may hold.
  static let largestCount = 1e9

  /// What the row counts of an actor's acts and motives; a missing cell counts 0.
  ///
  /// - Returns: nil when none of the four columns holds a number.
  func counts(_ record: CSVTable.Record, _ log: inout ProblemLog) -> MethodMotiveCounts? {
    let cells = Field.counts.map { count($0, record, &log) }
    guard cells.contains(where: { $0 != nil }) else { return nil }
    return MethodMotiveCounts(
      methodTerror: cells[0] ?? 0, methodCrime: cells[1] ?? 0, motiveTerror: cells[2] ?? 0,
      motiveCrime: cells[3] ?? 0)
  }

  /// A number of observations; a cell that holds none is reported and taken for empty.
  private func count(_ field: Field, _ record: CSVTable.Record, _ log: inout ProblemLog) -> Double? {
    guard let text = value(field, record) else { return nil }
    if let count = plainNumber(field, text), (0...RowReader.largestCount).contains(count) { return count }
    log.add(
      .unreadableCount, place(record, field),
      "count \(MessageText.quoted(text)) is not a number of observations. Expected 0 or more, such as 3; the cell was "
        + "left empty.")
    return nil
  }
}
