/// Ids that a spreadsheet has changed: `1.23457E+11`, `3-Mar`, lost leading zeros.
///
/// Source of the damage: M. Ziemann, Y. Eren, A. El-Osta, "Gene name errors are widespread in the scientific literature",
/// *Genome Biology* 17, 177, 2016, doi:10.1186/s13059-016-1044-7.
enum DamagedIDs {
  static let fields: [Field] = [.id, .source, .target, .sourceBank, .targetBank]

  static func findings(in examination: Examination) -> [Finding] {
    examination.tables.flatMap { table in
      table.columns(of: fields).flatMap { field, column in
        let cells = table.distinctCells(column)
        let marked = cells.compactMap { finding($0, table, column) }
        return marked + lostZeros(in: cells, table, field, column)
      }
    }
  }

  private static func finding(_ cell: DistinctCell, _ table: ExaminedTable, _ column: Int) -> Finding? {
    let damage: String
    if isScientific(cell.text) {
      damage = "is a number in scientific notation: its last digits are lost"
    } else if isSpreadsheetDate(cell.text) {
      damage = "looks like an id that a spreadsheet took for a date"
    } else {
      return nil
    }
    return Finding(
      .damagedID, table.place(line: cell.line, column: column),
      "id \(MessageText.quoted(cell.text)) \(damage) (\(cell.count) \(cell.count == 1 ? "row" : "rows")).",
      fix:
        "Export the table anew from its source, with the column as text. What is lost cannot be computed back."
    )
  }

  /// `1.23457E+11`, as Excel shows a long number.
  static func isScientific(_ text: String) -> Bool {
    let halves = text.split(separator: "E", omittingEmptySubsequences: false)
    guard text.utf8.count <= 32, halves.count == 2, let sign = halves[1].first, sign == "+" || sign == "-",
      !halves[1].dropFirst().isEmpty, halves[1].dropFirst().allSatisfy(\.isASCIIDigit)
    else { return false }
    let parts = halves[0].split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }
      && parts[0].count == 1
  }

  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `3-Mar`, `Mar-03`, `3-Mar-21`, as Excel writes `MAR3` or `3/3` without being asked.
  static func isSpreadsheetDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), text.utf8.count <= 11 else { return false }
    let isMonth = parts.map { $0.first?.isUppercase == true && months.contains($0.lowercased()) }
    let isNumber = parts.map { (1...4).contains($0.count) && $0.allSatisfy(\.isASCIIDigit) }
    return parts.count == 2
      ? (isMonth[0] && isNumber[1]) || (isNumber[0] && parts[0].count <= 2 && isMonth[1])
      : isNumber[0] && parts[0].count <= 2 && isMonth[1] && isNumber[2]
  }

  // MARK: Lost leading zeros

  /// Ids of digits that are shorter than nearly all others.
  ///
  /// Told where at least 80 % of five or more ids have one length of four digits or more, none is longer, and the
  /// shorter ones are too few to be a numbering from 1. Of ids with a random first digit a tenth begin with 0.
  private static func lostZeros(
    in cells: [DistinctCell], _ table: ExaminedTable, _ field: Field, _ column: Int
  ) -> [Finding] {
    guard cells.count >= 5, cells.allSatisfy({ $0.text.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else {
      return twins(in: cells, table, column)
    }
    let length = cells.map(\.text.utf8.count).max() ?? 0
    let shorter = cells.filter { $0.text.utf8.count < length }
    let isNumbering = Double(shorter.count) > 0.01 * tenToThe(length - 1)
    guard length >= 4, !shorter.isEmpty, shorter.count * 5 <= cells.count, !isNumbering else { return [] }
    let first = shorter[0]
    return [
      Finding(
        .damagedID, table.place(line: first.line, column: column),
        "\(shorter.count) of \(cells.count) ids of the column \(table.header(of: column)) have fewer than the "
          + "\(length) digits of the others: leading zeros may be lost. The first is \(MessageText.quoted(first.text)).",
        fix:
          "Export the table anew with the column as text, so that zeros in front stay; then the ids match again."
      )
    ]
  }

  /// Two ids that differ in leading zeros only, of which one is likely damaged.
  private static func twins(in cells: [DistinctCell], _ table: ExaminedTable, _ column: Int) -> [Finding] {
    var byValue: [Substring: [DistinctCell]] = [:]
    for cell in cells where !cell.text.isEmpty && cell.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      byValue[cell.text.drop { $0 == "0" }, default: []].append(cell)
    }
    let pairs = byValue.values.filter { $0.count > 1 }.sorted { $0[0].line < $1[0].line }
    return pairs.map { cells in
      Finding(
        .damagedID, table.place(line: cells[1].line, column: column),
        "the ids \(cells.map { MessageText.quoted($0.text) }.joined(separator: " and ")) differ in leading zeros only; "
          + "they were read as different actors.",
        fix:
          "If they are one, write the id alike. A spreadsheet drops zeros in front unless the column is text."
      )
    }
  }

  private static func tenToThe(_ exponent: Int) -> Double {
    (0..<max(exponent, 0)).reduce(1.0) { power, _ in power * 10 }
  }
}
