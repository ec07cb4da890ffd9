public import NexusGraph

extension Graph {
  /// Betweenness, closeness, harmonic closeness and the diameter, from one search out of every vertex.
  ///
  ///     betweenness(v) = Σ σ(s, t | v) / σ(s, t)  ÷ (n−1)(n−2), of undirected graphs each pair once ÷ (n−1)(n−2)/2
  ///     closeness(v)   = (r−1) / Σ d(u, v) · (r−1) / (n−1),  r = vertices that reach v, itself included
  ///     harmonic(v)    = Σ 1 / d(u, v) ÷ (n−1)
  ///
  /// σ(s, t) counts the shortest paths from s to t, σ(s, t | v) those through v. Where the graph is directed,
  /// closeness and harmonic closeness measure how near the others are to the vertex (incoming).
  /// When *n* · *m* exceeds 2·10⁹, betweenness is estimated from random sources unless
  /// ``PathPrecision/exact`` is asked for; the other three are always exact.
  ///
  /// - Returns: the measures, in vertex order, no unit. Below three vertices betweenness is 0, below two
  ///   harmonic closeness is 0; closeness of a vertex that no other reaches is 0.
  /// - Complexity: O(*n* · *m*) time by hops, O(*n* · *m* log *n*) by inverse strength, estimated betweenness
  ///   O(pivots · *m*); O(*n*) memory times a fixed number of chunks.
  /// - Note: The same bytes for any number of threads.
  ///
  /// Sources: U. Brandes, "A faster algorithm for betweenness centrality", *J. Math. Sociology* 25(2), 2001,
  /// doi:10.1080/0022250X.2001.9990249; S. Wasserman, K. Faust, *Social Network Analysis*, 1994, p. 201
  /// (closeness over several components); M. Marchiori, V. Latora, "Harmony in the small-world",
  /// *Physica A* 285, 2000, doi:10.1016/S0378-4371(00)00311-3.
  public func pathCentralities(_ options: PathOptions = PathOptions()) -> PathCentralities {
    let pivots = pivotCount(options)
    let paths = ShortestPaths(of: self, options)
    guard let pivots else {
      if isHopGraph(options) {
        return PathCentralities(
          betweenness: betweenness(options), distances: distanceSums(by: .hops, threads: options.threads),
          approximation: nil)
      }
      let everySource = Array(0..<Int32(vertexCount))
      let sums = paths.sweep(from: everySource, collecting: [.distances, .dependencies])
      return PathCentralities(
        betweenness: VertexMap(betweenness(from: sums.dependencies)), distances: sums.distances,
        approximation: nil)
    }
    let distances = distanceSums(by: options.lengths, threads: options.threads)
    let drawn = drawPivots(pivots, below: vertexCount, seed: options.seed)
    let sums = paths.sweep(from: drawn, collecting: [.dependencies, .squares])
    let estimate = PivotEstimate(
      sums: sums.dependencies, squares: sums.squares, pivots: pivots, largestReach: distances.largestReach)
    return PathCentralities(
      betweenness: VertexMap(estimate.betweenness), distances: distances,
      approximation: PathApproximation(
        pivots: pivots, errorBounds: VertexMap(estimate.errorBounds), confidence: PivotEstimate.confidence))
  }

  /// Sums over every source, scaled. Sources and targets swap places in undirected graphs, so that their
  /// sums hold each pair twice and the same divisor serves both kinds.
  private func betweenness(from sums: [Double]) -> [Double] {
    guard vertexCount > 2 else { return sums.map { _ in 0 } }
    let pairs = Double(vertexCount - 1) * Double(vertexCount - 2)
    return sums.map { $0 / pairs }
  }

  /// The number of random sources to take, nil to take every vertex once.
  func pivotCount(_ options: PathOptions) -> Int? {
    let edges = Double(max(edgeCount, 1))
    switch options.precision {
    case .exact: return nil
    case .pivots(let count): return vertexCount > 2 && count < vertexCount ? max(count, 1) : nil
    case .automatic:
      guard Double(vertexCount) * edges > PathPrecision.exactWorkLimit else { return nil }
      let affordable = max(PathPrecision.fewestPivots, Int(PathPrecision.sampledWork / edges))
      return affordable < vertexCount ? affordable : nil
    }
  }
}

/// How shortest paths are measured and how much work may go into them.
public struct PathOptions: Hashable, Sendable {
  public var lengths = PathLengths.hops
  public var precision = PathPrecision.automatic
  /// Where the random sources of an estimate come from; without an estimate it changes nothing.
  public var seed: UInt64 = 1
  /// How many threads work at once, nil for one a processor. It never changes a result.
  public var threads: Int?

  public init() {}
}

/// What an arc adds to the length of a path.
public enum PathLengths: Hashable, Sendable {
  /// Every arc counts 1.
  case hops
  /// An arc counts 1 / strength. Paths whose lengths differ by less than a relative 1e-9 are equally long.
  case inverseStrength
}

/// Whether betweenness may be estimated.
public enum PathPrecision: Hashable, Sendable {
  /// Exact up to *n* · *m* = 2·10⁹, estimated above.
  case automatic
  case exact
  /// Estimated from this many random sources; exact when there are no more vertices than that.
  case pivots(Int)

  public static let exactWorkLimit = 2e9
  /// Pivots · *m* of an automatic estimate.
  static let sampledWork = 4e8
  static let fewestPivots = 200
}

/// The centralities that shortest paths give. See ``NexusGraph/Graph/pathCentralities(_:)``.
public struct PathCentralities: Sendable, Equatable {
  public let betweenness: VertexMap<Double>
  public let closeness: VertexMap<Double>
  public let harmonic: VertexMap<Double>
  /// The longest shortest path between vertices of which one reaches the other, in hops or length.
  public let diameter: Double
  /// How well betweenness is known when it was estimated; nil when it is exact.
  public let approximation: PathApproximation?

  init(betweenness: VertexMap<Double>, distances: DistanceSums, approximation: PathApproximation?) {
    self.betweenness = betweenness
    self.approximation = approximation
    let others = Double(distances.reached.count - 1)
    closeness = VertexMap(
      distances.reached.indices.map { vertex in
        let reaching = Double(distances.reached[vertex] - 1)
        return reaching > 0 ? reaching / distances.total[vertex] * (reaching / others) : 0
      })
    harmonic = VertexMap(distances.harmonic.map { others > 0 ? $0 / others : 0 })
    diameter = distances.diameter
  }
}

/// How far an estimated betweenness may be from the exact one.
public struct PathApproximation: Sendable, Equatable {
  /// How many sources were drawn, with replacement.
  public let pivots: Int
  /// With probability ``confidence`` no vertex is further from its exact value than this.
  public let errorBounds: VertexMap<Double>
  /// The probability that all bounds hold together.
  public let confidence: Double

  /// The largest of ``errorBounds``.
  public var errorBound: Double { errorBounds.values.max() ?? 0 }
}
