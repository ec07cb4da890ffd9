public import NexusModel

/// How long a window of time is.
public enum FlowWindow: Hashable, Sendable, CustomStringConvertible {
  /// Calendar years.
  case years(Int)
  case days(Int)

  /// The same time of day, one window earlier.
  func before(_ instant: Instant) -> Instant {
    switch self {
    case .years(let years): instant.yearsEarlier(years)
    case .days(let days):
      Instant(seconds: instant.seconds - Int64(days) * 86_400, precision: instant.precision)
    }
  }

  public var description: String {
    switch self {
    case .years(let years): years == 1 ? "1 year" : "\(years) years"
    case .days(let days): days == 1 ? "1 day" : "\(days) days"
    }
  }
}

/// The two windows that growth compares: (T − w, T] and (T − 2w, T − w], each bound the whole of its day.
public struct FlowPeriods: Sendable {
  /// T.
  public let asOf: Instant
  public let window: FlowWindow

  enum Period { case latest, previous, outside }

  private let bounds: (newest: Int64, middle: Int64, oldest: Int64)

  init(asOf: Instant, window: FlowWindow) {
    let last = asOf.lastDay ?? asOf
    let middle = window.before(last)
    (self.asOf, self.window) = (last, window)
    bounds = (
      FlowPeriods.end(last), FlowPeriods.end(middle), FlowPeriods.end(window.before(middle))
    )
  }

  /// The last second of the day, or the instant itself where it has a time of day.
  private static func end(_ instant: Instant) -> Int64 {
    instant.precision == .second ? instant.seconds : instant.seconds + 86_399
  }

  func period(of date: Instant) -> Period {
    if date.seconds > bounds.newest || date.seconds <= bounds.oldest { return .outside }
    return date.seconds > bounds.middle ? .latest : .previous
  }

  /// Whether a date lies at or before the start of the latest window.
  func isBeforeLatest(_ date: Instant) -> Bool { date.seconds <= bounds.middle }
}
