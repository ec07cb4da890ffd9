internal import NexusAlgorithms
public import NexusGraph
public import NexusModel

/// How far the top of two rankings moves when two records become one: the sum of |change of rank| over the actors who
/// are among the first ten before or after.
///
/// Both records count at the rank of their actor afterwards. Victims, witnesses and reporting parties are ranked neither
/// before nor after, nor is an actor who is one of them by either record; who is not ranked stands at place 11.
public struct RankShift: Hashable, Sendable {
  public let degree: Int
  public let betweenness: Int

  /// Places in both rankings together.
  public var places: Int { degree + betweenness }
}

/// The rankings of a network as it is, to hold what a merger makes of them against.
public struct RankShifts: Sendable {
  static let top = 10
  /// How many sources betweenness is estimated from; nil: exact.
  public let pivots: Int?
  private let graph: Graph
  private let isRanked: [Bool]
  private let options: PathOptions
  private let before: (degree: TopRanks, betweenness: TopRanks)

  /// - Parameters:
  ///   - runs: how many mergers will be asked for, which share the budget of ``RankEffort``.
  ///   - threads: how many work at once; never changes a result.
  public init(of network: Network, runs: Int, threads: Int? = nil) {
    let graph = network.graph()
    var options = PathOptions()
    options.threads = threads
    options.precision = .exact
    let sources = RankEffort.budget / (Double(runs + 1) * Double(max(graph.edgeCount, 1)))
    if sources < Double(graph.vertexCount) {
      let pivots = max(50, Int(sources))
      options.precision = .pivots(pivots)
      self.pivots = pivots < graph.vertexCount ? pivots : nil
    } else {
      pivots = nil
    }
    let isRanked = network.actors.roles.map { !$0.isProtected }
    (self.graph, self.options, self.isRanked) = (graph, options, isRanked)
    before = RankShifts.ranks(of: graph, isRanked, options)
  }

  /// What the rankings become when the second actor's ties are the first one's.
  ///
  /// - Complexity: that of betweenness, O(*n* · *m*) where it is exact.
  public func shift(merging second: ActorID, into first: ActorID) -> RankShift {
    var edges: [Edge] = []
    edges.reserveCapacity(graph.edgeCount)
    for vertex in 0..<graph.vertexCount {
      for arc in graph.outgoing.row(vertex) {
        let other = Int(graph.outgoing.targets[arc])
        guard graph.kind == .directed || vertex <= other else { continue }
        let source = vertex == second.index ? first : VertexID(vertex)
        let target = other == second.index ? first : VertexID(other)
        if source != target {
          edges.append(Edge(source, target, strength: graph.outgoing.strengths[arc]))
        }
      }
    }
    let merged = Graph(vertexCount: graph.vertexCount, kind: graph.kind, edges: edges)
    var isRanked = isRanked
    isRanked[first.index] = isRanked[first.index] && isRanked[second.index]
    isRanked[second.index] = false
    let after = RankShifts.ranks(of: merged, isRanked, options)
    return RankShift(
      degree: before.degree.shift(to: after.degree, merging: second.index, into: first.index),
      betweenness: before.betweenness.shift(
        to: after.betweenness, merging: second.index, into: first.index))
  }

  private static func ranks(
    of graph: Graph, _ isRanked: [Bool], _ options: PathOptions
  ) -> (degree: TopRanks, betweenness: TopRanks) {
    (
      TopRanks(graph.degrees().values.map(Double.init), isRanked),
      TopRanks(graph.betweenness(options).values, isRanked)
    )
  }
}

/// One ranking: from 1, equal values sharing the better place.
private struct TopRanks: Sendable {
  private let ranks: [Int?]
  private let first: [Int]

  init(_ values: [Double], _ isRanked: [Bool]) {
    let largest = values.lazy.map(abs).max() ?? 0
    // Values that differ by rounding only are equal.
    let rounded = values.map { largest > 0 ? ($0 / largest * 1e9).rounded() : 0 }
    let order = values.indices.filter { isRanked[$0] && rounded[$0] > 0 }
      .sorted { (-rounded[$0], $0) < (-rounded[$1], $1) }
    var ranks = [Int?](repeating: nil, count: values.count)
    for (position, actor) in order.enumerated() {
      let isEqual = position > 0 && rounded[actor] == rounded[order[position - 1]]
      ranks[actor] = isEqual ? ranks[order[position - 1]] : position + 1
    }
    self.ranks = ranks
    first = Array(order.prefix(RankShifts.top))
  }

  func shift(to after: TopRanks, merging second: Int, into first: Int) -> Int {
    Set(self.first).union(after.first).reduce(0) { sum, actor in
      let was = ranks[actor] ?? RankShifts.top + 1
      let now = after.ranks[actor == second ? first : actor] ?? RankShifts.top + 1
      return sum + abs(was - now)
    }
  }
}
