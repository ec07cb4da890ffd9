/// One element of an XML document: its local name and attributes.
struct XMLTag {
  /// The name without the prefix of its namespace.
  var name: String
  /// The attributes without prefixes, in the order of the document.
  var attributes: [(name: String, value: String)]
  /// The line on which its tag begins, from 1.
  var line: Int

  subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
}

/// Walks over the elements of an XML document, one at a time, without building a tree.
///
/// Made for hostile files: nothing is fetched, no entity is ever expanded but the five of XML and characters by
/// number, elements may nest ``deepest`` deep, and a value has at most ``RecordTable/largestValue`` bytes. Text that
/// nobody asks for costs no memory. Every fault has its line and column.
///
/// After ``child()`` returned an element, its content is taken by one of ``child()`` until nil, ``text()`` or ``skip()``.
///
/// Source: T. Bray et al., *Extensible Markup Language (XML) 1.0*, W3C Recommendation, fifth edition, 2008. Not read are
/// declarations of entities, and names are not checked for characters that XML forbids.
struct XMLScanner {
  /// How deep elements may nest.
  static let deepest = 256
  /// How many attributes a tag may have: each is compared with those before it.
  static let mostAttributes = 1_000

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var lineStart = 0
  /// The open elements: their whole names, and where they began.
  private var open: [(name: Range<Int>, line: Int)] = []
  /// Whether the innermost open element was empty: `<a/>`.
  private var isEmptyElement = false
  private var sawRoot = false

  /// - Parameter bytes: UTF-8 without a byte-order mark.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  // MARK: Walking

  /// The next element inside the innermost open one, which is then open itself; nil when that one ends.
  mutating func child() throws(FormatFault) -> XMLTag? {
    if closesEmptyElement() { return nil }
    while try skipText() {
      if bytes[position + 1] == UInt8(ascii: "/") {
        try readEndTag()
        return nil
      }
      if try skipMarkup() { continue }
      return try readStartTag()
    }
    guard open.isEmpty else { throw cutShort() }
    guard sawRoot else { throw fault("the document has no element. Give one that holds data.") }
    return nil
  }

  /// The text inside the innermost open element and all within it, which then ends.
  mutating func text() throws(FormatFault) -> String {
    if closesEmptyElement() { return "" }
    var text: [UInt8] = []
    let depth = open.count
    while position < bytes.count {
      if bytes[position] != UInt8(ascii: "<") {
        try readCharacters(upTo: UInt8(ascii: "<"), into: &text)
        continue
      }
      guard position + 1 < bytes.count else { break }
      if startsWith("<![CDATA[") {
        let content = try skip(past: "]]>", after: "<![CDATA[", "a CDATA section")
        try append(content, to: &text)
      } else if bytes[position + 1] == UInt8(ascii: "/") {
        try readEndTag()
        if open.count < depth { return String(decoding: text, as: UTF8.self) }
      } else if try !skipMarkup() {
        _ = try readStartTag()
        _ = closesEmptyElement()
      }
    }
    throw cutShort()
  }

  /// Passes over the rest of the innermost open element.
  mutating func skip() throws(FormatFault) {
    let depth = open.count
    while open.count >= depth { _ = try child() }
  }

  // MARK: Tags

  private mutating func closesEmptyElement() -> Bool {
    guard isEmptyElement else { return false }
    isEmptyElement = false
    open.removeLast()
    return true
  }

  private mutating func readStartTag() throws(FormatFault) -> XMLTag {
    let (start, column) = (line, position - lineStart + 1)
    guard !open.isEmpty || !sawRoot else {
      throw fault("a second element follows the end of the document. Keep one.")
    }
    guard open.count < XMLScanner.deepest else {
      throw fault(
        "elements are nested more than \(XMLScanner.deepest) deep, as in files made to exhaust memory. Flatten them."
      )
    }
    position += 1
    let name = try readName()
    var element = XMLTag(name: localName(name), attributes: [], line: start)
    while true {
      skipSpace()
      guard position < bytes.count else {
        throw FormatFault(
          start, column: column, "the tag that opens here is never closed; the file may be cut short.")
      }
      if bytes[position] == UInt8(ascii: ">") {
        position += 1
        break
      }
      if bytes[position] == UInt8(ascii: "/") {
        position += 1
        guard position < bytes.count, bytes[position] == UInt8(ascii: ">") else {
          throw fault("> is missing after /.")
        }
        position += 1
        isEmptyElement = true
        break
      }
      guard element.attributes.count < XMLScanner.mostAttributes else {
        throw fault("a tag has more than \(XMLScanner.mostAttributes) attributes. Write values as elements.")
      }
      let attribute = localName(try readName())
      guard element[attribute] == nil else {
        throw fault("the attribute \(MessageText.quoted(attribute)) stands twice in one tag. Keep one.")
      }
      element.attributes.append((attribute, try readAttributeValue()))
    }
    open.append((name, start))
    sawRoot = true
    return element
  }

  private mutating func readAttributeValue() throws(FormatFault) -> String {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
      throw fault("= and a value in quotes are missing after the name of an attribute.")
    }
    position += 1
    skipSpace()
    guard position < bytes.count,
      bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
    else {
      throw fault("the value of an attribute must stand in quotes.")
    }
    let quote = bytes[position]
    let (start, column) = (line, position - lineStart + 1)
    position += 1
    var value: [UInt8] = []
    try readCharacters(upTo: quote, into: &value)
    guard position < bytes.count else {
      throw FormatFault(
        start, column: column, "the quote that opens here is never closed; the file may be cut short.")
    }
    position += 1
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func readEndTag() throws(FormatFault) {
    let place = (line: line, column: position - lineStart + 1)
    position += 2
    let name = try readName()
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: ">") else {
      throw fault("> is missing here.")
    }
    position += 1
    guard let last = open.last else {
      throw FormatFault(
        place.line, column: place.column, "a tag closes an element that is not open. Remove it.")
    }
    guard areEqual(bytes.span, name, last.name) else {
      throw FormatFault(
        place.line, column: place.column,
        "</\(string(name))> closes <\(string(last.name))> of line \(last.line). Mend one of the two.")
    }
    open.removeLast()
  }

  private mutating func readName() throws(FormatFault) -> Range<Int> {
    let start = position
    while position < bytes.count, !XMLScanner.endsName(bytes[position]) { position += 1 }
    guard position > start, position - start <= 1_000 else {
      throw fault("a name is missing here, or a < stands for itself: write &lt;.")
    }
    return start..<position
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || [0x22, 0x26, 0x27, 0x2F, 0x3C, 0x3D, 0x3E].contains(byte)
  }

  private func localName(_ name: Range<Int>) -> String {
    let colon = bytes[name].lastIndex(of: UInt8(ascii: ":"))
    return string((colon.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound)
  }

  // MARK: Text, comments and declarations

  /// Goes on to the next tag; false at the end of the document.
  private mutating func skipText() throws(FormatFault) -> Bool {
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") {
      guard !open.isEmpty || bytes[position] <= 0x20 else {
        throw fault("text stands outside the element of the document. Remove it.")
      }
      step()
    }
    return position + 1 < bytes.count
  }

  /// Passes over a comment, a declaration, an instruction or a CDATA section, if one begins here.
  private mutating func skipMarkup() throws(FormatFault) -> Bool {
    if startsWith("<!--") {
      _ = try skip(past: "-->", after: "<!--", "a comment")
    } else if startsWith("<?") {
      _ = try skip(past: "?>", after: "<?", "an instruction")
    } else if startsWith("<![CDATA[") {
      _ = try skip(past: "]]>", after: "<![CDATA[", "a CDATA section")
    } else if startsWith("<!DOCTYPE") {
      try skipDocumentType()
    } else if startsWith("<!") {
      throw fault("declarations of entities and the like are not read. Remove them.")
    } else {
      return false
    }
    return true
  }

  /// A document type may name a file, which is never fetched, but declare nothing: entities can name each other
  /// until they fill the memory.
  private mutating func skipDocumentType() throws(FormatFault) {
    let place = (line, position - lineStart + 1)
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      guard bytes[position] != UInt8(ascii: "[") else {
        throw fault(
          "the document type declares entities or elements of its own, which are not read, since they can be made to "
            + "exhaust memory. Remove the part in [ ].")
      }
      step()
    }
    guard position < bytes.count else {
      throw FormatFault(
        place.0, column: place.1, "the document type is never closed; the file may be cut short.")
    }
    position += 1
  }

  private mutating func skip(
    past end: StaticString, after start: StaticString, _ what: String
  ) throws(FormatFault) -> Range<Int> {
    let place = (line, position - lineStart + 1)
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
  private mutating func readCharacters(upTo mark: UInt8, into text: inout [UInt8]) throws(FormatFault) {
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

  private mutating func append(_ range: Range<Int>, to text: inout [UInt8]) throws(FormatFault) {
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
        XMLScanner.entities[name]
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

  // MARK: Bytes

  private func startsWith(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
  }

  private mutating func skipSpace() { while position < bytes.count, bytes[position] <= 0x20 { step() } }

  private mutating func step() {
    if bytes[position] == UInt8(ascii: "\n") {
      line += 1
      lineStart = position + 1
    }
    position += 1
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func fault(_ message: String) -> FormatFault {
    FormatFault(line, column: position - lineStart + 1, message)
  }

  private func tooLong() -> FormatFault {
    fault("a value has more than the 1 MiB that one may have. Shorten it.")
  }

  private func cutShort() -> FormatFault {
    guard let last = open.last else { return fault("the file ends too early; it may be cut short.") }
    return fault("the file ends inside <\(string(last.name))> of line \(last.line); it may be cut short.")
  }
}
