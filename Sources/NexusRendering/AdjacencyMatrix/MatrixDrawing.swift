import NexusModel

/// Writes the picture of an ``AdjacencyMatrix``.
struct MatrixDrawing: Sendable {
  private let matrix: AdjacencyMatrix
  private let content: MatrixCells
  private let classes: StrengthClasses
  private let titleLines: [String]
  /// The side of a cell.
  private let side: Double
  private let left: Double
  private let hasNames: Bool

  private static let width = 1_100.0
  private static let margin = 32.0
  private static let nameWidth = 170.0
  private static let symbolWidth = 22.0
  private static let trackWidth = 7.0
  /// Room to the right of the matrix for the numbers of communities.
  private static let blockLabelWidth = 70.0

  /// From this side on, a row has room for its name.
  private static let namedSide = 10.0

  init(_ matrix: AdjacencyMatrix) {
    self.matrix = matrix
    content = MatrixCells(matrix)
    classes = StrengthClasses(content.cells.map(\.value))
    titleLines = DisplayText.lines(
      matrix.title, width: Self.width - 2 * Self.margin, size: 24, weight: .bold, maximumLines: 2)
    let count = Double(max(1, content.rows.count))
    let outer = Self.width - 2 * Self.margin - Self.blockLabelWidth
    let named = min(26, (outer - Self.nameWidth - Self.symbolWidth) / count)
    hasNames = named >= Self.namedSide
    let tracks = Double(RoleTracks.roles(of: content.rows).count) * Self.trackWidth + 8
    side = hasNames ? named : min(Self.namedSide, (outer - tracks) / count)
    left = Self.margin + (hasNames ? Self.nameWidth + Self.symbolWidth : tracks)
  }

  func svg() -> String {
    let legend = MatrixLegend(matrix, content, classes, width: Self.width - 2 * Self.margin)
    let notes = (matrix.notes + legend.remarks).flatMap {
      DisplayText.lines($0, width: Self.width - 2 * Self.margin, size: 11)
    }
    let legendTop = 24 + Double(titleLines.count) * 30 + 36
    let top = legendTop + legend.height + 56
    let bottom = top + max(60, side * Double(content.rows.count))
    return SVGDocument.picture(
      width: Self.width, height: bottom + 44 + Double(notes.count) * 15.5, identifier: matrix.identifier,
      title: DisplayText.clean(matrix.title), description: summary
    ) { document in
      drawHead(in: &document)
      legend.draw(at: Point(x: Self.margin, y: legendTop), in: &document)
      if content.cells.isEmpty {
        document.text(
          "No two actors are tied.", at: Point(x: Self.width / 2, y: (top + bottom) / 2), size: 14,
          anchor: .middle, fill: Ink.quiet)
      } else {
        drawMargin(top: top, in: &document)
        drawGround(top: top, in: &document)
        drawCells(top: top, in: &document)
        drawBlocks(top: top, in: &document)
      }
      document.element(
        "path",
        [
          "d": "M\(NexusRendering.svg(Self.margin)) \(NexusRendering.svg(bottom + 22))"
            + "H\(NexusRendering.svg(Self.width - Self.margin))",
          "stroke": Ink.rule, "stroke-width": "0.8",
        ])
      for (position, note) in notes.enumerated() {
        document.text(
          note, at: Point(x: Self.margin, y: bottom + 39 + Double(position) * 15.5), size: 11, fill: Ink.quiet
        )
      }
    }
  }

  private var summary: String {
    let kind = matrix.direction == .rowToColumn ? "directed: row source, column target" : "undirected"
    let unit = content.unit == .actors ? "an actor" : "a community"
    return [
      DisplayText.clean(matrix.heading, limit: 300) + ".",
      "Adjacency matrix of \(Numerals.count(content.shown, "actor")), \(kind); each row is \(unit), "
        + "\(Numerals.count(content.rows.count)) rows, \(Numerals.count(content.cells.count)) filled cells.",
    ].joined(separator: " ") + matrix.notes.map { " " + DisplayText.clean($0, limit: 2_000) }.joined()
  }

  private func drawHead(in document: inout SVGDocument) {
    var y = 50.0
    for line in titleLines {
      document.text(line, at: Point(x: Self.margin, y: y), size: 24, weight: .bold)
      y += 30
    }
    document.text(
      DisplayText.shortened(matrix.heading, toWidth: Self.width - 2 * Self.margin, size: 14),
      at: Point(x: Self.margin, y: y - 5), size: 14, fill: Ink.quiet)
  }

  private var extent: Double { side * Double(content.rows.count) }

  // MARK: Margin

  private func drawMargin(top: Double, in document: inout SVGDocument) {
    let axes =
      matrix.direction == .rowToColumn
      ? "Row: source. Column: target, in the order of the rows." : "Columns stand in the order of the rows."
    document.text(axes, at: Point(x: left, y: top - 34), size: 11.5, fill: Ink.quiet)
    guard hasNames else {
      let tracks = RoleTracks(content.rows, side: side, width: Self.trackWidth)
      return tracks.draw(at: Point(x: Self.margin, y: top), in: &document)
    }
    for (position, row) in content.rows.enumerated() {
      let middle = top + side * (Double(position) + 0.5)
      let size = min(12, side * 0.85)
      document.text(
        DisplayText.shortened(row.label, toWidth: Self.nameWidth - 8, size: size),
        at: Point(x: left - Self.symbolWidth - 6, y: middle + size * 0.35), size: size, anchor: .end,
        fill: row.isNamed ? Ink.text : Ink.quiet)
      for center in [
        Point(x: left - Self.symbolWidth / 2, y: middle),
        Point(x: left + side * (Double(position) + 0.5), y: top - 12),
      ] {
        Symbol(
          style: ActorStyle(row.role), shape: SymbolShape(row.type), center: center,
          radius: min(6, side * 0.34)
        ).draw(in: &document, title: "\(row.title): \(DisplayText.clean(row.role.word, limit: 40))")
      }
    }
  }

  // MARK: Cells

  private func drawGround(top: Double, in document: inout SVGDocument) {
    rectangle(left, top, extent, extent, fill: "#fcfcfc", stroke: Ink.rule, width: 0.8, in: &document)
    guard hasNames else { return }
    var path = ""
    for line in 1..<max(2, content.rows.count) {
      let offset = side * Double(line)
      path += "M\(NexusRendering.svg(left)) \(NexusRendering.svg(top + offset))h\(NexusRendering.svg(extent))"
      path += "M\(NexusRendering.svg(left + offset)) \(NexusRendering.svg(top))v\(NexusRendering.svg(extent))"
    }
    document.element("path", ["d": path, "fill": "none", "stroke": Ink.faint, "stroke-width": "0.6"])
  }

  private func drawCells(top: Double, in document: inout SVGDocument) {
    guard content.cells.count > matrix.maximumTitledCells else {
      document.element(
        "g", ["stroke": Ink.text, "stroke-width": NexusRendering.svg(side < 6 ? 0.3 : 0.4)]
      ) { document in
        for cell in content.cells { draw(cell, top: top, in: &document) }
      }
      return
    }
    var cells = content.cells[...]
    while let first = cells.first {
      let row = cells.prefix { $0.row == first.row }
      cells = cells.dropFirst(row.count)
      drawRuns(of: row, top: top, in: &document)
    }
  }

  private func draw(_ cell: MatrixCells.Cell, top: Double, in document: inout SVGDocument) {
    let look = classes(cell.value)
    let (x, y) = (left + side * Double(cell.column), top + side * Double(cell.row))
    let label = Numerals.count(Int(cell.value))
    let isLabelled =
      content.unit == .communities && side >= 11
      && TextMetrics.width(of: label, size: min(11, side * 0.5)) < side - 1
    let edge = isLabelled ? side - 1 : max(side * look.share, min(side, 1.6))
    let inset = (side - edge) / 2
    document.element(
      "rect",
      [
        "x": NexusRendering.svg(x + inset), "y": NexusRendering.svg(y + inset),
        "width": NexusRendering.svg(edge), "height": NexusRendering.svg(edge), "fill": look.fill,
      ], title: title(of: cell))
    guard isLabelled else { return }
    let size = min(11, side * 0.5)
    document.element("g", ["stroke": "none"]) { document in
      document.text(
        label, at: Point(x: x + side / 2, y: y + side / 2 + size * 0.36), size: size, anchor: .middle,
        fill: look.ink)
    }
  }

  private func title(of cell: MatrixCells.Cell) -> String {
    let (row, column) = (content.rows[cell.row].title, content.rows[cell.column].title)
    let sign = matrix.direction == .rowToColumn ? "→" : "–"
    switch content.unit {
    case .actors: return "\(row) \(sign) \(column): strength \(Numerals.short(cell.value))"
    case .communities:
      let count = Numerals.count(Int(cell.value), "edge")
      return cell.row == cell.column ? "Inside \(row): \(count)" : "\(row) \(sign) \(column): \(count)"
    }
  }

  /// The cells of a row that look alike as one line; neighbours run together.
  private func drawRuns(of row: ArraySlice<MatrixCells.Cell>, top: Double, in document: inout SVGDocument) {
    guard let first = row.first else { return }
    let middle = NexusRendering.svg(top + side * (Double(first.row) + 0.5))
    var paths = [String](repeating: "", count: classes.classes.count)
    var counts = [Int](repeating: 0, count: classes.classes.count)
    var cells = row
    while let cell = cells.first {
      let number = classes.index(of: cell.value)
      var end = cell.column
      var length = 0
      for next in cells {
        guard next.column == end, classes.index(of: next.value) == number else { break }
        end += 1
        length += 1
      }
      cells = cells.dropFirst(length)
      counts[number] += length
      paths[number] +=
        "M\(NexusRendering.svg(left + side * Double(cell.column))) \(middle)h\(NexusRendering.svg(side * Double(length)))"
    }
    for (number, path) in paths.enumerated() where !path.isEmpty {
      let look = classes.classes[number]
      document.element(
        "path",
        [
          "d": path, "stroke": look.fill, "fill": "none",
          "stroke-width": NexusRendering.svg(max(0.8, side * look.share)),
        ],
        title:
          "\(content.rows[first.row].title): \(Numerals.count(counts[number])) of strength \(look.name)")
    }
  }

  // MARK: Communities

  private func drawBlocks(top: Double, in document: inout SVGDocument) {
    // Lines before frames, which they would cross.
    for block in content.blocks where block.rows.lowerBound > 0 && block.rows.count > 2 {
      let start = side * Double(block.rows.lowerBound)
      let (row, column) = (NexusRendering.svg(top + start), NexusRendering.svg(left + start))
      let length = NexusRendering.svg(extent)
      document.element(
        "path",
        [
          "d": "M\(NexusRendering.svg(left)) \(row)h\(length)M\(column) \(NexusRendering.svg(top))v\(length)",
          "fill": "none", "stroke": Ink.rule, "stroke-width": "0.7",
        ])
    }
    for block in content.blocks {
      let (start, size) = (side * Double(block.rows.lowerBound), side * Double(block.rows.count))
      let title = "Community \(block.community): \(Numerals.count(block.rows.count, "actor"))"
      document.element("g", [:]) { document in
        document.element("title", [:], text: title)
        rectangle(
          left + start, top + start, size, size, fill: "none", stroke: Ink.text, width: 1.4, in: &document)
        if size >= 11 {
          document.text(
            "\(block.community) (\(Numerals.count(block.rows.count)))",
            at: Point(x: left + extent + 8, y: top + start + size / 2 + 4), size: 11)
        }
      }
    }
  }

  private func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String, stroke: String,
    width line: Double, in document: inout SVGDocument
  ) {
    document.element(
      "rect",
      [
        "x": NexusRendering.svg(x), "y": NexusRendering.svg(y), "width": NexusRendering.svg(width),
        "height": NexusRendering.svg(height), "fill": fill, "stroke": stroke,
        "stroke-width": NexusRendering.svg(line),
      ])
  }
}
