import NexusInterchange

/// What was recognised of one file, as text.
struct RecognitionText {
  private let file: FileRecognition

  init(_ file: FileRecognition) { self.file = file }

  func text(_ style: TerminalStyle) -> String {
    let name = TerminalText.shown(file.name, width: 60)
    var lines = TextWrap.lines("\(name): \(form)", width: style.width, indent: 2)
    lines[0] = style.heading(lines[0])
    if !file.columns.isEmpty {
      var table = TextTable([
        TextTable.Column(head: "  field"), TextTable.Column(head: "column", canShrink: true),
        TextTable.Column(head: "why", canShrink: true),
      ])
      for column in file.columns {
        table.append([
          "  " + column.field.rawValue, header(of: column), why(column),
        ])
      }
      lines.append(table.text(style))
    } else if file.shape == nil, !file.header.isEmpty {
      lines += TextWrap.lines(
        "columns: " + listed(file.header), width: style.width - 2, indent: 2
      ).map { "  " + $0 }
    }
    if let numbers = file.matrixNumbers.flatMap(decision) { lines.append("  cells: \(numbers)") }
    if let placeColumn = file.placeColumn {
      lines.append("  \(placeColumn): where each row stood first, as nexus convert wrote it")
    }
    if !file.unused.isEmpty {
      lines += TextWrap.lines("not used: " + listed(file.unused), width: style.width - 2, indent: 2).map {
        "  " + $0
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Shape, format, dialect and encoding in a line.
  private var form: String {
    var parts = [file.shape?.rawValue ?? "shape not recognised"]
    if let format = file.format { parts.append(format.name) }
    if let delimiter = file.delimiter { parts.append("\(delimiter.name) (\(file.delimiterReason.rawValue))") }
    if let sheet = file.sheet { parts.append("sheet \(TerminalText.shown(sheet, width: 30))") }
    if let encoding = file.encoding, file.format != .workbook {
      parts.append(encoding.rawValue + (file.hasByteOrderMark ? " with byte-order mark" : ""))
    }
    if let line = file.headerLine { parts.append("header in line \(line)") }
    if let rows = file.rows { parts.append(DoctorText.count(rows, "row")) }
    return parts.joined(separator: ", ")
  }

  private func header(of column: ColumnReading) -> String {
    column.header.isEmpty ? column.position.map { "column \($0)" } ?? "" : column.header
  }

  private func why(_ column: ColumnReading) -> String {
    ([column.reason.rawValue]
      + [column.numbers.flatMap(decision), column.dates.flatMap(decision)].compactMap { $0 })
      .joined(separator: "; ")
  }

  private func decision(_ numbers: NumberReading) -> String? {
    let mark = numbers.mark.map { $0 == .comma ? "decimal comma" : "decimal point" }
    return switch numbers.basis {
    case .none: nil
    case .told: mark.map { "\($0), as told" }
    case .mixed: "decimal commas and points"
    case .rule: "\(mark ?? "marks") undecided"
    case .evidence:
      mark.map { mark in
        let shown = numbers.commas.count > 0 ? numbers.commas : numbers.points
        return shown.line.map { "\(mark) in \(DoctorText.count(shown.count, "cell")), first line \($0)" }
          ?? mark
      }
    }
  }

  private func decision(_ dates: DateReading) -> String? {
    let order = dates.order == .dayFirst ? "day first" : "month first"
    switch dates.basis {
    case .none: return nil
    case .told: return "\(order), as told"
    case .mixed: return "day first and month first mixed"
    case .rule: return "\(order), undecided"
    case .evidence:
      let shown = dates.order == .dayFirst ? dates.dayFirst : dates.monthFirst
      return "\(order): \(DoctorText.count(shown.count, "cell")), first line \(shown.line ?? 0)"
    }
  }

  private func listed(_ names: [String]) -> String {
    let shown = names.prefix(12).map { $0.isEmpty ? "(blank)" : TerminalText.shown($0, width: 30) }
    return shown.joined(separator: ", ") + (names.count > 12 ? " and \(names.count - 12) more" : "")
  }
}
