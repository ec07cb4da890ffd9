/// Columns whose numbers or dates can be read in two ways.
enum UndecidedCells {
  static func findings(in examination: Examination) -> [Finding] {
    examination.files.flatMap { file in
      file.columns.flatMap { column in
        (column.numbers.map { findings($0, file.name, column.title, column.position) } ?? [])
          + (column.dates.map { findings($0, file.name, column) } ?? [])
      } + (file.matrixNumbers.map { findings($0, file.name, "the matrix", nil) } ?? [])
    }
  }

  private static let markFix =
    "Say which it is: --decimal-comma or --decimal-point, or \"decimal_mark\" of the column in a spec."

  private static func findings(
    _ numbers: NumberReading, _ file: String, _ title: String, _ column: Int?
  ) -> [Finding] {
    guard numbers.told == nil else { return [] }
    var findings: [Finding] = []
    if numbers.commas.count > 0, numbers.points.count > 0 {
      let later = max(numbers.commas.line ?? 0, numbers.points.line ?? 0)
      findings.append(
        Finding(
          .mixedNumbers, file: file, line: later, column: column,
          "\(title) mixes decimal commas (\(numbers.commas.cells)) and decimal points (\(numbers.points.cells)); each cell "
            + "was read by itself.",
          fix:
            "Write all numbers of the column alike; --decimal-comma or --decimal-point would refuse or misread the others."
        ))
    }
    for (sighting, example, isDecimal, isBorneOut) in [
      (
        numbers.openCommas, "1,200", numbers.commaIsDecimal,
        (numbers.commaIsDecimal ? numbers.commas : numbers.points).count > 0
      ),
      (
        numbers.openPoints, "1.200", numbers.pointIsDecimal,
        numbers.pointIsDecimal || numbers.commas.count > 0
      ),
    ] where sighting.count > 0 && !isBorneOut {
      findings.append(
        Finding(
          .undecidedNumber, file: file, line: sighting.line, column: column,
          "\(title) holds \(sighting.cells(like: example)), which can be 1200 or 1.2; read as "
            + (isDecimal ? "1.2" : "1200")
            + (numbers.commas.count + numbers.points.count > 0
              ? ", though other cells of the column suggest otherwise." : ", since no other cell decides."),
          fix: markFix))
    }
    return findings
  }

  private static func findings(_ dates: DateReading, _ file: String, _ column: ColumnReading) -> [Finding] {
    guard dates.isGuessed else { return [] }
    let fix =
      "Say which it is: --day-first or --month-first, or \"date_order\" of the column in a spec; best are dates like "
      + "2019-05-21."
    if dates.basis == .mixed {
      return [
        Finding(
          .mixedDates, file: file, line: dates.open.line, column: column.position,
          "\(column.title) mixes dates with the day first (\(dates.dayFirst.cells)) and with the month first "
            + "(\(dates.monthFirst.cells)); \(dates.open.cells(like: "03/04/2019")) can be either and "
            + "\(dates.open.count == 1 ? "was" : "were") read day first.", fix: fix)
      ]
    }
    return [
      Finding(
        .ambiguousDate, file: file, line: dates.open.line, column: column.position,
        "\(column.title) holds \(dates.open.cells(like: "03/04/2019")) in which day and month can be either, and no date of the "
          + "column decides; read day first.", fix: fix)
    ]
  }
}

extension ColumnReading {
  /// How findings name the column.
  var title: String {
    header.isEmpty ? "the column of \(field.rawValue)" : "column \(MessageText.quoted(header))"
  }
}

extension Sighting {
  /// `3 cells like 1,200 (the first in line 12)`
  func cells(like example: String) -> String {
    let number = count == 1 ? "1 cell" : "\(count) cells"
    guard let line else { return "\(number) like \(example)" }
    return "\(number) like \(example) (\(count == 1 ? "" : "the first ")in line \(line))"
  }

  /// `3 cells, the first in line 12`
  var cells: String {
    let number = count == 1 ? "1 cell" : "\(count) cells"
    return line.map { "\(number), \(count == 1 ? "" : "the first ")in line \($0)" } ?? number
  }
}
