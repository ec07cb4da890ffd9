/// Writes the picture of a ``ContinuumPlane``.
struct PlaneDrawing: Sendable {
  private let plane: ContinuumPlane
  private let titleLines: [String]
  private let frame: Box
  private let names: PlaneNames

  private static let width = 1_100.0
  private static let margin = 32.0
  private static let side = 640.0
  private static let radius = 6.0
  private static let legendLeft = 814.0

  init(_ plane: ContinuumPlane) {
    self.plane = plane
    titleLines = DisplayText.lines(
      plane.title, width: Self.width - 2 * Self.margin, size: 24, weight: .bold, maximumLines: 2)
    let top = 24 + Double(titleLines.count) * 30 + 58
    let frame = Box(minX: 104, minY: top, maxX: 104 + Self.side, maxY: top + Self.side)
    self.frame = frame
    names = PlaneNames(
      plane.actors.map { ($0.name, Self.point($0.method, $0.motive, in: frame)) }, radius: Self.radius,
      area: frame.insetBy(2), limit: plane.maximumNames)
  }

  func svg() -> String {
    let notes = allNotes.flatMap {
      DisplayText.lines($0, width: Self.width - 2 * Self.margin, size: 11)
    }
    let bottom = frame.maxY + 62
    return SVGDocument.picture(
      width: Self.width, height: bottom + (notes.isEmpty ? 10 : 22) + Double(notes.count) * 15.5,
      identifier: plane.identifier, title: DisplayText.clean(plane.title), description: summary
    ) { document in
      drawHead(in: &document)
      drawZones(in: &document)
      drawAxes(in: &document)
      if plane.actors.isEmpty {
        document.text(
          "Nothing is observed: no row counts acts or motives.", at: frame.center, size: 14,
          anchor: .middle, fill: Ink.quiet)
      }
      for actor in plane.actors { drawCross(of: actor, in: &document) }
      drawNames(in: &document)
      for actor in plane.actors { drawMark(of: actor, in: &document) }
      legend.draw(in: &document, left: Self.legendLeft, top: frame.minY - 4)
      for (position, line) in notes.enumerated() {
        document.text(
          line, at: Point(x: Self.margin, y: bottom + 19 + Double(position) * 15.5), size: 11,
          fill: Ink.quiet)
      }
    }
  }

  private var allNotes: [String] {
    names.missing == 0
      ? plane.notes
      : plane.notes + [
        "\(Numerals.count(names.missing, "name")) found no room and \(names.missing == 1 ? "is" : "are") not written."
      ]
  }

  private var summary: String {
    let firm = plane.actors.count { $0.isSufficient }
    return
      ([
        DisplayText.clean(plane.heading) + ".",
        "Plane of method and motive with \(Numerals.count(plane.actors.count, "actor")), "
          + "\(Numerals.count(firm)) with enough observations.",
      ] + allNotes.map { DisplayText.clean($0, limit: 2_000) }).joined(separator: " ")
  }

  private func drawHead(in document: inout SVGDocument) {
    var y = 50.0
    for line in titleLines {
      document.text(line, at: Point(x: Self.margin, y: y), size: 24, weight: .bold)
      y += 30
    }
    let heading = DisplayText.shortened(plane.heading, toWidth: Self.width - 2 * Self.margin, size: 14)
    document.text(heading, at: Point(x: Self.margin, y: y - 5), size: 14, fill: Ink.quiet)
  }

  // MARK: The plane

  private static func point(_ method: Double, _ motive: Double, in frame: Box) -> Point {
    Point(
      x: frame.minX + (method + 1) / 2 * frame.width, y: frame.maxY - (motive + 1) / 2 * frame.height)
  }

  private func point(_ method: Double, _ motive: Double) -> Point {
    Self.point(method, motive, in: frame)
  }

  /// The mixed part of each axis as a band, where both are mixed a darker one.
  private func drawZones(in document: inout SVGDocument) {
    let low = point(plane.mixed.lowerBound, plane.mixed.lowerBound)
    let high = point(plane.mixed.upperBound, plane.mixed.upperBound)
    for box in [
      Box(minX: low.x, minY: frame.minY, maxX: high.x, maxY: frame.maxY),
      Box(minX: frame.minX, minY: high.y, maxX: frame.maxX, maxY: low.y),
    ] {
      document.element(
        "rect",
        [
          "x": NexusRendering.svg(box.minX), "y": NexusRendering.svg(box.minY),
          "width": NexusRendering.svg(box.width), "height": NexusRendering.svg(box.height),
          "fill": Ink.neutral, "fill-opacity": "0.22",
        ])
    }
    let columns = [(frame.minX + low.x) / 2, (low.x + high.x) / 2, (high.x + frame.maxX) / 2]
    let rows = [(frame.maxY + low.y) / 2, (low.y + high.y) / 2, (high.y + frame.minY) / 2]
    for (text, position) in zip(["crime side", "mixed", "terror side"], columns.indices) {
      document.text(
        text, at: Point(x: columns[position], y: frame.minY - 9), size: 11, anchor: .middle, fill: Ink.quiet)
      document.text(
        text, at: Point(x: frame.maxX + 8, y: rows[position] + 4), size: 11, fill: Ink.quiet)
    }
  }

  private func drawAxes(in document: inout SVGDocument) {
    for tick in [-1, -0.5, 0, 0.5, 1] {
      let place = point(tick, tick)
      line(Point(x: place.x, y: frame.minY), Point(x: place.x, y: frame.maxY), Ink.rule, 0.6, in: &document)
      line(Point(x: frame.minX, y: place.y), Point(x: frame.maxX, y: place.y), Ink.rule, 0.6, in: &document)
      let text = tick > 0 ? "+\(NexusRendering.svg(tick))" : tick < 0 ? "−\(NexusRendering.svg(-tick))" : "0"
      document.text(
        text, at: Point(x: place.x, y: frame.maxY + 17), size: 10.5, anchor: .middle, fill: Ink.quiet)
      document.text(
        text, at: Point(x: frame.minX - 8, y: place.y + 4), size: 10.5, anchor: .end, fill: Ink.quiet)
    }
    document.text(
      "Method: from crimes for profit (−1) to political violence (+1)",
      at: Point(x: frame.center.x, y: frame.maxY + 42), size: 12.5, anchor: .middle, weight: .bold)
    for (position, text) in ["Motive:", "political", "(+1)"].enumerated() {
      document.text(
        text, at: Point(x: Self.margin, y: frame.minY + 34 + 15 * Double(position)), size: 12.5,
        weight: .bold)
    }
    for (position, text) in ["Motive:", "profit", "(−1)"].enumerated() {
      document.text(
        text, at: Point(x: Self.margin, y: frame.maxY - 60 + 15 * Double(position)), size: 12.5,
        weight: .bold)
    }
  }

  private func line(
    _ start: Point, _ end: Point, _ colour: String, _ width: Double, dashes: String = "none",
    opacity: Double = 1, in document: inout SVGDocument
  ) {
    let path =
      "M\(NexusRendering.svg(start.x)) \(NexusRendering.svg(start.y))L\(NexusRendering.svg(end.x)) \(NexusRendering.svg(end.y))"
    document.element(
      "path",
      [
        "d": path, "fill": "none", "stroke": colour, "stroke-width": NexusRendering.svg(width),
        "stroke-dasharray": dashes, "stroke-opacity": NexusRendering.svg(opacity),
      ])
  }

  // MARK: Actors

  private func drawCross(of actor: ContinuumPlane.Actor, in document: inout SVGDocument) {
    let colour = PlaneMark.mark(for: actor.label).colour
    let dashes = actor.isSufficient ? "none" : "5 4"
    let (method, motive) = (actor.methodInterval, actor.motiveInterval)
    let opacity = plane.actors.count > 30 ? 0.35 : 0.6
    line(
      point(method.lowerBound, actor.motive), point(method.upperBound, actor.motive), colour, 1.5,
      dashes: dashes, opacity: opacity, in: &document)
    line(
      point(actor.method, motive.lowerBound), point(actor.method, motive.upperBound), colour, 1.5,
      dashes: dashes, opacity: opacity, in: &document)
  }

  private func drawMark(of actor: ContinuumPlane.Actor, in document: inout SVGDocument) {
    document.element("g", [:]) { document in
      let detail = DisplayText.clean(actor.detail, limit: 400)
      let name = "\u{2068}\(DisplayText.clean(actor.name))\u{2069}"
      document.element("title", [:], text: detail.isEmpty ? name : "\(name): \(detail)")
      PlaneMark.mark(for: actor.label).draw(
        at: point(actor.method, actor.motive), radius: Self.radius, isSolid: actor.isSufficient, in: &document
      )
    }
  }

  private func drawNames(in document: inout SVGDocument) {
    for name in names.names {
      if let leader = name.leader { line(leader.start, leader.end, Ink.quiet, 0.6, in: &document) }
      // White behind the letters, so that crosses do not strike them out.
      document.element(
        "rect",
        [
          "x": NexusRendering.svg(name.box.minX), "y": NexusRendering.svg(name.box.minY),
          "width": NexusRendering.svg(name.box.width), "height": NexusRendering.svg(name.box.height),
          "fill": "#ffffff", "fill-opacity": "0.75",
        ])
      document.text(name.text, at: Point(x: name.box.minX, y: name.box.maxY - 3), size: PlaneNames.size)
    }
  }

  // MARK: Legend

  private var legend: LegendColumn {
    var column = LegendColumn(width: Self.width - Self.margin - Self.legendLeft)
    column.swatchWidth = 44
    func entry(_ text: String, _ mark: PlaneMark, isSolid: Bool) -> LegendEntry {
      LegendEntry(text: text, height: 24) { middle, document in
        mark.draw(at: middle, radius: Self.radius, isSolid: isSolid, in: &document)
      }
    }
    var entries = PlaneMark.all.compactMap { mark -> LegendEntry? in
      let count = plane.actors.count { PlaneMark.mark(for: $0.label) == mark }
      return count > 0 ? entry("\(mark.name) (\(Numerals.count(count)))", mark, isSolid: true) : nil
    }
    let thin = plane.actors.count { !$0.isSufficient }
    if thin > 0 {
      entries.append(
        entry(
          "Hollow, broken cross: too few observations to call it so (\(Numerals.count(thin)))",
          PlaneMark(colour: Ink.quiet, shape: .person, name: ""), isSolid: false))
    }
    if !plane.actors.isEmpty {
      entries.append(
        LegendEntry(text: "95 % credible interval of each axis", height: 28) { middle, document in
          line(
            Point(x: middle.x - 12, y: middle.y), Point(x: middle.x + 12, y: middle.y), Ink.quiet, 1.5,
            in: &document)
          line(
            Point(x: middle.x, y: middle.y - 10), Point(x: middle.x, y: middle.y + 10), Ink.quiet, 1.5,
            in: &document)
        })
    }
    column.add(entries)
    return column
  }
}
