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

/// How cells are written so that neither a parser nor a spreadsheet takes them for something else.
enum CSVText {
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

  /// A text that begins like a formula gets a `'` before it.
  static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }),
      "=+-@\t\r".unicodeScalars.contains(first)
    else { return text }
    return isNumber(text) ? text : "'" + text
  }

  static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    guard needsQuotes else { return text }
    // By scalars: a quotation mark under an accent is one character with it, and still ends the cell.
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  private static func isNumber(_ text: String) -> Bool {
    text.allSatisfy { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) } && Double(text)?.isFinite == true
  }
}
