import Foundation

/// An interval from 0 to 100 as a line of characters, with a mark for the score: `   ├──●─────┤`.
struct IntervalBar {
  var isUnicode = IntervalBar.speaksUnicode
  var width = 26

  func text(low: Double, score: Double, high: Double) -> String {
    func column(_ value: Double) -> Int { Int((min(max(value, 0), 100) / 100 * Double(width - 1)).rounded()) }
    let signs: [Character] = isUnicode ? ["├", "─", "┤", "●"] : ["|", "-", "|", "o"]
    var line = [Character](repeating: " ", count: width)
    for position in column(low)...max(column(low), column(high)) { line[position] = signs[1] }
    line[column(low)] = signs[0]
    line[column(high)] = signs[2]
    line[column(score)] = signs[3]
    return String(line)
  }

  /// The head of a column of bars: 0, 50 and 100 where they lie.
  var scale: String {
    let middle = (width - 1) / 2
    return "0" + String(repeating: " ", count: middle - 1) + "50"
      + String(repeating: " ", count: width - middle - 5) + "100"
  }

  /// Whether the locale is one of UTF-8, and the terminal more than a line printer.
  private static var speaksUnicode: Bool {
    let environment = ProcessInfo.processInfo.environment
    let locale =
      ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let isUTF8 = locale.uppercased().contains("UTF-8") || locale.uppercased().contains("UTF8")
    return isUTF8 && environment["TERM"] != "dumb"
  }
}
