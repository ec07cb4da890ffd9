import Foundation
import NexusGraph
import NexusModel
import NexusTestSupport
import Testing

@testable import NexusRendering

@Suite("The picture of flows")
struct FlowDiagramTests {
  private func band(_ names: [String?], _ amount: Double, _ transfers: Int = 1) -> FlowDiagram.Band {
    FlowDiagram.Band(stops: names.map { FlowDiagram.Stop($0) }, amount: amount, transfers: transfers)
  }

  private func diagram(_ bands: [FlowDiagram.Band], columns: Int = 3) -> FlowDiagram {
    FlowDiagram(
      title: "Flows", subtitle: "all", columns: (1...columns).map { "Column \($0)" },
      panels: [FlowDiagram.Panel(unit: "EUR", subtitle: "some", bands: bands)], notes: ["A note."])
  }

  @Test("Title, columns, unit, stops with their amounts and the note stand in it, and a title on every band")
  func content() throws {
    let svg = try diagram([band(["drugs", "crew", "TJ"], 75, 3), band(["arms", "crew", nil], 25)]).svg()
    let parsed = try ParsedSVG(svg)
    #expect(parsed.isInert)
    for text in ["Flows", "EUR", "Column 2", "drugs", "crew", "TJ", "not known", "75", "A note."] {
      #expect(parsed.texts.contains(text), "\(text)")
    }
    #expect(parsed.value(after: "crew") == "100")
    #expect(
      parsed.titles.contains(
        "\u{2068}drugs\u{2069} → \u{2068}crew\u{2069}: 75 EUR, 3 transfers, 75 % of the amount"))
    // 4 bands, 5 stops and the document.
    #expect(parsed.titles.count == 4 + 5 + 1)
  }

  @Test("The same values give the same bytes; no amount is drawn as a sentence")
  func bytes() throws {
    let picture = diagram([band(["a", "b", "c"], 1), band(["b", "b", "c"], 1)])
    #expect(try picture.svg() == picture.svg())
    let empty = FlowDiagram(title: "Flows", subtitle: "", columns: ["A", "B"], panels: [], notes: [])
    #expect(try ParsedSVG(empty.svg()).texts.contains("No amount is recorded."))
  }

  @Test("A stop has one colour in all panels, and none of the colours of roles")
  func colors() throws {
    var picture = diagram([band(["drugs", "crew", "TJ"], 75), band(["arms", "crew", "TJ"], 25)])
    picture.panels.append(
      FlowDiagram.Panel(
        unit: "USD", subtitle: "",
        bands: [band(["arms", "crew", "TJ"], 75), band(["drugs", "crew", "TJ"], 25)]))
    let elements = try ParsedSVG(picture.svg()).elements
    let fills = ["drugs", "arms"].map { name in
      elements.indices.filter { elements[$0].text.hasPrefix("\u{2068}\(name)\u{2069}:") }.map {
        elements[$0 - 1].attributes["fill"] ?? ""
      }
    }
    #expect(fills.allSatisfy { $0.count == 2 && Set($0).count == 1 }, "\(fills)")
    #expect(Set(fills.joined()).count == 2)
    #expect(Set(fills.joined()).isDisjoint(with: ActorStyle.all.map(\.fill)))
  }

  @Test("An amount that is no number is refused")
  func refused() {
    #expect(throws: RenderingError.self) { try diagram([band(["a", "b", "c"], .nan)]).svg() }
  }

  @Test("Names from the data never become markup")
  func hostile() throws {
    let bands = HostileNames.all.enumerated().map { band([$1, "x", $1], Double($0 + 1)) }
    #expect(try ParsedSVG(diagram(bands).svg()).isInert)
  }

  @Test("Many stops become one that says how many, and amounts stay whole", arguments: UInt64(0)..<20)
  func layout(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bands = (0..<80).map { _ in
      band(
        (0..<3).map { _ in
          let number = Int.random(in: 0..<20, using: &generator)
          return number == 0 ? nil : "s\(number)"
        }, Double(Int.random(in: 1...100, using: &generator)))
    }
    let panel = FlowDiagram.Panel(unit: "EUR", subtitle: "", bands: bands)
    let layout = FlowLayout(panel, columnCount: 3, maximumStops: 6)
    for column in layout.columns {
      #expect(column.count <= 7, "seed \(seed)")
      #expect(isClose(column.reduce(0) { $0 + $1.amount }, layout.total), "seed \(seed)")
    }
    for (gap, links) in layout.links.enumerated() {
      for (number, node) in layout.columns[gap].enumerated() {
        let leaving = links.filter { $0.source == number }.reduce(0) { $0 + $1.amount }
        #expect(isClose(leaving, node.amount), "seed \(seed)")
      }
    }
  }

  @Test("Stops are ordered so that two bands that need not cross do not")
  func crossings() {
    let panel = FlowDiagram.Panel(
      unit: "EUR", subtitle: "", bands: [band(["a", "y"], 10), band(["b", "z"], 9), band(["b", "y"], 1)])
    #expect(FlowLayout(panel, columnCount: 2, maximumStops: 9).crossings == 0)
  }
}
