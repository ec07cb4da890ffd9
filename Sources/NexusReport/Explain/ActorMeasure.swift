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
    switch self {
    case .degree: "distinct neighbours in either direction"
    case .inDegree: "distinct neighbours with a tie to the actor; undirected: degree"
    case .outDegree: "distinct neighbours that the actor has a tie to; undirected: degree"
    case .strength: "sum of the strengths of its ties, directed: in + out; a transfer has strength 1"
    case .betweenness:
      "Σ over pairs s, t of σ(s,t|v) / σ(s,t), ÷ (n−1)(n−2)/2 undirected, (n−1)(n−2) directed (Brandes 2001)"
    case .closeness: "(r−1)/Σd · (r−1)/(n−1), r = actors that reach it, itself included (Wasserman–Faust)"
    case .harmonic: "Σ 1/d ÷ (n−1), d = distance from each actor that reaches it"
    case .eigenvector: "limit of x ← (Aᵀ + I) x from the uniform start, A = strengths, Euclidean length 1"
    case .katz: "x = αAᵀx + 1, α = 0.5/λ₁, A = strengths, Euclidean length 1"
    case .pageRank: "x = (1−d)/n + d (Σ x_j s_ji / S_j + dangling/n), d = 0.85, sum 1"
    case .core: "largest k such that the actor keeps k neighbours among those who do too (Batagelj–Zaveršnik)"
    case .clustering: "triangles ÷ pairs of neighbours, undirected; degree < 2: 0"
    case .constraint: "Σ_j (p_ij + Σ_q p_iq p_qj)², p = shares of strength (Burt 1992)"
    case .participation: "1 − Σ (k_s/k)² over communities, k = strengths, undirected sum"
    case .brokerage:
      "b_i = Σ p_ci p_it over organised crime c and terrorists t, p = 1 − Π (1 − c_e) over the ties of two actors"
    case .component: "weak component, numbered from 1 by size"
    case .community: "Leiden, modularity on strengths, numbered from 1 by size"
    }
  }

  public static let names = allCases.map(\.rawValue)
}
