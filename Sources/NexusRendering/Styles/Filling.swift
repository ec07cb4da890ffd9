/// How an area is filled: a colour, and a texture above it, so that areas can be told apart in grey as well.
///
/// Textures are drawn line by line. An SVG pattern would be shorter, but browsers print each area of one as a bitmap,
/// and a report of some hundred bars as many megabytes.
struct Filling: Hashable, Sendable {
  enum Texture: Hashable, Sendable {
    case plain
    /// From below on the left to above on the right.
    case stripes
    case rows
    case dots
  }

  var colour: String
  var texture = Texture.plain
  /// The colour of the texture.
  var ink = Ink.text

  /// Between two lines of a texture, across and down.
  private static let step = 6.0
  /// What a texture keeps clear of the border, so that no end of a line stands out.
  private static let inset = 0.5

  /// Fills a box, with a frame.
  func draw(_ box: Box, frame: String, frameWidth: String, in document: inout SVGDocument) {
    document.element(
      "rect",
      [
        "x": svg(box.minX), "y": svg(box.minY), "width": svg(box.width), "height": svg(box.height),
        "fill": colour, "stroke": frame, "stroke-width": frameWidth,
      ])
    let inner = box.insetBy(Self.inset)
    guard texture != .plain, inner.width > 0, inner.height > 0 else { return }
    switch texture {
    case .plain: break
    case .stripes: draw(Self.stripes(across: inner), width: "1.2", in: &document)
    case .rows: draw(Self.rows(across: inner), width: "1", in: &document)
    case .dots: drawDots(across: inner, in: &document)
    }
  }

  private func draw(_ path: String, width: String, in document: inout SVGDocument) {
    guard !path.isEmpty else { return }
    document.element("path", ["d": path, "fill": "none", "stroke": ink, "stroke-width": width])
  }

  /// Lines on which x + y is a multiple of the step, cut at the border.
  static func stripes(across box: Box) -> String {
    stride(from: step, to: box.width + box.height, by: step).map { sum in
      let (down, across) = (min(sum, box.height), min(sum, box.width))
      return "M\(svg(box.minX + sum - down)) \(svg(box.minY + down))"
        + "L\(svg(box.minX + across)) \(svg(box.minY + sum - across))"
    }.joined()
  }

  private static func rows(across box: Box) -> String {
    rowHeights(of: box).map { "M\(svg(box.minX)) \(svg($0))H\(svg(box.maxX))" }.joined()
  }

  /// Rows at half a step from the bottom, each a step above the last.
  private static func rowHeights(of box: Box) -> [Double] {
    Array(stride(from: box.maxY - step / 2, through: box.minY, by: -step))
  }

  /// A dashed line for each row: dashes as long as they are wide.
  private func drawDots(across box: Box, in document: inout SVGDocument) {
    let side = 2.2
    let left = box.minX + Self.step / 2
    guard left + side <= box.maxX else { return }
    // The last dash is whole.
    let count = ((box.maxX - left - side) / Self.step).rounded(.down)
    let right = left + count * Self.step + side
    let path = Self.rowHeights(of: box).filter { $0 - side / 2 >= box.minY }
      .map { "M\(svg(left)) \(svg($0))H\(svg(right))" }.joined()
    guard !path.isEmpty else { return }
    document.element(
      "path",
      [
        "d": path, "fill": "none", "stroke": ink, "stroke-width": svg(side),
        "stroke-dasharray": "\(svg(side)) \(svg(Self.step - side))",
      ])
  }
}
