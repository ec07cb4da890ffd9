import NexusModel

/// What each colour, mark, shape and line of a map means, with how many drawn ones there are.
struct NetworkLegend: Sendable {
  struct Entry: Sendable {
    var swatch: Swatch
    var text: String
    /// A count, or the value that the swatch stands for.
    var value: String
    var height = 18.5
  }

  enum Swatch: Sendable {
    case symbol(ActorStyle, SymbolShape, radius: Double)
    case line(colour: String, width: Double, LineClass, isBowed: Bool, isDirected: Bool)
  }

  struct Section: Sendable {
    var heading: String
    var entries: [Entry]
  }

  private(set) var sections: [Section] = []

  private static let symbolRadius = 7.0
  private static let headingHeight = 20.0
  private static let sectionGap = 11.0
  private static let swatchWidth = 51.0

  init(_ map: NetworkMap, _ scene: NetworkScene, symbols: SymbolScale, ties: TieScale) {
    add(map.colouring.title, classes(map, scene))
    add("Type (shape)", types(scene))
    add("Lines", lines(map, scene))
    add("Confidence (line style)", confidences(scene))
    add("Area: \(DisplayText.clean(map.measure, limit: 30))", sizes(map, symbols))
    add("Width: strength (logarithmic)", widths(scene, ties))
  }

  private mutating func add(_ heading: String, _ entries: [Entry]) {
    if !entries.isEmpty { sections.append(Section(heading: heading, entries: entries)) }
  }

  private func classes(_ map: NetworkMap, _ scene: NetworkScene) -> [Entry] {
    map.colouring.styles.compactMap { style in
      let count = scene.actors.count { $0.style == style }
      guard count > 0 else { return nil }
      return Entry(
        swatch: .symbol(style, .person, radius: Self.symbolRadius), text: style.name,
        value: Numerals.count(count))
    }
  }

  private func types(_ scene: NetworkScene) -> [Entry] {
    SymbolShape.allCases.compactMap { shape in
      let count = scene.actors.count { $0.shape == shape }
      guard count > 0 else { return nil }
      return Entry(
        swatch: .symbol(ActorStyle(.unknown), shape, radius: Self.symbolRadius), text: shape.rawValue,
        value: Numerals.count(count))
    }
  }

  private func lines(_ map: NetworkMap, _ scene: NetworkScene) -> [Entry] {
    var entries = TieKind.allCases.compactMap { kind -> Entry? in
      let count = scene.ties.count { $0.kind == kind }
      guard count > 0 else { return nil }
      return Entry(
        swatch: .line(colour: kind.colour, width: 2, .solid, isBowed: kind.isTransfer, isDirected: false),
        text: kind.name, value: Numerals.count(count))
    }
    let directed = scene.ties.count { $0.isDirected }
    if let highlight = map.highlight {
      entries.append(
        Entry(
          swatch: .line(colour: Ink.vermillion, width: 5, .solid, isBowed: false, isDirected: false),
          text: DisplayText.shortened(highlight.name, toWidth: 160, size: 11.5),
          value: Numerals.count(scene.ties.count { highlight.ties.contains($0.number) })))
    }
    if directed > 0 {
      entries.append(
        Entry(
          swatch: .line(colour: Ink.quiet, width: 1.5, .solid, isBowed: false, isDirected: true),
          text: "Arrow: has a direction", value: Numerals.count(directed)))
    }
    return entries
  }

  private func confidences(_ scene: NetworkScene) -> [Entry] {
    LineClass.allCases.compactMap { line in
      let count = scene.ties.count { $0.line == line }
      guard count > 0 else { return nil }
      return Entry(
        swatch: .line(colour: Ink.quiet, width: 1.8, line, isBowed: false, isDirected: false),
        text: line.name,
        value: Numerals.count(count))
    }
  }

  private func sizes(_ map: NetworkMap, _ symbols: SymbolScale) -> [Entry] {
    guard symbols.peak > 0 else { return [] }
    return [(symbols.peak, "largest"), (symbols.peak / 2, "half of it"), (0, "none")].map { size, text in
      let radius = symbols.radius(of: size)
      return Entry(
        swatch: .symbol(ActorStyle(.unknown), .person, radius: radius), text: text,
        value: Numerals.short(size * map.largestMeasure),
        height: max(18.5, 2 * radius + 6))
    }
  }

  private func widths(_ scene: NetworkScene, _ ties: TieScale) -> [Entry] {
    guard !scene.ties.isEmpty else { return [] }
    let samples =
      ties.isConstant
      ? [(ties.strongest, "all alike")] : [(ties.strongest, "strongest"), (ties.weakest, "weakest")]
    return samples.map { strength, text in
      Entry(
        swatch: .line(
          colour: Ink.quiet, width: ties.width(of: strength), .solid, isBowed: false, isDirected: false),
        text: text, value: Numerals.short(strength))
    }
  }

  var height: Double {
    sections.reduce(-Self.sectionGap) { height, section in
      height + Self.headingHeight + section.entries.reduce(0) { $0 + $1.height } + Self.sectionGap
    }
  }

  func draw(in document: inout SVGDocument, left: Double, top: Double, width: Double) {
    var y = top
    for section in sections {
      document.text(section.heading, at: Point(x: left, y: y + 12), size: 12, weight: .bold)
      y += Self.headingHeight
      for entry in section.entries {
        let middle = y + entry.height / 2
        entry.swatch.draw(in: &document, center: Point(x: left + Self.swatchWidth / 2 - 3.5, y: middle))
        document.text(entry.text, at: Point(x: left + Self.swatchWidth, y: middle + 4), size: 11.5)
        document.text(
          entry.value, at: Point(x: left + width, y: middle + 4), size: 11.5, anchor: .end, fill: Ink.quiet)
        y += entry.height
      }
      y += Self.sectionGap
    }
  }
}

extension NetworkLegend.Swatch {
  func draw(in document: inout SVGDocument, center: Point) {
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
