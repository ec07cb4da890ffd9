/// How a description says that a table is written.
///
/// Source: Open Knowledge Foundation, *CSV Dialect* 1.2 and *Table Dialect* (v2).
struct TableDialect {
  var delimiter: [UInt8] = [UInt8(ascii: ",")]
  var quote: UInt8? = UInt8(ascii: "\"")
  /// Whether a quote that belongs to the text is doubled; else it follows ``escape``.
  var doublesQuotes = true
  var escape: UInt8?
  var comment: UInt8?
  var skipsInitialSpace = false
  var hasHeader = true
  var decimalMark: String?
  /// What stands for no value.
  var nullSequence: String?
  /// Whether cells are written in a way that nexus reads only when told.
  var isRewritten = false

  init(decimalMark: String? = nil) { self.decimalMark = decimalMark }

  /// - Throws: a fault when a mark is none.
  init(_ object: JSONObject) throws(FormatFault) {
    if let mark = object["delimiter"]?.text {
      guard (1...8).contains(mark.utf8.count), !mark.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
        throw FormatFault(object.line, "the delimiter is no mark. Expected one such as \";\".")
      }
      delimiter = Array(mark.utf8)
    }
    if let value = object["quoteChar"] { quote = try TableDialect.mark(value, "quoteChar", object.line) }
    if let value = object["escapeChar"] { escape = try TableDialect.mark(value, "escapeChar", object.line) }
    if let value = object["commentChar"] {
      comment = try TableDialect.mark(value, "commentChar", object.line)
    }
    if case .truth(let value)? = object["doubleQuote"] { doublesQuotes = value }
    if case .truth(let value)? = object["skipInitialSpace"] { skipsInitialSpace = value }
    if case .truth(let value)? = object["header"] { hasHeader = value }
    decimalMark = object["decimalChar"]?.text
    nullSequence = object["nullSequence"]?.text
  }

  /// One byte; nil for null and for an empty text, which switch a mark off.
  private static func mark(_ value: JSONValue, _ name: String, _ line: Int) throws(FormatFault) -> UInt8? {
    if case .null = value { return nil }
    guard let text = value.text, text.utf8.count <= 1 else {
      throw FormatFault(line, "\(name) is no mark of one byte. Expected one such as \"'\", or null.")
    }
    return text.utf8.first
  }

  /// The delimiter, where the table is written as nexus reads tables without being told; else nil.
  var plainDelimiter: CSVDialect.Delimiter? {
    guard !isRewritten, nullSequence == nil, quote == UInt8(ascii: "\""), doublesQuotes, escape == nil,
      comment == nil, hasHeader,
      delimiter.count == 1
    else { return nil }
    return CSVDialect.Delimiter.allCases.first { $0.byte == delimiter[0] }
  }
}
