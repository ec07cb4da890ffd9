internal import NexusInterchange

extension Table {
  /// The table as RFC 4180 text with LF line ends.
  ///
  /// Lists are joined by `;`, numbers are shortest round-trip decimals, and a text that a spreadsheet would run as
  /// a formula (`^'*[=+-@\t\r]`, unless it is a number) gets a `'` before it.
  public var csv: String {
    var text = columns.map(CSVText.quoted).joined(separator: ",") + "\n"
    for row in rows {
      for (position, cell) in row.enumerated() {
        if position > 0 { text += "," }
        text += CSVText.cell(cell)
      }
      text += "\n"
    }
    return text
  }
}

extension CSVText {
  /// A cell of a table, quoted where it must be and harmless in a spreadsheet.
  static func cell(_ cell: Table.Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): quoted(harmless(text))
    case .whole(let number): String(number)
    case .real(let number): number.description
    case .flag(let flag): flag ? "true" : "false"
    case .list(let items): quoted(harmless(items.joined(separator: ";")))
    }
  }
}
