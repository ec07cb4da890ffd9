import NexusModel

/// A trail as SVG.
struct TrailDrawing {
  private let trail: FlowTrail
  private let layout: TrailLayout
  private let width: Double

  init(_ trail: FlowTrail, _ layout: TrailLayout) {
    (self.trail, self.layout) = (trail, layout)
    width = max(layout.width, 620)
  }

  var picture: String {
    let noteLines = (trail.notes + returnNotes).flatMap {
      DisplayText.lines($0, width: width - 80, size: 11)
    }
    let height = layout.height + 62 + Double(noteLines.count) * 15
    return SVGDocument.picture(
      width: width, height: height, identifier: trail.identifier, title: DisplayText.clean(trail.title),
      description: DisplayText.clean(trail.subtitle)
    ) { document in
      document.text(
        DisplayText.shortened(trail.title, toWidth: width - 80, size: 17, weight: .bold),
        at: Point(x: TrailLayout.left, y: 34), size: 17, weight: .bold)
      document.text(
        DisplayText.shortened(trail.subtitle, toWidth: width - 80, size: 12),
        at: Point(x: TrailLayout.left, y: 54), size: 12, fill: Ink.quiet)
      let widestFirst = trail.bands.indices.sorted {
        (-layout.ends[$0].width, $0) < (-layout.ends[$1].width, $1)
      }
      for band in widestFirst { draw(band, &document) }
      for stop in trail.stops.indices { draw(stop: stop, &document) }
      legend.draw(in: &document, left: TrailLayout.left, top: layout.height + 19)
      for (number, line) in noteLines.enumerated() {
        document.text(
          line, at: Point(x: TrailLayout.left, y: layout.height + 60 + Double(number) * 15), size: 11,
          fill: Ink.quiet)
      }
    }
  }

  /// What is to be said of bands that are drawn thinner than their amount.
  private var returnNotes: [String] {
    guard layout.cappedCount > 0 else { return [] }
    let bands =
      layout.cappedCount == 1 ? "1 band is" : "\(Numerals.count(layout.cappedCount)) bands are"
    return [
      "Money that comes back runs below the columns. \(bands) drawn thinner than the amount; the share "
        + "from the source is kept."
    ]
  }

  /// The whole amount light, and in its middle the part from the source dark.
  private func draw(_ band: Int, _ document: inout SVGDocument) {
    let width = layout.ends[band].width
    let amount = trail.bands[band].amount
    let line = path(band)
    let traced = amount > 0 ? width * min(1, trail.bands[band].traced / amount) : 0
    document.element(
      "path",
      [
        "d": line, "fill": "none", "stroke": Ink.neutral, "stroke-width": Ink.stroke(width),
        "stroke-opacity": "0.55",
      ], title: DisplayText.clean(trail.bands[band].note))
    guard traced > 0 else { return }
    document.element(
      "path",
      [
        "d": line, "fill": "none", "stroke": Ink.vermillion, "stroke-width": Ink.stroke(traced),
        "stroke-opacity": "0.8",
      ], title: DisplayText.clean(trail.bands[band].note))
  }

  /// A curve that leaves to the right and enters from the left; one that goes back runs round below the columns.
  private func path(_ band: Int) -> String {
    let (start, end, width) = layout.ends[band]
    guard let lane = layout.lanes[band] else {
      let middle = (start.x + end.x) / 2
      return "M\(svg(start.x)) \(svg(start.y))C\(svg(middle)) \(svg(start.y)) \(svg(middle)) \(svg(end.y)) "
        + "\(svg(end.x)) \(svg(end.y))"
    }
    // Wide enough that the inner side of the bend does not fold over.
    let bend = 8 + width * 0.75
    let (right, left) = (start.x + 4, end.x - 4)
    let steps: [String] = [
      "M\(svg(start.x)) \(svg(start.y))H\(svg(right))",
      "Q\(svg(right + bend)) \(svg(start.y)) \(svg(right + bend)) \(svg(start.y + bend))",
      "V\(svg(lane - bend))Q\(svg(right + bend)) \(svg(lane)) \(svg(right)) \(svg(lane))H\(svg(left))",
      "Q\(svg(left - bend)) \(svg(lane)) \(svg(left - bend)) \(svg(lane - bend))",
      "V\(svg(end.y + bend))Q\(svg(left - bend)) \(svg(end.y)) \(svg(left)) \(svg(end.y))H\(svg(end.x))",
    ]
    return steps.joined()
  }

  private func draw(stop: Int, _ document: inout SVGDocument) {
    let (box, name) = (layout.boxes[stop], trail.stops[stop].name)
    document.element(
      "rect",
      [
        "x": svg(box.minX), "y": svg(box.minY), "width": svg(box.width), "height": svg(box.height),
        "fill": trail.stops[stop].hops == 0 ? Ink.vermillion : Ink.blue,
      ], title: DisplayText.clean("\(name), \(trail.stops[stop].role.word)"))
    let line = DisplayText.shortened(name, toWidth: TrailLayout.columnGap - 40, size: 12)
    let room = TextMetrics.width(of: line, size: 12)
    let base = Point(x: box.minX, y: box.minY - 6)
    document.element(
      "rect",
      [
        "x": svg(base.x - 2), "y": svg(base.y - 11), "width": svg(room + 4), "height": "14",
        "fill": "#ffffff",
        "fill-opacity": "0.8",
      ])
    document.text(line, at: base, size: 12)
  }

  private var legend: LegendRow {
    let samples = [
      (Ink.vermillion, "0.8", "from the source"), (Ink.neutral, "0.55", "all that was paid on the trail"),
    ]
    let entries = samples.map { colour, opacity, text in
      LegendEntry(text: text) { middle, document in
        document.element(
          "rect",
          [
            "x": svg(middle.x - 11), "y": svg(middle.y - 5), "width": "22", "height": "10", "fill": colour,
            "fill-opacity": opacity,
          ])
      }
    }
    return LegendRow(entries, swatchWidth: 22, width: width - 2 * TrailLayout.left)
  }
}

extension Ink {
  /// The width of a stroke, never so thin that it cannot be seen.
  fileprivate static func stroke(_ width: Double) -> String { svg(max(0.75, width)) }
}
