/// Cells that hold an error of a spreadsheet, or what it shows of a number that is too wide for its column.
enum SpreadsheetErrors {
  static let words: Set<String> = [
    "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!",
    "#BLOCKED!", "#CONNECT!", "#BUSY!", "#UNKNOWN!", "#GETTING_DATA",
  ]

  static func findings(in examination: Examination) -> [Finding] {
    examination.tables.flatMap(findings)
  }

  private static func findings(in table: ExaminedTable) -> [Finding] {
    var findings: [Finding] = []
    table.forEachRow { block, record in
      for column in 0..<block.cellCount(record) {
        let cell = block.bytes(record, column)
        guard cell.count > 1, block.bytes[cell.range.lowerBound] == UInt8(ascii: "#") else { continue }
        let text = block.text(of: cell)
        let isOverflow = text.utf8.count >= 3 && text.utf8.allSatisfy { $0 == UInt8(ascii: "#") }
        guard isOverflow || words.contains(text.uppercased()) else { continue }
        let place = table.place(line: record.line, column: column)
        findings.append(
          isOverflow
            ? Finding(
              .spreadsheetError, place,
              "the cell holds only #: the spreadsheet's column was too narrow for its value, which is lost.",
              fix: "Widen the column in the spreadsheet and export again.")
            : Finding(
              .spreadsheetError, place, "the cell holds the spreadsheet error \(text).",
              fix: "Mend the formula, paste its value, and export again."))
      }
    }
    return findings
  }
}
