/// How heavy a text is set.
enum TextWeight: Sendable {
  case regular, bold
}

/// The widths of letters, from a table of ours, so that pictures do not depend on the fonts of a machine.
///
/// Advance widths of Helvetica, which Arial and Liberation Sans share, in thousandths of the font size; letters
/// outside ASCII by their kind. Five per cent are added for viewers that have only a wider face.
enum TextMetrics {
  /// The font stack that every picture asks for.
  static let fontFamily = "Helvetica, Arial, Liberation Sans, Noto Sans, sans-serif"

  static let slack = 1.05

  /// The width of one line in the unit of `size`. O(length).
  static func width(of text: String, size: Double, weight: TextWeight = .regular) -> Double {
    var thousandths = 0
    for scalar in text.unicodeScalars { thousandths += advance(scalar) }
    return Double(thousandths) / 1000 * size * slack * (weight == .bold ? 1.07 : 1)
  }

  /// Whether a scalar is set on the letter before it and takes no room of its own.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  private static func advance(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: ascii[Int(scalar.value) - 0x20]
    case 0xA0..<0x250: scalar.properties.isUppercase ? 760 : 580
    case 0x2013: 556
    case 0x2014, 0x2026: 1000
    default:
      isMark(scalar) ? 0 : isWide(scalar) ? 1000 : scalar.properties.isUppercase ? 760 : 640
    }
  }

  /// Han, kana, Hangul, full-width forms, emoji and their kin.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2600...0x27BF, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0xFFFD, 0x12000...0x12FFF, 0x1F000...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  private static let ascii = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,  // space … /
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,  // 0 … ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,  // @ … O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,  // P … _
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,  // ` … o
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,  // p … ~
  ]
}
