private import Foundation

/// Numbers as a reader of a picture wants them: `20 000`, `0.589`, `12`.
enum Numerals {
  /// A whole number with a space between thousands from 10 000 on.
  static func count(_ number: Int) -> String {
    let digits = String(number.magnitude)
    let sign = number < 0 ? "−" : ""
    guard digits.count > 4 else { return sign + digits }
    var grouped = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { grouped += "\u{A0}" }
      grouped.append(digit)
    }
    return sign + grouped
  }

  /// Three significant digits.
  static func short(_ value: Double) -> String {
    if abs(value) >= 1_000, abs(value) < 1e15 { return count(Int(value.rounded())) }
    return String(format: "%.3g", value)
  }

  /// `1 actor`, `2 actors`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(count(number)) \(noun)\(number == 1 ? "" : "s")"
  }
}
