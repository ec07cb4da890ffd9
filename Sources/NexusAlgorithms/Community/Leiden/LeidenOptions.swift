/// How communities are searched for. The defaults are modularity with γ = 1.
public struct LeidenOptions: Hashable, Sendable {
  public typealias Quality = PartitionQuality

  public var quality = Quality.modularity
  /// γ > 0: the larger, the smaller the communities. For CPM the density that a community must exceed, in the
  /// unit of the strengths.
  public var resolution = 1.0
  /// θ > 0: how freely the refinement chooses among merges that improve the quality, in mean strengths of edges.
  public var randomness = 0.01
  public var directions = DirectionTreatment.ignored
  /// How many searches start from singletons, of which the best counts. Nil: by the size of the graph, see
  /// ``NexusGraph/Graph/leiden(_:using:)``.
  public var starts: Int?
  /// How many iterations each start takes at most. Nil: by the size of the graph, too.
  public var iterations: Int?
  /// How many threads work at once, nil for one a processor. It never changes a result.
  public var threads: Int?

  public init(quality: Quality = .modularity, resolution: Double = 1) {
    self.quality = quality
    self.resolution = resolution
  }

  func validate() throws(LeidenError) {
    guard resolution > 0, resolution.isFinite else { throw .invalidResolution(resolution) }
    guard randomness > 0, randomness.isFinite else { throw .invalidRandomness(randomness) }
    if let starts, starts < 1 { throw .invalidStarts(starts) }
    if let iterations, iterations < 1 { throw .invalidIterations(iterations) }
  }
}

public enum LeidenError: Error, Hashable, CustomStringConvertible {
  case invalidResolution(Double)
  case invalidRandomness(Double)
  case invalidStarts(Int)
  case invalidIterations(Int)

  public var description: String {
    switch self {
    case .invalidResolution(let value):
      "A resolution of \(value) is not a positive number. Modularity is usual with 1."
    case .invalidRandomness(let value):
      "A randomness of \(value) is not a positive number. Usual is 0.01."
    case .invalidStarts(let value):
      "\(value) starts find nothing. At least one is needed; nil lets the size of the graph decide."
    case .invalidIterations(let value):
      "\(value) iterations find nothing. At least one is needed; nil lets the size of the graph decide."
    }
  }
}
