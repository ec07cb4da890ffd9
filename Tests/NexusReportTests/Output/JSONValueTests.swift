import NexusReport
import Testing

@Suite("JSON that is valid, and harmless where it is shown")
struct JSONValueTests {
  private func text(_ value: JSONValue) -> String { String(decoding: value.bytes, as: UTF8.self) }

  @Test("What a terminal would obey instead of show is escaped; other text stands as it is")
  func escapes() {
    #expect(text("a\u{1B}[31m\u{7F}\u{9B}2J\u{202E}b") == "\"a\\u001b[31m\\u007f\\u009b2J\\u202eb\"\n")
    #expect(text("say \"hi\\\"\t\r\n") == "\"say \\\"hi\\\\\\\"\\t\\r\\n\"\n")
    #expect(text("张伟 é 👩‍👩‍👧") == "\"张伟 é 👩‍👩‍👧\"\n")
  }

  @Test("A quotation mark under an accent is escaped too")
  func accentedQuote() {
    #expect(text("\"\u{301}").unicodeScalars.elementsEqual("\"\\\"\u{301}\"\n".unicodeScalars))
  }
}
