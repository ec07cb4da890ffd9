/// Text of the data made fit for a picture: it can neither break the document nor turn the line around it.
enum DisplayText {
  /// `text` on one line, without what XML 1.0 forbids and without direction controls, at most `limit` characters
  /// with an ellipsis for the rest.
  ///
  /// Line breaks and tabs become a space, other control characters and noncharacters U+FFFD. Embeddings, overrides
  /// and isolates of the bidirectional algorithm are dropped, for an unclosed one would reorder what follows. More
  /// than eight marks on one letter are dropped too.
  static func clean(_ text: String, limit: Int = 200) -> String {
    var scalars = String.UnicodeScalarView()
    var marks = 0
    for scalar in text.unicodeScalars.prefix(limit * 8) {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: scalars.append(" ")
      case 0x00...0x1F, 0x7F...0x9F: scalars.append("\u{FFFD}")
      case 0x202A...0x202E, 0x2066...0x2069: continue
      case let value where value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value):
        scalars.append("\u{FFFD}")
      default:
        marks = TextMetrics.isMark(scalar) ? marks + 1 : 0
        if marks <= 8 { scalars.append(scalar) }
      }
    }
    let cleaned = String(scalars)
    let isShortened = cleaned.count > limit || text.unicodeScalars.count > limit * 8
    return isShortened ? cleaned.prefix(limit - 1) + "…" : cleaned
  }

  /// `text`, cleaned, with as many of its characters as fit `width` and an ellipsis for the rest.
  static func shortened(_ text: String, toWidth width: Double, size: Double, weight: TextWeight = .regular)
    -> String
  {
    let text = clean(text)
    if TextMetrics.width(of: text, size: size, weight: weight) <= width { return text }
    var kept = ""
    var used = TextMetrics.width(of: "…", size: size, weight: weight)
    for character in text {
      used += TextMetrics.width(of: String(character), size: size, weight: weight)
      if used > width { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// `text`, cleaned, broken at spaces into lines no wider than `width`. Beyond `maximumLines` the last line ends
  /// with an ellipsis; so does a word wider than a line.
  static func lines(
    _ text: String, width: Double, size: Double, weight: TextWeight = .regular, maximumLines: Int = .max
  ) -> [String] {
    var lines: [String] = []
    var words = clean(text, limit: 2_000).split(separator: " ")[...]
    while let first = words.first {
      if lines.count == maximumLines - 1 {
        return lines + [shortened(words.joined(separator: " "), toWidth: width, size: size, weight: weight)]
      }
      words.removeFirst()
      var line = shortened(String(first), toWidth: width, size: size, weight: weight)
      while let next = words.first,
        TextMetrics.width(of: line + " " + next, size: size, weight: weight) <= width
      {
        line += " " + next
        words.removeFirst()
      }
      lines.append(line)
    }
    return lines
  }
}
