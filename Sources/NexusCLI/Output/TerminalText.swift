/// Text from the data as a terminal may show it: one line, no control or direction-changing characters.
enum TerminalText {
  /// - Parameter width: the most columns it may take; longer text ends in an ellipsis.
  static func shown(_ text: String, width: Int = .max) -> String {
    var shown = ""
    var used = 0
    for character in text {
      let safe = isHarmless(character) ? character : "\u{FFFD}"
      let columns = self.columns(of: safe)
      guard used + columns <= width - 1 || used + columns <= width && character == text.last else {
        return shown + "…"
      }
      shown.append(safe)
      used += columns
    }
    return shown
  }

  /// Shown text, filled up with spaces to a width.
  static func padded(_ text: String, to width: Int) -> String {
    let shown = shown(text, width: width)
    return shown + String(repeating: " ", count: max(0, width - self.width(of: shown)))
  }

  /// Breaks a sentence at spaces.
  static func wrapped(_ sentence: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in shown(sentence).split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + shown(String(word), width: width)
    }
    return lines + [line]
  }

  /// The columns that a text takes.
  static func width(of text: String) -> Int { text.reduce(0) { $0 + columns(of: $1) } }

  private static func isHarmless(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
      default: true
      }
    }
  }

  /// Two for the wide characters of East Asia and for emoji, else one.
  private static func columns(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    return switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
