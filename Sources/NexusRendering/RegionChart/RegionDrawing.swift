/// Writes the picture of a ``RegionChart``.
struct RegionDrawing: Sendable {
  private let chart: RegionChart
  private let rows: [RegionRow]
  private let fills: PartFills
  private let titleLines: [String]

  private static let width = 1_100.0
  private static let margin = 32.0
  private static let rankRight = 58.0
  private static let nameLeft = 70.0
  private static let nameWidth = 200.0
  private static let scaleLeft = 284.0
  /// Where the scale ends: it takes the room of the remarks when there are none.
  private let scaleRight: Double

  private var scoreRight: Double { scaleRight + 62 }
  private var gradeCenter: Double { scaleRight + 92 }
  private var noteLeft: Double { scaleRight + 122 }

  init(_ chart: RegionChart) {
    self.chart = chart
    rows = RegionRow.rows(of: chart)
    fills = PartFills(chart)
    scaleRight = chart.bars.contains { !$0.note.isEmpty } ? 744 : 948
    titleLines = DisplayText.lines(
      chart.title, width: Self.width - 2 * Self.margin, size: 24, weight: .bold, maximumLines: 2)
  }

  func svg() -> String {
    let notes = chart.notes.flatMap { DisplayText.lines($0, width: Self.width - 2 * Self.margin, size: 11) }
    let legendTop = 24 + Double(titleLines.count) * 30 + 34
    let legend = legend
    let top = legendTop + (rows.isEmpty ? 10 : legend.height + 8)
    let body = rows.isEmpty ? 110 : rows.reduce(0) { $0 + $1.height }
    let bottom = top + body + 16
    return SVGDocument.picture(
      width: Self.width, height: bottom + (notes.isEmpty ? 10 : 22) + Double(notes.count) * 15.5,
      identifier: chart.identifier, title: DisplayText.clean(chart.title), description: summary
    ) { document in
      drawHead(in: &document)
      if rows.isEmpty {
        document.text(
          "No region is observed: no row of the data names one.",
          at: Point(x: Self.width / 2, y: top + body / 2), size: 14, anchor: .middle, fill: Ink.quiet)
      } else {
        legend.draw(in: &document, left: Self.margin, top: legendTop - 5)
      }
      var y = top
      for row in rows {
        draw(row, top: y, in: &document)
        y += row.height
      }
      drawNotes(notes, top: bottom, in: &document)
    }
  }

  private var summary: String {
    let ranked = chart.bars.count { $0.score != nil && $0.isRanked }
    let silent = chart.bars.count { $0.score == nil }
    let counts =
      "Bar chart of \(Numerals.count(chart.bars.count, "region")): \(Numerals.count(ranked)) ranked, "
      + "\(Numerals.count(chart.bars.count - ranked - silent)) observed but not ranked, "
      + "\(Numerals.count(silent)) not observed."
    return
      ([DisplayText.clean(chart.heading) + ".", counts]
      + chart.notes.map { DisplayText.clean($0, limit: 2_000) })
      .joined(separator: " ")
  }

  private func drawHead(in document: inout SVGDocument) {
    var y = 50.0
    for line in titleLines {
      document.text(line, at: Point(x: Self.margin, y: y), size: 24, weight: .bold)
      y += 30
    }
    let heading = DisplayText.shortened(chart.heading, toWidth: Self.width - 2 * Self.margin, size: 14)
    document.text(heading, at: Point(x: Self.margin, y: y - 5), size: 14, fill: Ink.quiet)
  }

  private func drawNotes(_ notes: [String], top: Double, in document: inout SVGDocument) {
    guard !notes.isEmpty else { return }
    rule(from: Self.margin, to: Self.width - Self.margin, y: top, in: &document)
    for (position, line) in notes.enumerated() {
      document.text(
        line, at: Point(x: Self.margin, y: top + 19 + Double(position) * 15.5), size: 11, fill: Ink.quiet)
    }
  }

  private func rule(from left: Double, to right: Double, y: Double, in document: inout SVGDocument) {
    document.element(
      "path",
      [
        "d": "M\(NexusRendering.svg(left)) \(NexusRendering.svg(y))H\(NexusRendering.svg(right))",
        "stroke": Ink.rule, "stroke-width": "0.8",
      ])
  }

  // MARK: Legend

  private var legend: LegendRow {
    var entries = fills.parts.map { part in
      LegendEntry(text: "\(part.name) (\(Numerals.count(part.count)))") { middle, document in
        rectangle(
          x: middle.x - 13, y: middle.y - 6, width: 26, height: 12, filling: part.filling, in: &document)
      }
    }
    let intervals = chart.bars.count { $0.score != nil && $0.low != nil && $0.high != nil }
    if intervals > 0 {
      entries.append(
        LegendEntry(text: "90 % interval (\(Numerals.count(intervals)))") { middle, document in
          whisker(from: middle.x - 13, to: middle.x + 13, y: middle.y, in: &document)
        })
    }
    let silent = chart.bars.count { $0.score == nil }
    if silent > 0 {
      entries.append(
        LegendEntry(text: "Not observed (\(Numerals.count(silent)))") { middle, document in
          rectangle(
            x: middle.x - 13, y: middle.y - 2.5, width: 26, height: 5, filling: PartFills.silent,
            in: &document)
        })
    }
    return LegendRow(entries, swatchWidth: 26, width: Self.width - 2 * Self.margin)
  }

  // MARK: Rows

  private func draw(_ row: RegionRow, top: Double, in document: inout SVGDocument) {
    switch row {
    case .level(let level): drawLevel(level, top: top, in: &document)
    case .bar(let bar, let rank): drawBar(bar, rank: rank, top: top, in: &document)
    case .divider(let reason):
      rule(from: Self.margin, to: Self.width - Self.margin, y: top + 7, in: &document)
      document.text(reason, at: Point(x: Self.nameLeft, y: top + 22), size: 11, fill: Ink.quiet)
    case .more(let count):
      document.text(
        "… and \(Numerals.count(count)) more, not drawn", at: Point(x: Self.nameLeft, y: top + 16),
        size: 11.5,
        fill: Ink.quiet)
    }
  }

  private static func heading(of level: String) -> String {
    switch level {
    case "country": "Countries"
    case "subregion": "Subregions"
    case "region": "Regions"
    case "world": "World"
    default: DisplayText.shortened(level, toWidth: nameWidth, size: 13, weight: .bold)
    }
  }

  private func drawLevel(_ level: String, top: Double, in document: inout SVGDocument) {
    let base = top + 36
    document.text(Self.heading(of: level), at: Point(x: Self.margin, y: base), size: 13, weight: .bold)
    for tick in stride(from: 0.0, through: 100, by: 20) {
      document.text(
        NexusRendering.svg(tick), at: Point(x: position(of: tick), y: base), size: 10.5, anchor: .middle,
        fill: Ink.quiet)
    }
    document.text("Score", at: Point(x: scoreRight, y: base), size: 10.5, anchor: .end, fill: Ink.quiet)
    document.text("Grade", at: Point(x: gradeCenter, y: base), size: 10.5, anchor: .middle, fill: Ink.quiet)
  }

  private func position(of score: Double) -> Double {
    Self.scaleLeft + (scaleRight - Self.scaleLeft) * min(100, max(0, score)) / 100
  }

  private func drawBar(_ bar: RegionChart.Bar, rank: Int?, top: Double, in document: inout SVGDocument) {
    let (middle, base) = (top + 12.5, top + 16.5)
    document.element("g", [:]) { document in
      document.element("title", [:], text: title(of: bar, rank: rank))
      for tick in stride(from: 0.0, through: 100, by: 20) {
        let x = NexusRendering.svg(position(of: tick))
        document.element(
          "path",
          [
            "d": "M\(x) \(NexusRendering.svg(top))v\(NexusRendering.svg(25))",
            "stroke": tick == 0 ? Ink.rule : Ink.faint, "stroke-width": "1",
          ])
      }
      if let rank {
        document.text(
          "\(rank)", at: Point(x: Self.rankRight, y: base), size: 12, anchor: .end, fill: Ink.quiet)
      }
      let name = DisplayText.shortened(bar.name, toWidth: Self.nameWidth, size: 12.5)
      document.text(name, at: Point(x: Self.nameLeft, y: base), size: 12.5)
      let note = DisplayText.shortened(bar.note, toWidth: Self.width - Self.margin - noteLeft, size: 10.5)
      if !note.isEmpty {
        document.text(note, at: Point(x: noteLeft, y: base), size: 10.5, fill: Ink.quiet)
      }
      guard let score = bar.score else {
        rectangle(
          // Thin, so that it reads as a range that is open and not as a bar.
          x: Self.scaleLeft, y: middle - 2.5, width: scaleRight - Self.scaleLeft, height: 5,
          filling: PartFills.silent,
          in: &document)
        document.text(
          "not observed", at: Point(x: scoreRight + 46, y: base), size: 11.5, anchor: .end, fill: Ink.quiet)
        return
      }
      drawParts(of: bar, score: score, top: middle - 7.5, in: &document)
      if let low = bar.low, let high = bar.high {
        whisker(
          from: position(of: min(low, high)), to: position(of: max(low, high)), y: middle, in: &document)
      }
      document.text(
        oneDecimal(score), at: Point(x: scoreRight, y: base), size: 12.5, anchor: .end,
        weight: bar.isRanked ? .bold : .regular)
      let grade = DisplayText.clean(bar.grade, limit: 3)
      document.text(grade, at: Point(x: gradeCenter, y: base), size: 12.5, anchor: .middle)
    }
  }

  /// Stacked parts; a bar without any is drawn whole, in grey. Those that are not ranked are paler.
  private func drawParts(of bar: RegionChart.Bar, score: Double, top: Double, in document: inout SVGDocument)
  {
    document.element("g", ["opacity": bar.isRanked ? "1" : "0.45"]) { document in
      var value = 0.0
      let parts = bar.contributions.isEmpty ? [(name: "", value: score)] : bar.contributions
      for part in parts where part.value > 0 {
        let (left, right) = (position(of: value), position(of: value + part.value))
        rectangle(
          x: left, y: top, width: right - left, height: 15, filling: fills.filling(of: part.name),
          in: &document)
        value += part.value
      }
    }
  }

  private func title(of bar: RegionChart.Bar, rank: Int?) -> String {
    var facts: [String] = []
    if let score = bar.score {
      facts.append("score \(oneDecimal(score))")
    } else {
      facts.append("not observed")
    }
    if let low = bar.low, let high = bar.high {
      facts.append("interval \(oneDecimal(low)) to \(oneDecimal(high))")
    }
    facts += bar.contributions.map { "\(DisplayText.clean($0.name, limit: 40)) \(oneDecimal($0.value))" }
    if !bar.grade.isEmpty { facts.append("grade \(DisplayText.clean(bar.grade, limit: 3))") }
    facts.append(rank.map { "rank \($0)" } ?? "not ranked")
    let note = DisplayText.clean(bar.note, limit: 400)
    let name = "\u{2068}\(DisplayText.clean(bar.name))\u{2069}"
    return "\(name): \(facts.joined(separator: ", "))\(note.isEmpty ? "" : ". \(note)")"
  }

  // MARK: Marks

  private func rectangle(
    x: Double, y: Double, width: Double, height: Double, filling: Filling, in document: inout SVGDocument
  ) {
    filling.draw(
      Box(minX: x, minY: y, maxX: x + width, maxY: y + height), frame: "#ffffff", frameWidth: "0.6",
      in: &document)
  }

  /// A line with caps, white below black so that it shows on every fill.
  private func whisker(from left: Double, to right: Double, y: Double, in document: inout SVGDocument) {
    let (start, end, middle) = (NexusRendering.svg(left), NexusRendering.svg(right), NexusRendering.svg(y))
    let (top, height) = (NexusRendering.svg(y - 4), "8")
    let path = "M\(start) \(middle)H\(end)M\(start) \(top)v\(height)M\(end) \(top)v\(height)"
    for (stroke, width) in [("#ffffff", "4"), (Ink.text, "1.4")] {
      document.element("path", ["d": path, "fill": "none", "stroke": stroke, "stroke-width": width])
    }
  }
}

/// `42.0`: one decimal, always.
private func oneDecimal(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}
