/// A point in time as finely as the data give it, UTC.
public struct Instant: Hashable, Comparable, Sendable {
  /// How much of the time the data say.
  public enum Precision: Int, Hashable, Sendable { case year, month, day, second }

  /// Seconds since 1970-01-01T00:00:00Z; the start of the year, month or day when that is all there is.
  public let seconds: Int64
  public let precision: Precision

  public init(seconds: Int64, precision: Precision) {
    self.seconds = seconds
    self.precision = precision
  }

  /// A calendar date (proleptic Gregorian), or nil when there is no such day.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), (1...12).contains(month ?? 1) else { return nil }
    guard (1...Instant.days(inMonth: month ?? 1, of: year)).contains(day ?? 1) else { return nil }
    seconds = Int64(Instant.daysSinceEpoch(year: year, month: month ?? 1, day: day ?? 1)) * 86_400
    precision = day != nil ? .day : month != nil ? .month : .year
  }

  /// The same day at a time of day, or nil when there is no such time.
  public func at(hour: Int, minute: Int, second: Int) -> Instant? {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second) else { return nil }
    return Instant(seconds: seconds + Int64(hour * 3600 + minute * 60 + second), precision: .second)
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    (left.seconds, left.precision.rawValue) < (right.seconds, right.precision.rawValue)
  }

  /// Year, month and day of the calendar.
  public var date: (year: Int, month: Int, day: Int) {
    Instant.civil(daysSinceEpoch: Int((seconds - Instant.remainder(seconds)) / 86_400))
  }

  public var year: Int { date.year }

  /// The same calendar day `years` earlier; 29 February becomes the 28th in a common year.
  public func yearsEarlier(_ years: Int) -> Instant {
    let (year, month, day) = date
    let earlier = max(year - years, 1)
    let day2 = min(day, Instant.days(inMonth: month, of: earlier))
    let start = Int64(Instant.daysSinceEpoch(year: earlier, month: month, day: day2)) * 86_400
    return Instant(seconds: start + Instant.remainder(seconds), precision: precision)
  }

  /// Calendar years from an earlier instant: whole ones, and the part of the one that they leave.
  public func years(since earlier: Instant) -> Double {
    var whole = max(0, year - earlier.year)
    while whole > 0, yearsEarlier(whole).seconds < earlier.seconds { whole -= 1 }
    let end = yearsEarlier(whole).seconds
    let start = yearsEarlier(whole + 1).seconds
    return Double(whole) + Double(end - earlier.seconds) / Double(max(end - start, 1))
  }

  /// The last day of the year or month that this is, or the instant itself where it is finer.
  public var lastDay: Instant? {
    let (year, month, _) = date
    return switch precision {
    case .year: Instant(year: year, month: 12, day: 31)
    case .month: Instant(year: year, month: month, day: Instant.days(inMonth: month, of: year))
    case .day, .second: self
    }
  }

  /// The last second of the year, month, day or second that this is.
  var lastSecond: Int64 {
    let day = lastDay ?? self
    return precision == .second ? seconds : day.seconds + 86_399
  }

  private static func remainder(_ seconds: Int64) -> Int64 { ((seconds % 86_400) + 86_400) % 86_400 }

  static func days(inMonth month: Int, of year: Int) -> Int {
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    return switch month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1970-01-01, counting years from March so that the leap day comes last.
  static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  static func civil(daysSinceEpoch days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension Instant: CustomStringConvertible {
  /// ISO 8601, no finer than the data: `2019`, `2019-05`, `2019-05-21`, `2019-05-21T08:30:00Z`.
  public var description: String {
    let (year, month, day) = date
    func padded(_ number: Int, _ width: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let parts = [padded(year, 4), padded(month), padded(day)]
    switch precision {
    case .year: return parts[0]
    case .month: return parts[0...1].joined(separator: "-")
    case .day: return parts.joined(separator: "-")
    case .second:
      let time = Int(Instant.remainder(seconds))
      let clock = [padded(time / 3600), padded(time / 60 % 60), padded(time % 60)].joined(separator: ":")
      return parts.joined(separator: "-") + "T" + clock + "Z"
    }
  }
}

/// An instant or none, in eight bytes, for what a network has many millions of.
struct StoredInstant: Hashable, Sendable {
  /// Quarters of seconds, of which the rest is the precision; the smallest number: none.
  private var bits: Int64

  /// Beyond 2^60 s, which is before and after all time, an instant is held as that.
  init(_ instant: Instant?) {
    let farthest: Int64 = 1 << 60
    bits =
      instant.map { min(max($0.seconds, -farthest), farthest) * 4 + Int64($0.precision.rawValue) } ?? .min
  }

  var value: Instant? {
    bits == .min ? nil : Instant(seconds: bits >> 2, precision: Instant.Precision(rawValue: Int(bits & 3))!)
  }
}
