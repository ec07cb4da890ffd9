import NexusGraph
import NexusModel
import NexusTestSupport
import Testing

@testable import NexusRendering

@Suite("Pictures of what is dated")
struct TimelineTests {
  private func item(
    _ start: Instant?, _ end: Instant? = nil, lane: Int = 0, _ kind: Timeline.Kind = .tie,
    isCrossing: Bool = false, detail: String = "A – B"
  ) throws -> Timeline.Item {
    Timeline.Item(
      lane: lane, kind: kind, isCrossing: isCrossing, start: try #require(start), end: end, detail: detail)
  }

  private func timeline(
    _ items: [Timeline.Item], lanes: [Timeline.Lane] = [Timeline.Lane(name: "finance", undated: 3)]
  ) -> Timeline {
    Timeline(title: "T", heading: "H", lanes: lanes, items: items, notes: ["Source: rows"])
  }

  @Test("A day is a dot, a month a filled bar and a year a dashed one; each says its dates and what it is")
  func precisions() throws {
    let parsed = try ParsedSVG(
      timeline([
        item(Instant(year: 2017, month: 9, day: 7)), item(Instant(year: 2018, month: 3), detail: "C – D"),
        item(Instant(year: 2016), lane: 0, .transfer, isCrossing: true, detail: "E → F"),
      ]).svg())
    #expect(parsed.titles.contains("2017-09-07: \u{2068}A – B\u{2069}"))
    #expect(parsed.titles.contains("2018-03: \u{2068}C – D\u{2069}"))
    #expect(parsed.titles.contains("2016: \u{2068}E → F\u{2069}"))
    for text in ["Tie (2)", "Known to the month (1)", "Known to the year (1)", "3 dated, 3 undated"] {
      #expect(parsed.texts.contains(text), "\(text) of \(parsed.texts)")
    }
    #expect(
      parsed.texts.contains(
        "Drawn: 3 dated ties and transfers. Not drawn: 3 without a date; when they were is not known."))
    #expect(parsed.elements.count { $0.attributes["stroke-dasharray"] == "3 2" } == 2, "mark and legend")
  }

  @Test("A mark covers exactly the time in which it may lie")
  func extents() throws {
    let year = try #require(Instant(year: 2016))
    let month = try #require(Instant(year: 2018, month: 2))
    let day = try #require(Instant(year: 2019, month: 12, day: 31))
    func days(_ start: Instant, _ end: Instant? = nil) throws -> Int64 {
      let extent = TimelineLayout.extent(of: try item(start, end))
      return (extent.upperBound - extent.lowerBound) / 86_400
    }
    #expect(try days(year) == 366 && days(month) == 28 && days(day) == 1)
    #expect(try days(year, day) == 366 + 365 + 365 + 365)
    let second = try #require(day.at(hour: 1, minute: 2, second: 3))
    let extent = TimelineLayout.extent(of: try item(second))
    #expect(extent.upperBound - extent.lowerBound == 1)
  }

  @Test("Marks of one lane never overlap, and every item has one", arguments: UInt64(0)..<20)
  func packing(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let items = try (0..<60).map { _ -> Timeline.Item in
      let (year, month, day) = (
        2000 + Int.random(in: 0..<20, using: &random), 1 + Int.random(in: 0..<12, using: &random),
        1 + Int.random(in: 0..<28, using: &random)
      )
      let start =
        switch Int.random(in: 0..<3, using: &random) {
        case 0: Instant(year: year)
        case 1: Instant(year: year, month: month)
        default: Instant(year: year, month: month, day: day)
        }
      return try item(start, lane: Int.random(in: 0..<2, using: &random))
    }
    var timeline = timeline(items, lanes: [Timeline.Lane(name: "a"), Timeline.Lane(name: "b")])
    timeline.maximumDepth = 60
    let layout = TimelineLayout(timeline, from: 0, to: 860)
    var drawn: [Int] = []
    for case .marks(let marks, let depth) in layout.lanes {
      for row in 0..<depth {
        let inRow = marks.filter { $0.row == row }.sorted { $0.left < $1.left }
        for (first, second) in zip(inRow, inRow.dropFirst()) {
          #expect(first.right <= second.left, "seed \(seed), row \(row)")
        }
      }
      drawn += marks.map(\.item)
    }
    #expect(drawn.sorted() == Array(items.indices), "seed \(seed)")
  }

  @Test("A lane too deep is counted, and the counts add up to its items", arguments: UInt64(0)..<20)
  func counting(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let items = try (0..<500).map { _ -> Timeline.Item in
      let (year, month) = (
        2010 + Int.random(in: 0..<8, using: &random), 1 + Int.random(in: 0..<12, using: &random)
      )
      return try item(
        Int.random(in: 0..<4, using: &random) == 0
          ? Instant(year: year)
          : Instant(year: year, month: month, day: 1 + Int.random(in: 0..<28, using: &random)),
        isCrossing: Int.random(in: 0..<5, using: &random) == 0)
    }
    let layout = TimelineLayout(timeline(items), from: 0, to: 860)
    guard case .counts(let columns, let coarse, let tallest) = layout.lanes[0] else {
      Issue.record("seed \(seed): 500 items in one lane are counted")
      return
    }
    #expect(layout.bin == .months(1))
    let all = columns + coarse
    #expect(all.reduce(0) { $0 + $1.count } == 500, "seed \(seed)")
    #expect(all.reduce(0) { $0 + $1.crossing } == items.count(where: \.isCrossing), "seed \(seed)")
    #expect(coarse.reduce(0) { $0 + $1.count } == items.count { $0.start.precision == .year })
    #expect(tallest == columns.map(\.count).max())
    let picture = try timeline(items).svg()
    #expect(
      picture.contains("tallest: \(tallest) a month") && picture.contains("Dated no finer than the box"))
  }

  @Test("The day of reference is marked; nothing dated and one single day make pictures too")
  func edges() throws {
    var timeline = timeline([try item(Instant(year: 2018, month: 1, day: 1))])
    timeline.referenceDay = Instant(year: 2019, month: 6, day: 30)
    #expect(try ParsedSVG(timeline.svg()).texts.contains("day of reference 2019-06-30"))
    timeline.referenceDay = nil
    #expect(try ParsedSVG(timeline.svg()).titles.contains("2018-01-01: \u{2068}A – B\u{2069}"))
    timeline.items = []
    #expect(try ParsedSVG(timeline.svg()).texts.contains("Nothing is dated."))
    timeline.items = [try item(Instant(year: 1)), try item(Instant(year: 9999))]
    #expect(try timeline.svg().contains("9999"))
    timeline.items = [try item(Instant(year: 2018), lane: 7)]
    #expect(throws: RenderingError.self) { try timeline.svg() }
  }

  @Test("Steps of the calendar cover a span without a gap, and each date falls into the step that holds it")
  func steps() throws {
    let start = try #require(Instant(year: 2016, month: 2, day: 27)).seconds
    let end = try #require(Instant(year: 2019, month: 1, day: 2)).seconds
    for step in CalendarStep.bins + CalendarStep.ticks {
      let starts = step.starts(covering: start..<end)
      let (first, last) = (try #require(starts.first), try #require(starts.last))
      #expect(first <= start && last >= end, "\(step)")
      #expect(starts == starts.sorted() && Set(starts).count == starts.count, "\(step)")
    }
    #expect(
      CalendarStep.months(1).starts(covering: start..<end).prefix(2).map {
        CalendarStep.months(1).label(of: $0)
      }
        == ["2016-02", "2016-03"])
  }

  @Test("Hostile names stay text, and the same values give the same bytes")
  func hostile() throws {
    for name in HostileNames.all {
      var timeline = timeline(
        [try item(Instant(year: 2018, month: 1, day: 1), detail: name)], lanes: [Timeline.Lane(name: name)])
      (timeline.title, timeline.heading, timeline.notes) = (name, name, [name])
      let document = try timeline.svg()
      #expect(try ParsedSVG(document).isInert)
      #expect(try document == timeline.svg())
    }
  }

  @Test("Ten thousand marks stay below two megabytes")
  func size() throws {
    var random = SeededGenerator(seed: 1)
    let items = try (0..<10_000).map { _ in
      try item(
        Instant(
          year: 1990 + Int.random(in: 0..<30, using: &random),
          month: 1 + Int.random(in: 0..<12, using: &random), day: 1 + Int.random(in: 0..<28, using: &random)),
        lane: Int.random(in: 0..<12, using: &random),
        detail: "A name of usual length – another name of usual length, finance")
    }
    let lanes = (0..<12).map { Timeline.Lane(name: "lane \($0)") }
    #expect(try timeline(items, lanes: lanes).svg().utf8.count < 2_000_000)
  }
}
