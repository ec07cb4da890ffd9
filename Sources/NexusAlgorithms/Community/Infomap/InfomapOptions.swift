/// How the walker of the map equation moves, and how its communities are searched for.
public struct InfomapOptions: Hashable, Sendable {
  /// Whether the walker must follow the directions of edges.
  public var directions = DirectionTreatment.kept
  /// τ, the probability of a jump to any vertex instead of a step along an arc, in a directed graph.
  public var teleportation = 0.15
  /// How many searches start from singletons, of which the best counts. Nil: by the size of the graph, see
  /// ``NexusGraph/Graph/infomap(_:using:)``.
  public var starts: Int?
  /// How many iterations each start takes at most. Nil: by the size of the graph, too.
  public var iterations: Int?

  public init() {}

  func validate() throws(InfomapError) {
    guard teleportation > 0, teleportation < 1 else { throw .teleportationOutOfRange(teleportation) }
    if let starts, starts < 1 { throw .invalidStarts(starts) }
    if let iterations, iterations < 1 { throw .invalidIterations(iterations) }
  }
}

/// Why there is no code of a random walk.
public enum InfomapError: Error, Hashable, CustomStringConvertible {
  case teleportationOutOfRange(Double)
  case invalidStarts(Int)
  case invalidIterations(Int)
  case notSettled(teleportation: Double)

  public var description: String {
    switch self {
    case .teleportationOutOfRange(let value):
      "A teleportation of \(value) is not between 0 and 1. Usual is 0.15."
    case .invalidStarts(let value):
      "\(value) starts find nothing. At least one is needed; nil lets the size of the graph decide."
    case .invalidIterations(let value):
      "\(value) iterations find nothing. At least one is needed; nil lets the size of the graph decide."
    case .notSettled(let value):
      "The random walker does not settle with a teleportation of \(value). More of it settles it sooner: usual is 0.15."
    }
  }
}
