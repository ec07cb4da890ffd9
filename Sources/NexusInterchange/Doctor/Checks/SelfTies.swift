/// Rows whose two ends are the same actor, and cells on the diagonal of a matrix.
enum SelfTies {
  static func findings(in examination: Examination) -> [Finding] { examination.tables.flatMap(findings) }

  private static func findings(in table: ExaminedTable) -> [Finding] {
    if table.layout.shape == .matrix { return onDiagonal(of: table) }
    let columns = table.layout.columns
    guard let source = columns[.source], let target = columns[.target] else { return [] }
    var findings: [Finding] = []
    table.forEachRow { block, record in
      let text = block.cell(record, source)
      guard !MissingCell.matches(text), text == block.cell(record, target),
        bank(.sourceBank, columns, block, record) == bank(.targetBank, columns, block, record)
      else { return }
      findings.append(
        Finding(
          .selfTie, file: table.name, line: record.line, "both ends of the row are the same actor.",
          fix: "The row is no tie, but introduces its actor. If another end is meant, mend it."))
    }
    return findings
  }

  private static func bank(
    _ field: Field, _ columns: ColumnMap, _ block: CSVTable, _ record: CSVTable.Record
  ) -> String {
    columns[field].map { block.cell(record, $0) } ?? ""
  }

  private static func onDiagonal(of table: ExaminedTable) -> [Finding] {
    let header = table.layout.header
    var columns: [String: Int] = [:]
    for (column, label) in header.enumerated().dropFirst() where columns[label] == nil {
      columns[label] = column
    }
    var findings: [Finding] = []
    table.forEachRow { block, record in
      guard let column = columns[block.cell(record, 0)],
        let value = NumberCell().value(block.cell(record, column)), value != 0
      else { return }
      findings.append(
        Finding(
          .selfTie, table.place(line: record.line, column: column), "the cell is on the diagonal and not 0.",
          fix: "It is no tie and was left out; set it to 0 if nothing is meant by it."))
    }
    return findings
  }
}
