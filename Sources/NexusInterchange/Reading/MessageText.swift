/// Text of the data as messages show it.
enum MessageText {
  /// A cell in quotation marks: short, on one line, without control or direction-changing characters.
  static func quoted(_ text: String) -> String {
    let shown = text.unicodeScalars.prefix(24).map { scalar in
      scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
        ? "\u{FFFD}" : Character(scalar)
    }
    return "\"" + String(shown) + (text.unicodeScalars.count > 24 ? "…" : "") + "\""
  }
}
