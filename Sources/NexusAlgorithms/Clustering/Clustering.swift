public import NexusGraph

extension Graph {
  /// Clustering: how often two neighbours of a vertex are neighbours of each other.
  ///
  ///     c(v) = triangles(v) / (k(k − 1) / 2)      (k = degree of v; 0 when k < 2)
  ///
  /// Directions and strengths are ignored: two vertices are neighbours once, whichever way their edges point.
  /// - Parameter threads: how many threads work at once, nil for one a processor. It never changes a result.
  /// - Complexity: O(*m*^1.5) time, O(*n* + *m*) memory.
  ///
  /// Source: D. J. Watts, S. H. Strogatz, "Collective dynamics of 'small-world' networks", *Nature* 393, 1998,
  /// pp. 440–442, doi:10.1038/30918; transitivity: M. E. J. Newman, D. J. Watts, S. H. Strogatz, *PNAS* 99,
  /// 2002, pp. 2566–2572, doi:10.1073/pnas.012582999.
  public func clustering(threads: Int? = nil) -> Clustering {
    let neighbours = NeighbourRows(of: self, threads: threads)
    let triangles = TriangleCounts(neighbours).byVertex(threads: threads)
    let neighbourPairs = (0..<vertexCount).map { vertex in
      let degree = neighbours.row(vertex).count
      return degree * (degree - 1) / 2
    }
    return Clustering(triangles: triangles, neighbourPairs: neighbourPairs)
  }
}

/// How closed the neighbourhoods of a graph are.
public struct Clustering: Equatable, Sendable {
  /// The number of triangles through each vertex.
  public let triangles: VertexMap<Int>
  /// The share of each vertex's pairs of neighbours that are neighbours, from 0 to 1; 0 with fewer than two.
  public let local: VertexMap<Double>
  /// Global clustering: the share of all pairs of neighbours that are neighbours; nil when there is no pair.
  public let transitivity: Double?
  /// The mean of ``local`` over all vertices, those with fewer than two neighbours too; nil without vertices.
  public let mean: Double?

  fileprivate init(triangles: [Int], neighbourPairs: [Int]) {
    let local = zip(triangles, neighbourPairs).map { $1 == 0 ? 0 : Double($0) / Double($1) }
    let allPairs = neighbourPairs.reduce(0, +)
    self.triangles = VertexMap(triangles)
    self.local = VertexMap(local)
    transitivity = allPairs == 0 ? nil : Double(triangles.reduce(0, +)) / Double(allPairs)
    mean = local.isEmpty ? nil : local.reduce(0, +) / Double(local.count)
  }
}
