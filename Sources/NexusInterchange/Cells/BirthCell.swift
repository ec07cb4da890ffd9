internal import NexusModel

/// Reads dates of birth as lists of persons write them: a date of ``DateCell``, `circa 1969`, `approximately 1969`,
/// `1967 to 1969`, `between 1967 and 1969`, `1969 or 1970`.
enum BirthCell {
  private static let circaWords = [
    "circa", "approximately", "approx.", "approx", "about", "c.", "ca.", "ca", "~",
  ]

  /// The dates that a cell names, or nil when some part of it names none.
  ///
  /// - Parameter order: which of day and month comes first in `03/04/1969`.
  static func dates(_ cell: String, _ order: DateCell.Order = .dayFirst) -> [BirthDate]? {
    var dates: [BirthDate] = []
    let rule = DateCell(order: order)
    for part in cell.lowercased().split(separator: " or ") {
      guard let date = date(part.trimmingSpaces, rule) else { return nil }
      dates.append(date)
    }
    return dates.isEmpty ? nil : dates
  }

  /// The dates of a list of such cells one by one, the ends of spans apart, whether or not they can be read.
  static func singleDates(_ list: String) -> [String] {
    list.lowercased().split(separator: ";").flatMap { $0.split(separator: " or ") }.flatMap { part in
      let (bare, _) = withoutDoubt(part.trimmingSpaces)
      return (marks(bare).lazy.map { splitSpan(bare, at: $0) }.first { $0.count == 2 } ?? [bare]).map {
        String($0.trimmingSpaces)
      }
    }
  }

  /// The text without what says that it is not sure, and whether it said so.
  private static func withoutDoubt(_ text: Substring) -> (text: Substring, isApproximate: Bool) {
    var rest = text
    var isApproximate = false
    for word in circaWords where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count).trimmingSpaces
      isApproximate = true
      break
    }
    if rest.hasSuffix("?") {
      rest = rest.dropLast().trimmingSpaces
      isApproximate = true
    }
    return (rest, isApproximate)
  }

  private static func date(_ text: Substring, _ rule: DateCell) -> BirthDate? {
    let (rest, isApproximate) = withoutDoubt(text)
    if let instant = instant(rest, rule) { return BirthDate(instant, isApproximate: isApproximate) }
    guard let (first, last) = span(rest, rule), first.year <= last.year else { return nil }
    return BirthDate(first, through: last, isApproximate: isApproximate)
  }

  /// What stands between the two ends of a span.
  private static func marks(_ text: Substring) -> [String] {
    text.hasPrefix("between ") ? [" and "] : [" to ", " - ", "\u{2013}", "-"]
  }

  private static func splitSpan(_ text: Substring, at mark: String) -> [Substring] {
    let isBetween = text.hasPrefix("between ")
    return (isBetween ? text.dropFirst("between ".count) : text).split(separator: mark)
  }

  /// Two dates, from the one to the other.
  private static func span(_ text: Substring, _ rule: DateCell) -> (first: Instant, last: Instant)? {
    for mark in marks(text) {
      let ends = splitSpan(text, at: mark)
      guard ends.count == 2, let first = instant(ends[0].trimmingSpaces, rule),
        let last = instant(ends[1].trimmingSpaces, rule)
      else { continue }
      return (first, last)
    }
    return nil
  }

  /// A date without a time of day, in which a point may follow the month.
  private static func instant(_ text: Substring, _ rule: DateCell) -> Instant? {
    guard let instant = rule.instant(String(text)), instant.precision != .second else { return nil }
    return instant
  }
}
