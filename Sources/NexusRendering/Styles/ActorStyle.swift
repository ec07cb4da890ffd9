import NexusModel

/// How a class of actors looks: a colour, and a mark inside the symbol that tells it without colour.
struct ActorStyle: Hashable, Sendable {
  /// What is drawn on a symbol.
  enum Mark: Hashable, Sendable {
    /// Filled, with a heavy dark outline.
    case heavy
    /// A white disc, so that the symbol becomes a ring.
    case ring
    /// A white bar across.
    case bar
    /// A white cross.
    case cross
    /// A dark dot.
    case dot
    /// White, with a coloured outline.
    case hollow
    /// White, with a coloured outline and a dark dot.
    case hollowDot
    /// Nothing.
    case plain
  }

  var fill: String
  var mark: Mark
  var name: String

  /// Words that the vocabulary does not know share a neutral style.
  init(_ role: Role) {
    (fill, mark, name) =
      switch role {
      case .terrorist: (Ink.vermillion, .heavy, "Terrorist")
      case .organisedCrime: (Ink.blue, .ring, "Organised crime")
      case .facilitator: (Ink.orange, .bar, "Facilitator")
      case .state: (Ink.bluishGreen, .cross, "State")
      case .reportingParty: (Ink.skyBlue, .dot, "Reporting party")
      case .victim: (Ink.reddishPurple, .hollow, "Victim")
      case .witness: (Ink.skyBlue, .hollowDot, "Witness")
      case .unknown: (Ink.neutral, .plain, "Role not known")
      default: (Ink.yellow, .plain, "Other role")
      }
  }

  /// All styles, in the order of the legend.
  static let all = Roles.known.map { ActorStyle(Role(folding: $0)) } + [ActorStyle(Role(folding: "other"))]

  private init(fill: String, mark: Mark, name: String) {
    (self.fill, self.mark, self.name) = (fill, mark, name)
  }

  /// The class with a number of many without order, such as communities. Colour and mark together differ for the first
  /// 28; later ones look alike.
  static func category(_ number: Int, named name: String) -> ActorStyle {
    guard number < categoryCount else { return ActorStyle(fill: Ink.neutral, mark: .hollow, name: name) }
    return ActorStyle(
      fill: categoryFills[number % categoryFills.count], mark: categoryMarks[number % categoryMarks.count],
      name: name)
  }

  /// How many categories can be told apart. The numbers of fills and marks have no common divisor.
  static let categoryCount = categoryFills.count * categoryMarks.count

  private static let categoryFills = [
    Ink.blue, Ink.orange, Ink.bluishGreen, Ink.vermillion, Ink.skyBlue, Ink.reddishPurple, Ink.yellow,
  ]
  private static let categoryMarks: [Mark] = [.plain, .ring, .dot, .bar]

  /// The class with a number of five from least to most.
  static func step(_ number: Int, named name: String) -> ActorStyle {
    let classes = ScoreRamp.classes
    return ActorStyle(fill: classes[min(max(number, 0), classes.count - 1)].fill, mark: .plain, name: name)
  }

  /// Who is in no class.
  static func none(named name: String) -> ActorStyle {
    ActorStyle(fill: Ink.neutral, mark: .hollow, name: name)
  }
}
