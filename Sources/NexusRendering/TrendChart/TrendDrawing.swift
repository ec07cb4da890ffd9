/// Writes the picture of a ``TrendChart``.
struct TrendDrawing: Sendable {
  private let chart: TrendChart
  private let drawn: [TrendChart.Series]
  private let titleLines: [String]

  private static let width = 1_100.0
  private static let margin = 32.0
  private static let plotLeft = 78.0
  private static let plotRight = 800.0
  private static let plotHeight = 380.0
  private static let legendLeft = 836.0

  init(_ chart: TrendChart) {
    self.chart = chart
    let observed = chart.series.filter { $0.points.contains { $0 != nil } }
    let order = observed.indices.sorted {
      (-TrendDrawing.last(observed[$0]), $0) < (-TrendDrawing.last(observed[$1]), $1)
    }
    drawn = order.prefix(max(0, chart.maximumSeries)).map { observed[$0] }
    titleLines = DisplayText.lines(
      chart.title, width: Self.width - 2 * Self.margin, size: 24, weight: .bold, maximumLines: 2)
  }

  /// The last value that was observed.
  private static func last(_ series: TrendChart.Series) -> Double {
    series.points.last { $0 != nil }??.value ?? 0
  }

  private var plotTop: Double { 50 + Double(titleLines.count) * 30 + 26 }
  private var plotBottom: Double { plotTop + Self.plotHeight }

  func svg() -> String {
    let notes = chart.notes.flatMap { DisplayText.lines($0, width: Self.width - 2 * Self.margin, size: 11) }
    let notesTop = plotBottom + 46
    return SVGDocument.picture(
      width: Self.width, height: notesTop + 20 + Double(notes.count) * 15.5, identifier: chart.identifier,
      title: DisplayText.clean(chart.title), description: summary
    ) { document in
      drawHead(in: &document)
      drawScale(in: &document)
      if drawn.isEmpty {
        document.text(
          "Nothing was observed in any period.",
          at: Point(x: (Self.plotLeft + Self.plotRight) / 2, y: (plotTop + plotBottom) / 2), size: 14,
          anchor: .middle, fill: Ink.quiet)
      }
      for (number, series) in drawn.enumerated() { draw(series, number, in: &document) }
      drawLegend(in: &document)
      line(
        from: Point(x: Self.margin, y: notesTop - 8), toX: Self.width - Self.margin, Ink.rule, in: &document)
      for (position, note) in notes.enumerated() {
        document.text(
          note, at: Point(x: Self.margin, y: notesTop + 10 + Double(position) * 15.5), size: 11,
          fill: Ink.quiet)
      }
    }
  }

  private var summary: String {
    let lines = drawn.map { series in
      let values = zip(chart.labels, series.points).map { label, point in
        "\(DisplayText.clean(label, limit: 60)): \(point.map { oneDecimal($0.value) } ?? "not observed")"
      }
      return "\(DisplayText.clean(series.name)): \(values.joined(separator: ", "))."
    }
    return
      ([
        "Line chart of \(Numerals.count(chart.series.count, "region")) over "
          + "\(Numerals.count(chart.labels.count, "period"))."
      ] + lines).joined(separator: " ")
  }

  private func drawHead(in document: inout SVGDocument) {
    var y = 50.0
    for line in titleLines {
      document.text(line, at: Point(x: Self.margin, y: y), size: 24, weight: .bold)
      y += 30
    }
    document.text(
      DisplayText.shortened(chart.heading, toWidth: Self.width - 2 * Self.margin, size: 14),
      at: Point(x: Self.margin, y: y - 5), size: 14, fill: Ink.quiet)
  }

  private func drawScale(in document: inout SVGDocument) {
    for tick in stride(from: 0.0, through: 100, by: 20) {
      let y = height(of: tick)
      line(
        from: Point(x: Self.plotLeft, y: y), toX: Self.plotRight, tick == 0 ? Ink.rule : Ink.faint,
        in: &document)
      document.text(
        NexusRendering.svg(tick), at: Point(x: Self.plotLeft - 10, y: y + 4), size: 11, anchor: .end,
        fill: Ink.quiet)
    }
    let room = chart.labels.count > 1 ? place(of: 1) - place(of: 0) - 12 : Self.plotRight - Self.plotLeft
    // Where labels would run together, every second, third, … stands.
    let widest = chart.labels.map { TextMetrics.width(of: $0, size: 11) }.max() ?? 0
    let step = max(1, Int((min(widest, 160) / max(room, 1)).rounded(.up)))
    for (position, label) in chart.labels.enumerated() where position % step == 0 {
      document.text(
        DisplayText.shortened(label, toWidth: room * Double(step), size: 11),
        at: Point(x: place(of: position), y: plotBottom + 20), size: 11, anchor: .middle, fill: Ink.quiet)
    }
  }

  private func height(of value: Double) -> Double {
    plotBottom - Self.plotHeight * min(100, max(0, value)) / 100
  }

  private func place(of period: Int) -> Double {
    let inset = 46.0
    guard chart.labels.count > 1 else { return (Self.plotLeft + Self.plotRight) / 2 }
    let step = (Self.plotRight - Self.plotLeft - 2 * inset) / Double(chart.labels.count - 1)
    return Self.plotLeft + inset + step * Double(period)
  }

  // MARK: Series

  /// Intervals of several series stand side by side.
  private func shift(_ number: Int) -> Double { (Double(number) - Double(drawn.count - 1) / 2) * 5 }

  private func draw(_ series: TrendChart.Series, _ number: Int, in document: inout SVGDocument) {
    let style = TrendStyle(number)
    document.element("g", [:]) { document in
      document.element("title", [:], text: "\u{2068}\(DisplayText.clean(series.name))\u{2069}")
      var path = ""
      var isOpen = false
      for (period, point) in series.points.enumerated() {
        if let point {
          path +=
            "\(isOpen ? "L" : "M")\(NexusRendering.svg(place(of: period) + shift(number))) \(NexusRendering.svg(height(of: point.value)))"
        }
        isOpen = point != nil
      }
      document.element(
        "path",
        [
          "d": path, "fill": "none", "stroke": style.colour, "stroke-width": "2",
          "stroke-dasharray": style.dashes,
        ])
      for (period, point) in series.points.enumerated() {
        guard let point else { continue }
        let x = place(of: period) + shift(number)
        if let low = point.low, let high = point.high {
          let (top, bottom) = (NexusRendering.svg(height(of: high)), NexusRendering.svg(height(of: low)))
          let (left, middle) = (NexusRendering.svg(x - 3), NexusRendering.svg(x))
          document.element(
            "path",
            [
              "d": "M\(middle) \(top)V\(bottom)M\(left) \(top)h6M\(left) \(bottom)h6", "fill": "none",
              "stroke": style.colour, "stroke-width": "1.1",
            ])
        }
        mark(at: Point(x: x, y: height(of: point.value)), style, in: &document)
      }
    }
  }

  private func mark(at point: Point, _ style: TrendStyle, in document: inout SVGDocument) {
    document.element(
      "path",
      [
        "d": style.mark(at: point), "fill": style.isHollow ? "#ffffff" : style.colour, "stroke": style.colour,
        "stroke-width": "1.6",
      ])
  }

  private var legend: LegendColumn {
    var column = LegendColumn(width: Self.width - Self.margin - Self.legendLeft)
    (column.swatchWidth, column.textSize, column.valueWeight) = (38, 12.5, .bold)
    column.add(
      drawn.enumerated().map { number, series in
        let style = TrendStyle(number)
        return LegendEntry(
          text: DisplayText.clean(series.name, limit: 60),
          value: series.points.last.flatMap { $0 }.map { oneDecimal($0.value) } ?? "–", height: 26
        ) { middle, document in
          document.element(
            "path",
            [
              "d": "M\(NexusRendering.svg(middle.x - 15)) \(NexusRendering.svg(middle.y))h30", "fill": "none",
              "stroke": style.colour, "stroke-width": "2", "stroke-dasharray": style.dashes,
            ])
          mark(at: middle, style, in: &document)
        }
      })
    return column
  }

  private func drawLegend(in document: inout SVGDocument) {
    let legend = legend
    let top = plotTop - 5
    legend.draw(in: &document, left: Self.legendLeft, top: top)
    var y = top + max(0, legend.height) + 13
    let hidden = chart.series.count { $0.points.contains { $0 != nil } } - drawn.count
    var remarks: [String] = []
    if drawn.contains(where: { $0.points.contains { $0?.low != nil } }) {
      remarks.append("Whiskers: 5–95 % of the draws")
    }
    if hidden > 0 { remarks.append("\(Numerals.count(hidden)) more with lower last scores are not drawn") }
    for remark in remarks {
      for line in DisplayText.lines(remark, width: Self.width - Self.margin - Self.legendLeft, size: 11) {
        document.text(line, at: Point(x: Self.legendLeft, y: y + 6), size: 11, fill: Ink.quiet)
        y += 15
      }
    }
  }

  private func line(from start: Point, toX end: Double, _ colour: String, in document: inout SVGDocument) {
    document.element(
      "path",
      [
        "d": "M\(NexusRendering.svg(start.x)) \(NexusRendering.svg(start.y))H\(NexusRendering.svg(end))",
        "stroke": colour, "stroke-width": "1",
      ])
  }
}

/// How a line looks: colour, dashes and mark differ together, so that colour is not needed to tell lines apart.
private struct TrendStyle {
  let colour: String
  let dashes: String
  let isHollow: Bool
  private let shape: Int

  init(_ number: Int) {
    let colours = [
      Ink.blue, Ink.vermillion, Ink.bluishGreen, Ink.reddishPurple, Ink.text, Ink.orange, Ink.skyBlue,
      Ink.quiet,
    ]
    colour = colours[number % colours.count]
    dashes = number < 4 ? "none" : "6 3"
    isHollow = number % 8 >= 4
    shape = number % 4
  }

  /// Circle, square, triangle, diamond.
  func mark(at point: Point) -> String {
    let (x, y) = (point.x, point.y)
    func at(_ dx: Double, _ dy: Double) -> String {
      "\(NexusRendering.svg(x + dx)) \(NexusRendering.svg(y + dy))"
    }
    switch shape {
    case 0: return "M\(at(-4, 0))a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"
    case 1: return "M\(at(-3.7, -3.7))h7.4v7.4h-7.4z"
    case 2: return "M\(at(0, -4.6))L\(at(4.4, 3.4))L\(at(-4.4, 3.4))z"
    default: return "M\(at(0, -5))L\(at(5, 0))L\(at(0, 5))L\(at(-5, 0))z"
    }
  }
}

/// `42.0`: one decimal, always.
private func oneDecimal(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}
