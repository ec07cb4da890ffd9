/// Text on its way into Markdown that Jupyter renders: marks, links, HTML and formulas stay the text they are.
enum NotebookMarkdown {
  /// `text` on one line. What could be markup becomes a character reference, which Markdown shows and never obeys; what
  /// would turn the line around, or is no character, becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    var isFirst = true
    var digits = 0
    var tail = ""
    for scalar in text.unicodeScalars {
      let isLineStart = isFirst || digits > 0
      switch scalar {
      case "$":
        // An element of its own, so that the renderer of formulas finds no second one to pair it with.
        escaped += "<span>&#36;</span>"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "&", "@", "=", "\"", "^":
        escaped += reference(scalar)
      case "-" where isFirst, "+" where isFirst:
        escaped += reference(scalar)
      case "." where isLineStart && !isFirst, ")" where isLineStart && !isFirst:
        escaped += reference(scalar)
      case "." where tail == "www": escaped += reference(scalar)
      case "/" where tail.last == ":": escaped += reference(scalar)
      case "\n", "\r", "\t": escaped += " "
      case _ where isUnshown(scalar): escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
      digits = (isFirst || digits > 0) && ("0"..."9").contains(scalar) ? digits + 1 : 0
      isFirst = isFirst && scalar == " "
      tail = String((tail + String(scalar).lowercased()).suffix(3))
    }
    return escaped
  }

  private static func reference(_ scalar: Unicode.Scalar) -> String { "&#\(scalar.value);" }

  /// Control characters, line separators and marks that embed, override or isolate a direction.
  static func isUnshown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Sentences as a list.
  static func list(_ sentences: [String]) -> String {
    sentences.map { "- \(escaped($0))" }.joined(separator: "\n")
  }
}
