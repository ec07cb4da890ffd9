/// Sentences broken at spaces to the width of the screen.
enum TerminalLines {
  static func wrapped(_ sentence: String, to width: Int) -> String {
    var lines: [String] = []
    var line = ""
    for word in TerminalText.shown(sentence).split(separator: " ") {
      if !line.isEmpty, TerminalText.width(of: line) + 1 + TerminalText.width(of: String(word)) > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
