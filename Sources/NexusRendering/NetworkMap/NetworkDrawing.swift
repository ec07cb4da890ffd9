/// Writes the picture of a laid-out network.
struct NetworkDrawing: Sendable {
  let map: NetworkMap
  let scene: NetworkScene
  let frame: NetworkFrame
  let legend: NetworkLegend
  let layout: NetworkLayout
  let labels: LabelPlacement

  func svg() -> String {
    let strokes = TieScale(scene)
    let notes = NetworkNotes(map, scene, layout, labels)
    let lines = notes.lines.flatMap { DisplayText.lines($0, width: frame.width - 2 * frame.margin, size: 11) }
    let body = max(layout.size.y, legend.height, 150)
    let bottom = frame.top + body + 20
    return SVGDocument.picture(
      width: frame.width, height: bottom + 22 + Double(lines.count) * 15.5, identifier: map.identifier,
      title: DisplayText.clean(map.title), description: notes.summary
    ) { document in
      frame.drawHead(in: &document)
      // The map stands in the middle of its side, also when the legend is taller.
      let lift = frame.top + (body - layout.size.y) / 2
      document.element(
        "g",
        [
          "transform": "translate(\(NexusRendering.svg(frame.margin)) \(NexusRendering.svg(lift))"
            + ")"
        ]
      ) { document in
        if scene.actors.isEmpty { drawEmpty(in: &document) }
        drawTies(strokes, in: &document)
        drawBand(in: &document)
        drawActors(in: &document)
        drawLabels(in: &document)
      }
      legend.draw(in: &document, left: frame.legendLeft, top: frame.top, width: frame.legendWidth)
      frame.drawNotes(lines, top: bottom, in: &document)
    }
  }

  private func drawEmpty(in document: inout SVGDocument) {
    document.text(
      "There are no actors to draw.", at: Point(x: frame.mapSize.x / 2, y: layout.size.y / 2), size: 14,
      anchor: .middle, fill: Ink.quiet)
  }

  // MARK: Ties

  /// Kind after kind, so that lines between terrorism and organised crime lie on top.
  private func drawTies(_ scale: TieScale, in document: inout SVGDocument) {
    let bows = bows()
    let isDense = scene.ties.count > 600
    for kind in TieKind.allCases {
      let members = scene.ties.indices.filter { scene.ties[$0].kind == kind }
      guard !members.isEmpty else { continue }
      let opacity = kind == .tie || kind == .transfer ? (isDense ? "0.4" : "0.85") : (isDense ? "0.75" : "1")
      document.element("g", ["fill": "none", "stroke": kind.colour, "opacity": opacity]) { document in
        for index in members {
          let tie = scene.ties[index]
          let stroke = TieStroke(
            from: layout.points[tie.source], to: layout.points[tie.target], bow: bows[index])
          let width = scale.width(of: tie.tie.strength)
          document.element(
            "path",
            [
              "d": stroke.path, "stroke-width": NexusRendering.svg(width),
              "stroke-dasharray": tie.line.dashes(width: width),
              "stroke-linecap": tie.line == .dotted ? "round" : "butt",
            ], title: title(of: tie))
          guard tie.isDirected else { continue }
          let distance = layout.reaches[tie.target] + 1.5
          let length = isDense ? 3.5 : min(9, 5 + width)
          if let head = stroke.arrowhead(distance: distance, length: length) {
            document.element("path", ["d": head, "fill": kind.colour, "stroke": "none"])
          }
        }
      }
    }
  }

  /// How far each line is bowed: ties are straight, transfers are not, and further lines between the same two
  /// actors the same way keep clear of the earlier ones.
  private func bows() -> [Double] {
    var seen: [SIMD2<Int32>: Int] = [:]
    return scene.ties.map { tie in
      let ends =
        tie.isDirected
        ? (tie.source, tie.target) : (min(tie.source, tie.target), max(tie.source, tie.target))
      let key = SIMD2(Int32(ends.0 * 2 + (tie.tie.isTransfer ? 1 : 0)), Int32(ends.1))
      let earlier = seen[key, default: 0]
      seen[key] = earlier + 1
      return (tie.tie.isTransfer ? 0.14 : 0) + 0.07 * Double(min(earlier, 6))
    }
  }

  private func title(of tie: NetworkScene.Tie) -> String {
    let (source, target) = (scene.actors[tie.source].actor.name, scene.actors[tie.target].actor.name)
    let ends = "\(Self.isolated(source)) \(tie.isDirected ? "→" : "–") \(Self.isolated(target))"
    let confidence = tie.tie.confidence.map { "confidence \(Numerals.short($0))" } ?? "not graded"
    let facts = "strength \(Numerals.short(tie.tie.strength)), \(confidence)"
    let detail = DisplayText.clean(tie.tie.detail, limit: 400)
    return
      "\(ends): \(tie.tie.isTransfer ? "transfer" : "tie"), \(facts)\(detail.isEmpty ? "" : ". \(detail)")"
  }

  /// A name that cannot reorder the sentence around it.
  private static func isolated(_ name: String) -> String { "\u{2068}\(DisplayText.clean(name))\u{2069}" }

  // MARK: Actors

  private func drawBand(in document: inout SVGDocument) {
    guard let top = layout.bandTop else { return }
    let count = scene.actors.count - Set(scene.ties.flatMap { [$0.source, $0.target] }).count
    let head = top + 18
    if top > 0 {
      document.element(
        "path",
        [
          "d": "M0 \(NexusRendering.svg(top + 2))H\(NexusRendering.svg(layout.size.x))", "stroke": Ink.rule,
          "stroke-width": "0.8",
        ])
    }
    document.text(
      "\(Numerals.count(count, "actor")) without a tie\(scene.ties.isEmpty ? "; there are no ties to draw" : " drawn")",
      at: Point(x: 10, y: head), size: 11.5, fill: Ink.quiet)
  }

  private func drawActors(in document: inout SVGDocument) {
    for (index, drawn) in scene.actors.enumerated() {
      let actor = drawn.actor
      let detail = DisplayText.clean(actor.detail, limit: 400)
      let facts = "\(drawn.style.name), \(drawn.shape.rawValue.lowercased())"
      let symbol = Symbol(
        style: drawn.style, shape: drawn.shape, center: layout.points[index], radius: layout.radii[index])
      symbol.draw(
        in: &document, title: "\(Self.isolated(actor.name)): \(facts)\(detail.isEmpty ? "" : ". \(detail)")")
    }
  }

  /// Each name twice: a white halo first, which viewers that know no `paint-order` draw as well.
  private func drawLabels(in document: inout SVGDocument) {
    for label in labels.labels {
      if let leader = label.leader {
        document.element(
          "path",
          [
            "d": TieStroke(from: leader.start, to: leader.end, bow: 0).path, "stroke": Ink.text,
            "stroke-width": "0.7",
          ])
      }
    }
    for label in labels.labels {
      let point = Point(x: label.box.center.x, y: label.box.maxY - 3.2)
      document.element(
        "g", ["stroke": "#ffffff", "stroke-width": "3", "stroke-linejoin": "round", "aria-hidden": "true"]
      ) { document in
        document.text(
          label.text, at: point, size: LabelPlacement.size, anchor: .middle, weight: label.weight,
          fill: "#ffffff")
      }
      document.text(label.text, at: point, size: LabelPlacement.size, anchor: .middle, weight: label.weight)
    }
  }
}

extension NetworkFrame {
  func drawHead(in document: inout SVGDocument) {
    var y = 50.0
    for line in titleLines {
      document.text(line, at: Point(x: margin, y: y), size: 24, weight: .bold)
      y += 30
    }
    y -= 5
    for line in subtitleLines {
      document.text(line, at: Point(x: margin, y: y), size: 14, fill: Ink.quiet)
      y += 19
    }
  }

  func drawNotes(_ lines: [String], top: Double, in document: inout SVGDocument) {
    document.element(
      "path",
      [
        "d": "M\(svg(margin)) \(svg(top))H\(svg(width - margin))", "stroke": Ink.rule, "stroke-width": "0.8",
      ])
    for (position, line) in lines.enumerated() {
      document.text(
        line, at: Point(x: margin, y: top + 19 + Double(position) * 15.5), size: 11, fill: Ink.quiet)
    }
  }
}
