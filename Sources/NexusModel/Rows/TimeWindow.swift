/// A span of time (start, end], in calendar years.
public struct TimeWindow: Hashable, Sendable, CustomStringConvertible {
  public let start: Instant
  public let end: Instant

  public init(after start: Instant, through end: Instant) { (self.start, self.end) = (start, end) }

  public func contains(_ date: Instant) -> Bool {
    date.seconds > start.seconds && date.seconds <= end.seconds
  }

  /// `2017-06-01 to 2019-06-01`; the first day is not in it.
  public var description: String { "\(start) to \(end)" }
}

extension Network {
  /// Windows of whole years that end on the day of reference, the oldest first, back to the oldest dated row. None
  /// when no tie or transfer is dated.
  ///
  /// - Parameter years: the length of a window, from 1.
  public func windows(years: Int, endingOn asOf: Instant? = nil) -> [TimeWindow] {
    precondition(years > 0, "A window is one year or longer.")
    let dates = ties.compactMap(\.first) + transfers.filter(\.stands).compactMap(\.date)
    guard let asOf = asOf ?? newestDate, let oldest = dates.map(\.seconds).min() else { return [] }
    var windows: [TimeWindow] = []
    while true {
      let end = asOf.yearsEarlier(windows.count * years)
      let start = asOf.yearsEarlier((windows.count + 1) * years)
      guard end.seconds >= oldest, start.seconds < end.seconds else { break }  // the calendar ends at year 1
      windows.append(TimeWindow(after: start, through: end))
    }
    return windows.reversed()
  }

  /// The network of a window: without the ties and transfers that are undated or begin elsewhere. Where rows say that
  /// actors are, and which crimes they name of them, bears no date and stays.
  ///
  /// - Complexity: O(*n* + *m* + items).
  public func dated(in window: TimeWindow) -> Network {
    var kept: [Tie] = []
    var items: [Evidence] = []
    for var tie in ties where tie.first.map(window.contains) == true {
      let start = items.count
      items += evidence(of: tie)
      tie.evidence = start..<items.count
      kept.append(tie)
    }
    return Network(
      partOf: self, actors: actors, ties: kept, tieEvidence: items,
      transfers: transfers.filter { $0.date.map(window.contains) == true })
  }

  /// Ties and transfers without a date: they lie in no window.
  public var undatedLinks: Int {
    ties.count { $0.first == nil && $0.strength > 0 } + transfers.count { $0.date == nil && $0.stands }
  }
}
