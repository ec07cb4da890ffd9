public import NexusGraph

/// The probability that two vertices are connected, and how it was found.
public struct TwoTerminalReliability: Hashable, Sendable {
  public let probability: Double
  /// The standard error of the estimate; 0 when the probability is exact.
  public let standardError: Double
  public let method: Method
  /// How many edges can matter. Where there are too many to tell them apart, those on a short enough walk.
  public let relevantEdges: Int

  /// How many random states the estimate rests on; nil when the probability is exact.
  public var samples: Int? {
    switch method {
    case .exact: nil
    case .sampled(let count): count
    }
  }

  public enum Method: Hashable, Sendable {
    /// All states of the relevant edges, in groups.
    case exact
    /// Random states of the edges.
    case sampled(Int)
  }
}

/// How ``ReliabilityNetwork/reliability(from:to:options:)`` works.
public struct ReliabilityOptions: Hashable, Sendable {
  /// *L*: a connection of more hops does not count.
  public var maximumHops = 4
  /// Up to so many relevant edges the probability is exact.
  public var exactEdges = 20
  /// How many states are drawn otherwise; nil: as many as look at 20 million edges, 1 000 to 100 000.
  public var samples: Int?
  public var seed: UInt64 = 1

  public init() {}
}

extension ReliabilityNetwork {
  /// P(source and target are joined by a path of at most *L* edges that are all there).
  ///
  /// Only edges on a simple path of at most *L* hops matter. Up to ``ReliabilityOptions/exactEdges`` of them the
  /// result is exact: the most direct path is there as a whole, or its first missing edge splits the rest into
  /// cases, and so on for each. (Factoring with series and parallel reductions would count longer paths too.)
  /// Otherwise states are drawn at random.
  ///
  /// - Returns: probability 1 for a vertex with itself.
  /// - Throws: ``ReliabilityError/noHops(_:)``.
  /// - Complexity: exact O(2^*r* · *r*) at worst for *r* relevant edges, mostly far less; sampled O(samples · edges).
  ///
  /// Source: W. P. Dotson, J. O. Gobien, "A new analysis technique for probabilistic graphs", *IEEE Transactions on
  /// Circuits and Systems* 26(10), 1979, pp. 855–865, doi:10.1109/TCS.1979.1084573.
  public func reliability(
    from source: VertexID, to target: VertexID, options: ReliabilityOptions = ReliabilityOptions()
  ) throws(ReliabilityError) -> TwoTerminalReliability {
    guard options.maximumHops >= 1 else { throw .noHops(options.maximumHops) }
    guard source != target else {
      return TwoTerminalReliability(probability: 1, standardError: 0, method: .exact, relevantEdges: 0)
    }
    let part = RelevantPart(of: self, from: source, to: target, maximumHops: options.maximumHops)
    if let small = part.onSimplePaths(limit: options.exactEdges) {
      var states = EdgeStates(small)
      return TwoTerminalReliability(
        probability: states.probability(), standardError: 0, method: .exact, relevantEdges: small.links.count)
    }
    let samples = max(1, options.samples ?? min(100_000, max(1_000, 20_000_000 / part.links.count)))
    var states = EdgeStates(part)
    let hits = states.hits(in: samples, seed: options.seed)
    // Where every state agrees the usual formula would claim certainty; half a state more on each side does not.
    let isUnanimous = hits == 0 || hits == samples
    let spread = isUnanimous ? 0.5 / Double(samples + 1) : Double(hits) / Double(samples)
    return TwoTerminalReliability(
      probability: Double(hits) / Double(samples),
      standardError: (spread * (1 - spread) / Double(samples)).squareRoot(),
      method: .sampled(samples), relevantEdges: part.links.count)
  }
}

/// Which edges are known to be there, known to be missing, or open.
private struct EdgeStates {
  private enum State { case open, there, missing, wanted }

  private let part: RelevantPart
  private var states: [State]
  private var hops: [Int]
  /// The edge by which the search came to a vertex.
  private var arrivals: [Int]
  private var queue: [Int] = []

  init(_ part: RelevantPart) {
    self.part = part
    states = Array(repeating: .open, count: part.links.count)
    hops = Array(repeating: -1, count: part.neighbours.count)
    arrivals = Array(repeating: -1, count: part.neighbours.count)
  }

  /// P(connected | what is known): with e₁ … e_k the open edges of a shortest possible path,
  /// Π p(eᵢ) + Σᵢ p(e₁) … p(eᵢ₋₁) (1 − p(eᵢ)) P(connected | e₁ … eᵢ₋₁ there, eᵢ missing).
  mutating func probability() -> Double {
    guard search(using: { $0 != .missing }) else { return 0 }
    let open = arrivalPath().filter { states[$0] == .open }
    var (connected, before) = (0.0, 1.0)
    for edge in open {
      let probability = part.links[edge].probability
      if probability < 1 {
        states[edge] = .missing
        connected += before * (1 - probability) * self.probability()
      }
      states[edge] = .there
      before *= probability
    }
    for edge in open { states[edge] = .open }
    return connected + before
  }

  /// In how many of some random states the two are connected. An edge is drawn when the search first meets it.
  mutating func hits(in samples: Int, seed: UInt64) -> Int {
    var generator = SeededGenerator(seed: seed)
    var hits = 0
    for _ in 0..<samples {
      for edge in states.indices { states[edge] = .wanted }
      if search(drawing: &generator) { hits += 1 }
    }
    return hits
  }

  /// Whether the target lies within the hops over edges in some states.
  private mutating func search(using isUsable: (State) -> Bool) -> Bool {
    begin()
    var head = 0
    while head < queue.count {
      let vertex = queue[head]
      head += 1
      if vertex == part.target { return true }
      guard hops[vertex] < part.maximumHops else { continue }
      for (edge, next) in part.neighbours[vertex] where hops[next] < 0 && isUsable(states[edge]) {
        arrive(at: next, from: vertex, over: edge)
      }
    }
    return false
  }

  private mutating func search(drawing generator: inout SeededGenerator) -> Bool {
    begin()
    var head = 0
    while head < queue.count {
      let vertex = queue[head]
      head += 1
      if vertex == part.target { return true }
      guard hops[vertex] < part.maximumHops else { continue }
      for (edge, next) in part.neighbours[vertex] where hops[next] < 0 {
        if states[edge] == .wanted {
          states[edge] = generator.unit() < part.links[edge].probability ? .there : .missing
        }
        if states[edge] == .there { arrive(at: next, from: vertex, over: edge) }
      }
    }
    return false
  }

  private mutating func begin() {
    for vertex in hops.indices { hops[vertex] = -1 }
    queue.removeAll(keepingCapacity: true)
    hops[part.source] = 0
    queue.append(part.source)
  }

  private mutating func arrive(at vertex: Int, from previous: Int, over edge: Int) {
    hops[vertex] = hops[previous] + 1
    arrivals[vertex] = edge
    queue.append(vertex)
  }

  /// The edges by which the search came to the target, from the source on.
  private func arrivalPath() -> [Int] {
    var edges: [Int] = []
    var vertex = part.target
    while vertex != part.source {
      let edge = arrivals[vertex]
      edges.append(edge)
      vertex = part.links[edge].first == vertex ? part.links[edge].second : part.links[edge].first
    }
    return edges.reversed()
  }
}
