/// One line of a legend: a sample of what is drawn, what it means, and how much of it there is.
struct LegendEntry: Sendable {
  /// Draws the sample around its middle.
  typealias Swatch = @Sendable (_ middle: Point, _ document: inout SVGDocument) -> Void

  var text: String
  /// A count, or what the sample stands for.
  var value = ""
  var height = 18.5
  var swatch: Swatch
}

/// Entries below each other, under headings where they have any; values stand at the right.
struct LegendColumn: Sendable {
  struct Section: Sendable {
    /// Empty: none.
    var heading: String
    var entries: [LegendEntry]
  }

  private(set) var sections: [Section] = []
  let width: Double
  /// Room of a sample, to the left of its text.
  var swatchWidth = 51.0
  var textSize = 11.5
  var valueWeight = TextWeight.regular

  private static let headingHeight = 20.0
  private static let sectionGap = 11.0
  private static let leading = 14.0

  init(width: Double) { self.width = width }

  /// Sections without entries are left out.
  mutating func add(_ heading: String, _ entries: [LegendEntry]) {
    if !entries.isEmpty { sections.append(Section(heading: heading, entries: entries)) }
  }

  /// Entries without a heading.
  mutating func add(_ entries: [LegendEntry]) { add("", entries) }

  var height: Double {
    sections.reduce(-Self.sectionGap) { height, section in
      height + headHeight(of: section) + section.entries.reduce(0) { $0 + self.height(of: $1) }
        + Self.sectionGap
    }
  }

  private func headHeight(of section: Section) -> Double { section.heading.isEmpty ? 0 : Self.headingHeight }

  /// The text of an entry in at most three lines that keep clear of its value.
  private func lines(of entry: LegendEntry) -> [String] {
    let value = TextMetrics.width(of: entry.value, size: textSize, weight: valueWeight)
    let room = width - swatchWidth - (value > 0 ? value + 8 : 0)
    return DisplayText.lines(entry.text, width: room, size: textSize, maximumLines: 3)
  }

  private func height(of entry: LegendEntry) -> Double {
    entry.height + Double(max(1, lines(of: entry).count) - 1) * Self.leading
  }

  func draw(in document: inout SVGDocument, left: Double, top: Double) {
    var y = top
    for section in sections {
      if !section.heading.isEmpty {
        document.text(section.heading, at: Point(x: left, y: y + 12), size: 12, weight: .bold)
      }
      y += headHeight(of: section)
      for entry in section.entries {
        let height = height(of: entry)
        draw(entry, left: left, middle: y + height / 2, in: &document)
        y += height
      }
      y += Self.sectionGap
    }
  }

  private func draw(_ entry: LegendEntry, left: Double, middle: Double, in document: inout SVGDocument) {
    entry.swatch(Point(x: left + swatchWidth / 2 - 3.5, y: middle), &document)
    let lines = lines(of: entry)
    let first = middle + 4 - Double(lines.count - 1) * Self.leading / 2
    for (position, line) in lines.enumerated() {
      document.text(
        line, at: Point(x: left + swatchWidth, y: first + Double(position) * Self.leading), size: textSize)
    }
    guard !entry.value.isEmpty else { return }
    document.text(
      entry.value, at: Point(x: left + width, y: middle + 4), size: textSize, anchor: .end,
      weight: valueWeight,
      fill: valueWeight == .bold ? Ink.text : Ink.quiet)
  }
}

/// Entries side by side, in as many lines as they need. What an entry is worth stands in its text.
struct LegendRow: Sendable {
  private let entries: [(entry: LegendEntry, place: Point)]
  private let swatchWidth: Double
  /// Of all lines together.
  let height: Double

  private static let lineHeight = 22.0
  private static let textSize = 11.5

  /// - Parameters:
  ///   - swatchWidth: room of a sample, to the left of its text.
  ///   - width: where a line ends.
  init(_ entries: [LegendEntry], swatchWidth: Double, width: Double) {
    self.swatchWidth = swatchWidth
    var placed: [(entry: LegendEntry, place: Point)] = []
    var place = Point(x: 0, y: 0)
    for entry in entries {
      let room = swatchWidth + 7 + TextMetrics.width(of: entry.text, size: Self.textSize)
      if place.x > 0, place.x + room > width { place = Point(x: 0, y: place.y + Self.lineHeight) }
      placed.append((entry, place))
      place.x += room + 20
    }
    self.entries = placed
    height = entries.isEmpty ? 0 : place.y + Self.lineHeight
  }

  func draw(in document: inout SVGDocument, left: Double, top: Double) {
    for (entry, place) in entries {
      let middle = top + place.y + Self.lineHeight / 2
      entry.swatch(Point(x: left + place.x + swatchWidth / 2, y: middle), &document)
      document.text(
        entry.text, at: Point(x: left + place.x + swatchWidth + 7, y: middle + 4), size: Self.textSize)
    }
  }
}
