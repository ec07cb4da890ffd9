import NexusModel

/// What the marks of a ``Timeline`` mean, each with how many there are; only what the picture shows.
struct TimelineLegend: Sendable {
  private enum Sample: Sendable {
    case mark(Timeline.Kind, isCrossing: Bool, Instant.Precision, width: Double)
    case column(Filling)
    case coarse
  }

  private struct Entry: Sendable {
    var sample: Sample
    var text: String
    var place = Point(x: 0, y: 0)
  }

  let height: Double
  /// What no sample can show.
  let remarks: [String]
  private let entries: [Entry]

  private static let lineHeight = 20.0

  init(_ timeline: Timeline, _ layout: TimelineLayout, width: Double) {
    let shown = layout.lanes.flatMap { content -> [Timeline.Item] in
      if case .marks(let marks, _) = content { marks.map { timeline.items[$0.item] } } else { [] }
    }
    var entries: [Entry] = []
    func add(_ sample: Sample, _ name: String, _ count: Int) {
      if count > 0 { entries.append(Entry(sample: sample, text: "\(name) (\(Numerals.count(count)))")) }
    }
    add(
      .mark(.tie, isCrossing: false, .day, width: 8), "Tie",
      shown.count { $0.kind == .tie && !$0.isCrossing })
    add(
      .mark(.tie, isCrossing: true, .day, width: 8), "Tie, terrorism–organised crime",
      shown.count { $0.kind == .tie && $0.isCrossing })
    add(
      .mark(.transfer, isCrossing: false, .day, width: 8), "Transfer",
      shown.count { $0.kind == .transfer && !$0.isCrossing })
    add(
      .mark(.transfer, isCrossing: true, .day, width: 8), "Transfer, terrorism–organised crime",
      shown.count { $0.kind == .transfer && $0.isCrossing })
    let spans = shown.count { TimelineLayout.precision(of: $0).rawValue >= 2 && $0.start < $0.end }
    add(.mark(.tie, isCrossing: false, .day, width: 30), "First to last day", spans)
    for (precision, name) in [(Instant.Precision.month, "Known to the month"), (.year, "Known to the year")] {
      add(
        .mark(.tie, isCrossing: false, precision, width: 30), name,
        shown.count { TimelineLayout.precision(of: $0) == precision })
    }
    var (others, crossing, coarse) = (0, 0, 0)
    for case .counts(let columns, let late, _) in layout.lanes {
      others += columns.reduce(0) { $0 + $1.others }
      crossing += columns.reduce(0) { $0 + $1.crossing }
      coarse += late.reduce(0) { $0 + $1.count }
    }
    add(.column(TimelineStyle.othersFilling), "Begun in the \(layout.bin.name)", others)
    add(
      .column(TimelineStyle.crossingFilling),
      "Begun in the \(layout.bin.name), terrorism–organised crime", crossing)
    add(.coarse, "Dated no finer than the box", coarse)

    var (x, line) = (0.0, 0)
    for index in entries.indices {
      let needed = 40 + TextMetrics.width(of: entries[index].text, size: 11.5) + 18
      if x > 0, x + needed > width { (x, line) = (0, line + 1) }
      entries[index].place = Point(x: x, y: Double(line) * TimelineLegend.lineHeight)
      x += needed
    }
    self.entries = entries
    height = entries.isEmpty ? 0 : Double(line + 1) * TimelineLegend.lineHeight
    let undated = timeline.lanes.reduce(0) { $0 + $1.undated }
    var remarks = [
      "Drawn: \(Numerals.count(timeline.items.count)) dated ties and transfers. "
        + (undated == 0
          ? "None is without a date."
          : "Not drawn: \(Numerals.count(undated)) without a date; when they were is not known.")
    ]
    if others + crossing + coarse > 0 {
      remarks.append(
        "Lanes with many marks show how many begin in each \(layout.bin.name), every lane on a scale of its own; boxes "
          + "below hold what is dated less finely, spread over the time in which it may lie.")
    }
    self.remarks = remarks
  }

  func draw(at corner: Point, in document: inout SVGDocument) {
    for entry in entries {
      let place = corner + entry.place
      switch entry.sample {
      case .mark(let kind, let isCrossing, let precision, let width):
        TimelineStyle(kind, isCrossing: isCrossing, precision).draw(
          from: place.x + 16 - width / 2, to: place.x + 16 + width / 2, y: place.y + 6, title: nil,
          in: &document)
      case .column(let filling):
        filling.draw(Self.box(at: place), frame: Ink.quiet, frameWidth: "0.8", in: &document)
      case .coarse:
        drawDashedBox(at: place, in: &document)
      }
      document.text(entry.text, at: Point(x: place.x + 38, y: place.y + 10), size: 11.5)
    }
  }

  private static func box(at place: Point) -> Box {
    Box(minX: place.x + 4, minY: place.y, maxX: place.x + 28, maxY: place.y + 12)
  }

  private func drawDashedBox(at place: Point, in document: inout SVGDocument) {
    let box = Self.box(at: place)
    document.element(
      "rect",
      [
        "x": svg(box.minX), "y": svg(box.minY), "width": svg(box.width), "height": svg(box.height),
        "fill": "#ffffff", "stroke": Ink.quiet, "stroke-width": "0.8", "stroke-dasharray": "3 2",
      ])
  }
}
