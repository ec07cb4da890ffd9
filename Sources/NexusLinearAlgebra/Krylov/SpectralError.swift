/// Why a spectral computation has no trustworthy answer.
public enum SpectralError: Error, Hashable, CustomStringConvertible {
  /// The iteration for the largest eigenvalue did not settle.
  case eigenvalueNotConverged(dimension: Int, residual: Double)
  /// The iteration for a linear system did not settle.
  case systemNotSolved(dimension: Int, residual: Double)
  /// The numbers left the range of floating point.
  case overflow

  public var description: String {
    switch self {
    case .eigenvalueNotConverged(let dimension, let residual):
      "The largest eigenvalue of a component of \(dimension) vertices did not settle: "
        + "relative residual \(residual). Its shape (long thin chains) converges too slowly."
    case .systemNotSolved(let dimension, let residual):
      "The linear system of a component of \(dimension) vertices was not solved: "
        + "relative residual \(residual)."
    case .overflow:
      "The scores left the range of floating point. Scale the strengths closer together."
    }
  }
}
