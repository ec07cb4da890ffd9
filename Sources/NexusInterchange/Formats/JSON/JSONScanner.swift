/// One value of a JSON document. Numbers stay as they are written, so that ids keep all their digits.
indirect enum JSONValue {
  case null
  case truth(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

/// An object of a JSON document: its members in order, and where it begins.
struct JSONObject {
  var members: [(name: String, value: JSONValue)] = []
  var line: Int
  /// Its column, from 1, in a document that is one line; nil where the line tells enough.
  var column: Int?

  subscript(name: String) -> JSONValue? { members.first { $0.name == name }?.value }
}

/// Walks over a JSON document, without building more of it than is asked for.
///
/// Made for hostile files: values nest ``deepest`` deep, a string has at most ``RecordTable/largestValue`` bytes, and
/// every fault has its line and column. `NaN` and `Infinity`, which Python writes, are taken as numbers.
///
/// Source: T. Bray (ed.), RFC 8259, *The JavaScript Object Notation (JSON) Data Interchange Format*, 2017.
struct JSONScanner {
  /// How deep values may nest.
  static let deepest = 256
  /// How many values one that is taken whole may hold.
  static let mostValues = 1_000_000

  private let bytes: [UInt8]
  private var position = 0
  private(set) var line = 1
  private var lineStart = 0
  private var depth = 0
  private let isOneLine: Bool
  private let stage: ParsingStage?

  /// - Parameter bytes: UTF-8 without a byte-order mark.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    stage = ParsingStage(of: bytes.count)
    let end = bytes.firstIndex(of: 0x0A) ?? bytes.count
    isOneLine = bytes[..<end].contains { $0 > 0x20 } && !bytes[end...].contains { $0 > 0x20 }
  }

  /// Whether only white space is left.
  mutating func isAtEnd() -> Bool {
    skipSpace()
    return position >= bytes.count
  }

  /// Refuses what follows the document.
  mutating func expectEnd() throws(FormatFault) {
    guard isAtEnd() else { throw fault("something follows the end of the document. Remove it.") }
  }

  /// Whether the next value is an object, an array, or neither.
  enum Kind { case object, array, scalar }

  mutating func kind() -> Kind {
    skipSpace()
    switch position < bytes.count ? bytes[position] : 0 {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    default: return .scalar
    }
  }

  // MARK: Walking

  /// Walks over the members of the next value, an object; `read` takes the value of each.
  mutating func object(
    _ read: (inout JSONScanner, String) throws(FormatFault) -> Void
  ) throws(FormatFault) {
    try open(UInt8(ascii: "{"), "an object { } is expected here.")
    stage?.reach(position)
    while try !closes(UInt8(ascii: "}")) {
      guard peek() == UInt8(ascii: "\"") else {
        throw fault("the name of a member is missing, in double quotes.")
      }
      let name = try string()
      guard peek() == UInt8(ascii: ":") else { throw fault("a : is missing behind the name of a member.") }
      position += 1
      try read(&self, name)
      try separate(UInt8(ascii: "}"))
    }
  }

  /// Walks over the elements of the next value, an array; `read` takes each.
  mutating func array(_ read: (inout JSONScanner) throws(FormatFault) -> Void) throws(FormatFault) {
    try open(UInt8(ascii: "["), "an array [ ] is expected here.")
    while try !closes(UInt8(ascii: "]")) {
      try read(&self)
      try separate(UInt8(ascii: "]"))
    }
  }

  /// The next value, whole.
  mutating func value() throws(FormatFault) -> JSONValue {
    var count = 0
    return try value(&count)
  }

  private mutating func value(_ count: inout Int) throws(FormatFault) -> JSONValue {
    count += 1
    guard count <= JSONScanner.mostValues else {
      throw fault("one item holds more than \(JSONScanner.mostValues) values. Split it.")
    }
    switch kind() {
    case .object:
      var object = JSONObject(line: line, column: isOneLine ? position - lineStart + 1 : nil)
      try self.object { (scanner, name) throws(FormatFault) in
        object.members.append((name, try scanner.value(&count)))
      }
      return .object(object)
    case .array:
      var elements: [JSONValue] = []
      try array { (scanner) throws(FormatFault) in elements.append(try scanner.value(&count)) }
      return .array(elements)
    case .scalar: return try scalar()
    }
  }

  /// Passes over the next value.
  mutating func skip() throws(FormatFault) {
    switch kind() {
    case .object: try object { (scanner, _) throws(FormatFault) in try scanner.skip() }
    case .array: try array { (scanner) throws(FormatFault) in try scanner.skip() }
    case .scalar: _ = try scalar()
    }
  }

  private mutating func open(_ bracket: UInt8, _ message: String) throws(FormatFault) {
    guard peek() == bracket else { throw fault(message) }
    guard depth < JSONScanner.deepest else {
      throw fault(
        "values are nested more than \(JSONScanner.deepest) deep, as in files made to exhaust memory. Flatten them."
      )
    }
    depth += 1
    position += 1
  }

  private mutating func closes(_ bracket: UInt8) throws(FormatFault) -> Bool {
    guard let next = peek() else { throw fault("the file ends inside a value; it may be cut short.") }
    guard next == bracket else { return false }
    depth -= 1
    position += 1
    return true
  }

  /// Passes over the comma behind an element; before the closing bracket there is none.
  private mutating func separate(_ bracket: UInt8) throws(FormatFault) {
    guard let next = peek() else { throw fault("the file ends inside a value; it may be cut short.") }
    if next == bracket { return }
    guard next == UInt8(ascii: ",") else { throw fault("a comma is missing here, or a closing bracket.") }
    position += 1
    guard peek() != bracket else { throw fault("a comma stands before a closing bracket. Remove it.") }
  }

  // MARK: Scalars

  private mutating func scalar() throws(FormatFault) -> JSONValue {
    guard let first = peek() else { throw fault("a value is missing; the file may be cut short.") }
    if first == UInt8(ascii: "\"") { return .string(try string()) }
    let start = position
    while position < bytes.count, JSONScanner.isOfWord(bytes[position]) { position += 1 }
    let word = String(decoding: bytes[start..<min(position, start + 400)], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .truth(true)
    case "false": return .truth(false)
    case "NaN", "Infinity", "-Infinity": return .number(word)
    default:
      let isNumber = (first == UInt8(ascii: "-") || (0x30...0x39).contains(first)) && Double(word) != nil
      guard isNumber, !word.contains("x") else {
        position = start
        throw fault("this is no value of JSON. Text stands in double quotes.")
      }
      return .number(word)
    }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
  }

  private mutating func string() throws(FormatFault) -> String {
    let (openLine, openColumn) = (line, position - lineStart + 1)
    position += 1
    let start = position
    // Most strings have no escapes.
    while position < bytes.count, bytes[position] != UInt8(ascii: "\""),
      bytes[position] != UInt8(ascii: "\\"),
      bytes[position] >= 0x20
    {
      position += 1
    }
    guard position - start <= RecordTable.largestValue else {
      throw FormatFault(
        openLine, column: openColumn, "a value has more than the 1 MiB that one may have. Shorten it.")
    }
    var text = Array(bytes[start..<position])
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      guard text.count <= RecordTable.largestValue else { break }
      guard bytes[position] >= 0x20 else {
        throw fault("a line ends inside a string. Close its quote, or write \\n.")
      }
      if bytes[position] == UInt8(ascii: "\\") {
        try readEscape(into: &text)
      } else {
        text.append(bytes[position])
        position += 1
      }
    }
    guard text.count <= RecordTable.largestValue else {
      throw FormatFault(
        openLine, column: openColumn, "a value has more than the 1 MiB that one may have. Shorten it.")
    }
    guard position < bytes.count else {
      throw FormatFault(
        openLine, column: openColumn, "the quote that opens here is never closed; the file may be cut short.")
    }
    position += 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(FormatFault) {
    let escapes: [UInt8: UInt8] = [
      0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09,
    ]
    guard position + 1 < bytes.count else {
      throw fault("the file ends inside a string; it may be cut short.")
    }
    if let byte = escapes[bytes[position + 1]] {
      text.append(byte)
      position += 2
      return
    }
    var units = [try codeUnit()]
    if UTF16.isLeadSurrogate(units[0]), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    {
      units.append(try codeUnit())
    }
    // Half a pair becomes the replacement character.
    text += Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private mutating func codeUnit() throws(FormatFault) -> UInt16 {
    let digits = bytes[position...].prefix(6).dropFirst(2)
    guard bytes[position + 1] == UInt8(ascii: "u"), digits.count == 4,
      digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("a \\ stands for itself in a string. Write \\\\.") }
    position += 6
    return unit
  }

  // MARK: Bytes

  private mutating func peek() -> UInt8? {
    skipSpace()
    return position < bytes.count ? bytes[position] : nil
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 0x20 {
      if bytes[position] == 0x0A {
        line += 1
        lineStart = position + 1
      }
      position += 1
    }
  }

  private func fault(_ message: String) -> FormatFault {
    FormatFault(line, column: position - lineStart + 1, message)
  }
}
