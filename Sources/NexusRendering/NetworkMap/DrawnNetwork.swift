/// The geometry of a network map as it is drawn: what its quality is measured on.
package struct DrawnNetwork: Sendable {
  package struct Symbol: Sendable {
    package var name: String
    package var center: Point
    /// To its farthest corner.
    package var reach: Double
  }

  /// One line between two symbols, in straight pieces that follow its bow.
  package struct Line: Sendable {
    package var source: Int
    package var target: Int
    package var course: [Point]
  }

  /// A name, and the symbol that bears it; nil for the name of a group.
  package struct Label: Sendable {
    package var box: Box
    package var symbol: Int?
  }

  package var symbols: [Symbol]
  package var lines: [Line]
  package var labels: [Label]
  /// Pairs of groups whose shapes overlap.
  package var overlappingGroups: Int
}

extension NetworkMap {
  /// What ``svg()`` draws of the network, from the same values.
  package func drawnNetwork() throws(RenderingError) -> DrawnNetwork {
    let drawing = try drawing()
    let (scene, layout) = (drawing.scene, drawing.layout)
    let bows = drawing.bows()
    return DrawnNetwork(
      symbols: scene.actors.indices.map {
        DrawnNetwork.Symbol(
          name: scene.actors[$0].actor.name, center: layout.points[$0], reach: layout.reaches[$0])
      },
      lines: scene.ties.enumerated().map { number, tie in
        let stroke = TieStroke(
          from: layout.points[tie.source], to: layout.points[tie.target], bow: bows[number])
        return DrawnNetwork.Line(source: tie.source, target: tie.target, course: stroke.course)
      },
      labels: drawing.labels.labels.map { DrawnNetwork.Label(box: $0.box, symbol: $0.actor) }
        + drawing.labels.groupNames.map { DrawnNetwork.Label(box: $0.box, symbol: nil) },
      overlappingGroups: GroupShape.overlaps(among: drawing.groups))
  }
}

extension TieStroke {
  /// Points along the line, near enough that straight pieces between them cannot be told from it.
  fileprivate var course: [Point] {
    guard let control else { return [start, end] }
    let count = 8
    return (0...count).map { step in
      let share = Double(step) / Double(count)
      return start * ((1 - share) * (1 - share)) + control * (2 * share * (1 - share)) + end * (share * share)
    }
  }
}
