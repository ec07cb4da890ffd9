/// How texts are written as cells so that neither a parser nor a spreadsheet takes them for something else.
package enum CSVText {
  /// A text that begins like a formula (`^'*[=+\-@\t\r]`, unless it is a number) gets a `'` before it.
  package static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }),
      "=+-@\t\r".unicodeScalars.contains(first)
    else { return text }
    return isNumber(text) ? text : "'" + text
  }

  package static func quoted(_ text: String) -> String {
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
