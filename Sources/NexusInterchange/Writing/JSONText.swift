/// Writes JSON values in the order in which their members stand, on one line each.
enum JSONText {
  static func append(_ value: JSONValue, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes += "null".utf8
    case .truth(let truth): bytes += (truth ? "true" : "false").utf8
    case .number(let number): bytes += number.utf8
    case .string(let text): append(quoting: text, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (position, element) in elements.enumerated() {
        if position > 0 { bytes += ", ".utf8 }
        append(element, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let object):
      bytes.append(UInt8(ascii: "{"))
      for (position, member) in object.members.enumerated() {
        if position > 0 { bytes += ", ".utf8 }
        append(quoting: member.name, to: &bytes)
        bytes += ": ".utf8
        append(member.value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  static func bytes(_ value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return bytes
  }

  static func string(_ value: JSONValue) -> String { String(decoding: bytes(value), as: UTF8.self) }

  /// A list with an element a line, as the members of a document: `"nodes": [` … `]`.
  static func append(lines values: [JSONValue], named name: String, to bytes: inout [UInt8]) {
    append(quoting: name, to: &bytes)
    bytes += ": [".utf8
    for (position, value) in values.enumerated() {
      bytes += (position == 0 ? "\n  " : ",\n  ").utf8
      append(value, to: &bytes)
    }
    bytes += (values.isEmpty ? "]" : "\n]").utf8
  }

  /// Quotation marks, backslashes, and what a terminal would obey instead of show are escaped: control characters and
  /// marks that turn the direction of text. The rest is UTF-8 as it stands.
  private static func append(quoting text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: bytes += "\\\"".utf8
      case 0x5C: bytes += "\\\\".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case ..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        let digits = String(scalar.value, radix: 16)
        bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      default: bytes += String(scalar).utf8
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension JSONValue {
  static func object(_ members: [(name: String, value: JSONValue)]) -> JSONValue {
    .object(JSONObject(members: members, line: 0))
  }

  static func texts(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }
}

extension WrittenRow {
  /// The row as a member for each cell: numbers, truths and lists as what they are, all else as text.
  var members: [(name: String, value: JSONValue)] {
    cells.map { column, value in (column.name, WrittenRow.json(value, column)) }
  }

  private static func json(_ value: String, _ column: Column) -> JSONValue {
    guard case .field(let field) = column else { return .string(value) }
    if field == .refutes { return .truth(value == "true") }
    if field.holdsNumbers, WrittenValue.isNumber(value) { return .number(value) }
    if field.holdsLists, value.contains(";") {
      return .texts(value.split(separator: ";", omittingEmptySubsequences: false).map(String.init))
    }
    return .string(value)
  }
}
