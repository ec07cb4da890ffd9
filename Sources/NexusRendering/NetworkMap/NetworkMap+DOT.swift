extension NetworkMap {
  /// The drawn network in Graphviz's language, every actor in its place: for drawing it further with `neato -n`.
  ///
  /// - Throws: ``RenderingError`` when a value is out of range or Graphviz fails.
  public func dot() throws(RenderingError) -> String {
    let drawing = try drawing()
    let (scene, layout) = (drawing.scene, drawing.layout)
    // Graphviz counts upwards, and its inch has 72 points.
    let nodes = scene.actors.indices.map { number in
      let actor = scene.actors[number]
      let point = layout.points[number]
      return
        "  n\(number) [label=\(Self.quoted(actor.actor.name)), tooltip=\(Self.quoted(actor.actor.detail)), "
        + "shape=\(actor.shape.graphvizName), fillcolor=\"\(actor.style.fill)\", "
        + "width=\(NexusRendering.svg(layout.radii[number] / 36)), pos=\"\(NexusRendering.svg(point.x)),\(NexusRendering.svg(-point.y))!\"];\n"
    }
    let edges = scene.ties.map { tie in
      "  n\(tie.source) -> n\(tie.target) [dir=\(tie.isDirected ? "forward" : "none"), "
        + "color=\"\(tie.kind.colour)\", style=\(tie.line.graphvizName), weight=\(NexusRendering.svg(min(tie.tie.strength, 1e6))), "
        + "tooltip=\(Self.quoted(tie.tie.detail))];\n"
    }
    return "digraph \(Self.quoted(title)) {\n  graph [splines=line];\n"
      + "  node [style=filled, fixedsize=true, fontname=\"Helvetica\", fontsize=9];\n"
      + nodes.joined() + edges.joined() + "}\n"
  }

  /// A quoted id, in which no name can end the quotation or become an escape of Graphviz.
  private static func quoted(_ text: String) -> String {
    let clean = DisplayText.clean(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(clean)\""
  }
}

extension SymbolShape {
  fileprivate var graphvizName: String {
    switch self {
    case .person: "circle"
    case .organisation: "square"
    case .company: "diamond"
    case .bank: "pentagon"
    case .npo: "hexagon"
    case .account: "triangle"
    case .vessel: "invtriangle"
    case .place: "house"
    case .unknown: "ellipse"
    }
  }
}

extension LineClass {
  fileprivate var graphvizName: String {
    switch self {
    case .solid: "solid"
    case .dashed, .ungraded: "dashed"
    case .dotted: "dotted"
    }
  }
}
