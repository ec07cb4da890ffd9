internal import NexusModel

/// Dates that can hardly be meant: before 1900, after the day of reference, or far after all others; and ends that lie
/// before their starts.
enum ImplausibleDates {
  static let earliestYear = 1900
  /// A date is far after the others when it lies this many years, or three times the range of their middle half, after
  /// three quarters of them.
  static let farYears = 10

  private static let fields: [Field] = [.date, .start, .end]

  /// - Parameter asOf: the day after which no date can lie; nil: judged by the dates themselves.
  static func findings(in examination: Examination, asOf: Instant?) -> [Finding] {
    let seen = examination.tables.flatMap { table in dates(of: table) }
    let limit = asOf?.lastDay ?? latestPlausible(seen.map(\.date))
    var findings: [Finding] = []
    for (date, place) in seen {
      if date.year < earliestYear {
        findings.append(
          Finding(
            .implausibleDate, place, "the date \(date) lies before \(earliestYear).",
            fix: "Mend the year; an unknown date is an empty cell. It counts for --as-of and for momentum."))
      } else if let limit, date.seconds > limit.seconds, date.year > limit.year || asOf != nil {
        findings.append(
          Finding(
            .implausibleDate, place,
            asOf == nil
              ? "the date \(date) lies years after nearly all others (three quarters of them and a wide margin end in "
                + "\(limit.year))."
              : "the date \(date) lies after the day of reference \(limit).",
            fix:
              "Mend the date, or mark the row kind=prediction. The newest date is the day of reference unless --as-of says "
              + "otherwise."))
      }
    }
    return findings + examination.tables.flatMap(reversed)
  }

  private static func dates(of table: ExaminedTable) -> [(date: Instant, place: CellPlace)] {
    let columns = table.columns(of: fields)
    guard !columns.isEmpty else { return [] }
    var dates: [(date: Instant, place: CellPlace)] = []
    var reader = table.reader
    var log = ProblemLog()
    table.forEachRow { block, record in
      reader.table = block
      guard RowReader.evidenceKind(reader.text(.kind, record)) != .prediction else { return }
      for (field, column) in columns {
        if let date = reader.instant(field, record, &log) {
          dates.append((date, table.place(line: record.line, column: column)))
        }
      }
    }
    return dates
  }

  /// The end of the last year that the bulk of the dates makes plausible; nil below five dates.
  private static func latestPlausible(_ dates: [Instant]) -> Instant? {
    guard dates.count >= 5 else { return nil }
    let years = dates.map(\.year).sorted()
    let (lower, upper) = (years[years.count / 4], years[years.count * 3 / 4])
    return Instant(year: min(9999, upper + max(farYears, 3 * (upper - lower))))?.lastDay
  }

  private static func reversed(in table: ExaminedTable) -> [Finding] {
    guard let column = table.layout.columns[.end], table.layout.columns.has(.start) else { return [] }
    var findings: [Finding] = []
    var reader = table.reader
    var log = ProblemLog()
    table.forEachRow { block, record in
      reader.table = block
      guard let start = reader.instant(.start, record, &log), let end = reader.instant(.end, record, &log),
        (end.lastDay ?? end).seconds < start.seconds
      else { return }
      findings.append(
        Finding(
          .endBeforeStart, table.place(line: record.line, column: column),
          "the end \(end) lies before the start \(start).",
          fix: "Swap or mend the dates; day and month may have changed places (--day-first, --month-first)."))
    }
    return findings
  }
}
