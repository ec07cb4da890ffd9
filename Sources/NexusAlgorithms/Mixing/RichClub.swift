public import NexusGraph

extension Graph {
  /// The rich club: how densely the vertices of more than *k* neighbours are joined to each other.
  ///
  ///     φ(k) = 2 E(>k) / (N(>k) (N(>k) − 1))
  ///
  /// N(>k) counts the vertices of degree above *k*, E(>k) the edges between them. Directions and strengths are ignored:
  /// two vertices are neighbours once. Hubs meet often by chance alone: see ``richClubTest(_:)``.
  /// - Returns: the clubs for *k* = 0, 1, … as long as they have two members.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Source: S. Zhou, R. J. Mondragón, "The rich-club phenomenon in the Internet topology", *IEEE Communications
  /// Letters* 8(3), 2004, pp. 180–182, doi:10.1109/LCOMM.2004.823426.
  public func richClub() -> [RichClub] {
    let skeleton = undirectedSum()
    let edges = skeleton.edgesAboveDegree()
    return skeleton.membersAboveDegree().enumerated().map { degree, members in
      RichClub(degree: degree, members: members, edges: edges[degree])
    }
  }

  /// The rich club against random graphs in which every vertex keeps its degree.
  ///
  ///     ρ(k) = φ(k) / mean of φ(k) over the random graphs
  ///
  /// - Parameter options: how many random graphs, from which seed.
  /// - Returns: one test for each club of ``richClub()``.
  /// - Complexity: O(graphs · swapsPerEdge · *m*) time, O(*n* + *m*) memory a thread.
  /// - Note: The same bytes for any number of threads.
  ///
  /// Source: V. Colizza, A. Flammini, M. A. Serrano, A. Vespignani, "Detecting rich-club ordering in complex
  /// networks", *Nature Physics* 2, 2006, pp. 110–115, doi:10.1038/nphys209.
  public func richClubTest(_ options: RewiringOptions = RewiringOptions()) -> [RichClubTest] {
    precondition(options.graphs > 0, "Chance needs one random graph or more.")
    let skeleton = undirectedSum()
    let clubs = skeleton.richClub()
    let rewiring = DegreePreservingRewiring(of: skeleton)
    let chunks = SourceChunks(sumCount: 0, threads: options.threads)
    let parts = chunks.map { chunk in
      var (sums, reached) = (clubs.map { _ in 0 }, clubs.map { _ in 0 })
      for number in stride(from: chunk, to: options.graphs, by: chunks.count) {
        let seed = options.seed ^ (UInt64(number) &* 0xD134_2543_DE82_EF95)
        let edges = rewiring.graph(seed: seed, swapsPerEdge: options.swapsPerEdge).edgesAboveDegree()
        for place in clubs.indices {
          sums[place] += edges[place]
          if edges[place] >= clubs[place].edges { reached[place] += 1 }
        }
      }
      return (sums: sums, reached: reached)
    }
    return clubs.indices.map { place in
      let sum = parts.reduce(0) { $0 + $1.sums[place] }
      let reached = parts.reduce(0) { $0 + $1.reached[place] }
      return RichClubTest(
        club: clubs[place], expectedEdges: Double(sum) / Double(options.graphs),
        pValue: Double(reached + 1) / Double(options.graphs + 1))
    }
  }

  /// How many vertices have a degree above 0, 1, …, as long as there are two.
  private func membersAboveDegree() -> [Int] {
    var counts: [Int] = []
    for degree in outDegrees().values {
      while counts.count <= degree { counts.append(0) }
      counts[degree] += 1
    }
    var above = vertexCount
    return counts.map { count in
      above -= count
      return above
    }.filter { $0 > 1 }
  }

  /// How many edges of an undirected graph join two vertices of a degree above 0, 1, …, for all degrees that occur.
  private func edgesAboveDegree() -> [Int] {
    let adjacency = outgoing
    let degrees = outDegrees().values
    // The edges by the smaller degree of their ends, then summed from the top.
    var edges = [Int](repeating: 0, count: (degrees.max() ?? 0) + 1)
    for vertex in 0..<vertexCount {
      for arc in adjacency.row(vertex) where adjacency.targets[arc] > vertex {
        edges[min(degrees[vertex], degrees[Int(adjacency.targets[arc])])] += 1
      }
    }
    var above = edgeCount
    return edges.map { count in
      above -= count
      return above
    }
  }
}

/// The vertices of more than so many neighbours, and how they are joined. See ``NexusGraph/Graph/richClub()``.
public struct RichClub: Hashable, Sendable {
  /// *k*: members have more neighbours than this.
  public let degree: Int
  public let members: Int
  /// The edges between members.
  public let edges: Int

  /// φ(k), the share of the pairs of members that are joined, from 0 to 1.
  public var coefficient: Double { 2 * Double(edges) / (Double(members) * Double(members - 1)) }
}

/// A rich club against chance. See ``NexusGraph/Graph/richClubTest(_:)``.
public struct RichClubTest: Hashable, Sendable {
  public let club: RichClub
  /// The mean number of edges between the same vertices in the random graphs.
  public let expectedEdges: Double
  /// (b + 1) / (B + 1), where b of B random graphs have at least as many.
  public let pValue: Double

  /// ρ(k), the coefficient ÷ that of chance: above 1, more than chance. Nil where chance gives none.
  public var normalizedCoefficient: Double? { expectedEdges > 0 ? Double(club.edges) / expectedEdges : nil }
}

/// How random graphs with the same degrees are drawn.
public struct RewiringOptions: Hashable, Sendable {
  /// B, how many are drawn; the smallest p-value is 1 / (B + 1).
  public var graphs = 200
  /// How many swaps of edges are attempted for each, as a multiple of the number of edges.
  public var swapsPerEdge = 10
  /// The same seed gives the same result on every machine.
  public var seed: UInt64 = 1
  /// How many threads work at once, nil for one a processor. It never changes a result.
  public var threads: Int?

  public init() {}

  public init(graphs: Int, swapsPerEdge: Int = 10, seed: UInt64 = 1) {
    (self.graphs, self.swapsPerEdge, self.seed) = (graphs, swapsPerEdge, seed)
  }
}
