import NexusRendering
import NexusTestSupport
import Testing

@Suite("Pictures of values over periods")
struct TrendChartTests {
  private typealias Point = TrendChart.Point

  private func chart(_ series: [TrendChart.Series], labels: [String] = ["2017", "2018", "2019"]) -> TrendChart
  {
    TrendChart(title: "Exposure", labels: labels, series: series, notes: ["Source: rows"])
  }

  @Test("Every series has its line, marks, legend and last value; a gap breaks the line")
  func gap() throws {
    let svg = try chart([
      TrendChart.Series(name: "Alpha", points: [Point(value: 10), nil, Point(value: 30, low: 20, high: 40)])
    ]).svg()
    #expect(svg.contains("Alpha") && svg.contains(">30.0<") && svg.contains("2018: not observed"))
    // Two moves, no line across the gap.
    let line = try #require(svg.firstMatch(of: /d="(M[0-9. ]+M[0-9. ]+)" fill="none"/))
    #expect(!line.1.contains("L"))
    #expect(svg.contains("Whiskers"))
  }

  @Test("More series than fit are counted, the highest last values stay")
  func many() throws {
    let series = (0..<11).map { number in
      TrendChart.Series(
        name: "Region \(number)", points: [nil, Point(value: 1), Point(value: Double(number))])
    }
    let svg = try chart(series).svg()
    #expect(svg.contains("Region 10") && !svg.contains(">Region 2<"))
    #expect(svg.contains("3 more with lower last scores are not drawn"))
  }

  @Test("Nothing observed, one period and no period make pictures that say so")
  func empty() throws {
    #expect(try chart([]).svg().contains("Nothing was observed"))
    #expect(try chart([], labels: []).svg().contains("Nothing was observed"))
    let one = try chart([TrendChart.Series(name: "A", points: [Point(value: 100)])], labels: ["2019"]).svg()
    #expect(one.contains("2019"))
  }

  @Test("Hostile names stay text", arguments: HostileNames.all)
  func hostile(name: String) throws {
    let svg = try chart(
      [TrendChart.Series(name: name, points: [nil, nil, Point(value: 5)])], labels: [name, "b", "c"]
    ).svg()
    #expect(try ParsedSVG(svg).isInert)
  }

  @Test("Values outside 0 to 100 are refused")
  func range() {
    for value in [-1, 101, Double.nan] {
      #expect(throws: RenderingError.self) {
        try chart([TrendChart.Series(name: "A", points: [nil, nil, Point(value: value)])]).svg()
      }
    }
  }
}
