import Testing

@testable import NexusRendering

@Suite("Chart of regions")
struct RegionChartTests {
  private static func bar(
    _ name: String, _ score: Double?, level: String = "country", isRanked: Bool = true, note: String = ""
  ) -> RegionChart.Bar {
    RegionChart.Bar(
      name: name, level: level, score: score, low: score.map { max(0, $0 - 5) },
      high: score.map { min(100, $0 + 5) },
      grade: isRanked ? "B" : "D", isRanked: isRanked,
      contributions: score.map { [("threat", $0 / 2), ("nexus", $0 / 4), ("flow", $0 / 4)] } ?? [], note: note
    )
  }

  /// Names and dividers from top to bottom.
  private static func order(_ bars: [RegionChart.Bar], limit: Int = 40) -> [String] {
    var chart = RegionChart(title: "T", bars: bars)
    chart.maximumBarsPerLevel = limit
    return RegionRow.rows(of: chart).map { row in
      switch row {
      case .level(let level): "[\(level)]"
      case .bar(let bar, let rank): "\(rank.map(String.init) ?? "-") \(bar.name)"
      case .divider: "---"
      case .more(let count): "+\(count)"
      }
    }
  }

  @Test("Levels go from countries to the world; in each the ranked, the unranked, then the silent")
  func order() {
    let rows = Self.order([
      Self.bar("World", 30, level: "world"), Self.bar("Silent", nil, isRanked: false), Self.bar("Low", 10),
      Self.bar("Asia", 40, level: "region"), Self.bar("Weak", 90, isRanked: false), Self.bar("High", 60),
      Self.bar("OSCE", 20, level: "grouping"), Self.bar("Also low", 10),
    ])
    #expect(
      rows == [
        "[country]", "1 High", "2 Also low", "2 Low", "---", "- Weak", "- Silent", "[region]", "1 Asia",
        "[world]",
        "1 World", "[grouping]", "1 OSCE",
      ])
  }

  @Test("More bars than allowed are counted, not drawn")
  func limit() throws {
    let bars = (0..<50).map { Self.bar("R\($0)", Double($0)) } + [Self.bar("Silent", nil, isRanked: false)]
    #expect(Self.order(bars, limit: 3) == ["[country]", "1 R49", "2 R48", "3 R47", "+48"])
    #expect(Self.order(bars).count == 42)
    #expect(
      try ParsedSVG(RegionChart(title: "T", bars: bars).svg()).texts.contains("… and 11 more, not drawn"))
  }

  @Test("A row shows rank, name, score, grade and reason; the legend counts")
  func row() throws {
    let bars = [
      Self.bar("Mali", 42.25), Self.bar("Niger", 7, isRanked: false, note: "3 items, 1 origin"),
      Self.bar("Chad", nil, isRanked: false),
    ]
    let parsed = try ParsedSVG(RegionChart(title: "T", bars: bars).svg())
    for text in [
      "Observed exposure, not overall risk", "Countries", "Mali", "42.3", "B", "Niger", "7.0", "D",
      "3 items, 1 origin",
      "not observed", "0", "100", "Threat (2)", "Nexus (2)", "Flow (2)", "90 % interval (2)",
      "Not observed (1)",
    ] {
      #expect(parsed.texts.contains(text), "\(text)")
    }
    #expect(
      parsed.titles.contains(
        "\u{2068}Mali\u{2069}: score 42.3, interval 37.3 to 47.3, threat 21.1, nexus 10.6, flow 10.6, grade B, rank 1"
      ))
  }

  @Test("The parts of a bar add up to its score, on the scale")
  func lengths() throws {
    let parsed = try ParsedSVG(RegionChart(title: "T", bars: [Self.bar("Mali", 40)]).svg())
    let parts = parsed.elements.filter { $0.name == "rect" && $0.attributes["height"] == "15" }
    let widths = parts.compactMap { $0.attributes["width"].flatMap(Double.init) }
    let scale = 948.0 - 284
    #expect(parts.count == 3)
    #expect(abs(widths.reduce(0, +) - 0.4 * scale) < 0.05)
    #expect(Set(parts.compactMap { $0.attributes["fill"] }).count == 3)
  }

  @Test("Parts differ without colour: plain, striped, dotted; what is not observed is striped in grey")
  func textures() throws {
    let fills = PartFills(RegionChart(title: "T", bars: [Self.bar("Mali", 40)]))
    #expect(fills.parts.map(\.filling.texture) == [.plain, .stripes, .dots])
    #expect(Set(fills.parts.map(\.filling.colour)).count == 3)
    #expect(PartFills.silent.texture == .stripes && PartFills.silent.colour == Ink.faint)
    let parsed = try ParsedSVG(
      RegionChart(title: "T", bars: [Self.bar("Mali", 40), Self.bar("Chad", nil)]).svg())
    for filling in fills.parts.map(\.filling) + [PartFills.silent] {
      // The legend and the bar.
      #expect(
        parsed.elements.count { $0.name == "rect" && $0.attributes["fill"] == filling.colour } == 2,
        "\(filling)")
    }
  }

  @Test("Hostile names stay text")
  func hostileNamesStayText() throws {
    var chart = RegionChart(title: hostileNames[0], notes: hostileNames, bars: [])
    for (index, name) in hostileNames.enumerated() {
      chart.bars.append(
        RegionChart.Bar(
          name: name, level: index % 3 == 0 ? name : "country", score: index % 4 == 0 ? nil : Double(index),
          low: 0,
          high: 100, grade: name, isRanked: index % 2 == 0, contributions: [(name, Double(index))], note: name
        ))
    }
    for name in hostileNames {
      chart.title = name
      chart.heading = name
      let document = try chart.svg()
      #expect(try ParsedSVG(document).isInert)
      #expect(!document.contains("<script"))
    }
  }

  @Test("A chart of nothing says why it is empty")
  func empty() throws {
    let parsed = try ParsedSVG(RegionChart(title: "T", bars: []).svg())
    #expect(parsed.texts.contains("No region is observed: no row of the data names one."))
    let silent = try ParsedSVG(RegionChart(title: "T", bars: [Self.bar("Chad", nil, isRanked: false)]).svg())
    #expect(silent.texts.contains("not observed"))
  }

  @Test("The same values give the same bytes")
  func determinism() throws {
    let chart = RegionChart(title: "T", bars: (0..<60).map { Self.bar("R\($0)", Double($0 % 7)) })
    #expect(try chart.svg() == chart.svg())
  }

  @Test("Values off the scale are refused", arguments: [-1, 101, .nan, .infinity])
  func errors(value: Double) {
    var bar = Self.bar("Mali", 40)
    bar.score = value
    #expect(throws: RenderingError.self) { try RegionChart(title: "T", bars: [bar]).svg() }
    bar.score = 40
    bar.contributions = [("threat", value)]
    #expect(throws: RenderingError.self) { try RegionChart(title: "T", bars: [bar]).svg() }
  }
}
