/// How a delimited text is written.
public struct CSVDialect: Hashable, Sendable {
  /// The mark between cells.
  public enum Delimiter: String, CaseIterable, Sendable {
    case comma = ","
    case semicolon = ";"
    case tab = "\t"
    case pipe = "|"

    var byte: UInt8 { rawValue.utf8.first! }

    /// How messages name it.
    public var name: String {
      switch self {
      case .comma: "comma"
      case .semicolon: "semicolon"
      case .tab: "tab"
      case .pipe: "pipe"
      }
    }
  }

  public var delimiter: Delimiter
  /// Where the records start, and on which line: behind Excel's `sep=` line where there is one.
  var start = 0
  var firstLine = 1

  var records: CSVTable.Continuation { CSVTable.Continuation(position: start, line: firstLine) }

  /// A text without a declaration of its own.
  init(delimiter: Delimiter) { self.delimiter = delimiter }

  /// The delimiter that cuts the head of the text most evenly into most columns; comma when nothing is cut.
  init(of bytes: [UInt8]) {
    if let (declared, start) = CSVDialect.declaration(in: bytes) {
      delimiter = declared
      self.start = start
      firstLine = 2
      return
    }
    var best = (delimiter: Delimiter.comma, score: 0.0)
    for candidate in Delimiter.allCases {
      let score = CSVDialect.evenness(bytes, candidate)
      if score > best.score { best = (candidate, score) }
    }
    delimiter = best.delimiter
  }

  /// Excel's first line `sep=;`, quoted or not.
  private static func declaration(in bytes: [UInt8]) -> (Delimiter, start: Int)? {
    let head = String(decoding: bytes.prefix(16), as: UTF8.self)
    guard let line = head.split(whereSeparator: \.isNewline).first, head.first?.isNewline == false else {
      return nil
    }
    let bare = line.filter { $0 != "\"" && $0 != " " }
    guard bare.lowercased().hasPrefix("sep="), let delimiter = Delimiter(rawValue: String(bare.dropFirst(4)))
    else {
      return nil
    }
    var start = line.utf8.count
    if start < bytes.count, bytes[start] == 0x0D { start += 1 }
    if start < bytes.count, bytes[start] == 0x0A { start += 1 }
    return (delimiter, start)
  }

  /// Share of the first 50 records that have as many cells as most do, weighed by how many cells that is;
  /// 0 when most have one.
  private static func evenness(_ bytes: [UInt8], _ delimiter: Delimiter) -> Double {
    let head = CSVTable(bytes, delimiter: delimiter.byte, limit: 50)
    var counts: [Int: Int] = [:]
    for record in head.records { counts[head.cellCount(record), default: 0] += 1 }
    guard let mode = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), mode.key > 1 else {
      return 0
    }
    let share = Double(mode.value) / Double(head.records.count)
    return share + 0.001 * Double(min(mode.key, 100))
  }
}
