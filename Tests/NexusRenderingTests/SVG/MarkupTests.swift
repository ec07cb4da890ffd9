import Testing

@testable import NexusRendering

@Suite("Text on its way into markup")
struct MarkupTests {
  @Test("The five characters that mean something to XML are replaced")
  func escaping() {
    #expect(
      Markup.escaped("<a href=\"x\">'&'</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")
  }
}
