public import NexusGraph

/// How many triples of vertices are of each type. See ``NexusGraph/Graph/triadCensus()``.
public struct TriadCensus: Hashable, Sendable {
  /// By the raw value of the type.
  var counts: [Int]

  public subscript(type: TriadType) -> Int { counts[type.rawValue] }

  /// All triples: n (n − 1) (n − 2) / 6.
  public var total: Int { counts.reduce(0, +) }
}

/// Why there is no triad census.
public enum TriadCensusError: Error, Hashable, CustomStringConvertible {
  case tooManyVertices(Int)

  public var description: String {
    switch self {
    case .tooManyVertices(let count):
      "The graph has \(count) vertices; their triples are more than can be counted. Take a part of at most \(Graph.mostVerticesOfTriads)."
    }
  }
}

extension Graph {
  /// The census of triads: how many triples of vertices are joined in each of the sixteen ways.
  ///
  /// An undirected edge is mutual, so that an undirected graph has only the types 003, 102, 201 and 300. Strengths are
  /// ignored.
  /// - Throws: ``TriadCensusError`` above 3 800 000 vertices, whose triples no 64-bit number counts.
  /// - Complexity: O(*n* + *m*^1.5) time, O(*n* + *m*) memory: two-paths are counted by their middle, triangles in one
  /// listing, and what is left of pairs by subtraction, so that hubs cost no more than their edges and triangles.
  ///
  /// Sources: P. W. Holland, S. Leinhardt, "Local structure in social networks", *Sociological Methodology* 7, 1976,
  /// pp. 1–45, doi:10.2307/270703; V. Batagelj, A. Mrvar, "A subquadratic triad census algorithm for large sparse
  /// networks with small maximum degree", *Social Networks* 23(3), 2001, doi:10.1016/S0378-8733(01)00035-1.
  public func triadCensus() throws(TriadCensusError) -> TriadCensus {
    guard vertexCount <= Graph.mostVerticesOfTriads else { throw .tooManyVertices(vertexCount) }
    let skeleton = DirectedSkeleton(of: self)
    var counts = skeleton.twoPaths()
    for (code, triangles) in skeleton.triangles().enumerated() where triangles > 0 {
      let (uv, uw, vw) = (code >> 4, code >> 2 & 3, code & 3)
      counts[TriadType.of(uv, uw, vw)] += triangles
      // Each of its corners was counted as the middle of a two-path.
      counts[TriadType.of(uv, uw, 0)] -= triangles
      counts[TriadType.of(reversed(uv), vw, 0)] -= triangles
      counts[TriadType.of(reversed(uw), reversed(vw), 0)] -= triangles
    }
    // Each pair is in n − 2 triples; those with another edge are counted.
    let mutual = skeleton.directions.count { $0 == .both } / 2
    let asymmetric = skeleton.adjacency.arcCount / 2 - mutual
    let seen = TriadType.allCases.reduce((mutual: 0, asymmetric: 0)) { sums, type in
      let (pairs, count) = (type.pairs, counts[type.rawValue])
      return (sums.mutual + pairs.mutual * count, sums.asymmetric + pairs.asymmetric * count)
    }
    counts[TriadType.t102.rawValue] = mutual * (vertexCount - 2) - seen.mutual
    counts[TriadType.t012.rawValue] = asymmetric * (vertexCount - 2) - seen.asymmetric
    counts[TriadType.t003.rawValue] = Graph.triples(vertexCount) - counts.reduce(0, +)
    return TriadCensus(counts: counts)
  }

  static let mostVerticesOfTriads = 3_800_000

  private static func triples(_ count: Int) -> Int {
    guard count > 2 else { return 0 }
    // One of n, n − 1 is even and one of all three divides by 3: divide before the product can overflow.
    let pairs = count * (count - 1) / 2
    return pairs % 3 == 0 ? pairs / 3 * (count - 2) : (count - 2) / 3 * pairs
  }
}

extension DirectedSkeleton {
  /// By type the pairs of edges at each vertex, as if nothing joined their other ends.
  fileprivate func twoPaths() -> [Int] {
    var counts = [Int](repeating: 0, count: TriadType.allCases.count)
    for vertex in 0..<adjacency.offsets.count - 1 {
      var byDirection = [0, 0, 0, 0]
      for arc in adjacency.row(vertex) { byDirection[Int(directions[arc].rawValue)] += 1 }
      for first in 1...3 {
        counts[TriadType.of(first, first, 0)] += byDirection[first] * (byDirection[first] - 1) / 2
        for second in first + 1..<4 {
          counts[TriadType.of(first, second, 0)] += byDirection[first] * byDirection[second]
        }
      }
    }
    return counts
  }

  /// The triangles of neighbours by the directions of their edges, coded as for ``TriadType/of(_:_:_:)``.
  fileprivate func triangles() -> [Int] {
    let edges = DegreeOrderedEdges(adjacency)
    var counts = [Int](repeating: 0, count: 64)
    let byEdge = edges.arcs.map { directions[$0].rawValue }
    edges.forEachTriangle { lowMiddle, lowHigh, middleHigh in
      counts[Int(byEdge[lowMiddle] << 4 | byEdge[lowHigh] << 2 | byEdge[middleHigh])] += 1
    }
    return counts
  }
}

/// The directions of an edge seen from its other end.
private func reversed(_ directions: Int) -> Int { directions >> 1 | (directions & 1) << 1 }
