import NexusTestSupport
import Testing

@testable import NexusReport

@Suite("Text in Markdown")
struct NotebookMarkdownTests {
  @Test(
    "What could be markup becomes a reference",
    arguments: [
      ("plain words, 42.5 % (p = 0.1)", "plain words, 42.5 % (p &#61; 0.1)"),
      ("**bold** _it_ `code`", "&#42;&#42;bold&#42;&#42; &#95;it&#95; &#96;code&#96;"),
      ("[a](http://x)", "&#91;a&#93;(http:&#47;/x)"),
      ("<img src=x>", "&#60;img src&#61;x&#62;"), ("# head", "&#35; head"), ("- item", "&#45; item"),
      ("+ item", "&#43; item"), ("12. item", "12&#46; item"), ("3) item", "3&#41; item"),
      ("www.example.org", "www&#46;example.org"), ("WWW.x", "WWW&#46;x"), ("a@b.c", "a&#64;b.c"),
      ("$x$", "<span>&#36;</span>x<span>&#36;</span>"), ("a\nb\tc", "a b c"), ("&lt;", "&#38;lt;"),
      ("\u{202E}gnp", "\u{FFFD}gnp"), ("nul\u{0}", "nul\u{FFFD}"), ("a\\b", "a&#92;b"), ("", ""),
      ("a - b + c", "a - b + c"), ("| x |", "&#124; x &#124;"),
    ])
  func escaping(text: String, markdown: String) {
    #expect(NotebookMarkdown.escaped(text) == markdown)
  }

  @Test("No name leaves a character that Markdown or HTML obeys")
  func hostile() {
    for name in HostileNames.all {
      let markdown = NotebookMarkdown.escaped(name).replacing("<span>&#36;</span>", with: "")
      #expect(!markdown.contains { "<>[]*_`|\\~".contains($0) }, "\(markdown.prefix(60))")
      #expect(!markdown.contains("://") && !markdown.contains("\n"))
    }
  }

  @Test("A literal of Python holds letters, digits and a few marks; everything else by its number")
  func literals() {
    #expect(NotebookPython.literal("northern-corridor_2.x") == "\"northern-corridor_2.x\"")
    #expect(NotebookPython.literal("a\"\\\n") == "\"a\\U00000022\\U0000005c\\U0000000a\"")
    #expect(NotebookPython.literal("東") == "\"\\U00006771\"")
    for name in HostileNames.all {
      let inside = NotebookPython.literal(name).dropFirst().dropLast()
      #expect(inside.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_. \\".contains($0)) })
    }
  }
}
