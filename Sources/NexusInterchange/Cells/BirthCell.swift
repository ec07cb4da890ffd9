internal import NexusModel

/// Reads dates of birth as lists of persons write them: a date of ``DateCell``, `circa 1969`, `approximately 1969`,
/// `1967 to 1969`, `between 1967 and 1969`, `1969 or 1970`.
enum BirthCell {
  private static let circaWords = [
    "circa", "approximately", "approx.", "approx", "about", "c.", "ca.", "ca", "~",
  ]

  /// The dates that a cell names, or nil when some part of it names none.
  static func dates(_ cell: String) -> [BirthDate]? {
    var dates: [BirthDate] = []
    for part in cell.lowercased().split(separator: " or ") {
      guard let date = date(part.trimmingSpaces) else { return nil }
      dates.append(date)
    }
    return dates.isEmpty ? nil : dates
  }

  private static func date(_ text: Substring) -> BirthDate? {
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
    if let instant = instant(rest) { return BirthDate(instant, isApproximate: isApproximate) }
    guard let (first, last) = span(rest), first.year <= last.year else { return nil }
    return BirthDate(first, through: last, isApproximate: isApproximate)
  }

  /// Two years, from the one to the other.
  private static func span(_ text: Substring) -> (first: Instant, last: Instant)? {
    let isBetween = text.hasPrefix("between ")
    let rest = isBetween ? text.dropFirst("between ".count) : text
    for mark in isBetween ? [" and "] : [" to ", " - ", "–", "-"] {
      let ends = rest.split(separator: mark)
      guard ends.count == 2, let first = instant(ends[0].trimmingSpaces),
        let last = instant(ends[1].trimmingSpaces)
      else { continue }
      return (first, last)
    }
    return nil
  }

  /// A date without a time of day, in which a point may follow the month.
  private static func instant(_ text: Substring) -> Instant? {
    guard let instant = DateCell().instant(String(text)), instant.precision != .second else { return nil }
    return instant
  }
}
