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

  private var cursor: XMLCursor
  /// The open elements: their whole names, and where they began.
  private var open: [(name: Range<Int>, line: Int)] = []
  /// Whether the innermost open element was empty: `<a/>`.
  private var isEmptyElement = false
  private var sawRoot = false
  private let stage: ParsingStage?

  /// - Parameter bytes: UTF-8 without a byte-order mark.
  init(_ bytes: [UInt8]) {
    cursor = XMLCursor(bytes)
    stage = ParsingStage(of: bytes.count)
  }

  // MARK: Walking

  /// The next element inside the innermost open one, which is then open itself; nil when that one ends.
  mutating func child() throws(FormatFault) -> XMLTag? {
    if closesEmptyElement() { return nil }
    while try skipText() {
      if cursor.peek(1) == UInt8(ascii: "/") {
        try readEndTag()
        return nil
      }
      if try skipMarkup() { continue }
      return try readStartTag()
    }
    guard open.isEmpty else { throw cutShort() }
    guard sawRoot else { throw cursor.fault("the document has no element. Give one that holds data.") }
    return nil
  }

  /// The text inside the innermost open element and all within it, which then ends.
  mutating func text() throws(FormatFault) -> String {
    if closesEmptyElement() { return "" }
    var text: [UInt8] = []
    let depth = open.count
    while !cursor.isAtEnd {
      if !cursor.isAt("<") {
        try cursor.readCharacters(upTo: UInt8(ascii: "<"), into: &text)
        continue
      }
      guard cursor.hasNext else { break }
      if cursor.startsWith("<![CDATA[") {
        let content = try cursor.skip(past: "]]>", after: "<![CDATA[", "a CDATA section")
        try cursor.append(content, to: &text)
      } else if cursor.peek(1) == UInt8(ascii: "/") {
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
    let (start, column) = (cursor.line, cursor.column)
    stage?.reach(cursor.position)
    guard !open.isEmpty || !sawRoot else {
      throw cursor.fault("a second element follows the end of the document. Keep one.")
    }
    guard open.count < XMLScanner.deepest else {
      throw cursor.fault(
        "elements are nested more than \(XMLScanner.deepest) deep, as in files made to exhaust memory. Flatten them."
      )
    }
    cursor.advance(by: 1)
    let name = try cursor.readName()
    var element = XMLTag(name: cursor.localName(name), attributes: [], line: start)
    while true {
      cursor.skipSpace()
      guard !cursor.isAtEnd else {
        throw FormatFault(
          start, column: column, "the tag that opens here is never closed; the file may be cut short.")
      }
      if cursor.isAt(">") {
        cursor.advance(by: 1)
        break
      }
      if cursor.isAt("/") {
        cursor.advance(by: 1)
        guard cursor.isAt(">") else {
          throw cursor.fault("> is missing after /.")
        }
        cursor.advance(by: 1)
        isEmptyElement = true
        break
      }
      guard element.attributes.count < XMLScanner.mostAttributes else {
        throw cursor.fault(
          "a tag has more than \(XMLScanner.mostAttributes) attributes. Write values as elements.")
      }
      let attribute = cursor.localName(try cursor.readName())
      guard element[attribute] == nil else {
        throw cursor.fault(
          "the attribute \(MessageText.quoted(attribute)) stands twice in one tag. Keep one.")
      }
      element.attributes.append((attribute, try readAttributeValue()))
    }
    open.append((name, start))
    sawRoot = true
    return element
  }

  private mutating func readAttributeValue() throws(FormatFault) -> String {
    cursor.skipSpace()
    guard cursor.isAt("=") else {
      throw cursor.fault("= and a value in quotes are missing after the name of an attribute.")
    }
    cursor.advance(by: 1)
    cursor.skipSpace()
    guard cursor.isAt("\"") || cursor.isAt("'") else {
      throw cursor.fault("the value of an attribute must stand in quotes.")
    }
    let quote = cursor.peek()
    let (start, column) = (cursor.line, cursor.column)
    cursor.advance(by: 1)
    var value: [UInt8] = []
    try cursor.readCharacters(upTo: quote, into: &value)
    guard !cursor.isAtEnd else {
      throw FormatFault(
        start, column: column, "the quote that opens here is never closed; the file may be cut short.")
    }
    cursor.advance(by: 1)
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func readEndTag() throws(FormatFault) {
    let place = (line: cursor.line, column: cursor.column)
    cursor.advance(by: 2)
    let name = try cursor.readName()
    cursor.skipSpace()
    guard cursor.isAt(">") else {
      throw cursor.fault("> is missing here.")
    }
    cursor.advance(by: 1)
    guard let last = open.last else {
      throw FormatFault(
        place.line, column: place.column, "a tag closes an element that is not open. Remove it.")
    }
    guard cursor.areEqual(name, last.name) else {
      throw FormatFault(
        place.line, column: place.column,
        "</\(cursor.string(name))> closes <\(cursor.string(last.name))> of line \(last.line). Mend one of the two."
      )
    }
    open.removeLast()
  }

  // MARK: Text, comments and declarations

  /// Goes on to the next tag; false at the end of the document.
  private mutating func skipText() throws(FormatFault) -> Bool {
    while !cursor.isAtEnd, !cursor.isAt("<") {
      guard !open.isEmpty || cursor.peek() <= 0x20 else {
        throw cursor.fault("text stands outside the element of the document. Remove it.")
      }
      cursor.step()
    }
    return cursor.hasNext
  }

  /// Passes over a comment, a declaration, an instruction or a CDATA section, if one begins here.
  private mutating func skipMarkup() throws(FormatFault) -> Bool {
    if cursor.startsWith("<!--") {
      _ = try cursor.skip(past: "-->", after: "<!--", "a comment")
    } else if cursor.startsWith("<?") {
      _ = try cursor.skip(past: "?>", after: "<?", "an instruction")
    } else if cursor.startsWith("<![CDATA[") {
      _ = try cursor.skip(past: "]]>", after: "<![CDATA[", "a CDATA section")
    } else if cursor.startsWith("<!DOCTYPE") {
      try skipDocumentType()
    } else if cursor.startsWith("<!") {
      throw cursor.fault("declarations of entities and the like are not read. Remove them.")
    } else {
      return false
    }
    return true
  }

  /// A document type may name a file, which is never fetched, but declare nothing: entities can name each other
  /// until they fill the memory.
  private mutating func skipDocumentType() throws(FormatFault) {
    let place = (cursor.line, cursor.column)
    while !cursor.isAtEnd, !cursor.isAt(">") {
      guard !cursor.isAt("[") else {
        throw cursor.fault(
          "the document type declares entities or elements of its own, which are not read, since they can be made to "
            + "exhaust memory. Remove the part in [ ].")
      }
      cursor.step()
    }
    guard !cursor.isAtEnd else {
      throw FormatFault(
        place.0, column: place.1, "the document type is never closed; the file may be cut short.")
    }
    cursor.advance(by: 1)
  }

  private func cutShort() -> FormatFault {
    guard let last = open.last else { return cursor.fault("the file ends too early; it may be cut short.") }
    return cursor.fault(
      "the file ends inside <\(cursor.string(last.name))> of line \(last.line); it may be cut short.")
  }
}
