import NexusLinearAlgebra

/// How measures from the exponential of the adjacency matrix are computed.
public struct CommunicabilityOptions: Hashable, Sendable {
  /// What counts as one step of a walk. Strengths above a few hundred make the exponential overflow.
  public var entries = MatrixEntries.ones
  /// The largest number of vertices for measures that hold a number for every pair.
  public var denseLimit = DenseLimitError.defaultLimit
  /// How many threads work at once, nil for one a processor. It never changes a result.
  public var threads: Int?

  public init(entries: MatrixEntries = .ones) { self.entries = entries }
}

/// Why there is no exponential of the adjacency matrix.
public enum CommunicabilityError: Error, Hashable, CustomStringConvertible {
  case tooLarge(DenseLimitError)
  /// e^λ leaves the range of floating point, λ the largest eigenvalue of A (or a bound of it).
  case overflow(largestEigenvalue: Double)
  /// Two connected vertices have a communicability below the range of floating point.
  case underflow
  /// LAPACK's eigensolver failed.
  case eigenvaluesNotFound(vertexCount: Int)

  public var description: String {
    switch self {
    case .tooLarge(let error):
      error.description
    case .overflow(let root):
      "The largest eigenvalue is about \(root), and above 709 its exponential is no number. "
        + "Divide the strengths by \((root / 100).rounded(.up)), or count every edge as 1."
    case .underflow:
      "Two connected vertices have a communicability too small for a number: chains of more than about 150 "
        + "edges, or strengths too far apart. Leave out the chain, or use pathCentralities()."
    case .eigenvaluesNotFound(let count):
      "The eigenvalues of \(count) vertices were not found. Bring the strengths closer together."
    }
  }
}

extension ExponentialSeries {
  /// Whether the power series is cheaper than an eigendecomposition, or cheap enough for its better accuracy: measured,
  /// eight columns take about 6 ns an arc and term, LAPACK about 0.2 ns times *n*³.
  var isCheaperThanEigenvectors: Bool {
    let rows = Double(matrix.dimension)
    return 2 * rows * expectedOrder * Double(matrix.columns.count) < max(rows * rows * rows, 4e7)
  }
}
