import NexusModel

/// How a role looks: a colour, and a mark inside the symbol that tells it without colour.
struct RoleStyle: Hashable, Sendable {
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
  static let all = Roles.known.map { RoleStyle(Role(folding: $0)) } + [RoleStyle(Role(folding: "other"))]
}
