/// How a label looks in the plane: a colour and a shape, so that marks can be told apart in grey as well.
struct PlaneMark: Hashable, Sendable {
  var colour: String
  var shape: SymbolShape
  var name: String

  /// Labels in the order of the legend.
  private static let known: [(word: String, mark: PlaneMark)] = [
    ("terrorist", PlaneMark(colour: Ink.vermillion, shape: .person, name: "Terrorist")),
    ("organised-crime", PlaneMark(colour: Ink.blue, shape: .organisation, name: "Organised crime")),
    (
      "appropriation",
      PlaneMark(colour: Ink.orange, shape: .account, name: "Appropriation: methods, not motives")
    ),
    ("hybrid", PlaneMark(colour: Ink.reddishPurple, shape: .company, name: "Hybrid")),
    ("transformation", PlaneMark(colour: Ink.bluishGreen, shape: .bank, name: "Transformation")),
    (
      "method-convergent, motive not observed",
      PlaneMark(colour: Ink.skyBlue, shape: .vessel, name: "Method mixed, motive not observed")
    ),
    ("undecided", PlaneMark(colour: Ink.neutral, shape: .npo, name: "Undecided")),
  ]

  private static let other = PlaneMark(colour: Ink.yellow, shape: .unknown, name: "Other")

  static func mark(for label: String) -> PlaneMark { known.first { $0.word == label }?.mark ?? other }

  /// All marks, in the order of the legend.
  static let all = known.map(\.mark) + [other]

  /// - Parameter isSolid: false draws an outline only.
  func draw(at center: Point, radius: Double, isSolid: Bool, in document: inout SVGDocument) {
    let style = (fill: isSolid ? colour : "#ffffff", stroke: isSolid ? Ink.text : colour)
    let width = svg(isSolid ? 0.9 : 2)
    let corners = (shape.corners ?? []).map { corner in
      let point = center + corner * radius
      return "\(svg(point.x)),\(svg(point.y))"
    }
    guard corners.isEmpty else {
      document.element(
        "polygon",
        [
          "points": corners.joined(separator: " "), "fill": style.fill, "stroke": style.stroke,
          "stroke-width": width, "stroke-linejoin": "round",
        ])
      return
    }
    let isCircle = shape == .person
    document.element(
      "ellipse",
      [
        "cx": svg(center.x), "cy": svg(center.y),
        "rx": svg(radius * (isCircle ? 1 : SymbolShape.ellipse.x)),
        "ry": svg(radius * (isCircle ? 1 : SymbolShape.ellipse.y)), "fill": style.fill,
        "stroke": style.stroke, "stroke-width": width,
      ])
  }
}
