/// The fill of each part of a bar: a colour and a pattern, so that parts can be told apart in grey as well.
struct PartFills: Sendable {
  struct Part: Sendable {
    var name: String
    /// In how many bars it stands.
    var count: Int
    /// What `fill` refers to it by.
    var reference: String
  }

  /// In order of first appearance.
  private(set) var parts: [Part] = []
  /// The fill of what is not observed.
  let silent: String
  private let identifier: String

  /// Solid, stripes and dots come in turn; colours too, one more than patterns.
  private static let colours = [Ink.vermillion, Ink.blue, Ink.orange, Ink.bluishGreen]

  init(_ chart: RegionChart) {
    identifier = chart.identifier
    silent = "url(#\(identifier)-silent)"
    for bar in chart.bars where bar.score != nil {
      for contribution in bar.contributions where contribution.value > 0 {
        let name = Self.display(contribution.name)
        if let known = parts.firstIndex(where: { $0.name == name }) {
          parts[known].count += 1
        } else {
          let kind = parts.count % (3 * Self.colours.count)
          parts.append(Part(name: name, count: 1, reference: "url(#\(identifier)-part-\(kind))"))
        }
      }
    }
  }

  private static func display(_ name: String) -> String {
    let name = DisplayText.clean(name, limit: 30)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// A neutral grey for what is no named part.
  func fill(of name: String) -> String {
    let name = Self.display(name)
    return parts.first { $0.name == name }?.reference ?? "#8c8c8c"
  }

  func define(in document: inout SVGDocument) {
    document.element("defs", [:]) { document in
      for kind in 0..<min(parts.count, 3 * Self.colours.count) {
        pattern(
          "\(identifier)-part-\(kind)", Self.colours[kind % Self.colours.count], kind % 3, in: &document)
      }
      pattern("\(identifier)-silent", Ink.faint, 3, in: &document)
    }
  }

  private func pattern(_ id: String, _ colour: String, _ texture: Int, in document: inout SVGDocument) {
    document.element("pattern", ["id": id, "width": "6", "height": "6", "patternUnits": "userSpaceOnUse"]) {
      document in
      document.element("rect", ["width": "6", "height": "6", "fill": colour])
      switch texture {
      case 1: stripes("#ffffff", in: &document)
      case 2: document.element("circle", ["cx": "3", "cy": "3", "r": "1.1", "fill": Ink.text])
      case 3: stripes(Ink.rule, in: &document)
      default: break
      }
    }
  }

  private func stripes(_ colour: String, in document: inout SVGDocument) {
    document.element(
      "path", ["d": "M-1 1L1 -1M0 6L6 0M5 7L7 5", "fill": "none", "stroke": colour, "stroke-width": "1.3"])
  }
}
