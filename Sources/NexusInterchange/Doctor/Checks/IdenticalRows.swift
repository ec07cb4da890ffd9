/// Rows that repeat an earlier one byte for byte.
enum IdenticalRows {
  static func findings(in examination: Examination) -> [Finding] {
    examination.tables.filter { $0.layout.shape != .matrix }.flatMap(findings)
  }

  /// The rows that repeat an earlier one, with the line of that.
  static func repeats(in table: ExaminedTable) -> [(line: Int, earlier: Int)] {
    var marks: [KeyGroups.Key] = []
    var lines: [Int] = []
    table.forEachRow { block, record in
      marks.append(RowMark.of(record, in: block))
      lines.append(record.line)
    }
    let groups = KeyGroups(count: marks.count) { marks[$0] }
    return lines.indices.compactMap { row in
      let first = Int(groups.firstRows[Int(groups.groups[row])])
      return first == row ? nil : (lines[row], lines[first])
    }
  }

  private static func findings(in table: ExaminedTable) -> [Finding] {
    repeats(in: table).map { line, earlier in
      Finding(
        .identicalRow, file: table.name, line: line, "the row is identical to that in line \(earlier).",
        fix: "Each counts; if it is one observation written twice, --drop-duplicates folds it.")
    }
  }
}
