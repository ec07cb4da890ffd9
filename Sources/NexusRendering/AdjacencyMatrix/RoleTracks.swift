import NexusModel

/// The roles of rows too low for a symbol each: a narrow column a role, headed by its symbol, with a stroke in each row
/// that has it.
struct RoleTracks: Sendable {
  private let rows: [MatrixCells.Row]
  private let side: Double
  private let width: Double
  private let roles: [Role]

  init(_ rows: [MatrixCells.Row], side: Double, width: Double) {
    self.rows = rows
    self.side = side
    self.width = width
    roles = RoleTracks.roles(of: rows)
  }

  /// The roles that occur, in the order of the vocabulary; words it does not know share one.
  static func roles(of rows: [MatrixCells.Row]) -> [Role] {
    let present = Set(rows.map(\.role))
    let known = Roles.known.map { Role(folding: $0) }.filter(present.contains)
    return known + present.filter { !$0.isKnown }.sorted().prefix(1)
  }

  func draw(at corner: Point, in document: inout SVGDocument) {
    for (number, role) in roles.enumerated() {
      let style = ActorStyle(role)
      let middle = corner.x + width * (Double(number) + 0.5)
      let members = rows.indices.filter { rows[$0].role == role || !role.isKnown && !rows[$0].role.isKnown }
      document.element("g", [:]) { document in
        document.element("title", [:], text: "\(style.name): \(Numerals.count(members.count, "row"))")
        document.element(
          "path",
          [
            "d": "M\(svg(middle)) \(svg(corner.y))v\(svg(side * Double(rows.count)))", "stroke": Ink.faint,
            "stroke-width": "0.6",
          ])
        Symbol(style: style, shape: .person, center: Point(x: middle, y: corner.y - 7), radius: 3)
          .draw(in: &document, title: nil)
        let path = members.map { row in
          "M\(svg(middle)) \(svg(corner.y + side * Double(row)))v\(svg(side))"
        }
        document.element(
          "path",
          [
            "d": path.joined(), "fill": "none", "stroke": style.fill, "stroke-width": svg(width - 1.5),
          ])
      }
    }
  }
}
