import Testing

@testable import NexusRendering

@Suite("Legends")
struct LegendTests {
  private func entry(_ text: String, value: String = "") -> LegendEntry {
    LegendEntry(text: text, value: value) { middle, document in
      document.element("circle", ["cx": svg(middle.x), "cy": svg(middle.y), "r": "2"])
    }
  }

  private func parsed(_ draw: (inout SVGDocument) -> Void) throws -> [ParsedSVG.Element] {
    try ParsedSVG(
      SVGDocument.picture(width: 300, height: 300, identifier: "t", title: "", description: "", draw)
    ).elements
  }

  @Test("A long text of a column breaks into lines that keep clear of the value, and makes room below")
  func column() throws {
    var column = LegendColumn(width: 200)
    let name = "A name that is much too long to stand on one line of a legend beside a value"
    column.add("Heading", [entry(name, value: "12 345"), entry("Short", value: "1")])
    column.add("Nothing", [])
    #expect(column.sections.count == 1)
    let elements = try parsed { column.draw(in: &$0, left: 10, top: 20) }
    let texts = elements.filter { $0.name == "text" }
    #expect(!texts.contains { $0.text == "Nothing" })
    let lines = texts.filter { name.contains($0.text.replacing("…", with: "")) }
    #expect(lines.count == 3)
    let value = texts.first { $0.text == "12 345" }
    let valueLeft = 210 - TextMetrics.width(of: "12 345", size: 11.5)
    #expect(value?.attributes["x"] == "210")
    for line in lines {
      let right = 61 + TextMetrics.width(of: line.text, size: 11.5)
      #expect(right <= valueLeft)
    }
    let heights = texts.compactMap { Double($0.attributes["y"] ?? "") }.sorted()
    #expect(
      zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 13 || $1 - $0 < 1e-9 || $1 - $0 == 14 / 2 })
    #expect((heights.last ?? 0) <= 20 + column.height)
  }

  @Test("A row breaks where the page ends, and its height tells")
  func row() throws {
    let entries = (0..<9).map { entry("Entry number \($0)") }
    let row = LegendRow(entries, swatchWidth: 20, width: 280)
    let elements = try parsed { row.draw(in: &$0, left: 10, top: 0) }
    let texts = elements.filter { $0.name == "text" }
    #expect(texts.count == 9)
    for text in texts {
      let right = (Double(text.attributes["x"] ?? "") ?? 0) + TextMetrics.width(of: text.text, size: 11.5)
      #expect(right <= 290)
    }
    #expect(Set(texts.compactMap { $0.attributes["y"] }).count == Int(row.height / 22))
    #expect(LegendRow([], swatchWidth: 20, width: 100).height == 0)
  }
}
