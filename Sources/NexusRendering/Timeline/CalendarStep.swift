import NexusModel

/// A step of the calendar: so many days, months or years.
enum CalendarStep: Hashable, Sendable {
  case days(Int)
  case months(Int)
  case years(Int)

  /// From the finest to the coarsest.
  static let bins: [CalendarStep] = [
    .days(1), .days(7), .months(1), .months(3), .years(1), .years(5), .years(10), .years(50), .years(100),
  ]
  static let ticks: [CalendarStep] = [
    .days(1), .days(2), .days(7), .days(14), .months(1), .months(3), .months(6), .years(1), .years(2),
    .years(5), .years(10), .years(20), .years(50), .years(100), .years(200), .years(500), .years(1000),
  ]

  /// The finest of `steps` that needs no more than `limit` to cover the span.
  static func finest(of steps: [CalendarStep], covering span: Range<Int64>, limit: Int) -> CalendarStep {
    steps.first { $0.count(in: span) <= limit } ?? steps[steps.count - 1]
  }

  var name: String {
    switch self {
    case .days(1): "day"
    case .days(7): "week"
    case .days(let count): "\(count) days"
    case .months(1): "month"
    case .months(3): "quarter"
    case .months(let count): "\(count) months"
    case .years(1): "year"
    case .years(let count): "\(count) years"
    }
  }

  /// Whether a date of this precision falls into one step.
  func holds(_ precision: Instant.Precision) -> Bool {
    switch self {
    case .days: precision == .day || precision == .second
    case .months: precision != .year
    case .years: true
    }
  }

  private func count(in span: Range<Int64>) -> Int {
    let days = Double(span.upperBound - span.lowerBound) / 86_400
    return switch self {
    case .days(let step): Int((days / Double(step)).rounded(.up)) + 1
    case .months(let step): Int((days / (30.4 * Double(step))).rounded(.up)) + 1
    case .years(let step): Int((days / (365.2 * Double(step))).rounded(.up)) + 1
    }
  }

  /// The starts of the steps from the one that holds the start of the span to the first at or after its end, in
  /// seconds since 1970.
  func starts(covering span: Range<Int64>) -> [Int64] {
    var starts: [Int64] = []
    var position = index(of: span.lowerBound)
    while let start = start(of: position) {
      starts.append(start)
      if start >= span.upperBound { break }
      position += 1
    }
    return starts
  }

  /// The number of the step that holds a time; years and months count from year 0, days from 1970.
  private func index(of seconds: Int64) -> Int {
    let date = Instant(seconds: seconds, precision: .second).date
    return switch self {
    case .days(let step): Int((Double(seconds) / (86_400 * Double(step))).rounded(.down))
    case .months(let step): (date.year * 12 + date.month - 1) / step
    case .years(let step): date.year / step
    }
  }

  /// When a step begins; nil beyond the years of the calendar.
  private func start(of index: Int) -> Int64? {
    switch self {
    case .days(let step): Int64(index * step) * 86_400
    case .months(let step):
      Instant(year: index * step / 12, month: index * step % 12 + 1)?.seconds
    case .years(let step):
      // The calendar has no year 0.
      Instant(year: max(1, index * step))?.seconds
    }
  }

  /// The start of a step as an axis names it.
  func label(of start: Int64) -> String {
    let precision: Instant.Precision =
      switch self {
      case .days: .day
      case .months: .month
      case .years: .year
      }
    return Instant(seconds: start, precision: precision).description
  }
}
