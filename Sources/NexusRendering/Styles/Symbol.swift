/// One symbol: shape, role and radius.
struct Symbol: Sendable {
  var style: ActorStyle
  var shape: SymbolShape
  var center: Point
  /// Radius of the circle of the same area.
  var radius: Double

  /// - Parameters:
  ///   - opacity: nil for a symbol that does not stand back.
  ///   - title: what a viewer shows when the pointer rests on the symbol.
  func draw(in document: inout SVGDocument, opacity: String? = nil, title: String?) {
    let attributes: SVGDocument.Attributes = if let opacity { ["opacity": opacity] } else { [:] }
    document.element("g", attributes) { document in
      if let title { document.element("title", [:], text: title) }
      outline(in: &document)
      mark(in: &document)
    }
  }

  private var isHollow: Bool { style.mark == .hollow || style.mark == .hollowDot }

  private func outline(in document: inout SVGDocument) {
    let fill = isHollow ? "#ffffff" : style.fill
    let stroke = isHollow ? style.fill : Ink.text
    let width: Double =
      switch style.mark {
      case .heavy: max(1.8, radius * 0.24)
      case .hollow, .hollowDot: max(1.4, radius * 0.2)
      default: 0.8
      }
    let (x, y) = (svg(center.x), svg(center.y))
    switch shape {
    case .person:
      document.element(
        "circle",
        ["cx": x, "cy": y, "r": svg(radius), "fill": fill, "stroke": stroke, "stroke-width": svg(width)])
    case .unknown:
      document.element(
        "ellipse",
        [
          "cx": x, "cy": y, "rx": svg(radius * SymbolShape.ellipse.x),
          "ry": svg(radius * SymbolShape.ellipse.y),
          "fill": fill, "stroke": stroke, "stroke-width": svg(width),
        ])
    default:
      let corners = (shape.corners ?? []).map { corner in
        let point = center + corner * radius
        return "\(svg(point.x)),\(svg(point.y))"
      }
      document.element(
        "polygon",
        [
          "points": corners.joined(separator: " "), "fill": fill, "stroke": stroke,
          "stroke-width": svg(width),
          "stroke-linejoin": "round",
        ])
    }
  }

  private func mark(in document: inout SVGDocument) {
    switch style.mark {
    case .heavy, .hollow, .plain: break
    case .ring: disc(radius * 0.42, "#ffffff", in: &document)
    case .dot, .hollowDot: disc(radius * 0.34, Ink.text, in: &document)
    case .bar:
      bars(["M\(svg(center.x - radius * 0.55)) \(svg(center.y))h\(svg(radius * 1.1))"], in: &document)
    case .cross:
      bars(
        [
          "M\(svg(center.x - radius * 0.55)) \(svg(center.y))h\(svg(radius * 1.1))",
          "M\(svg(center.x)) \(svg(center.y - radius * 0.55))v\(svg(radius * 1.1))",
        ], in: &document)
    }
  }

  private func disc(_ radius: Double, _ fill: String, in document: inout SVGDocument) {
    document.element("circle", ["cx": svg(center.x), "cy": svg(center.y), "r": svg(radius), "fill": fill])
  }

  private func bars(_ strokes: [String], in document: inout SVGDocument) {
    document.element(
      "path",
      [
        "d": strokes.joined(), "fill": "none", "stroke": "#ffffff",
        "stroke-width": svg(max(1.2, radius * 0.3)),
      ])
  }
}
