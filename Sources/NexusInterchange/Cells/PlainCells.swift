internal import NexusModel

/// Numbers and dates in the forms that programs write, read straight from their bytes. Everything else is for
/// ``NumberCell`` and ``DateCell``, whose answers these equal.
enum PlainCells {
  private static let (zero, nine) = (UInt8(ascii: "0"), UInt8(ascii: "9"))

  private static func isDigit(_ byte: UInt8) -> Bool { zero <= byte && byte <= nine }

  /// What the digits of a cell are, when it is digits with at most one point.
  struct Digits {
    /// The digits as one whole number, below 2⁵³.
    var mantissa: UInt64
    var before: Int
    /// Digits behind the point; nil without one.
    var after: Int?
    var leadsWithZero: Bool
  }

  /// Nil for anything but 1 to 15 digits with at most one point.
  static func digits(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Digits? {
    guard !range.isEmpty, range.count <= 16 else { return nil }
    var mantissa: UInt64 = 0
    var point: Int?
    for position in range {
      let byte = bytes[position]
      if isDigit(byte) {
        mantissa = mantissa * 10 + UInt64(byte - zero)
      } else if byte == UInt8(ascii: "."), point == nil {
        point = position
      } else {
        return nil
      }
    }
    let digits = range.count - (point == nil ? 0 : 1)
    guard digits > 0, digits <= 15 else { return nil }
    let before = (point ?? range.upperBound) - range.lowerBound
    return Digits(
      mantissa: mantissa, before: before, after: point.map { range.upperBound - $0 - 1 },
      leadsWithZero: before == 1 && bytes[range.lowerBound] == zero)
  }

  /// Powers of ten that a double holds exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// The value, correctly rounded: one division of two numbers that are exact.
  static func value(of digits: Digits) -> Double { Double(digits.mantissa) / powers[digits.after ?? 0] }

  /// `2019-05-21`, with `/` or `.` too, alone or before `08:30` or `08:30:15`, with a `T` or a space between and
  /// perhaps a `Z` behind.
  static func instant(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Instant? {
    let start = range.lowerBound
    guard range.count >= 10, let century = pair(bytes, start), let years = pair(bytes, start + 2),
      let month = pair(bytes, start + 5), let day = pair(bytes, start + 8),
      isDateMark(bytes[start + 4]), isDateMark(bytes[start + 7]),
      let date = Instant(year: century * 100 + years, month: month, day: day)
    else { return nil }
    if range.count == 10 { return date }
    let end = bytes[range.upperBound - 1] == UInt8(ascii: "Z") ? range.upperBound - 1 : range.upperBound
    let mark = bytes[start + 10]
    guard mark == UInt8(ascii: "T") || mark == UInt8(ascii: " "), end - start == 16 || end - start == 19,
      let hour = pair(bytes, start + 11), bytes[start + 13] == UInt8(ascii: ":"),
      let minute = pair(bytes, start + 14)
    else { return nil }
    if end - start == 16 { return date.at(hour: hour, minute: minute, second: 0) }
    guard bytes[start + 16] == UInt8(ascii: ":"), let second = pair(bytes, start + 17) else { return nil }
    return date.at(hour: hour, minute: minute, second: second)
  }

  /// Whether the cell begins with four digits: its order of day and month is then no question.
  static func beginsWithYear(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count >= 4 && pair(bytes, range.lowerBound) != nil && pair(bytes, range.lowerBound + 2) != nil
  }

  private static func pair(_ bytes: Span<UInt8>, _ position: Int) -> Int? {
    let (tens, ones) = (bytes[position], bytes[position + 1])
    return isDigit(tens) && isDigit(ones) ? Int(tens - zero) * 10 + Int(ones - zero) : nil
  }

  private static func isDateMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
  }
}
