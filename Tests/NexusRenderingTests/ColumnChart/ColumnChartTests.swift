import NexusTestSupport
import Testing

@testable import NexusRendering

@Suite("Pictures of values by category")
struct ColumnChartTests {
  private func chart(_ values: [[Double]], labels: [String]? = nil) -> ColumnChart {
    ColumnChart(
      title: "T", categoryAxis: "Degree", valueAxis: "Actors",
      labels: labels ?? values[0].indices.map { "\($0)" },
      series: values.enumerated().map { ColumnChart.Series(name: "S\($0)", values: $1) }, identifier: "c")
  }

  @Test("Columns are as high as their values, and each says its own")
  func heights() throws {
    let parsed = try ParsedSVG(chart([[1, 4, 0, 2]]).svg())
    let columns = parsed.elements.filter { $0.name == "rect" && $0.attributes["fill"] == Ink.blue }
    let heights = columns.compactMap { $0.attributes["height"].flatMap(Double.init) }
    #expect(
      heights.count == 4 && heights[1] == 4 * heights[0] && heights[2] == 0 && heights[3] == 2 * heights[0])
    #expect(
      parsed.titles.suffix(4)
        == ["0", "1", "2", "3"].enumerated().map { "\u{2068}\($1)\u{2069}: \([1, 4, 0, 2][$0])" })
  }

  @Test("Several series differ in hatching, and the legend names them")
  func series() throws {
    let parsed = try ParsedSVG(chart([[1, 2], [2, 1], [0.5, 0.5]]).svg())
    #expect(parsed.texts.prefix(4) == ["T", "S0", "S1", "S2"])
    for (colour, textured) in [(Ink.blue, false), (Ink.orange, true), (Ink.bluishGreen, true)] {
      let columns = parsed.elements.indices.filter { parsed.elements[$0].attributes["fill"] == colour }
      #expect(columns.count == 3)
      for column in columns {
        let next = parsed.elements.dropFirst(column + 1).first
        #expect((next?.name == "path" && next?.attributes["stroke"] == Ink.text) == textured, "\(colour)")
      }
    }
  }

  @Test("No value, no category, many categories and hostile labels make valid pictures")
  func edges() throws {
    #expect(try ParsedSVG(chart([[]]).svg()).isInert)
    #expect(try ParsedSVG(chart([[0, 0]]).svg()).isInert)
    #expect(try ParsedSVG(chart([(0..<400).map(Double.init)]).svg()).isInert)
    let hostile = chart([HostileNames.all.map { _ in 1 }], labels: HostileNames.all)
    #expect(try ParsedSVG(hostile.svg()).isInert)
    for value in [-1, .nan, .infinity] {
      #expect(throws: RenderingError.self) { try chart([[value]]).svg() }
    }
  }
}
