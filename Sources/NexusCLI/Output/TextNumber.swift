import Foundation

/// Numbers as people read them on a terminal; `--json` has them in full.
enum TextNumber {
  /// A fixed number of decimals.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", value)
    return text.allSatisfy { "-0.".contains($0) } && text.hasPrefix("-") ? String(text.dropFirst()) : text
  }

  /// A probability; one that is rounded to 0 or 1 but is neither says so: `>.99`.
  static func probability(_ value: Double, _ decimals: Int) -> String {
    let text = fixed(value, decimals)
    if value > 0, fixed(0, decimals) == text {
      return "<." + String(repeating: "0", count: decimals - 1) + "1"
    }
    if value < 1, fixed(1, decimals) == text { return ">." + String(repeating: "9", count: decimals) }
    return text
  }

  /// As few digits as tell the number: `0.5`, `4`.
  static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }
}
