/// An SVG being written. Names of elements and attributes are ours; every value and text is escaped here, so no
/// text of the data can become markup.
struct SVGDocument {
  typealias Attributes = KeyValuePairs<StaticString, String>

  private var markup = ""

  /// The whole document: `content` in a picture of the given size, with its title and description.
  ///
  /// - Parameter identifier: what the ids of the title and the description begin with.
  static func picture(
    width: Double, height: Double, identifier: String, title: String, description: String,
    _ content: (inout SVGDocument) -> Void
  ) -> String {
    var document = SVGDocument()
    let attributes: Attributes = [
      "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(svg(width)) \(svg(height))",
      "width": svg(width),
      "height": svg(height), "role": "img", "aria-labelledby": "\(identifier)-title \(identifier)-desc",
      "font-family": TextMetrics.fontFamily,
    ]
    document.element("svg", attributes) { document in
      document.element("title", ["id": "\(identifier)-title"], text: title)
      document.element("desc", ["id": "\(identifier)-desc"], text: description)
      document.element("rect", ["width": svg(width), "height": svg(height), "fill": "#ffffff"])
      content(&document)
    }
    return document.markup
  }

  /// An element without content, or with a title that viewers show when the pointer rests on it.
  mutating func element(_ name: StaticString, _ attributes: Attributes, title: String? = nil) {
    open(name, attributes)
    if let title {
      markup += "><title>\(Markup.escaped(title))</title></\(name)>\n"
    } else {
      markup += "/>\n"
    }
  }

  mutating func element(_ name: StaticString, _ attributes: Attributes, text: String) {
    open(name, attributes)
    markup += ">\(Markup.escaped(text))</\(name)>\n"
  }

  mutating func element(
    _ name: StaticString, _ attributes: Attributes, _ content: (inout SVGDocument) -> Void
  ) {
    open(name, attributes)
    markup += ">\n"
    content(&self)
    markup += "</\(name)>\n"
  }

  /// One line of text. `point` is on its base line, at the side that `anchor` names.
  mutating func text(
    _ line: String, at point: Point, size: Double, anchor: TextAnchor = .start, weight: TextWeight = .regular,
    fill: String = Ink.text
  ) {
    element(
      "text",
      [
        "x": svg(point.x), "y": svg(point.y), "font-size": svg(size), "text-anchor": anchor.rawValue,
        "font-weight": weight == .bold ? "bold" : "normal", "fill": fill, "unicode-bidi": "plaintext",
      ], text: line)
  }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    markup += "<\(name)"
    for (name, value) in attributes { markup += " \(name)=\"\(Markup.escaped(value))\"" }
  }
}

/// Which part of a line of text stands at its point.
enum TextAnchor: String, Sendable {
  case start, middle, end
}

/// A number with at most two decimals, the same on every machine.
func svg(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e12 else { return "0" }
  let hundredths = Int((value * 100).rounded())
  let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
  let sign = hundredths < 0 ? "-" : ""
  if rest == 0 { return "\(sign)\(whole)" }
  if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
  return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}
