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
    let dates =
      tieEvidence.lazy.filter { $0.kind != .prediction && $0.stance == .supports }.compactMap(\.date)
      + transfers.lazy.filter(\.stands).compactMap(\.date)
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

  /// The network of a window: without the rows of ties and transfers that are undated or dated elsewhere. A row of a tie
  /// is dated by its start. What rows of actors say of them bears no date and stays.
  ///
  /// - Complexity: O(*n* + *m* + items).
  public func dated(in window: TimeWindow) -> Network {
    var isOutside = [Bool](repeating: false, count: rows.count)
    for item in tieEvidence where item.date.map(window.contains) != true {
      isOutside[Int(item.row.rawValue)] = true
    }
    for transfer in transfers where transfer.date.map(window.contains) != true {
      isOutside[Int(transfer.evidence.row.rawValue)] = true
    }
    return leavingOut { isOutside[Int($0.rawValue)] }
  }

  /// Rows of ties and transfers without a date: they lie in no window.
  public var undatedRows: Int {
    Set(
      tieEvidence.filter { $0.date == nil && $0.kind != .prediction }.map(\.row)
        + transfers.filter { $0.date == nil && $0.evidence.kind != .prediction }.map(\.evidence.row)
    ).count
  }
}
