import Foundation

/// Numbers as a terminal shows them; `--json` has them in full.
enum Numerals {
  /// Three decimals of what is at least 1, five significant digits of what is less.
  static func full(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return String(format: abs(value) >= 1 ? "%.3f" : "%.5g", value)
  }

  /// At most four significant digits.
  static func short(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return String(format: abs(value) >= 1 ? "%.2f" : "%.4g", value)
  }

  /// With its sign; what rounding alone has moved is 0.
  static func signed(_ value: Double) -> String {
    if abs(value) < 1e-12 { return "0" }
    return (value > 0 ? "+" : "−") + short(abs(value))
  }

  static func hundredths(_ value: Double) -> String { String(format: "%.2f", value) }

  static func tenths(_ value: Double) -> String { String(format: "%.1f", value) }

  static func percent(_ share: Double) -> String { String(format: "%.1f %%", 100 * share) }
}

extension TerminalStyle {
  /// A heading and a sentence beside it, broken at spaces, what the data say made harmless.
  func labelled(_ head: String, _ text: String, indent: Int) -> String {
    var lines: [String] = []
    var line = ""
    for word in TerminalText.shown(text).split(separator: " ") {
      let room = width - indent
      if !line.isEmpty, TerminalText.width(of: line) + 1 + TerminalText.width(of: String(word)) > room {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + TerminalText.shown(String(word), width: room)
    }
    let first = heading(TerminalText.padded(head, to: indent))
    let rest = String(repeating: " ", count: indent)
    return (lines + [line]).enumerated().map { ($0.offset == 0 ? first : rest) + $0.element }
      .joined(separator: "\n")
  }
}
