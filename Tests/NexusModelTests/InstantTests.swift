import Foundation
import NexusGraph
import NexusModel
import Testing

@Suite("Instants")
struct InstantTests {
  /// Foundation's calendar, in which the proleptic rule holds before 1582 too.
  static let calendar: Calendar = {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    return calendar
  }()

  @Test("Dates of four centuries agree with Foundation's calendar", arguments: 0..<10)
  func againstFoundation(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let seconds = Int64.random(in: -11_600_000_000...20_000_000_000, using: &generator)
      let instant = Instant(seconds: seconds, precision: .second)
      let parts = Self.calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(seconds)))
      #expect(instant.date == (try #require(parts.year), try #require(parts.month), try #require(parts.day)))
      let date = instant.date
      let start = try #require(Instant(year: date.year, month: date.month, day: date.day))
      #expect((0..<86_400).contains(seconds - start.seconds))
    }
  }

  @Test("Between two days lie calendar years and the part that they leave")
  func years() throws {
    let day = try #require(Instant(year: 2020, month: 3, day: 1))
    #expect(try day.years(since: #require(Instant(year: 2017, month: 3, day: 1))) == 3)
    #expect(try day.years(since: #require(Instant(year: 2020, month: 3, day: 1))) == 0)
    // 2019-03-01 to 2020-03-01 has 366 days, of which the 29 of February 2020 and no others pass.
    let february = try #require(Instant(year: 2020, month: 2, day: 1))
    #expect(abs(day.years(since: february) - 29.0 / 366) < 1e-12)
    #expect(
      abs(try day.years(since: #require(Instant(year: 2018, month: 2, day: 1))) - (2 + 28.0 / 365)) < 1e-12)
  }

  @Test("A day that does not exist is no date")
  func nonexistent() {
    #expect(Instant(year: 2019, month: 2, day: 29) == nil)
    #expect(Instant(year: 1900, month: 2, day: 29) == nil)
    #expect(Instant(year: 2000, month: 2, day: 29) != nil)
    #expect(Instant(year: 2020, month: 13) == nil)
    #expect(Instant(year: 2020, month: 4, day: 31) == nil)
    #expect(Instant(year: 0) == nil)
    #expect(Instant(year: 2020)?.at(hour: 24, minute: 0, second: 0) == nil)
  }

  @Test("Years earlier keep the day of the calendar; 29 February becomes the 28th")
  func yearsEarlier() throws {
    let leap = try #require(Instant(year: 2020, month: 2, day: 29)?.at(hour: 8, minute: 30, second: 0))
    #expect(leap.yearsEarlier(2).description == "2018-02-28T08:30:00Z")
    #expect(leap.yearsEarlier(4).description == "2016-02-29T08:30:00Z")
    #expect(try #require(Instant(year: 2019)).yearsEarlier(2).description == "2017")
    #expect(try #require(Instant(year: 1, month: 5)).yearsEarlier(3).description == "0001-05")
    let old = try #require(Instant(year: 1960, month: 7, day: 4)?.at(hour: 23, minute: 59, second: 59))
    #expect(old.yearsEarlier(1).description == "1959-07-04T23:59:59Z")
  }

  @Test("The text is no finer than the data")
  func description() throws {
    #expect(try #require(Instant(year: 2019)).description == "2019")
    #expect(try #require(Instant(year: 2019, month: 5)).description == "2019-05")
    #expect(try #require(Instant(year: 2019, month: 5, day: 21)).description == "2019-05-21")
    #expect(try #require(Instant(year: 933, month: 1, day: 2)).description == "0933-01-02")
    #expect(Instant(seconds: -1, precision: .second).description == "1969-12-31T23:59:59Z")
  }

  @Test("Instants are ordered in time, the coarser first")
  func order() throws {
    let year = try #require(Instant(year: 2019))
    let day = try #require(Instant(year: 2019, month: 1, day: 1))
    #expect(year < day)
    #expect(day < (try #require(Instant(year: 2019, month: 1, day: 2))))
  }
}
