/// Writes the picture of a ``FlowDiagram``.
struct FlowDrawing: Sendable {
  private let diagram: FlowDiagram
  private let layouts: [FlowLayout]
  private let titleLines: [String]
  /// By name, so that a stop has one colour in all panels.
  private let colors: [String: String]

  private static let width = 1_100.0
  private static let margin = 32.0
  private static let nodeWidth = 14.0
  private static let firstNode = 262.0
  private static let lastNode = 824.0
  private static let pitch = 17.0
  private static let headHeight = 66.0

  init(_ diagram: FlowDiagram) {
    self.diagram = diagram
    layouts = diagram.panels.map {
      FlowLayout($0, columnCount: diagram.columns.count, maximumStops: diagram.maximumStops)
    }
    colors = FlowDrawing.colors(of: layouts)
    titleLines = DisplayText.lines(
      diagram.title, width: Self.width - 2 * Self.margin, size: 24, weight: .bold, maximumLines: 2)
  }

  func svg() -> String {
    let notes = diagram.notes.flatMap { DisplayText.lines($0, width: Self.width - 2 * Self.margin, size: 11) }
    let frames = layouts.map(PanelFrame.init)
    let top = 24 + Double(titleLines.count) * 30 + 34
    let body = frames.reduce(0) { $0 + Self.headHeight + $1.height + 22 }
    let bottom = top + (frames.isEmpty ? 90 : body)
    return SVGDocument.picture(
      width: Self.width, height: bottom + (notes.isEmpty ? 10 : 22) + Double(notes.count) * 15.5,
      identifier: diagram.identifier, title: DisplayText.clean(diagram.title), description: summary
    ) { document in
      drawHead(in: &document)
      if frames.isEmpty {
        document.text(
          "No amount is recorded.", at: Point(x: Self.width / 2, y: top + 40), size: 14, anchor: .middle,
          fill: Ink.quiet)
      }
      var y = top
      for index in frames.indices {
        drawPanel(index, frames[index], top: y, in: &document)
        y += Self.headHeight + frames[index].height + 22
      }
      drawNotes(notes, top: bottom, in: &document)
    }
  }

  private var summary: String {
    let panels = diagram.panels.map {
      "\(DisplayText.clean($0.unit, limit: 60)): \(DisplayText.clean($0.subtitle))."
    }
    let columns = diagram.columns.map { DisplayText.clean($0) }.joined(separator: ", ")
    return "Flow diagram with the columns \(columns). " + panels.joined(separator: " ")
  }

  private func drawHead(in document: inout SVGDocument) {
    var y = 50.0
    for line in titleLines {
      document.text(line, at: Point(x: Self.margin, y: y), size: 24, weight: .bold)
      y += 30
    }
    let subtitle = DisplayText.shortened(diagram.subtitle, toWidth: Self.width - 2 * Self.margin, size: 14)
    document.text(subtitle, at: Point(x: Self.margin, y: y - 5), size: 14, fill: Ink.quiet)
  }

  private func drawNotes(_ notes: [String], top: Double, in document: inout SVGDocument) {
    guard !notes.isEmpty else { return }
    document.element(
      "path",
      [
        "d":
          "M\(NexusRendering.svg(Self.margin)) \(NexusRendering.svg(top))H\(NexusRendering.svg(Self.width - Self.margin))",
        "stroke": Ink.rule, "stroke-width": "0.8",
      ])
    for (position, line) in notes.enumerated() {
      document.text(
        line, at: Point(x: Self.margin, y: top + 19 + Double(position) * 15.5), size: 11, fill: Ink.quiet)
    }
  }

  // MARK: Panels

  /// The height of a panel and where its nodes stand in it.
  private struct PanelFrame {
    /// Pixels for one unit of amount.
    let scale: Double
    /// Top of each node of each column.
    let tops: [[Double]]
    let height: Double

    init(_ layout: FlowLayout) {
      let most = layout.columns.map(\.count).max() ?? 0
      let room = min(270, max(90, 26 * Double(most)))
      let scale = layout.total > 0 ? room / layout.total : 0
      // A small node gets the room that its label needs.
      let columns = layout.columns.map { nodes in
        var y = 0.0
        return (
          tops: nodes.map { node in
            let height = node.amount * scale
            let slack = max(0, FlowDrawing.pitch - height)
            defer { y += height + slack + 5 }
            return y + slack / 2
          }, height: y
        )
      }
      let height = columns.map(\.height).max() ?? 0
      self.scale = scale
      self.height = height
      // Shorter columns stand in the middle.
      tops = columns.map { column in column.tops.map { $0 + (height - column.height) / 2 } }
    }
  }

  private func left(of column: Int) -> Double {
    let steps = Double(max(1, diagram.columns.count - 1))
    return Self.firstNode + (Self.lastNode - Self.firstNode) * Double(column) / steps
  }

  private func drawPanel(_ index: Int, _ frame: PanelFrame, top: Double, in document: inout SVGDocument) {
    let (panel, layout) = (diagram.panels[index], layouts[index])
    let unit = DisplayText.shortened(panel.unit, toWidth: 300, size: 16, weight: .bold)
    document.text(unit, at: Point(x: Self.margin, y: top + 20), size: 16, weight: .bold)
    let from = Self.margin + TextMetrics.width(of: unit, size: 16, weight: .bold) + 14
    document.text(
      DisplayText.shortened(panel.subtitle, toWidth: 700 - from, size: 12), at: Point(x: from, y: top + 20),
      size: 12, fill: Ink.quiet)
    drawScale(panel, frame, top: top, in: &document)
    for (column, heading) in diagram.columns.enumerated() {
      let isFirst = column == 0
      let x = isFirst ? left(of: 0) + Self.nodeWidth : left(of: column)
      document.text(
        DisplayText.shortened(heading, toWidth: 230, size: 11.5, weight: .bold), at: Point(x: x, y: top + 50),
        size: 11.5, anchor: isFirst ? .end : .start, weight: .bold, fill: Ink.quiet)
    }
    let body = top + Self.headHeight
    drawBands(layout, frame, panel, top: body, in: &document)
    for column in layout.columns.indices {
      for node in layout.columns[column].indices {
        drawNode(column, node, layout, frame, panel, top: body, in: &document)
      }
    }
  }

  /// A bar of a round amount, as the legend of heights.
  private func drawScale(
    _ panel: FlowDiagram.Panel, _ frame: PanelFrame, top: Double, in document: inout SVGDocument
  ) {
    guard frame.scale > 0 else { return }
    var amount = 1e-6
    for candidate in (-6...18).flatMap({ power in [1.0, 2, 5].map { $0 * FlowDrawing.powerOfTen(power) } })
    where candidate * frame.scale <= 24 {
      amount = candidate
    }
    let height = amount * frame.scale
    let x = Self.width - Self.margin - 6
    document.element(
      "rect",
      [
        "x": NexusRendering.svg(x), "y": NexusRendering.svg(top + 28 - height), "width": "6",
        "height": NexusRendering.svg(height), "fill": Ink.text,
      ])
    let unit = DisplayText.clean(panel.unit, limit: 24)
    document.text(
      "Height of the bar: \(Numerals.short(amount)) \(unit)", at: Point(x: x - 8, y: top + 20), size: 11.5,
      anchor: .end, fill: Ink.quiet)
  }

  private static func powerOfTen(_ power: Int) -> Double {
    let size = (0..<abs(power)).reduce(1.0) { product, _ in product * 10 }
    return power < 0 ? 1 / size : size
  }

  // MARK: Nodes and bands

  /// For what is no role: none of the colours of roles, and told apart with the common colour-vision deficiencies.
  ///
  /// Source: P. Tol, "Colour schemes", SRON/EPS/TN/09-002, 2021, the muted scheme without cyan.
  private static let palette = [
    "#332288", "#ddcc77", "#882255", "#44aa99", "#999933", "#aa4499", "#117733", "#cc6677",
  ]

  /// Colours in the order in which names come first, from panel to panel.
  private static func colors(of layouts: [FlowLayout]) -> [String: String] {
    var colors: [String: String] = [:]
    for layout in layouts {
      // No band leaves the last column, so colours would only pretend to mean something there.
      for node in layout.columns.dropLast().joined() where node.stop.role == nil {
        guard let name = node.stop.name, colors[name] == nil else { continue }
        colors[name] = palette[colors.count % palette.count]
      }
    }
    return colors
  }

  private func fill(_ column: Int, _ node: Int, _ layout: FlowLayout) -> String {
    let stop = layout.columns[column][node].stop
    if let role = stop.role { return ActorStyle(role).fill }
    guard let name = stop.name else { return Ink.neutral }
    return column == layout.columns.count - 1 ? Ink.quiet : colors[name] ?? Ink.neutral
  }

  private func name(_ node: FlowLayout.Node) -> String {
    if node.gathered > 1 { return "\(Numerals.count(node.gathered)) others" }
    return node.stop.name.map { DisplayText.clean($0) } ?? (node.stop.role == nil ? "not known" : "")
  }

  private func drawBands(
    _ layout: FlowLayout, _ frame: PanelFrame, _ panel: FlowDiagram.Panel, top: Double,
    in document: inout SVGDocument
  ) {
    for (gap, links) in layout.links.enumerated() {
      // Bands leave and reach a node in the order of the nodes at their other end, so that none twists.
      var leaving = frame.tops[gap]
      var starts = [Double](repeating: 0, count: links.count)
      for link in links.indices.sorted(by: {
        (links[$0].source, links[$0].target) < (links[$1].source, links[$1].target)
      }) {
        starts[link] = leaving[links[link].source]
        leaving[links[link].source] += links[link].amount * frame.scale
      }
      var reaching = frame.tops[gap + 1]
      for link in links.indices.sorted(by: {
        (links[$0].target, links[$0].source) < (links[$1].target, links[$1].source)
      }) {
        let band = links[link]
        let height = max(0.6, band.amount * frame.scale)
        let path = Self.ribbon(
          from: Point(x: left(of: gap) + Self.nodeWidth, y: top + starts[link]),
          to: Point(x: left(of: gap + 1), y: top + reaching[band.target]), height: height)
        reaching[band.target] += band.amount * frame.scale
        let (source, target) = (layout.columns[gap][band.source], layout.columns[gap + 1][band.target])
        let share = 100 * band.amount / layout.total
        document.element(
          "path",
          ["d": path, "fill": fill(gap, band.source, layout), "fill-opacity": "0.5", "stroke": "none"],
          title: "\(isolated(name(source))) → \(isolated(name(target))): \(Numerals.short(band.amount)) "
            + "\(DisplayText.clean(panel.unit, limit: 60)), \(Numerals.count(band.transfers, "transfer")), "
            + "\(NexusRendering.svg((share * 10).rounded() / 10)) % of the amount")
      }
    }
  }

  private func isolated(_ name: String) -> String { "\u{2068}\(name)\u{2069}" }

  /// A band of constant height between two columns.
  private static func ribbon(from start: Point, to end: Point, height: Double) -> String {
    let middle = NexusRendering.svg((start.x + end.x) / 2)
    let (x0, x1) = (NexusRendering.svg(start.x), NexusRendering.svg(end.x))
    let (y0, y1) = (NexusRendering.svg(start.y), NexusRendering.svg(end.y))
    let (b0, b1) = (NexusRendering.svg(start.y + height), NexusRendering.svg(end.y + height))
    return
      "M\(x0) \(y0)C\(middle) \(y0) \(middle) \(y1) \(x1) \(y1)V\(b1)C\(middle) \(b1) \(middle) \(b0) \(x0) \(b0)Z"
  }

  private func drawNode(
    _ column: Int, _ number: Int, _ layout: FlowLayout, _ frame: PanelFrame, _ panel: FlowDiagram.Panel,
    top: Double, in document: inout SVGDocument
  ) {
    let node = layout.columns[column][number]
    let (x, y) = (left(of: column), top + frame.tops[column][number])
    let height = max(1, node.amount * frame.scale)
    document.element(
      "rect",
      [
        "x": NexusRendering.svg(x), "y": NexusRendering.svg(y), "width": NexusRendering.svg(Self.nodeWidth),
        "height": NexusRendering.svg(height), "fill": fill(column, number, layout), "stroke": Ink.text,
        "stroke-width": "0.7",
      ],
      title:
        "\(isolated(name(node))): \(Numerals.short(node.amount)) \(DisplayText.clean(panel.unit, limit: 60))")
    let isFirst = column == 0
    let base = y + height / 2 + 4
    let amount = Numerals.short(node.amount)
    let amountWidth = TextMetrics.width(of: amount, size: 10.5) + 8
    let room = (isFirst ? Self.firstNode - Self.margin : 214) - amountWidth - 8
    let label = DisplayText.shortened(name(node), toWidth: room, size: 12)
    let labelWidth = TextMetrics.width(of: label, size: 12)
    let start = isFirst ? x - 8 - amountWidth - labelWidth : x + Self.nodeWidth + 8
    if column > 0, column < layout.columns.count - 1 {
      document.element(
        "rect",
        [
          "x": NexusRendering.svg(start - 3), "y": NexusRendering.svg(base - 11.5),
          "width": NexusRendering.svg(labelWidth + amountWidth + 4), "height": "15", "fill": "#ffffff",
          "fill-opacity": "0.82", "rx": "3",
        ])
    }
    document.text(label, at: Point(x: start, y: base), size: 12)
    document.text(amount, at: Point(x: start + labelWidth + 8, y: base), size: 10.5, fill: Ink.quiet)
  }
}
