public import NexusModel

/// Reads dates as files write them: ISO 8601 first, then `21/05/2019`, `5.21.2019`, `21 May 2019`, `2019`,
/// with or without a time of day. A time without a zone is UTC.
public struct DateCell: Sendable {
  /// In which order a column writes day and month.
  public enum Order: String, CaseIterable, Sendable {
    case dayFirst = "day-first"
    case monthFirst = "month-first"
  }

  public var order = Order.dayFirst

  public init(order: Order = .dayFirst) { self.order = order }

  /// The first two numbers of a date such as `3/4/2019`, in which day and month may come first; else nil.
  static func openingNumbers(_ cell: String) -> (first: Int, second: Int)? {
    guard let parts = numericParts(of: datePart(cell)), parts[0] <= 31, parts[1] <= 31 else { return nil }
    return (parts[0], parts[1])
  }

  /// The instant a cell names, or nil when it names none.
  public func instant(_ cell: String) -> Instant? {
    let (day, time, zone) = DateCell.split(cell)
    guard let date = date(day) else { return nil }
    guard let time else { return date }
    guard date.precision == .day else { return nil }
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = Int(parts[0]), let minute = Int(parts[1]) else {
      return nil
    }
    let second = parts.count == 3 ? Int(parts[2].prefix { $0 != "." && $0 != "," }) : 0
    guard let second, let instant = date.at(hour: hour, minute: minute, second: second) else { return nil }
    return Instant(seconds: instant.seconds - Int64(zone), precision: .second)
  }

  /// Whether a cell has a time of day but does not say in which zone.
  static func lacksZone(_ cell: String) -> Bool {
    guard let time = split(cell).time else { return false }
    return cell.hasSuffix(time)
  }

  private func date(_ text: Substring) -> Instant? {
    if text.allSatisfy(\.isASCIIDigit) {
      if text.count == 4 { return Int(text).flatMap { Instant(year: $0) } }
      guard text.count == 8, let number = Int(text) else { return nil }
      return Instant(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
    if let iso = DateCell.yearFirst(text) { return iso }
    if let parts = DateCell.numericParts(of: text) {
      let isDayFirst = parts[0] > 12 ? true : parts[1] > 12 ? false : order == .dayFirst
      return Instant(year: parts[2], month: parts[isDayFirst ? 1 : 0], day: parts[isDayFirst ? 0 : 1])
    }
    return DateCell.withMonthName(text)
  }

  /// `2019-05`, `2019-05-21`, `2019/5/21`, `2019.05.21`
  private static func yearFirst(_ text: Substring) -> Instant? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" || $0 == "." }
    guard (2...3).contains(parts.count), parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1])
    else {
      return nil
    }
    guard parts.count == 3 else { return Instant(year: year, month: month) }
    return Int(parts[2]).flatMap { Instant(year: year, month: month, day: $0) }
  }

  /// The three numbers of `21/05/2019`, `21.5.2019` or `5-21-2019`.
  private static func numericParts(of text: Substring) -> [Int]? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" || $0 == "." }
    guard parts.count == 3, parts[2].count == 4, parts[0].count <= 2, parts[1].count <= 2 else { return nil }
    let numbers = parts.compactMap { Int($0) }
    return numbers.count == 3 && numbers[0] > 0 && numbers[1] > 0 ? numbers : nil
  }

  /// `21 May 2019`, `May 21, 2019`, `21-May-2019`, `May 2019`
  private static func withMonthName(_ text: Substring) -> Instant? {
    let parts = text.split { $0 == " " || $0 == "," || $0 == "-" || $0 == "." }
    guard (2...3).contains(parts.count), let year = parts.last.flatMap({ $0.count == 4 ? Int($0) : nil })
    else {
      return nil
    }
    guard let name = parts.dropLast().first(where: { $0.contains(where: \.isLetter) }), name.count >= 3,
      let month = months.firstIndex(where: { $0.hasPrefix(name.lowercased()) })
    else { return nil }
    guard parts.count == 3 else { return Instant(year: year, month: month + 1) }
    let day = parts.dropLast().first { !$0.contains(where: \.isLetter) }.flatMap { Int($0) }
    return day.flatMap { Instant(year: year, month: month + 1, day: $0) }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]

  private static func datePart(_ cell: String) -> Substring { split(cell).day }

  /// The day, the time of day and the offset of the zone in seconds.
  private static func split(_ cell: String) -> (day: Substring, time: Substring?, zone: Int) {
    guard let colon = cell.firstIndex(of: ":") else { return (cell[...], nil, 0) }
    guard let gap = cell[..<colon].lastIndex(where: { $0 == "T" || $0 == " " || $0 == "t" }) else {
      return (cell[...], nil, 0)
    }
    let day = cell[..<gap]
    var time = cell[cell.index(after: gap)...]
    if time.hasSuffix("Z") || time.hasSuffix("z") { return (day, time.dropLast(), 0) }
    guard let mark = time.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return (day, time, 0) }
    let digits = time[time.index(after: mark)...].filter { $0 != ":" }
    guard digits.count == 2 || digits.count == 4, let offset = Int(digits) else { return (day, time, 0) }
    let seconds = digits.count == 2 ? offset * 3600 : (offset / 100 * 3600 + offset % 100 * 60)
    let isEast = time[mark] == "+"
    time = time[..<mark]
    return (day, time, isEast ? seconds : -seconds)
  }
}
