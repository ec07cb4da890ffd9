internal import NexusModel

/// Dates as sheets store them: days since the epoch of the workbook.
enum SheetDate {
  /// The numbers of Excel's own formats that show a date.
  static let builtInFormats = Set(14...17).union([22]).union(27...36).union(50...58)

  /// Whether a format of the workbook's own shows a date: a day or year outside quotes, brackets and escapes.
  static func isDateFormat(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if character == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if character == "\\" || character == "_" || character == "*" {
        isEscaped = true
      } else if character == "[" || character == "]" {
        isBracketed = character == "["
      } else if character == ";" {
        return false
      } else if !isBracketed, character == "d" || character == "y" {
        return true
      }
    }
    return false
  }

  /// The date of a serial number, with the time of day where there is one; nil for what is none: times alone, numbers
  /// outside Excel's calendar, and 29 February 1900, which never was.
  static func text(_ serial: Double, startsIn1904: Bool) -> String? {
    guard serial.isFinite, serial >= (startsIn1904 ? 0 : 1), serial < 2_958_466 else { return nil }
    let seconds = Int64((serial * 86_400).rounded())
    let day = Int(seconds / 86_400)
    if !startsIn1904, day == 60 { return nil }
    // 1 January 1970 is day 25 569, or 24 107 in the other calendar; before the day that never was, one more.
    let epoch = startsIn1904 ? 24_107 : day < 60 ? 25_568 : 25_569
    let start = Int64(day - epoch) * 86_400
    let date = Instant(seconds: start, precision: .day).description
    let time = Int(seconds % 86_400)
    guard time > 0 else { return date }
    let parts = [time / 3600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(date)T\(parts.joined(separator: ":"))"
  }
}
