/// Rows that repeat an earlier one byte for byte.
enum IdenticalRows {
  static func findings(in examination: Examination) -> [Finding] {
    examination.tables.filter { $0.layout.shape != .matrix }.flatMap(findings)
  }

  /// The rows that repeat an earlier one, with the line of that.
  static func repeats(in table: ExaminedTable) -> [(line: Int, earlier: Int)] {
    var index = NumberIndex()
    var firsts: [(range: Range<Int>, line: Int)] = []
    var repeats: [(line: Int, earlier: Int)] = []
    table.forEachRow { block, record in
      let bytes = block.bytes.span
      let range = block.range(record)
      let (number, isNew) = index.number(hash: NumberIndex.hash(bytes, range)) { number in
        areEqual(bytes, firsts[number].range, range)
      }
      if isNew {
        firsts.append((range, record.line))
      } else {
        repeats.append((record.line, firsts[number].line))
      }
    }
    return repeats
  }

  private static func findings(in table: ExaminedTable) -> [Finding] {
    repeats(in: table).map { line, earlier in
      Finding(
        .identicalRow, file: table.name, line: line, "the row is identical to that in line \(earlier).",
        fix: "Each counts; if it is one observation written twice, --drop-duplicates folds it.")
    }
  }
}
