import NexusGraph
import NexusModel
import NexusRisk
import Testing

@Suite("Exposure over time")
struct ExposureTrendTests {
  func sketch() -> NetworkSketch {
    var sketch = NetworkSketch()
    let (crime, terror) = (sketch.actor("O", .organisedCrime), sketch.actor("T", .terrorist))
    sketch.presence(crime, "TJ", 0.9)
    sketch.presence(terror, "AF", 0.9)
    sketch.tie(crime, terror, 0.4, date: Instant(year: 2017, month: 5, day: 1))
    sketch.tie(crime, terror, 0.9, date: Instant(year: 2020, month: 5, day: 1))
    sketch.tie(crime, terror, 0.9)
    return sketch
  }

  @Test("Each window has its own links, the undated in none, and more evidence scores higher")
  func windows() throws {
    var options = RiskOptions()
    options.exposure.asOf = Instant(year: 2020, month: 12, day: 31)
    options.uncertainty.draws = 64
    let trend = sketch().build().exposureTrend(years: 2, options)
    #expect(trend.windows.map(\.links) == [1, 1])
    #expect(trend.windows.map(\.end.description) == ["2018-12-31", "2020-12-31"])
    #expect(trend.undated == 1)
    #expect(!trend.indicators.contains(.momentum))
    let tajikistan = try #require(trend.regions.firstIndex { $0.code == "TJ" })
    let scores = trend.windows.compactMap { $0.regions[tajikistan]?.score }
    #expect(scores.count == 2 && scores[0] < scores[1])
    #expect(trend.windows.allSatisfy { $0.regions[tajikistan]?.interval != nil })
  }

  @Test("A window without rows of a region does not observe it; data without dates have no windows")
  func unobserved() throws {
    var options = RiskOptions()
    options.exposure.asOf = Instant(year: 2022, month: 12, day: 31)
    options.uncertainty.draws = 0
    let trend = sketch().build().exposureTrend(years: 2, options)
    #expect(trend.windows.map(\.links) == [1, 1, 0])
    #expect(trend.windows[2].regions.allSatisfy { $0 == nil })
    var undated = NetworkSketch()
    undated.tie(undated.actor("O", .organisedCrime), undated.actor("T", .terrorist), 0.5)
    #expect(undated.build().exposureTrend(years: 1, options).windows.isEmpty)
  }
}
