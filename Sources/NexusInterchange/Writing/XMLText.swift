/// Text as XML can hold it.
struct XMLText {
  /// How many values held what XML has no place for.
  private(set) var replaced = 0

  static let lossName = "values with control characters, written as U+FFFD"

  /// A value for an attribute or an element. Line ends and tabs are written by number, for attributes lose them
  /// otherwise; a character that XML 1.0 forbids becomes U+FFFD.
  mutating func value(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != 0x22 && byte != 0x26 && byte != 0x27 && byte != 0x3C && byte != 0x3E
        && byte != 0xEF
    }
    if isPlain { return text }
    var escaped = ""
    var isWhole = true
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: escaped += "&amp;"
      case 0x3C: escaped += "&lt;"
      case 0x3E: escaped += "&gt;"
      case 0x22: escaped += "&quot;"
      case 0x27: escaped += "&#39;"
      case 0x09, 0x0A, 0x0D: escaped += "&#\(scalar.value);"
      case ..<0x20, 0xFFFE, 0xFFFF:
        escaped.unicodeScalars.append("\u{FFFD}")
        isWhole = false
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    if !isWhole { replaced += 1 }
    return escaped
  }
}

/// The ids of actors as a format can hold them, each its own.
struct WrittenIDs {
  private let ids: [String]

  /// - Parameter written: an id as the format can hold it; where two become the same, the later takes a `\u{FFFD}` more.
  init(_ ids: [String], _ written: (String) -> String) {
    var seen = Set<String>()
    self.ids = ids.map { id in
      var text = written(id)
      while !seen.insert(text).inserted { text += "\u{FFFD}" }
      return text
    }
  }

  subscript(number: Int) -> String { ids[number] }
}
