private import Foundation

/// Writes the picture of a ``ColumnChart``.
struct ColumnDrawing: Sendable {
  private let chart: ColumnChart
  private let titleLines: [String]
  /// The value between two lines of the scale.
  private let step: Double
  private let top: Double

  private static let width = 1_100.0
  private static let margin = 32.0
  private static let plotLeft = 96.0
  private static let plotRight = 1_068.0
  private static let plotHeight = 260.0

  init(_ chart: ColumnChart) {
    self.chart = chart
    titleLines = DisplayText.lines(
      chart.title, width: Self.width - 2 * Self.margin, size: 20, weight: .bold, maximumLines: 2)
    top = 44 + Double(titleLines.count) * 26 + (chart.series.count > 1 ? 24 : 0)
    let largest = chart.series.flatMap(\.values).max() ?? 0
    step = ColumnDrawing.step(for: largest)
  }

  /// 1, 2 or 5 times a power of ten, so that four or more lines reach over the largest value.
  private static func step(for largest: Double) -> Double {
    guard largest > 0 else { return 1 }
    let power = pow(10, (log10(largest / 4)).rounded(.down))
    return [1.0, 2, 5, 10].map { $0 * power }.first { $0 * 5 >= largest } ?? 10 * power
  }

  private var lineCount: Int {
    let largest = chart.series.flatMap(\.values).max() ?? 0
    return max(1, Int((largest / step).rounded(.up)))
  }

  func svg() -> String {
    let bottom = top + Self.plotHeight
    let notes = chart.notes.flatMap { DisplayText.lines($0, width: Self.width - 2 * Self.margin, size: 11) }
    return SVGDocument.picture(
      width: Self.width, height: bottom + 58 + Double(notes.count) * 15.5, identifier: chart.identifier,
      title: DisplayText.clean(chart.title), description: summary
    ) { document in
      for (position, line) in titleLines.enumerated() {
        document.text(
          line, at: Point(x: Self.margin, y: 40 + Double(position) * 26), size: 20, weight: .bold)
      }
      drawLegend(in: &document)
      drawScale(bottom: bottom, in: &document)
      drawColumns(bottom: bottom, in: &document)
      drawLabels(bottom: bottom, in: &document)
      for (position, note) in notes.enumerated() {
        document.text(
          note, at: Point(x: Self.margin, y: bottom + 62 + Double(position) * 15.5), size: 11, fill: Ink.quiet
        )
      }
    }
  }

  private var summary: String {
    let values = chart.labels.indices.prefix(200).map { index in
      let values = chart.series.map { Numerals.short($0.values[index]) }.joined(separator: ", ")
      return "\(DisplayText.clean(chart.labels[index], limit: 60)): \(values)"
    }
    return "Columns of \(DisplayText.clean(chart.valueAxis)) by \(DisplayText.clean(chart.categoryAxis)): "
      + values.joined(separator: "; ") + "."
  }

  private func drawLegend(in document: inout SVGDocument) {
    guard chart.series.count > 1 else { return }
    var x = Self.margin
    for (number, series) in chart.series.enumerated() {
      rectangle(x, top - 40, 24, 12, Self.filling(ofSeries: number), in: &document)
      let name = DisplayText.clean(series.name, limit: 60)
      document.text(name, at: Point(x: x + 31, y: top - 30), size: 11.5)
      x += 53 + TextMetrics.width(of: name, size: 11.5)
    }
  }

  private func drawScale(bottom: Double, in document: inout SVGDocument) {
    for line in 0...lineCount {
      let y = bottom - Self.plotHeight * Double(line) / Double(lineCount)
      document.element(
        "path",
        [
          "d":
            "M\(NexusRendering.svg(Self.plotLeft)) \(NexusRendering.svg(y))H\(NexusRendering.svg(Self.plotRight))",
          "stroke": line == 0 ? Ink.rule : Ink.faint, "stroke-width": "1",
        ])
      document.text(
        Numerals.short(step * Double(line)), at: Point(x: Self.plotLeft - 8, y: y + 4), size: 11,
        anchor: .end, fill: Ink.quiet)
    }
    document.text(
      DisplayText.shortened(chart.valueAxis, toWidth: 500, size: 11.5),
      at: Point(x: Self.margin, y: top - 12), size: 11.5, fill: Ink.quiet)
    document.text(
      DisplayText.shortened(chart.categoryAxis, toWidth: 900, size: 11.5),
      at: Point(x: (Self.plotLeft + Self.plotRight) / 2, y: bottom + 40), size: 11.5, anchor: .middle,
      fill: Ink.quiet)
  }

  private var slot: Double {
    min(90, (Self.plotRight - Self.plotLeft) / Double(max(1, chart.labels.count)))
  }

  private func drawColumns(bottom: Double, in document: inout SVGDocument) {
    let width = slot * 0.82 / Double(max(1, chart.series.count))
    for (position, label) in chart.labels.enumerated() {
      for (number, series) in chart.series.enumerated() {
        let value = series.values[position]
        let height = Self.plotHeight * value / (step * Double(lineCount))
        let x = Self.plotLeft + slot * (Double(position) + 0.09) + width * Double(number)
        let name = chart.series.count > 1 ? " \(DisplayText.clean(series.name, limit: 60))" : ""
        document.element("g", [:]) { document in
          document.element(
            "title", [:],
            text: "\u{2068}\(DisplayText.clean(label, limit: 80))\u{2069}:\(name) \(Numerals.short(value))")
          rectangle(
            x, bottom - height, width, height, Self.filling(ofSeries: number), in: &document)
        }
      }
    }
  }

  /// Where labels would run together, every second, third, … stands.
  private func drawLabels(bottom: Double, in document: inout SVGDocument) {
    let widest = chart.labels.map { TextMetrics.width(of: DisplayText.clean($0, limit: 60), size: 11) }.max()
    let each = max(1, Int(((min(widest ?? 0, 84) + 6) / slot).rounded(.up)))
    for (position, label) in chart.labels.enumerated() where position % each == 0 {
      document.text(
        DisplayText.shortened(label, toWidth: slot * Double(each) - 2, size: 11),
        at: Point(x: Self.plotLeft + slot * (Double(position) + 0.5), y: bottom + 18), size: 11,
        anchor: .middle, fill: Ink.quiet)
    }
  }

  /// Colour and hatching differ together.
  private static func filling(ofSeries number: Int) -> Filling {
    switch number {
    case 0: Filling(colour: Ink.blue)
    case 1: Filling(colour: Ink.orange, texture: .stripes)
    default: Filling(colour: Ink.bluishGreen, texture: .rows)
    }
  }

  private func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ filling: Filling,
    in document: inout SVGDocument
  ) {
    filling.draw(
      Box(minX: x, minY: y, maxX: x + width, maxY: y + height), frame: Ink.text, frameWidth: "0.4",
      in: &document)
  }
}
