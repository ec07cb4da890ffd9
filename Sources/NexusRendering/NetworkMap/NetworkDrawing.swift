/// Writes the picture of a laid-out network.
struct NetworkDrawing: Sendable {
  let map: NetworkMap
  let scene: NetworkScene
  let frame: NetworkFrame
  let legend: NetworkLegend
  let layout: NetworkLayout
  let groups: [GroupShape]
  let labels: LabelPlacement
  let tiles: NetworkTiles

  func svg() -> String {
    let strokes = TieScale(scene)
    let notes = NetworkNotes(map, scene, layout, labels, groups)
    let lines = notes.lines.flatMap { DisplayText.lines($0, width: frame.width - 2 * frame.margin, size: 11) }
    let height = tiles.height(ofEach: layout.size.y)
    let body = max(height, legend.height, 150)
    let bottom = frame.top + body + 20
    return SVGDocument.picture(
      width: frame.width, height: bottom + 22 + Double(lines.count) * 15.5, identifier: map.identifier,
      title: DisplayText.clean(map.title), description: notes.summary
    ) { document in
      document.element("g", ["class": "head"]) { document in frame.drawHead(in: &document) }
      // The map stands in the middle of its side, also when the legend is taller.
      let lift = frame.top + (map.panels.isEmpty ? (body - height) / 2 : 0)
      // The page takes the parts by their classes: the map alone is moved and enlarged.
      for tile in tiles.tiles {
        let origin = Point(x: frame.margin + tile.origin.x, y: lift + tile.origin.y)
        if let title = tile.title { drawTitle(title, above: origin, in: &document) }
        document.element(
          "g",
          [
            "class": "map",
            "transform": "translate(\(NexusRendering.svg(origin.x)) \(NexusRendering.svg(origin.y)))",
          ]
        ) { document in draw(tile, strokes, in: &document) }
      }
      document.element("g", ["class": "legend"]) { document in
        legend.draw(in: &document, left: frame.legendLeft, top: frame.top)
      }
      document.element("g", ["class": "notes"]) { document in
        frame.drawNotes(lines, top: bottom, in: &document)
      }
    }
  }

  private func draw(_ tile: NetworkTiles.Tile, _ strokes: TieScale, in document: inout SVGDocument) {
    if scene.actors.isEmpty { drawEmpty(in: &document) }
    let ties = scene.ties.indices.filter { tile.ties?.contains(scene.ties[$0].number) ?? true }
    drawGraticule(in: &document)
    for group in groups { group.draw(in: &document) }
    drawHighlight(ties, strokes, in: &document)
    drawTies(ties, strokes, in: &document)
    drawBand(in: &document)
    let tied = tile.ties == nil ? nil : Set(ties.flatMap { [scene.ties[$0].source, scene.ties[$0].target] })
    drawActors(tied, in: &document)
    draw(names(amongThoseIn: tied), in: &document)
  }

  private func drawTitle(_ title: String, above origin: Point, in document: inout SVGDocument) {
    let text = DisplayText.shortened(title, toWidth: tiles.room.x, size: 13, weight: .bold)
    document.text(text, at: Point(x: origin.x, y: origin.y - 8), size: 13, weight: .bold)
    document.element(
      "rect",
      [
        "x": NexusRendering.svg(origin.x), "y": NexusRendering.svg(origin.y),
        "width": NexusRendering.svg(layout.size.x), "height": NexusRendering.svg(layout.size.y),
        "fill": "none",
        "stroke": Ink.rule, "stroke-width": "0.8",
      ])
  }

  private func drawGraticule(in document: inout SVGDocument) {
    for line in layout.graticule {
      document.element(
        "path",
        [
          "d": TieStroke(from: line.start, to: line.end, bow: 0).path, "stroke": Ink.rule,
          "stroke-width": "0.6",
        ])
      document.text(
        line.text,
        at: line.textPlace, size: GraticuleLine.textSize, fill: Ink.quiet)
    }
  }

  /// The names of a picture: few where it is one of several.
  func names(amongThoseIn tied: Set<Int>?) -> LabelPlacement {
    guard let tied else { return labels }
    return LabelPlacement(scene, layout, groups, limit: min(map.maximumLabels, 4), among: tied)
  }

  /// A broad band below the ties to bring out.
  private func drawHighlight(_ ties: [Int], _ scale: TieScale, in document: inout SVGDocument) {
    guard let highlight = map.highlight else { return }
    let bows = bows()
    for index in ties where highlight.ties.contains(scene.ties[index].number) {
      let tie = scene.ties[index]
      document.element(
        "path",
        [
          "d": TieStroke(from: layout.points[tie.source], to: layout.points[tie.target], bow: bows[index])
            .path,
          "fill": "none", "stroke": Ink.vermillion, "stroke-linecap": "round", "opacity": "0.8",
          "stroke-width": NexusRendering.svg(scale.width(of: tie.tie.strength) + 5),
        ])
    }
  }

  private func drawEmpty(in document: inout SVGDocument) {
    document.text(
      "There are no actors to draw.", at: Point(x: frame.mapSize.x / 2, y: layout.size.y / 2), size: 14,
      anchor: .middle, fill: Ink.quiet)
  }

  // MARK: Ties

  /// Kind after kind, so that lines between terrorism and organised crime lie on top.
  private func drawTies(_ drawn: [Int], _ scale: TieScale, in document: inout SVGDocument) {
    let bows = bows()
    let isDense = scene.ties.count > 600
    for kind in TieKind.allCases {
      let ofKind = drawn.filter { scene.ties[$0].kind == kind }
      let opacity = kind == .tie || kind == .transfer ? (isDense ? "0.55" : "0.85") : (isDense ? "0.75" : "1")
      let (faded, full) = faded(ofKind)
      for (members, opacity) in [(faded, "0.18"), (full, opacity)] where !members.isEmpty {
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
                "stroke-dasharray": scene.isGraded ? tie.line.dashes(width: width) : "none",
                "stroke-linecap": tie.line == .dotted ? "round" : "butt", "data-tie": "\(tie.number)",
              ], title: title(of: tie))
            guard tie.isDirected else { continue }
            let distance = layout.reaches[tie.target] + 1.5
            let length = isDense ? 3.5 : min(9, 5 + width)
            if let head = stroke.arrowhead(distance: distance, length: length) {
              document.element(
                "path",
                ["d": head, "fill": kind.colour, "stroke": "none", "data-tie": "\(tie.number)"])
            }
          }
        }
      }
    }
  }

  /// What stands back, and what does not: all but the ties to bring out; where there are none, the lines to actors
  /// without a place, which would cover the map.
  private func faded(_ ties: [Int]) -> (faded: [Int], full: [Int]) {
    let standsBack = { (index: Int) in
      map.highlight.map { !$0.ties.contains(scene.ties[index].number) }
        ?? layout.isBelow(scene.ties[index])
    }
    return (ties.filter(standsBack), ties.filter { !standsBack($0) })
  }

  /// How far each line is bowed: ties are straight, transfers are not, and further lines between the same two
  /// actors the same way keep clear of the earlier ones.
  func bows() -> [Double] {
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
    // The names stand whole in the titles of the symbols; twice in each of thousands of lines they are most of a file.
    let (first, second) = (Self.isolated(source, limit: 40), Self.isolated(target, limit: 40))
    let ends = "\(first) \(tie.isDirected ? "→" : "–") \(second)"
    let confidence = tie.tie.confidence.map { "confidence \(Numerals.short($0))" } ?? "not graded"
    let facts = "strength \(Numerals.short(tie.tie.strength)), \(confidence)"
    let detail = DisplayText.clean(tie.tie.detail, limit: 400)
    return
      "\(ends): \(tie.tie.isTransfer ? "transfer" : "tie"), \(facts)\(detail.isEmpty ? "" : ". \(detail)")"
  }

  /// A name that cannot reorder the sentence around it.
  private static func isolated(_ name: String, limit: Int = 200) -> String {
    "\u{2068}\(DisplayText.clean(name, limit: limit))\u{2069}"
  }

  // MARK: Actors

  private func drawBand(in document: inout SVGDocument) {
    guard let top = layout.bandTop else { return }
    let count = layout.points.count { $0.y > top }
    let head = top + 18
    if top > 0 {
      document.element(
        "path",
        [
          "d": "M0 \(NexusRendering.svg(top + 2))H\(NexusRendering.svg(layout.size.x))", "stroke": Ink.rule,
          "stroke-width": "0.8",
        ])
    }
    let without: String
    if case .places = map.layout {
      without = "without a place"
    } else {
      without = "without a tie" + (scene.ties.isEmpty ? "; there are no ties to draw" : " drawn")
    }
    drawHaloed(
      "\(Numerals.count(count, "actor")) \(without)", at: Point(x: 10, y: head), size: 11.5, anchor: .start,
      fill: Ink.quiet, in: &document)
  }

  /// - Parameter tied: those with a tie in this picture, where it shows a part; the others stand back.
  private func drawActors(_ tied: Set<Int>?, in document: inout SVGDocument) {
    let everTied = Set(scene.ties.flatMap { [$0.source, $0.target] })
    for (index, drawn) in scene.actors.enumerated() {
      let isFaded =
        tied.map { !$0.contains(index) }
        ?? map.highlight.map { !$0.actors.contains(drawn.number) } ?? false
      guard tied == nil || everTied.contains(index) else { continue }
      let actor = drawn.actor
      let detail = DisplayText.clean(actor.detail, limit: 400)
      let facts = "\(drawn.style.name), \(drawn.shape.rawValue.lowercased())"
      let symbol = Symbol(
        style: drawn.style, shape: drawn.shape, center: layout.points[index], radius: layout.radii[index])
      document.element("g", ["data-actor": "\(drawn.number)"]) { document in
        symbol.draw(
          in: &document, opacity: isFaded ? "0.25" : nil,
          title: "\(Self.isolated(actor.name)): \(facts)\(detail.isEmpty ? "" : ". \(detail)")")
      }
    }
  }

  /// Each name twice: a white halo first, which viewers that know no `paint-order` draw as well.
  private func draw(_ labels: LabelPlacement, in document: inout SVGDocument) {
    for label in labels.labels {
      if let leader = label.leader {
        document.element(
          "path",
          [
            "d": TieStroke(from: leader.start, to: leader.end, bow: 0).path, "stroke": Ink.text,
            "stroke-width": "0.7", "data-name": number(of: label),
          ])
      }
    }
    for name in labels.groupNames {
      drawHaloed(
        name.text, at: Self.base(of: name.box), size: LabelPlacement.groupSize, weight: .bold,
        fill: Ink.quiet,
        in: &document)
    }
    for label in labels.labels {
      document.element("g", ["data-name": number(of: label)]) { document in
        drawHaloed(
          label.text, at: Self.base(of: label.box), size: LabelPlacement.size, weight: label.weight,
          in: &document)
      }
    }
  }

  private static func base(of box: Box) -> Point { Point(x: box.center.x, y: box.maxY - 3.2) }

  private func drawHaloed(
    _ text: String, at point: Point, size: Double, anchor: TextAnchor = .middle,
    weight: TextWeight = .regular,
    fill: String = Ink.text, in document: inout SVGDocument
  ) {
    document.element(
      "g", ["stroke": "#ffffff", "stroke-width": "3", "stroke-linejoin": "round", "aria-hidden": "true"]
    ) { document in
      document.text(text, at: point, size: size, anchor: anchor, weight: weight, fill: "#ffffff")
    }
    document.text(text, at: point, size: size, anchor: anchor, weight: weight, fill: fill)
  }

  /// Whose name it is.
  private func number(of label: LabelPlacement.Label) -> String { "\(scene.actors[label.actor].number)" }
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
