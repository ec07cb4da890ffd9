/// A date of birth as finely as it is known: a day, a month, a year, or a span of years, each perhaps "circa".
public struct BirthDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The date, or the beginning of the span in which it lies.
  public var first: Instant
  /// The end of the span; nil for a single date.
  public var last: Instant?
  /// The source says "circa".
  public var isApproximate: Bool

  public init(_ first: Instant, through last: Instant? = nil, isApproximate: Bool = false) {
    self.first = first
    self.last = last
    self.isApproximate = isApproximate
  }

  /// The calendar years in which the birth may lie.
  public var years: ClosedRange<Int> { first.year...max(first.year, last?.year ?? first.year) }

  public static func < (left: BirthDate, right: BirthDate) -> Bool {
    (left.first, left.last ?? left.first, left.isApproximate ? 1 : 0)
      < (right.first, right.last ?? right.first, right.isApproximate ? 1 : 0)
  }

  /// `1969`, `circa 1969-05`, `1960 to 1965`
  public var description: String {
    (isApproximate ? "circa " : "") + "\(first)" + (last.map { " to \($0)" } ?? "")
  }
}
