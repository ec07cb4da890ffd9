/// A graph too large for a measure that holds a number for every pair of vertices.
public struct DenseLimitError: Error, Hashable, CustomStringConvertible {
  /// The number of vertices up to which such measures are computed unless their options say otherwise.
  public static let defaultLimit = 8_000
  /// More vertices than this no option allows: LAPACK counts its workspace in 32-bit integers.
  public static let greatestLimit = 32_000

  public let vertexCount: Int
  public let limit: Int
  /// How many matrices of *n* × *n* numbers are in memory at once.
  public let matrixCount: Int
  /// What to call instead.
  public let alternative: String

  /// nil when the graph is within the limit.
  init?(vertexCount: Int, limit: Int, matrixCount: Int, alternative: String) {
    let limit = min(limit, DenseLimitError.greatestLimit)
    guard vertexCount > limit else { return nil }
    self.vertexCount = vertexCount
    self.limit = limit
    self.matrixCount = matrixCount
    self.alternative = alternative
  }

  /// The memory it would take.
  public var bytes: Double { Double(matrixCount) * 8 * Double(vertexCount) * Double(vertexCount) }

  public var description: String {
    let tenths = (bytes / 1e8).rounded() / 10
    let raise =
      limit < DenseLimitError.greatestLimit ? "Raise denseLimit if there is that much memory, or use" : "Use"
    return
      "\(vertexCount) vertices would take \(tenths) GB; the limit is \(limit) vertices. \(raise) \(alternative)."
  }
}
