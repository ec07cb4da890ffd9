/// How measures of electric current are computed: every edge is a wire.
public struct CurrentFlowOptions: Hashable, Sendable {
  /// The conductance of an edge, so that a stronger tie carries more current.
  public var conductances = MatrixEntries.strengths
  /// The largest number of vertices: the potentials are a number for every pair.
  public var denseLimit = DenseLimitError.defaultLimit
  /// How many threads work at once, nil for one a processor. It never changes a result.
  public var threads: Int?

  public init(conductances: MatrixEntries = .strengths) { self.conductances = conductances }
}

/// Why there are no currents.
public enum CurrentFlowError: Error, Hashable, CustomStringConvertible {
  case tooLarge(DenseLimitError)
  /// The Laplacian of a component is singular to rounding.
  case notFactored(vertexCount: Int)

  public var description: String {
    switch self {
    case .tooLarge(let error):
      error.description
    case .notFactored(let count):
      "The Laplacian of a component of \(count) vertices is singular to rounding. "
        + "Bring the strengths closer together: they should not differ by more than 12 digits."
    }
  }
}
