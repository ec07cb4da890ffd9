/// Sentences on a screen.
enum TextWrap {
  /// The text broken at spaces into lines of a width, made harmless, the later lines indented.
  static func lines(_ text: String, width: Int, indent: Int = 0) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in TerminalText.shown(text).split(separator: " ") {
      let room = width - (lines.isEmpty ? 0 : indent)
      if !line.isEmpty, TerminalText.width(of: line) + 1 + TerminalText.width(of: String(word)) > room {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    lines.append(line)
    let margin = String(repeating: " ", count: indent)
    return lines.enumerated().map { $0 == 0 ? $1 : margin + $1 }
  }

  static func text(_ text: String, _ style: TerminalStyle, indent: Int = 0) -> String {
    lines(text, width: style.width, indent: indent).joined(separator: "\n")
  }
}
