public import NexusGraph

extension Graph {
  /// The effective diameter: the distance within which a share of the pairs that have a path lie, by default 90 %.
  ///
  ///     g(h) = pairs u ≠ v with d(u, v) ≤ h  ÷  pairs with a path,   g between whole numbers by straight lines
  ///     effective diameter = the h at which g(h) is the share
  ///
  /// Unlike the diameter it hardly depends on single stragglers. By hops; ordered pairs where the graph is directed.
  /// From random sources s it is the root of the mean of xₛ(h) = (those within h of s − share · those s reaches) ÷
  /// (n−1). The interval is where that mean may be 0: at the two whole numbers around the true root, which are fixed,
  /// ``MeanBound`` holds together with the confidence stated, and so between them.
  ///
  /// - Returns: the distance in hops; 0 when no vertex reaches another.
  /// - Throws: ``EffectiveDiameterError`` when an option is out of range.
  /// - Complexity: O(*n* · *m* · levels / 64) time at worst, O(sources · *m* · levels / 64) when estimated.
  /// - Note: The same bytes for any number of threads.
  ///
  /// Source: J. Leskovec, J. Kleinberg, C. Faloutsos, "Graphs over time: densification laws, shrinking diameters and
  /// possible explanations", *KDD* 2005, doi:10.1145/1081870.1081893.
  public func effectiveDiameter(
    _ options: EffectiveDiameterOptions = EffectiveDiameterOptions()
  ) throws(EffectiveDiameterError) -> EffectiveDiameter {
    try options.validate()
    guard let count = options.sourceCount(of: self) else {
      let pairs = pairsByDistance(threads: options.threads)
      let value = ReachCurve(counts: pairs, share: options.share, others: 1, times: 1).root
      return EffectiveDiameter(value: value, low: value, high: value, sources: nil)
    }
    var drawn: [DrawnSource] = []
    for vertex in drawPivots(count, below: vertexCount, seed: options.seed) {
      if drawn.last?.vertex != vertex { drawn.append(DrawnSource(vertex: vertex, times: 0)) }
      drawn[drawn.count - 1].times += 1
    }
    let curve = reachCurve(from: drawn, share: options.share, threads: options.threads)
    // Two distances, so half the chance of failing for each.
    let bound = MeanBound(draws: count, failure: (1 - EffectiveDiameter.confidence) / 2)
    let interval = curve.rootInterval(bound)
    return EffectiveDiameter(
      value: curve.root, low: interval.low, high: interval.high ?? Double(vertexCount - 1), sources: count)
  }
}

/// Which distance is asked for and how much work may go into it.
public struct EffectiveDiameterOptions: Hashable, Sendable {
  /// The share of pairs that lie within the distance, above 0 and at most 1.
  public var share = 0.9
  public var sources = DistanceSources.automatic
  /// Where random sources come from; without an estimate it changes nothing.
  public var seed: UInt64 = 1
  /// How many threads work at once, nil for one a processor. It never changes a result.
  public var threads: Int?

  public init() {}

  fileprivate func validate() throws(EffectiveDiameterError) {
    guard share > 0, share <= 1 else { throw .shareOutOfRange(share) }
    if case .random(let count) = sources, count < 1 { throw .tooFewSources(count) }
  }

  /// The number of random sources to take, nil to take every vertex once.
  fileprivate func sourceCount(of graph: Graph) -> Int? {
    switch sources {
    case .every: return nil
    case .random(let count): return count < graph.vertexCount ? count : nil
    case .automatic:
      let work = Double(graph.vertexCount) * Double(graph.edgeCount)
      return work <= PathPrecision.exactWorkLimit || graph.vertexCount <= DistanceSources.automaticCount
        ? nil : DistanceSources.automaticCount
    }
  }
}

/// Which vertices distances are measured from.
public enum DistanceSources: Hashable, Sendable {
  /// Every vertex up to *n* · *m* = 2·10⁹, 1 024 random ones above.
  case automatic
  /// Every vertex: exact.
  case every
  /// This many, drawn with replacement; every vertex when there are no more than that.
  case random(Int)

  static let automaticCount = 1_024
}

/// An effective diameter, exact or estimated.
public struct EffectiveDiameter: Hashable, Sendable {
  public static let confidence = 0.95

  public let value: Double
  /// With probability ``confidence`` the exact one lies in `low`...`high`; both equal ``value`` when it is exact.
  public let low: Double
  public let high: Double
  /// How many random sources it was estimated from; nil when it is exact.
  public let sources: Int?
}

/// Why there is no effective diameter to be had.
public enum EffectiveDiameterError: Error, Hashable, CustomStringConvertible {
  case shareOutOfRange(Double)
  case tooFewSources(Int)

  public var description: String {
    switch self {
    case .shareOutOfRange(let share):
      "a share of \(share) of the pairs. Take one above 0 and at most 1, such as 0.9."
    case .tooFewSources(let count): "\(count) random sources are too few. Take 1 or more, such as 1024."
    }
  }
}
