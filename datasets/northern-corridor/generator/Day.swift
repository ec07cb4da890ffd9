/// A day of the scenario, counted from 1 January 2015.
struct Day: Comparable {
  let number: Int

  /// The scenario ends here; what would come later falls on this day.
  static let last = Day(year: 2018, month: 12, day: 30)

  init(number: Int) { self.number = number }

  init(year: Int, month: Int, day: Int) {
    let years = (2015..<year).reduce(0) { $0 + Day.lengths(of: $1).reduce(0, +) }
    number = years + Day.lengths(of: year).prefix(month - 1).reduce(0, +) + day - 1
  }

  static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  func adding(_ days: Int) -> Day { min(Day(number: number + days), .last) }

  private static func lengths(of year: Int) -> [Int] {
    [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  }

  private var parts: (year: Int, month: Int, day: Int) {
    var (left, year) = (number, 2015)
    while true {
      for (month, length) in Day.lengths(of: year).enumerated() {
        if left < length { return (year, month + 1, left + 1) }
        left -= length
      }
      year += 1
    }
  }

  /// 2017-05-21
  var iso: String { "\(parts.year)-\(twoDigits(parts.month))-\(twoDigits(parts.day))" }
  /// 21/05/2017
  var slashed: String { "\(twoDigits(parts.day))/\(twoDigits(parts.month))/\(parts.year)" }
  /// 21 May 2017
  var spelled: String {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(parts.day) \(months[parts.month - 1]) \(parts.year)"
  }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
