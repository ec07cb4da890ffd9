import NexusGraph

/// Draws edges that may be there and were never recorded, in proportion to the resource allocation of their ends:
///
///     P(a, b) ∝ Σ 1 / k(w) over common neighbours w, for a, b that no edge joins
///
/// No list of pairs is needed. Of the pairs of neighbours of a vertex w each has the share 1/k(w), all together
/// (k(w) − 1)/2: so w is drawn by that, then two of its neighbours alike, and a pair that is joined, or drawn already, is
/// drawn anew. Pairs without a common neighbour are never drawn; a graph in which every such pair is joined, such as
/// a complete one, gets none, and one with few of them perhaps fewer than asked for: each edge gets 64 attempts.
///
/// A missing edge takes its strength from a recorded one drawn alike, and in a directed graph points both ways with
/// the share of the joined pairs that do, else one way or the other.
struct MissingEdges: Sendable {
  /// How many to draw.
  let count: Int
  private let skeleton: Adjacency
  private let strengths: [Double]
  private let mutualShare: Double
  /// Σ (k(w) − 1) up to each vertex.
  private let cumulated: [Int]

  private static let attempts = 64

  init(of graph: Graph, share: Double) {
    let undirected = graph.undirectedSum()
    skeleton = undirected.outgoing
    strengths = graph.edges.map(\.strength)
    let pairs = undirected.edgeCount
    count = Int((share * Double(pairs)).rounded())
    mutualShare = graph.isDirected && pairs > 0 ? Double(graph.edgeCount - pairs) / Double(pairs) : 1
    var sum = 0
    cumulated = (0..<graph.vertexCount).map { vertex in
      sum += max(0, undirected.outgoing.row(vertex).count - 1)
      return sum
    }
  }

  /// Up to ``count`` distinct pairs, each an edge.
  func draw(using generator: inout SeededGenerator) -> [UncertainEdge] {
    guard count > 0, let total = cumulated.last, total > 0 else { return [] }
    var drawn: [UncertainEdge] = []
    var taken: Set<UInt64> = []
    for _ in 0..<count {
      for _ in 0..<MissingEdges.attempts {
        guard let pair = candidate(below: total, using: &generator) else { continue }
        guard taken.insert(UInt64(pair.low) << 32 | UInt64(pair.high)).inserted else { continue }
        drawn.append(edge(between: pair.low, pair.high, using: &generator))
        break
      }
    }
    return drawn
  }

  /// A pair with a common neighbour, or nil when an edge joins it.
  private func candidate(below total: Int, using generator: inout SeededGenerator)
    -> (low: Int32, high: Int32)?
  {
    let place = generator.index(below: total)
    var (low, high) = (0, cumulated.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulated[middle] > place { high = middle } else { low = middle + 1 }
    }
    let row = skeleton.row(low)
    let first = generator.index(below: row.count)
    let other = generator.index(below: row.count - 1)
    let second = other < first ? other : other + 1
    let ends = (skeleton.targets[row.lowerBound + first], skeleton.targets[row.lowerBound + second])
    let pair = ends.0 < ends.1 ? (low: ends.0, high: ends.1) : (low: ends.1, high: ends.0)
    return isJoined(Int(pair.low), pair.high) ? nil : pair
  }

  private func isJoined(_ vertex: Int, _ other: Int32) -> Bool {
    var (low, high) = (skeleton.row(vertex).lowerBound, skeleton.row(vertex).upperBound)
    while low < high {
      let middle = (low + high) / 2
      if skeleton.targets[middle] < other { low = middle + 1 } else { high = middle }
    }
    return low < skeleton.row(vertex).upperBound && skeleton.targets[low] == other
  }

  private func edge(between low: Int32, _ high: Int32, using generator: inout SeededGenerator)
    -> UncertainEdge
  {
    let strength = strengths[generator.index(below: strengths.count)]
    let isMutual = mutualShare >= 1 || generator.unit() < mutualShare
    let isTurned = !isMutual && generator.next() & 1 == 1
    let (source, target) = isTurned ? (high, low) : (low, high)
    return UncertainEdge(
      Edge(VertexID(rawValue: source), VertexID(rawValue: target), strength: strength), isMutual: isMutual,
      probability: 1)
  }
}
