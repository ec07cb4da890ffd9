/// Text that was once decoded wrongly: replacement characters, and UTF-8 read as Windows-1252 (`Ã©` for `é`).
enum DamagedText {
  static func findings(in examination: Examination) -> [Finding] {
    examination.tables.flatMap(findings)
  }

  private static func findings(in table: ExaminedTable) -> [Finding] {
    // Most texts are whole, which one pass over their bytes tells.
    guard holdsDamage(table.blocks.first.bytes.span) else { return [] }
    var findings: [Finding] = []
    table.forEachRow { block, record in
      for column in 0..<block.cellCount(record) {
        let cell = block.bytes(record, column)
        guard block.bytes[cell.range].contains(where: { $0 >= 0xC2 }) else { continue }
        let text = block.text(of: cell)
        let isLost = text.unicodeScalars.contains("\u{FFFD}")
        guard isLost || isDoublyEncoded(text) else { continue }
        findings.append(
          Finding(
            .damagedText, table.place(line: record.line, column: column),
            isLost
              ? "the cell holds the mark of characters that an earlier program could not read (\u{FFFD})."
              : "the cell looks like UTF-8 that an earlier program read as Windows-1252 (such as Ã© for é).",
            fix: "Export the table anew as UTF-8 from its source; names that are damaged match no others."))
      }
    }
    return findings
  }

  /// Ã or Â before a character that as a byte continues UTF-8.
  static func isDoublyEncoded(_ text: String) -> Bool {
    var isAfterLead = false
    for scalar in text.unicodeScalars {
      if isAfterLead, (0x80...0xBF).contains(scalar.value) { return true }
      isAfterLead = scalar == "\u{C3}" || scalar == "\u{C2}"
    }
    return false
  }

  private static func holdsDamage(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= 3 else { return false }
    for position in 0..<bytes.count - 2 where bytes[position] >= 0xC3 {
      if bytes[position] == 0xEF, bytes[position + 1] == 0xBF, bytes[position + 2] == 0xBD { return true }
      if bytes[position] == 0xC3, bytes[position + 1] == 0x83 || bytes[position + 1] == 0x82,
        bytes[position + 2] == 0xC2
      {
        return true
      }
    }
    return false
  }
}
