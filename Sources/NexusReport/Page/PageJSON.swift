extension JSONValue {
  /// The value for a `script` element that holds data: on one line, and without `<`, `>`, `&` and the line separators
  /// that could end the element or be taken for markup. `JSON.parse` reads it back unchanged.
  var inPage: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .flag(let flag): text += flag ? "true" : "false"
    case .whole(let number): text += String(number)
    case .real(let number):
      precondition(number.isFinite, "JSON has no word for \(number).")
      text += number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : number.description
    case .text(let string): JSONValue.write(quoted: string, to: &text)
    case .list(let items):
      text += "["
      for (position, item) in items.enumerated() {
        if position > 0 { text += "," }
        item.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (position, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        if position > 0 { text += "," }
        JSONValue.write(quoted: member.key, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    case .table: preconditionFailure("Tables of the page stand in its text, not in its data.")
    }
  }

  private static func write(quoted string: String, to text: inout String) {
    text += "\""
    if string.utf8.allSatisfy(isPlain) {
      text += string
    } else {
      for scalar in string.unicodeScalars {
        switch scalar.value {
        case 0x22: text += "\\\""
        case 0x5C: text += "\\\\"
        case ..<0x20, 0x26, 0x3C, 0x3E, 0x7F...0x9F, 0x2028, 0x2029:
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      false
    default: (0x20..<0x7F).contains(byte)
    }
  }
}
