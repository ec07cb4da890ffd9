import NexusModel

/// Writes the picture of a ``Timeline``.
struct TimelineDrawing: Sendable {
  private let timeline: Timeline
  private let layout: TimelineLayout
  private let titleLines: [String]

  private static let width = 1_100.0
  private static let margin = 32.0
  private static let plotLeft = 214.0
  private static let plotRight = 1_068.0
  private static let rowHeight = 9.0
  private static let countHeight = 64.0
  /// The strip below columns for what is dated too coarsely for them.
  private static let coarseHeight = 13.0

  init(_ timeline: Timeline) {
    self.timeline = timeline
    layout = TimelineLayout(timeline, from: Self.plotLeft, to: Self.plotRight)
    titleLines = DisplayText.lines(
      timeline.title, width: Self.width - 2 * Self.margin, size: 24, weight: .bold, maximumLines: 2)
  }

  func svg() -> String {
    let legend = TimelineLegend(timeline, layout, width: Self.width - 2 * Self.margin)
    let notes = (timeline.notes + legend.remarks).flatMap {
      DisplayText.lines($0, width: Self.width - 2 * Self.margin, size: 11)
    }
    let legendTop = 24 + Double(titleLines.count) * 30 + 36
    let top = legendTop + legend.height + 26
    let heights = layout.lanes.map(height)
    let bottom = top + max(60, heights.reduce(0, +))
    let notesTop = bottom + 34
    return SVGDocument.picture(
      width: Self.width, height: notesTop + 16 + Double(notes.count) * 15.5, identifier: timeline.identifier,
      title: DisplayText.clean(timeline.title), description: summary
    ) { document in
      drawHead(in: &document)
      legend.draw(at: Point(x: Self.margin, y: legendTop), in: &document)
      drawAxis(top: top, bottom: bottom, in: &document)
      if timeline.items.isEmpty {
        document.text(
          "Nothing is dated.", at: Point(x: (Self.plotLeft + Self.plotRight) / 2, y: (top + bottom) / 2),
          size: 14, anchor: .middle, fill: Ink.quiet)
      }
      var y = top
      for (lane, height) in zip(timeline.lanes.indices, heights) {
        drawLane(lane, top: y, height: height, in: &document)
        y += height
      }
      drawReferenceDay(top: top, bottom: bottom, in: &document)
      rule(from: Self.margin, y: notesTop - 4, in: &document)
      for (position, note) in notes.enumerated() {
        document.text(
          note, at: Point(x: Self.margin, y: notesTop + 13 + Double(position) * 15.5), size: 11,
          fill: Ink.quiet)
      }
    }
  }

  private func height(of content: TimelineLayout.Content) -> Double {
    switch content {
    case .marks(_, let depth): max(36, Double(depth) * Self.rowHeight + 14)
    case .counts(_, let coarse, _): Self.countHeight + (coarse.isEmpty ? 0 : Self.coarseHeight) + 14
    }
  }

  private var summary: String {
    let undated = timeline.lanes.reduce(0) { $0 + $1.undated }
    let dates = timeline.items.map(\.start).min().map { first in
      " from \(first) to \(timeline.items.map(\.end).max() ?? first)"
    }
    let lanes = timeline.lanes.indices.map { lane in
      let name = DisplayText.clean(timeline.lanes[lane].name, limit: 60)
      return "\(name): \(dated(in: lane)) dated, \(timeline.lanes[lane].undated) undated."
    }
    return
      ([
        "Timeline of \(Numerals.count(timeline.items.count)) dated ties and transfers\(dates ?? ""); "
          + "\(Numerals.count(undated)) more bear no date."
      ] + lanes).joined(separator: " ")
  }

  private func dated(in lane: Int) -> Int { timeline.items.count { $0.lane == lane } }

  private func drawHead(in document: inout SVGDocument) {
    var y = 50.0
    for line in titleLines {
      document.text(line, at: Point(x: Self.margin, y: y), size: 24, weight: .bold)
      y += 30
    }
    document.text(
      DisplayText.shortened(timeline.heading, toWidth: Self.width - 2 * Self.margin, size: 14),
      at: Point(x: Self.margin, y: y - 5), size: 14, fill: Ink.quiet)
  }

  private func drawAxis(top: Double, bottom: Double, in document: inout SVGDocument) {
    for tick in layout.ticks {
      let x = NexusRendering.svg(tick.position)
      document.element(
        "path",
        [
          "d": "M\(x) \(NexusRendering.svg(top))V\(NexusRendering.svg(bottom + 5))", "stroke": Ink.faint,
          "stroke-width": "1",
        ])
      document.text(
        tick.label, at: Point(x: min(tick.position, Self.width - Self.margin), y: bottom + 19), size: 11,
        anchor: tick.position > Self.plotRight - 20 ? .end : .middle, fill: Ink.quiet)
    }
  }

  private func drawReferenceDay(top: Double, bottom: Double, in document: inout SVGDocument) {
    guard let day = timeline.referenceDay else { return }
    let x = layout.position(of: day)
    document.element("g", [:]) { document in
      document.element("title", [:], text: "Day of reference: \(day)")
      document.element(
        "path",
        [
          "d": "M\(NexusRendering.svg(x)) \(NexusRendering.svg(top - 8))V\(NexusRendering.svg(bottom))",
          "stroke": Ink.text, "stroke-width": "1.2", "stroke-dasharray": "7 4", "fill": "none",
        ])
      document.text(
        "day of reference \(day)", at: Point(x: x + (x > 560 ? 4 : -4), y: top - 12), size: 11,
        anchor: x > 560 ? .end : .start)
    }
  }

  private func rule(from left: Double, y: Double, in document: inout SVGDocument) {
    document.element(
      "path",
      [
        "d":
          "M\(NexusRendering.svg(left)) \(NexusRendering.svg(y))H\(NexusRendering.svg(Self.width - Self.margin))",
        "stroke": Ink.rule, "stroke-width": "0.8",
      ])
  }

  // MARK: Lanes

  private func drawLane(_ lane: Int, top: Double, height: Double, in document: inout SVGDocument) {
    rule(from: Self.margin, y: top, in: &document)
    let name = DisplayText.shortened(
      timeline.lanes[lane].name, toWidth: Self.plotLeft - Self.margin - 12, size: 12.5, weight: .bold)
    document.text(name, at: Point(x: Self.margin, y: top + 16), size: 12.5, weight: .bold)
    let undated = timeline.lanes[lane].undated
    let counts =
      "\(Numerals.count(dated(in: lane))) dated" + (undated > 0 ? ", \(Numerals.count(undated)) undated" : "")
    document.text(counts, at: Point(x: Self.margin, y: top + 30), size: 10.5, fill: Ink.quiet)
    switch layout.lanes[lane] {
    case .marks(let marks, let depth):
      let first = top + (height - Double(depth - 1) * Self.rowHeight) / 2
      for mark in marks {
        draw(mark, y: first + Double(mark.row) * Self.rowHeight, in: &document)
      }
    case .counts(let columns, let coarse, let tallest):
      if tallest > 0 {
        document.text(
          "tallest: \(Numerals.count(tallest)) a \(layout.bin.name)",
          at: Point(x: Self.margin, y: top + 44), size: 10.5, fill: Ink.quiet)
      }
      drawColumns(columns, tallest: tallest, base: top + 7 + Self.countHeight, in: &document)
      drawCoarse(coarse, top: top + 10 + Self.countHeight, in: &document)
    }
  }

  private func draw(_ mark: TimelineLayout.Mark, y: Double, in document: inout SVGDocument) {
    let item = timeline.items[mark.item]
    TimelineStyle(item).draw(
      from: mark.left, to: mark.right, y: y, title: title(of: item), in: &document)
  }

  /// `2017-09-07 to 2018: alliance, C1 – T1`
  private func title(of item: Timeline.Item) -> String {
    let dates = item.start == item.end ? "\(item.start)" : "\(item.start) to \(item.end)"
    return "\(dates): \u{2068}\(DisplayText.clean(item.detail, limit: 300))\u{2069}"
  }

  /// Stacked columns, what joins terrorism and organised crime at the foot.
  private func drawColumns(
    _ columns: [TimelineLayout.Column], tallest: Int, base: Double, in document: inout SVGDocument
  ) {
    for column in columns {
      let scale = (Self.countHeight - 4) / Double(max(1, tallest))
      let left = max(column.left, Self.plotLeft)
      document.element("g", [:]) { document in
        document.element("title", [:], text: title(of: column, "begin in the \(layout.bin.name) of"))
        let foot = Double(column.crossing) * scale
        rectangle(
          left, base - foot - Double(column.others) * scale, column.right - left,
          Double(column.others) * scale, TimelineStyle.othersFilling, in: &document)
        rectangle(
          left, base - foot, column.right - left, foot, TimelineStyle.crossingFilling,
          in: &document)
      }
    }
  }

  private func drawCoarse(
    _ columns: [TimelineLayout.Column], top: Double, in document: inout SVGDocument
  ) {
    for column in columns {
      document.element("g", [:]) { document in
        document.element("title", [:], text: title(of: column, "are dated no finer than"))
        let (left, right) = (max(column.left, Self.plotLeft), min(column.right, Self.plotRight))
        document.element(
          "rect",
          [
            "x": NexusRendering.svg(left + 0.5), "y": NexusRendering.svg(top),
            "width": NexusRendering.svg(max(2, right - left - 1)),
            "height": NexusRendering.svg(Self.coarseHeight - 1), "fill": "#ffffff", "stroke": Ink.quiet,
            "stroke-width": "0.8", "stroke-dasharray": "3 2",
          ])
        let label = Numerals.count(column.count)
        if TextMetrics.width(of: label, size: 10) < right - left - 4 {
          document.text(
            label, at: Point(x: (left + right) / 2, y: top + 9.5), size: 10, anchor: .middle)
        }
      }
    }
  }

  private func title(of column: TimelineLayout.Column, _ words: String) -> String {
    let crossing =
      column.crossing > 0 ? ", \(Numerals.count(column.crossing)) of them terrorism–organised crime" : ""
    return "\(Numerals.count(column.count)) \(words) \(column.label)\(crossing)"
  }

  private func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ filling: Filling,
    in document: inout SVGDocument
  ) {
    guard height > 0 else { return }
    filling.draw(
      Box(minX: x + 0.25, minY: y, maxX: x + 0.25 + max(0.8, width - 0.5), maxY: y + height), frame: Ink.text,
      frameWidth: "0.3", in: &document)
  }
}
