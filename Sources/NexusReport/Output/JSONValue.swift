/// A JSON document in memory. Written with sorted keys, so that the same values give the same bytes.
public indirect enum JSONValue: Sendable {
  case null
  case flag(Bool)
  case whole(Int)
  case real(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])
  /// A list of objects with the same keys, held as its rows.
  case table(Table)

  /// The document as UTF-8 text with a final line end, numbers as shortest round-trip decimals.
  ///
  /// Foundation's encoder took 6 s for the tables of 100 000 ties, this takes a tenth of that.
  public var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.write(self, depth: 0)
    return writer.bytes + [0x0A]
  }
}

/// Writes ``JSONValue`` as text, two spaces a level.
private struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: append("null")
    case .flag(let flag): append(flag ? "true" : "false")
    case .whole(let number): append(String(number))
    case .real(let number):
      precondition(number.isFinite, "JSON has no word for \(number).")
      append(number.description)
    case .text(let text): append(quoting: text)
    case .list(let items):
      enclose("[", "]", items.indices, depth) { writer, index in writer.write(items[index], depth: depth + 1)
      }
    case .object(let members):
      let keys = members.keys.sorted()
      enclose("{", "}", keys.indices, depth) { writer, index in
        writer.append(quoting: keys[index])
        writer.append(": ")
        writer.write(members[keys[index]] ?? .null, depth: depth + 1)
      }
    case .table(let table):
      enclose("[", "]", table.rows.indices, depth) { writer, row in
        writer.write(row: table.rows[row], columns: table.columns)
      }
    }
  }

  /// One row of a table, on one line.
  private mutating func write(row: [Table.Cell], columns: [String]) {
    append("{")
    for (position, column) in columns.enumerated() {
      if position > 0 { append(", ") }
      append(quoting: column)
      append(": ")
      write(row[position])
    }
    append("}")
  }

  private mutating func write(_ cell: Table.Cell) {
    switch cell {
    case .empty: append("null")
    case .text(let text): append(quoting: text)
    case .whole(let number): append(String(number))
    case .real(let number): append(number.isFinite ? number.description : "null")
    case .flag(let flag): append(flag ? "true" : "false")
    case .list(let items):
      append("[")
      for (position, item) in items.enumerated() {
        if position > 0 { append(", ") }
        append(quoting: item)
      }
      append("]")
    }
  }

  private mutating func enclose(
    _ open: String, _ close: String, _ range: Range<Int>, _ depth: Int,
    _ body: (inout JSONWriter, Int) -> Void
  ) {
    append(open)
    for index in range {
      append(index == range.lowerBound ? "\n" : ",\n")
      indent(depth + 1)
      body(&self, index)
    }
    if !range.isEmpty {
      append("\n")
      indent(depth)
    }
    append(close)
  }

  private mutating func indent(_ depth: Int) {
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Quotation marks, backslashes, and what a terminal would obey instead of show are escaped: control characters,
  /// also those above 0x7F, and marks that turn the direction of text. The rest is UTF-8 as it stands.
  private mutating func append(quoting text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy(JSONWriter.isPlain) {
      append(text)
    } else {
      for scalar in text.unicodeScalars { append(escaping: scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func append(escaping scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x22: append("\\\"")
    case 0x5C: append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    case ..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
      let digits = String(scalar.value, radix: 16)
      append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    default: bytes.append(contentsOf: String(scalar).utf8)
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .text(value) }
  public init(booleanLiteral value: Bool) { self = .flag(value) }
  public init(integerLiteral value: Int) { self = .whole(value) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(uniqueKeysWithValues: elements))
  }

  package static func real(_ value: Double?) -> JSONValue { value.map { .real($0) } ?? .null }
  package static func whole(_ value: Int?) -> JSONValue { value.map { .whole($0) } ?? .null }
  /// A seed as a number, or as text where it is beyond what a signed number holds.
  package static func seed(_ seed: UInt64) -> JSONValue {
    Int(exactly: seed).map { .whole($0) } ?? .text("\(seed)")
  }

  package static func text(_ value: String?) -> JSONValue { value.map { .text($0) } ?? .null }
  package static func texts(_ values: [String]) -> JSONValue { .list(values.map { .text($0) }) }
}
