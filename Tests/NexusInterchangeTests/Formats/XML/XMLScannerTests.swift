import NexusGraph
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("XML is walked element by element, within bounds")
struct XMLScannerTests {
  /// The document as nested brackets: `a(b=1 "text")`.
  private func outline(_ text: String) throws(FormatFault) -> String {
    var xml = XMLScanner(Array(text.utf8))
    return try content(&xml).joined(separator: " ")
  }

  private func content(_ xml: inout XMLScanner) throws(FormatFault) -> [String] {
    var parts: [String] = []
    while let child = try xml.child() {
      let attributes = child.attributes.map { "\($0.name)=\($0.value)" }
      let inner = child.name == "t" ? ["\"\(try xml.text())\""] : try content(&xml)
      parts.append("\(child.name)@\(child.line)(\((attributes + inner).joined(separator: " ")))")
    }
    return parts
  }

  @Test("Elements, attributes, empty elements, prefixes, comments, instructions and CDATA")
  func walking() throws {
    let text = """
      <?xml version="1.0"?>
      <!DOCTYPE g SYSTEM "http://nowhere/g.dtd">
      <!-- <not> -->
      <x:g a='1' y:b = "2&amp;3"><?php echo ?>
        <e/><e ></e>
        <t>one &lt; two &#233;&#xE9; <![CDATA[<raw> & ]]><i>in</i><j/>.</t>
      </x:g>
      <!-- after -->
      """
    #expect(
      try outline(text)
        == "g@4(a=1 b=2&3 e@5() e@5() t@6(\"one < two éé <raw> & in.\"))")
  }

  @Test("What is skipped leaves the scanner behind its end, with true lines")
  func skipping() throws {
    var xml = XMLScanner(Array("<a>\n<b><c/>\n<d>x</d></b>\n<e/></a>".utf8))
    _ = try xml.child()
    #expect(try xml.child()?.name == "b")
    try xml.skip()
    let next = try xml.child()
    #expect(next?.name == "e" && next?.line == 4)
    try xml.skip()
    #expect(try xml.child() == nil)
    #expect(try xml.child() == nil)
  }

  @Test(
    "Broken documents are refused with line, column, and what to do",
    arguments: [
      ("", ":1:1", "no element"), ("\n  \n", ":3:1", "no element"),
      ("<a>", ":1:4", "ends inside <a> of line 1"),
      ("<a>\n<b></a></b>", ":2:4", "</a> closes <b> of line 2"), ("<a></a><b/>", ":1:8", "a second element"),
      ("<a></a>text", ":1:8", "text stands outside"), ("text<a/>", ":1:1", "text stands outside"),
      ("<a b></a>", ":1:5", "= and a value"), ("<a b=1/>", ":1:6", "must stand in quotes"),
      ("<a b=\"1></a>", ":1:9", "close the quote"),
      ("<a b=\"1>", ":1:6", "the quote that opens here"), ("<a b=\"<\"/>", ":1:7", "Write &lt;"),
      ("<a b='1' b='2'/>", ":1:11", "twice in one tag"), ("<a b='1'", ":1:1", "never closed"),
      ("<t>a & b</t>", ":1:6", "Write &amp;"), ("<t>&nbsp;</t>", ":1:4", "entities are not read"),
      ("<t>&#xD800;</t>", ":1:4", "is no character"), ("<t>&#99999999;</t>", ":1:4", "is no character"),
      ("<t>&;</t>", ":1:4", "is no character"), ("<t>a < b</t>", ":1:7", "write &lt;"),
      ("<a/ >", ":1:4", "> is missing"), ("<!-- a", ":1:1", "a comment opens here"),
      ("<?xml ", ":1:1", "an instruction opens here"), ("<a><![CDATA[", ":1:4", "a CDATA section opens here"),
      ("</a>", ":1:1", "not open"), ("<a></a", ":1:7", "> is missing"), ("<a><", ":1:4", "ends inside <a>"),
      ("<!DOCTYPE a", ":1:1", "never closed"), ("<!ELEMENT a>", ":1:1", "are not read"),
      (
        "<!DOCTYPE a [<!ENTITY x \"lol\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>", ":1:13",
        "exhaust memory. Remove the part in [ ]"
      ),
      ("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><t>&x;</t>", ":1:13", "are not read"),
    ])
  func broken(text: String, place: String, message: String) {
    let fault = #expect(throws: FormatFault.self) { try outline(text) }
    #expect(fault?.place == place && fault?.message.contains(message) == true, "\(text): \(fault as Any)")
  }

  @Test("Nesting of 100 000 is refused at the 257th element, and a value of more than 1 MiB where it is read")
  func bounds() throws {
    let deep = String(repeating: "<a>", count: 100_000)
    let fault = #expect(throws: FormatFault.self) { try outline(deep) }
    #expect(fault?.place == ":1:769" && fault?.message.contains("more than 256 deep") == true)
    let long = String(repeating: "x", count: RecordTable.largestValue + 1)
    for text in ["<t>\(long)</t>", "<a b='\(long)'/>"] {
      let fault = #expect(throws: FormatFault.self) { try outline(text) }
      #expect(fault?.message.contains("1 MiB") == true)
    }
    let many = (0...1000).map { " a\($0)='1'" }.joined()
    let crowd = #expect(throws: FormatFault.self) { try outline("<a\(many)/>") }
    #expect(crowd?.message.contains("more than 1000 attributes") == true)
    // Nobody asks for the text of <u>.
    #expect(try outline("<a><u>\(long)</u></a>") == "a@1(u@1())")
  }

  @Test("Any text comes back from its escaped form, for random texts")
  func escaping() throws {
    let alphabet = Array("<>&\"'a é\n]-").map(String.init)
    let escapes = ["<": "&lt;", ">": "&gt;", "&": "&amp;", "\"": "&#34;", "'": "&#x27;"]
    for seed in UInt64(1)...1_000 {
      var generator = SeededGenerator(seed: seed)
      let raw = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator)!
      }
      let text = raw.joined()
      let escaped = raw.map { escapes[$0] ?? $0 }.joined()
      #expect(
        try outline("<g a=\"\(escaped)\"><t>\(escaped)</t></g>").contains("a=\(text) t@"), "seed \(seed)")
      #expect(try outline("<t>\(escaped)</t>") == "t@1(\"\(text)\")", "seed \(seed)")
    }
  }

  @Test(
    "A document cut anywhere, or with any byte put for another, is read or refused, never both and never a crash"
  )
  func mutations() {
    let text = Array(
      "<?xml version='1.0'?><g a='1'><!-- c --><e b=\"&lt;\"/><t>x<![CDATA[y]]>&amp;</t></g>".utf8)
    for length in 0..<text.count {
      var xml = XMLScanner(Array(text.prefix(length)))
      #expect(throws: FormatFault.self, "cut at \(length)") { try content(&xml) }
    }
    for seed in UInt64(1)...5_000 {
      var generator = SeededGenerator(seed: seed)
      var bytes = text
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
          Array("<>/&;='\"! -[]?x\n".utf8).randomElement(using: &generator)!
      }
      var xml = XMLScanner(bytes)
      do throws(FormatFault) { _ = try content(&xml) } catch { #expect(error.line != nil, "seed \(seed)") }
    }
  }
}
