internal import NexusGraph

/// The edges of an undirected adjacency, each kept at its end of smaller degree: what triangles are listed from.
///
/// Vertices are renumbered by (degree, number), so that rows are short, O(√*m*), even around hubs, and the
/// hubs lie together in memory.
struct DegreeOrderedEdges {
  /// The vertex at each rank.
  let vertices: [Int32]
  /// Where the edges of each rank start, as in ``Adjacency``.
  let offsets: [Int]
  /// The rank of the end of larger degree.
  let targets: [Int32]
  /// Where the edge stands in the adjacency, seen from its end of smaller degree.
  let arcs: [Int]

  /// - Precondition: the adjacency is symmetric.
  /// - Complexity: O(*n* + *m*).
  init(_ adjacency: Adjacency) {
    let vertexCount = adjacency.offsets.count - 1
    let degrees = (0..<vertexCount).map { adjacency.row($0).count }
    var start = [Int](repeating: 0, count: (degrees.max() ?? 0) + 2)
    for degree in degrees { start[degree + 1] += 1 }
    for degree in 1..<start.count { start[degree] += start[degree - 1] }
    var ranks = [Int32](repeating: 0, count: vertexCount)
    var vertices = ranks
    for vertex in 0..<vertexCount {
      let rank = start[degrees[vertex]]
      start[degrees[vertex]] += 1
      ranks[vertex] = Int32(rank)
      vertices[rank] = Int32(vertex)
    }

    var offsets = [0]
    var targets: [Int32] = []
    var arcs: [Int] = []
    offsets.reserveCapacity(vertexCount + 1)
    targets.reserveCapacity(adjacency.arcCount / 2)
    arcs.reserveCapacity(adjacency.arcCount / 2)
    for rank in 0..<vertexCount {
      for arc in adjacency.row(Int(vertices[rank])) where ranks[Int(adjacency.targets[arc])] > rank {
        targets.append(ranks[Int(adjacency.targets[arc])])
        arcs.append(arc)
      }
      offsets.append(targets.count)
    }
    (self.vertices, self.offsets, self.targets, self.arcs) = (vertices, offsets, targets, arcs)
  }

  /// Calls `body` once for each triangle with the positions, in `targets` and `arcs`, of its three edges: from
  /// the lowest rank to the middle, from the lowest to the highest, from the middle to the highest.
  ///
  /// - Complexity: O(*m*^1.5) time, O(*n*) extra memory.
  ///
  /// Source: N. Chiba, T. Nishizeki, "Arboricity and subgraph listing algorithms", *SIAM Journal on Computing*
  /// 14(1), 1985, pp. 210–223, doi:10.1137/0214017.
  @inline(__always)
  func forEachTriangle(_ body: (_ lowMiddle: Int, _ lowHigh: Int, _ middleHigh: Int) -> Void) {
    // marks[r] is the edge from the current lowest rank to r, or one of an earlier rank: below its first edge.
    var markStore = [Int](repeating: -1, count: vertices.count)
    var marks = markStore.mutableSpan
    let (offsets, targets) = (offsets.span, targets.span)
    for low in 0..<vertices.count {
      let row = offsets[low]..<offsets[low + 1]
      for edge in row { marks[Int(targets[edge])] = edge }
      for lowMiddle in row {
        let middle = Int(targets[lowMiddle])
        for middleHigh in offsets[middle]..<offsets[middle + 1] {
          let lowHigh = marks[Int(targets[middleHigh])]
          if lowHigh >= row.lowerBound { body(lowMiddle, lowHigh, middleHigh) }
        }
      }
    }
  }
}
