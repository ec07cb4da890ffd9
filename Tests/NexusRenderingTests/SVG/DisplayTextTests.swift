import Testing

@testable import NexusRendering

@Suite("Text of the data in a picture")
struct DisplayTextTests {
  @Test("Line breaks become spaces, and what XML 1.0 forbids U+FFFD")
  func controlCharacters() {
    #expect(DisplayText.clean("a\nb\tc\r\u{2028}d") == "a b c  d")
    #expect(DisplayText.clean("a\u{0}b\u{1B}\u{85}\u{FFFE}") == "a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}")
  }

  @Test("Direction overrides and isolates are dropped, letters of right-to-left scripts stay")
  func direction() {
    #expect(DisplayText.clean("\u{202E}gpj.exe\u{2066}") == "gpj.exe")
    #expect(DisplayText.clean("عبد الرحمن") == "عبد الرحمن")
  }

  @Test("A long text ends with an ellipsis, within the limit")
  func limit() {
    let text = DisplayText.clean(String(repeating: "x", count: 10_000))
    #expect(text.count == 200)
    #expect(text.hasSuffix("x…"))
    #expect(DisplayText.clean(String(repeating: "x", count: 200)).hasSuffix("x"))
  }

  @Test("Thousands of accents on one letter do not pile up")
  func stackedMarks() {
    let text = DisplayText.clean("Z" + String(repeating: "\u{301}", count: 5_000) + "a")
    #expect(text.unicodeScalars.count <= 10)
  }

  @Test("A shortened text fits its width", arguments: hostileNames)
  func shortening(name: String) {
    let text = DisplayText.shortened(name, toWidth: 150, size: 12)
    #expect(TextMetrics.width(of: text, size: 12) <= 150)
  }

  @Test("Lines keep to the width, lose no word, and stop at the limit with an ellipsis")
  func wrapping() {
    let text = "What is observed is not all there is, and a score is a lead, not evidence."
    let lines = DisplayText.lines(text, width: 120, size: 11)
    #expect(lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { TextMetrics.width(of: $0, size: 11) <= 120 })
    let two = DisplayText.lines(text, width: 120, size: 11, maximumLines: 2)
    #expect(two.count == 2)
    #expect(two[1].hasSuffix("…"))
    #expect(DisplayText.lines("", width: 120, size: 11).isEmpty)
  }

  @Test("Widths are those of Helvetica, plus five per cent")
  func widths() {
    // Adobe Core 14 metrics: H 722, e 556, l 222, v 500, t 278, i 222, c 500, a 556.
    let helvetica = 722 + 556 + 222 + 500 + 556 + 278 + 222 + 500 + 556
    #expect(abs(TextMetrics.width(of: "Helvetica", size: 1_000) - Double(helvetica) * 1.05) < 1e-6)
    #expect(TextMetrics.width(of: "走私", size: 10) == 21)
    #expect(TextMetrics.width(of: "e\u{301}", size: 10) == TextMetrics.width(of: "e", size: 10))
  }
}
