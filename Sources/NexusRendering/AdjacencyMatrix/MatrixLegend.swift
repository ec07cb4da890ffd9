import NexusModel

/// What the cells and the margin of an ``AdjacencyMatrix`` mean, each with how many there are.
struct MatrixLegend: Sendable {
  private enum Sample: Sendable {
    case words
    case cell(StrengthClasses.Class)
    case symbol(ActorStyle)
    case frame
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

  private static let lineHeight = 21.0

  init(_ matrix: AdjacencyMatrix, _ content: MatrixCells, _ classes: StrengthClasses, width: Double) {
    var entries: [Entry] = []
    if !content.cells.isEmpty {
      entries.append(
        Entry(sample: .words, text: content.unit == .actors ? "Strength (cells):" : "Edges (cells):"))
    }
    entries += classes.classes.map {
      Entry(sample: .cell($0), text: "\($0.name) (\(Numerals.count($0.count)))")
    }
    if !content.blocks.isEmpty {
      entries.append(
        Entry(
          sample: .frame,
          text: "Community, its number (actors) beside it (\(Numerals.count(content.blocks.count)))"))
    }
    if !content.rows.isEmpty {
      entries.append(
        Entry(
          sample: .words,
          text: content.unit == .actors ? "Role (rows):" : "Most frequent role of a community (rows):"))
    }
    var counts: [ActorStyle: Int] = [:]
    for row in content.rows { counts[ActorStyle(row.role), default: 0] += 1 }
    for style in ActorStyle.all {
      guard let count = counts[style] else { continue }
      entries.append(Entry(sample: .symbol(style), text: "\(style.name) (\(Numerals.count(count)))"))
    }

    var (x, line) = (0.0, 0)
    for index in entries.indices {
      var sample = 24.0
      if case .words = entries[index].sample { sample = 0 }
      let needed = sample + TextMetrics.width(of: entries[index].text, size: 11.5) + 14
      if x > 0, sample == 0 || x + needed > width { (x, line) = (0, line + 1) }
      entries[index].place = Point(x: x, y: Double(line) * MatrixLegend.lineHeight)
      x += needed
    }
    self.entries = entries
    height = entries.isEmpty ? 0 : Double(line + 1) * MatrixLegend.lineHeight
    remarks = MatrixLegend.remarks(matrix, content)
  }

  private static func remarks(_ matrix: AdjacencyMatrix, _ content: MatrixCells) -> [String] {
    var remarks: [String] = []
    switch content.unit {
    case .actors:
      remarks.append(
        "Drawn: \(Numerals.count(content.shown, "actor")) with an edge, by community, inside it by strength; victims, "
          + "witnesses and reporting parties stand last in theirs, without names. The larger and darker a cell, the "
          + "stronger.")
    case .communities:
      remarks.append(
        "\(Numerals.count(content.shown)) actors have an edge, more than \(Numerals.count(matrix.maximumActors)), so a "
          + "row is a community, its number (actors) beside it, and a cell the number of edges between two; on the "
          + "diagonal, inside one.")
    }
    if content.hidden > 0 {
      remarks.append("Not drawn: \(Numerals.count(content.hidden, "actor")) without an edge.")
    }
    if content.cells.count > matrix.maximumTitledCells {
      remarks.append("Cells are many, so those of a row that look alike are one mark.")
    }
    return remarks
  }

  func draw(at corner: Point, in document: inout SVGDocument) {
    for entry in entries {
      let place = corner + entry.place
      var indent = 24.0
      switch entry.sample {
      case .words: indent = 0
      case .cell(let look):
        let side = 16 * look.share
        rectangle(around: Point(x: place.x + 9, y: place.y + 6), side, look.fill, 0.4, in: &document)
      case .frame:
        rectangle(around: Point(x: place.x + 9, y: place.y + 6), 14, "none", 1.4, in: &document)
      case .symbol(let style):
        Symbol(style: style, shape: .person, center: Point(x: place.x + 9, y: place.y + 6), radius: 6)
          .draw(in: &document, title: nil)
      }
      document.text(
        entry.text, at: Point(x: place.x + indent, y: place.y + 10), size: 11.5,
        fill: indent == 0 ? Ink.quiet : Ink.text)
    }
  }

  private func rectangle(
    around center: Point, _ side: Double, _ fill: String, _ line: Double, in document: inout SVGDocument
  ) {
    document.element(
      "rect",
      [
        "x": svg(center.x - side / 2), "y": svg(center.y - side / 2), "width": svg(side), "height": svg(side),
        "fill": fill, "stroke": Ink.text, "stroke-width": svg(line),
      ])
  }
}
