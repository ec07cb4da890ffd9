/// Ways to find communities.
public enum CommunityMethod: String, Hashable, Sendable, CaseIterable {
  /// See ``NexusGraph/Graph/leiden(_:using:)``.
  case leiden
  /// See ``NexusGraph/Graph/louvain(_:using:)``.
  case louvain
  /// See ``NexusGraph/Graph/infomap(_:using:)``.
  case infomap
  /// See ``NexusGraph/Graph/labelPropagation(_:using:)``.
  case labelPropagation = "label-propagation"
}

/// What to find out about the communities of a graph, and how.
public struct CommunityOptions: Hashable, Sendable {
  public var method = CommunityMethod.leiden
  /// What Leiden and Louvain look for.
  public var quality = PartitionQuality.modularity
  /// γ of that quality.
  public var resolution = 1.0
  /// Whether directions count; label propagation ignores them.
  public var directions = DirectionTreatment.ignored
  /// Of everything that is drawn.
  public var seed: UInt64 = 1
  /// How many runs from different seeds are compared and brought to a consensus. Nil: 3 000 000 / (*n* + *m*), at
  /// least 10 and at most 100. One is compared with nothing.
  public var runs: Int?
  public var significance = SignificanceTest.rewirings(200)
  /// How many threads work at once, nil for one a processor. Results do not depend on it.
  public var threads: Int?

  public enum SignificanceTest: Hashable, Sendable {
    case none
    /// Against so many random graphs with the same degrees. The smallest p-value is one in so many and one.
    case rewirings(Int)
  }

  public init(method: CommunityMethod = .leiden) { self.method = method }

  func validate() throws(CommunityError) {
    if let runs, runs < 1 { throw .invalidRuns(runs) }
    if case .rewirings(let count) = significance, count < 1 { throw .invalidRewirings(count) }
  }
}

/// Why there is no answer about communities.
public enum CommunityError: Error, Hashable, CustomStringConvertible {
  case leiden(LeidenError)
  case infomap(InfomapError)
  case labelPropagation(LabelPropagationError)
  case invalidRuns(Int)
  case invalidRewirings(Int)

  public var description: String {
    switch self {
    case .leiden(let error): error.description
    case .infomap(let error): error.description
    case .labelPropagation(let error): error.description
    case .invalidRuns(let value):
      "\(value) runs find nothing. At least one is needed; nil lets the size of the graph decide."
    case .invalidRewirings(let value):
      "\(value) rewirings test nothing. At least 19 are needed for a p-value of 0.05; usual are 200."
    }
  }
}
