import Testing

@testable import NexusRendering

@Suite("Writing SVG")
struct SVGDocumentTests {
  @Test(
    "Numbers have at most two decimals and never an exponent",
    arguments: [
      (0.0, "0"), (-0.001, "0"), (1.5, "1.5"), (-1.05, "-1.05"), (2.999, "3"), (12.344, "12.34"),
      (0.07, "0.07"),
      (-0.5, "-0.5"), (123_456_789.25, "123456789.25"), (.nan, "0"), (.infinity, "0"),
    ])
  func numbers(value: Double, text: String) {
    #expect(svg(value) == text)
  }

  @Test(
    "Numerals group thousands and keep three digits",
    arguments: [
      (0.0, "0"), (1, "1"), (0.5885, "0.589"), (1_234.5, "1235"), (20_000, "20\u{A0}000"), (0.0631, "0.0631"),
    ]
  )
  func numerals(value: Double, text: String) {
    #expect(Numerals.short(value) == text)
  }

  @Test("A picture names itself for readers who cannot see it")
  func accessibility() throws {
    let document = SVGDocument.picture(
      width: 10, height: 20, identifier: "it", title: "a < b", description: "\"c\""
    ) { _ in }
    let parsed = try ParsedSVG(document)
    let root = try #require(parsed.elements.first)
    #expect(root.name == "svg")
    #expect(root.attributes["role"] == "img")
    #expect(root.attributes["aria-labelledby"] == "it-title it-desc")
    #expect(root.attributes["viewBox"] == "0 0 10 20")
    #expect(parsed.elements.first { $0.attributes["id"] == "it-title" }?.text == "a < b")
    #expect(parsed.elements.first { $0.attributes["id"] == "it-desc" }?.text == "\"c\"")
  }
}
