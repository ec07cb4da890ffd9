import NexusRendering

/// A network as somebody drew it, in the unit of its own page.
struct DrawnPicture {
  /// An ellipse with upright axes; a circle around symbols of other shapes.
  struct Node {
    var center: Point
    var halfWidth: Double
    var halfHeight: Double
  }

  struct Line {
    var source: Int
    var target: Int
    /// Straight pieces.
    var course: [Point]
  }

  /// The room of a name, and whose it is.
  struct Label {
    var box: Box
    var node: Int?
  }

  var nodes: [Node]
  var lines: [Line]
  var labels: [Label]

  init(nodes: [Node], lines: [Line], labels: [Label]) {
    (self.nodes, self.lines, self.labels) = (nodes, lines, labels)
  }

  /// What nexus draws.
  init(_ drawn: DrawnNetwork) {
    nodes = drawn.symbols.map { Node(center: $0.center, halfWidth: $0.reach, halfHeight: $0.reach) }
    lines = drawn.lines.map { Line(source: $0.source, target: $0.target, course: $0.course) }
    labels = drawn.labels.map { Label(box: $0.box, node: $0.symbol) }
  }
}
