import NexusModel

/// What each colour, mark, shape and line of a map means, with how many drawn ones there are.
struct NetworkLegend: Sendable {
  private var column = LegendColumn(width: NetworkFrame.legendWidth)

  private static let symbolRadius = 7.0

  init(_ map: NetworkMap, _ scene: NetworkScene, symbols: SymbolScale, ties: TieScale) {
    column.add(map.colouring.title, classes(map, scene))
    column.add("Type (shape)", types(scene))
    column.add("Lines", lines(map, scene))
    column.add("Confidence (line style)", confidences(scene))
    column.add("Area: \(DisplayText.clean(map.measure, limit: 30))", sizes(map, symbols))
    column.add("Width: strength (logarithmic)", widths(scene, ties))
  }

  private func classes(_ map: NetworkMap, _ scene: NetworkScene) -> [LegendEntry] {
    map.colouring.styles.compactMap { style in
      let count = scene.actors.count { $0.style == style }
      guard count > 0 else { return nil }
      return LegendEntry(
        .symbol(style, .person, radius: Self.symbolRadius), text: style.name, value: Numerals.count(count))
    }
  }

  private func types(_ scene: NetworkScene) -> [LegendEntry] {
    SymbolShape.allCases.compactMap { shape in
      let count = scene.actors.count { $0.shape == shape }
      guard count > 0 else { return nil }
      return LegendEntry(
        .symbol(ActorStyle(.unknown), shape, radius: Self.symbolRadius), text: shape.rawValue,
        value: Numerals.count(count))
    }
  }

  private func lines(_ map: NetworkMap, _ scene: NetworkScene) -> [LegendEntry] {
    var entries = TieKind.allCases.compactMap { kind -> LegendEntry? in
      let count = scene.ties.count { $0.kind == kind }
      guard count > 0 else { return nil }
      return LegendEntry(
        .line(colour: kind.colour, width: 2, .solid, isBowed: kind.isTransfer, isDirected: false),
        text: kind.name, value: Numerals.count(count))
    }
    let directed = scene.ties.count { $0.isDirected }
    if let highlight = map.highlight {
      entries.append(
        LegendEntry(
          .line(colour: Ink.vermillion, width: 5, .solid, isBowed: false, isDirected: false),
          text: DisplayText.clean(highlight.name, limit: 120),
          value: Numerals.count(scene.ties.count { highlight.ties.contains($0.number) })))
    }
    if directed > 0 {
      entries.append(
        LegendEntry(
          .line(colour: Ink.quiet, width: 1.5, .solid, isBowed: false, isDirected: true),
          text: "Arrow: has a direction", value: Numerals.count(directed)))
    }
    return entries
  }

  private func confidences(_ scene: NetworkScene) -> [LegendEntry] {
    LineClass.allCases.compactMap { line in
      let count = scene.ties.count { $0.line == line }
      guard count > 0 else { return nil }
      let dashes = scene.isGraded ? line : .solid
      return LegendEntry(
        .line(colour: Ink.quiet, width: 1.8, dashes, isBowed: false, isDirected: false), text: line.name,
        value: Numerals.count(count))
    }
  }

  private func sizes(_ map: NetworkMap, _ symbols: SymbolScale) -> [LegendEntry] {
    guard symbols.peak > 0 else { return [] }
    return [(symbols.peak, "largest"), (symbols.peak / 2, "half of it"), (0, "none")].map { size, text in
      let radius = symbols.radius(of: size)
      return LegendEntry(
        .symbol(ActorStyle(.unknown), .person, radius: radius), text: text,
        value: Numerals.short(size * map.largestMeasure), height: max(18.5, 2 * radius + 6))
    }
  }

  private func widths(_ scene: NetworkScene, _ ties: TieScale) -> [LegendEntry] {
    guard !scene.ties.isEmpty else { return [] }
    let samples =
      ties.isConstant
      ? [(ties.strongest, "all alike")] : [(ties.strongest, "strongest"), (ties.weakest, "weakest")]
    return samples.map { strength, text in
      LegendEntry(
        .line(
          colour: Ink.quiet, width: ties.width(of: strength), .solid, isBowed: false, isDirected: false),
        text: text, value: Numerals.short(strength))
    }
  }

  var height: Double { column.height }

  func draw(in document: inout SVGDocument, left: Double, top: Double) {
    column.draw(in: &document, left: left, top: top)
  }
}

/// A sample of a symbol or a line of a map.
private enum NetworkSwatch: Sendable {
  case symbol(ActorStyle, SymbolShape, radius: Double)
  case line(colour: String, width: Double, LineClass, isBowed: Bool, isDirected: Bool)

  func draw(at center: Point, in document: inout SVGDocument) {
    switch self {
    case .symbol(let style, let shape, let radius):
      Symbol(style: style, shape: shape, center: center, radius: radius).draw(in: &document, title: nil)
    case .line(let colour, let width, let line, let isBowed, let isDirected):
      let rise = isBowed ? 4.0 : 0
      let stroke = TieStroke(
        from: Point(x: center.x - 17, y: center.y + rise), to: Point(x: center.x + 17, y: center.y + rise),
        bow: isBowed ? 0.4 : 0)
      document.element(
        "path",
        [
          "d": stroke.path, "fill": "none", "stroke": colour, "stroke-width": svg(width),
          "stroke-dasharray": line.dashes(width: width), "stroke-linecap": line == .dotted ? "round" : "butt",
        ])
      if isDirected, let head = stroke.arrowhead(distance: 0, length: 8) {
        document.element("path", ["d": head, "fill": colour])
      }
    }
  }
}

extension LegendEntry {
  fileprivate init(_ swatch: NetworkSwatch, text: String, value: String, height: Double = 18.5) {
    self.init(text: text, value: value, height: height) { swatch.draw(at: $0, in: &$1) }
  }
}
