/// The filling of each part of a bar.
struct PartFills: Sendable {
  struct Part: Sendable {
    var name: String
    /// In how many bars it stands.
    var count: Int
    var filling: Filling
  }

  /// In order of first appearance.
  private(set) var parts: [Part] = []

  /// Of what is not observed.
  static let silent = Filling(colour: Ink.faint, texture: .stripes, ink: Ink.rule)
  /// Of what is no named part.
  private static let neutral = Filling(colour: "#8c8c8c")

  /// Plain, stripes and dots come in turn; colours too, one more than textures.
  private static let colours = [Ink.vermillion, Ink.blue, Ink.orange, Ink.bluishGreen]

  init(_ chart: RegionChart) {
    for bar in chart.bars where bar.score != nil {
      for contribution in bar.contributions where contribution.value > 0 {
        let name = Self.display(contribution.name)
        if let known = parts.firstIndex(where: { $0.name == name }) {
          parts[known].count += 1
        } else {
          parts.append(Part(name: name, count: 1, filling: Self.filling(ofPart: parts.count)))
        }
      }
    }
  }

  private static func filling(ofPart number: Int) -> Filling {
    let colour = colours[number % colours.count]
    switch number % 3 {
    case 0: return Filling(colour: colour)
    case 1: return Filling(colour: colour, texture: .stripes, ink: "#ffffff")
    default: return Filling(colour: colour, texture: .dots)
    }
  }

  private static func display(_ name: String) -> String {
    let name = DisplayText.clean(name, limit: 30)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  func filling(of name: String) -> Filling {
    let name = Self.display(name)
    return parts.first { $0.name == name }?.filling ?? Self.neutral
  }
}
