extension NetworkMap {
  /// What colour and mark tell of an actor.
  public enum Colouring: Hashable, Sendable {
    /// Its role.
    case role
    /// One of many classes without order, the first ones the easiest to tell apart.
    case classes(title: String, names: [String])
    /// One of five steps from least to most, with what each holds.
    case steps(title: String, names: [String])

    var title: String {
      switch self {
      case .role: "Role (colour and mark)"
      case .classes(let title, _): "\(DisplayText.clean(title, limit: 24)) (colour and mark)"
      case .steps(let title, _): "\(DisplayText.clean(title, limit: 30)) (colour)"
      }
    }

    /// All styles in the order of the legend, those without a class last.
    var styles: [ActorStyle] {
      switch self {
      case .role: ActorStyle.all
      case .classes(_, let names):
        names.prefix(ActorStyle.categoryCount).enumerated().map {
          .category($0.offset, named: DisplayText.clean($0.element, limit: 60))
        } + [.none(named: names.count > ActorStyle.categoryCount ? "Another, or none" : "None")]
      case .steps(_, let names):
        names.enumerated().map { .step($0.offset, named: DisplayText.clean($0.element, limit: 60)) }
          + [.none(named: "Not defined, or not ranked")]
      }
    }

    func style(of actor: Actor) -> ActorStyle {
      guard self != .role else { return ActorStyle(actor.role) }
      let styles = styles
      guard let number = actor.colourClass, styles.indices.dropLast().contains(number) else {
        return styles[styles.count - 1]
      }
      return styles[number]
    }
  }

  /// Actors that a shape behind them holds together.
  public struct Group: Hashable, Sendable {
    public var name: String
    /// Positions in ``NetworkMap/actors``.
    public var members: [Int]

    public init(name: String, members: [Int]) { (self.name, self.members) = (name, members) }
  }

  /// Ties to bring out.
  public struct Highlight: Hashable, Sendable {
    /// What they are, for the legend: "Path A – B".
    public var name: String
    /// Positions in ``NetworkMap/actors``.
    public var actors: Set<Int>
    /// Positions in ``NetworkMap/ties``.
    public var ties: Set<Int>

    public init(name: String, actors: Set<Int>, ties: Set<Int>) {
      (self.name, self.actors, self.ties) = (name, actors, ties)
    }
  }

  /// One of several pictures side by side.
  public struct Panel: Hashable, Sendable {
    public var title: String
    /// Positions in ``NetworkMap/ties``.
    public var ties: Set<Int>

    public init(title: String, ties: Set<Int>) { (self.title, self.ties) = (title, ties) }
  }
}

/// How actors find their places.
public enum MapLayout: Hashable, Sendable {
  /// By an engine of Graphviz that suits the size of each component.
  case automatic
  case engine(LayoutEngine)
  /// At the given places, x to the right and y downwards, in any unit; one for each actor. Nil stands among those without
  /// a place.
  case places([MapPlace?], graticule: Bool)
}

/// A place of an actor, in whatever unit.
public struct MapPlace: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }
}
