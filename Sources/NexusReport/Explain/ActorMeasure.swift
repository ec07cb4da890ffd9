/// The columns of `actors.csv` that can be explained, with their definitions.
public enum ActorMeasure: String, CaseIterable, Sendable {
  case betweenness, degree
  case inDegree = "in_degree"
  case outDegree = "out_degree"
  case strength, closeness, harmonic, eigenvector, katz
  case pageRank = "pagerank"
  case core, clustering, constraint, participation, brokerage, component, community

  /// Which rows can change the value of one actor.
  enum Reach {
    /// Those of its own ties.
    case ends
    /// Its own, and those of its neighbours.
    case neighbours
    /// Those of its component.
    case component
    /// All: the measure is scaled over the whole network.
    case network
    /// The measure is a label, which has no value without a row.
    case label
  }

  var reach: Reach {
    switch self {
    case .degree, .inDegree, .outDegree, .strength, .participation, .brokerage: .ends
    case .clustering, .constraint: .neighbours
    case .betweenness, .closeness, .harmonic, .core: .component
    case .eigenvector, .katz, .pageRank: .network
    case .component, .community: .label
    }
  }

  /// Whether a search from every actor is needed.
  var needsPaths: Bool { self == .betweenness || self == .closeness || self == .harmonic }

  /// The definition, as printed with the value.
  public var formula: String {
    guard let measure = MeasureChoice.known[rawValue] else {
      preconditionFailure("\(rawValue) is a column of actors.csv and no measure.")
    }
    return measure.definition
  }

  public static let names = allCases.map(\.rawValue)
}
