/// A place in the text of an XML document, which knows its line and column: names, characters with their references, and
/// what is passed over whole.
///
/// No entity is expanded but the five of XML and characters by number, and a value has at most
/// ``RecordTable/largestValue`` bytes.
struct XMLCursor {
  private let bytes: [UInt8]
  private(set) var position = 0
  private(set) var line = 1
  private var lineStart = 0

  /// - Parameter bytes: UTF-8 without a byte-order mark.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position >= bytes.count }
  /// Whether a byte follows the one at the place.
  var hasNext: Bool { position + 1 < bytes.count }
  var column: Int { position - lineStart + 1 }

  /// The byte at the place, or some bytes behind it; 0 beyond the end.
  func peek(_ offset: Int = 0) -> UInt8 { position + offset < bytes.count ? bytes[position + offset] : 0 }

  func isAt(_ mark: Unicode.Scalar) -> Bool { !isAtEnd && bytes[position] == UInt8(ascii: mark) }

  // MARK: Steps

  func startsWith(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
  }

  mutating func skipSpace() { while position < bytes.count, bytes[position] <= 0x20 { step() } }

  mutating func step() {
    if bytes[position] == UInt8(ascii: "\n") {
      line += 1
      lineStart = position + 1
    }
    position += 1
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func fault(_ message: String) -> FormatFault {
    FormatFault(line, column: column, message)
  }

  private func tooLong() -> FormatFault {
    fault("a value has more than the 1 MiB that one may have. Shorten it.")
  }

  /// Passes over bytes that hold no line end.
  mutating func advance(by count: Int) { position += count }

  // MARK: Names

  mutating func readName() throws(FormatFault) -> Range<Int> {
    let start = position
    while position < bytes.count, !XMLCursor.endsName(bytes[position]) { position += 1 }
    guard position > start, position - start <= 1_000 else {
      throw fault("a name is missing here, or a < stands for itself: write &lt;.")
    }
    return start..<position
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || [0x22, 0x26, 0x27, 0x2F, 0x3C, 0x3D, 0x3E].contains(byte)
  }

  func localName(_ name: Range<Int>) -> String {
    let colon = bytes[name].lastIndex(of: UInt8(ascii: ":"))
    return string((colon.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound)
  }

  func areEqual(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.count == second.count else { return false }
    let bytes = bytes.span
    for offset in 0..<first.count where bytes[first.lowerBound + offset] != bytes[second.lowerBound + offset]
    {
      return false
    }
    return true
  }

  // MARK: Text

  /// Passes over what one mark opens and another closes; returns what stands between.
  mutating func skip(
    past end: StaticString, after start: StaticString, _ what: String
  ) throws(FormatFault) -> Range<Int> {
    let place = (line, column)
    position += start.utf8CodeUnitCount
    let content = position
    while position < bytes.count {
      if bytes[position] == end.utf8Start[0], startsWith(end) {
        position += end.utf8CodeUnitCount
        return content..<position - end.utf8CodeUnitCount
      }
      step()
    }
    throw FormatFault(
      place.0, column: place.1, "\(what) opens here and is never closed; the file may be cut short.")
  }

  /// Reads text with its references, up to a mark or the end of the document.
  mutating func readCharacters(upTo mark: UInt8, into text: inout [UInt8]) throws(FormatFault) {
    while position < bytes.count, bytes[position] != mark {
      if bytes[position] == UInt8(ascii: "&") {
        text += try readReference()
      } else {
        if bytes[position] == UInt8(ascii: "<") {
          throw fault("a < stands inside the value of an attribute. Write &lt;, or close the quote.")
        }
        text.append(bytes[position])
        step()
      }
      guard text.count <= RecordTable.largestValue else { throw tooLong() }
    }
  }

  mutating func append(_ range: Range<Int>, to text: inout [UInt8]) throws(FormatFault) {
    guard text.count + range.count <= RecordTable.largestValue else { throw tooLong() }
    text += bytes[range]
  }

  private mutating func readReference() throws(FormatFault) -> [UInt8] {
    let end = bytes[position...].prefix(32).firstIndex(of: UInt8(ascii: ";"))
    guard let end else { throw fault("an & stands for itself. Write &amp;.") }
    let name = string(position + 1..<end)
    let scalar: Unicode.Scalar? =
      if name.hasPrefix("#x") {
        UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
      } else if name.hasPrefix("#") {
        UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
      } else {
        XMLCursor.entities[name]
      }
    guard let scalar else {
      throw fault("&\(name); is no character of XML, and entities are not read. Write the character itself.")
    }
    position = end + 1
    return Array(String(Character(scalar)).utf8)
  }

  private static let entities: [String: Unicode.Scalar] = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'",
  ]
}
