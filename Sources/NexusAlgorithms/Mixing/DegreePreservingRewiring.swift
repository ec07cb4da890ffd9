package import NexusGraph

/// Random graphs in which every vertex keeps its degree: what a graph is held against to tell structure from chance.
///
/// Two edges at a time swap their ends, a–b and c–d becoming a–d and c–b, unless that would make a self-loop or a
/// parallel edge. The graph stays simple. Of a directed graph each vertex keeps its in-degree and its out-degree.
/// The strengths are dealt out over the edges anew.
///
/// The attempts are a Markov chain whose limit is uniform over the graphs that swaps can reach: of undirected
/// graphs, all with the same degrees; of directed ones, all but those that differ by turning round a cycle of three
/// that nothing else can break up.
///
/// Sources: S. Maslov, K. Sneppen, "Specificity and stability in topology of protein networks", *Science* 296, 2002,
/// pp. 910–913, doi:10.1126/science.1065103; B. K. Fosdick, D. B. Larremore, J. Nishimura, J. Ugander, "Configuring
/// random graph models with fixed degree sequences", *SIAM Review* 60(2), 2018, doi:10.1137/16M1087175.
package struct DegreePreservingRewiring: Sendable {
  private let vertexCount: Int
  private let kind: EdgeKind
  private let sources: [Int32]
  private let targets: [Int32]
  private let strengths: [Double]
  private let pairs: PairSet

  /// Reads the edges once, for any number of random graphs. O(*n* + *m*) time and memory.
  package init(of graph: Graph) {
    (vertexCount, kind) = (graph.vertexCount, graph.kind)
    let edges = graph.edges
    sources = edges.map(\.source.rawValue)
    targets = edges.map(\.target.rawValue)
    strengths = edges.map(\.strength)
    var pairs = PairSet(capacity: edges.count)
    for edge in edges {
      pairs.insert(Pair(edge.source.rawValue, edge.target.rawValue, kind))
    }
    self.pairs = pairs
  }

  /// One random graph.
  ///
  /// - Parameters:
  ///   - seed: the same seed gives the same graph.
  ///   - swapsPerEdge: how many swaps are attempted, as a multiple of the number of edges; one that is refused
  ///     counts, or the limit would not be uniform.
  /// - Returns: a graph on the same vertices, of the same kind, with the same degrees.
  /// - Complexity: O(*n* + *m* · swapsPerEdge) expected time, O(*n* + *m*) memory.
  package func graph(seed: UInt64, swapsPerEdge: Int = 10) -> Graph {
    var generator = SeededGenerator(seed: seed)
    var (sources, targets, pairs) = (sources, targets, pairs)
    if sources.count > 1 {
      for _ in 0..<swapsPerEdge * sources.count {
        let first = generator.index(below: sources.count)
        // One draw for the other edge and for which way round an undirected one is read.
        let other = generator.index(below: 2 * (sources.count - 1))
        let second = other >> 1 < first ? other >> 1 : other >> 1 + 1
        if kind == .undirected, other & 1 == 1 { swap(&sources[second], &targets[second]) }

        let (a, b, c, d) = (sources[first], targets[first], sources[second], targets[second])
        guard a != d, c != b else { continue }
        let (crossing, countercrossing) = (Pair(a, d, kind), Pair(c, b, kind))
        guard crossing != countercrossing, !pairs.contains(crossing), !pairs.contains(countercrossing) else {
          continue
        }
        pairs.remove(Pair(a, b, kind))
        pairs.remove(Pair(c, d, kind))
        pairs.insert(crossing)
        pairs.insert(countercrossing)
        (targets[first], targets[second]) = (d, b)
      }
    }
    let order = generator.permutation(strengths.count)
    let edges = order.indices.lazy.map { edge in
      Edge(
        VertexID(rawValue: sources[edge]), VertexID(rawValue: targets[edge]),
        strength: strengths[Int(order[edge])])
    }
    return Graph(vertexCount: vertexCount, kind: kind, edges: edges)
  }
}

/// The ends of an edge in one number, which is 0 for no edge, as no edge joins vertex 0 to itself.
private struct Pair: Hashable {
  let number: UInt64

  init(_ source: Int32, _ target: Int32, _ kind: EdgeKind) {
    let isTurned = kind == .undirected && target < source
    number = UInt64(isTurned ? target : source) << 32 | UInt64(isTurned ? source : target)
  }
}

/// A set of pairs in open addressing with linear probing; never more than half full.
private struct PairSet: Sendable {
  private var slots: [UInt64]
  private let mask: Int

  init(capacity: Int) {
    var size = 2
    while size < 2 * capacity { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
  }

  func contains(_ pair: Pair) -> Bool { slots[slot(of: pair)] != 0 }

  mutating func insert(_ pair: Pair) { slots[slot(of: pair)] = pair.number }

  /// Takes a pair out and moves up what had been pushed past its place, so that no search ends too soon.
  mutating func remove(_ pair: Pair) {
    var gap = slot(of: pair)
    var next = gap
    while true {
      next = (next + 1) & mask
      guard slots[next] != 0 else { break }
      let home = PairSet.hash(slots[next]) & mask
      guard (next - home) & mask >= (next - gap) & mask else { continue }
      slots[gap] = slots[next]
      gap = next
    }
    slots[gap] = 0
  }

  /// Where the pair stands, or the free slot where it would.
  private func slot(of pair: Pair) -> Int {
    var slot = PairSet.hash(pair.number) & mask
    while slots[slot] != 0, slots[slot] != pair.number { slot = (slot + 1) & mask }
    return slot
  }

  private static func hash(_ number: UInt64) -> Int {
    let product = number.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }
}
