public import NexusGraph

extension Graph {
  /// Burt's constraint: how far a vertex's contacts are all tied up in one group; low where it spans
  /// structural holes.
  ///
  ///     c(i) = Σ_j (p(i,j) + Σ_q p(i,q) p(q,j))²      p(i,j) = (a(i,j) + a(j,i)) / Σ_k (a(i,k) + a(k,i))
  ///
  /// *j* runs over the neighbours of *i* in either direction, *q* over what *i* and *j* have in common,
  /// *a* are strengths.
  /// - Returns: one value > 0 per vertex (no unit), above 1 in small closed groups; nil for an isolate.
  /// - Complexity: O(*m*^1.5) time, O(*n* + *m*) memory: the inner sums come from one listing of triangles.
  ///
  /// Source: R. S. Burt, *Structural Holes*, Harvard University Press, 1992, ch. 2; "Structural holes and good
  /// ideas", *American Journal of Sociology* 110(2), 2004, pp. 349–399, doi:10.1086/421787.
  public func constraint() -> VertexMap<Double?> {
    let adjacency = undirectedSum().outgoing
    let reverse = adjacency.reverseArcs()
    let proportions = adjacency.proportions()
    let edges = DegreeOrderedEdges(adjacency)

    // invested[arc i → j] = p(i,j) + Σ_q p(i,q) p(q,j)
    var invested = proportions
    edges.forEachTriangle { lowMiddle, lowHigh, middleHigh in
      let (ab, ac, bc) = (edges.arcs[lowMiddle], edges.arcs[lowHigh], edges.arcs[middleHigh])
      let (ba, ca, cb) = (reverse[ab], reverse[ac], reverse[bc])
      invested[ab] += proportions[ac] * proportions[cb]
      invested[ba] += proportions[bc] * proportions[ca]
      invested[ac] += proportions[ab] * proportions[bc]
      invested[ca] += proportions[cb] * proportions[ba]
      invested[bc] += proportions[ba] * proportions[ac]
      invested[cb] += proportions[ca] * proportions[ab]
    }
    return VertexMap(
      (0..<vertexCount).map { vertex in
        let row = adjacency.row(vertex)
        return row.isEmpty ? nil : row.reduce(0) { $0 + invested[$1] * invested[$1] }
      })
  }
}

extension Adjacency {
  /// Each arc's strength as a share of its row's.
  fileprivate func proportions() -> [Double] {
    var proportions = strengths
    for vertex in 0..<offsets.count - 1 {
      // Dividing by the largest first keeps the sum of the greatest numbers finite.
      let largest = row(vertex).reduce(0) { max($0, strengths[$1]) }
      let sum = row(vertex).reduce(0) { $0 + strengths[$1] / largest }
      for arc in row(vertex) { proportions[arc] = strengths[arc] / largest / sum }
    }
    return proportions
  }

  /// For each arc of a symmetric adjacency, where the arc the other way stands. Rows ascend, so the arcs that
  /// point at a vertex turn up in the order of its row.
  fileprivate func reverseArcs() -> [Int] {
    var next = offsets
    return targets.map { target in
      next[Int(target)] += 1
      return next[Int(target)] - 1
    }
  }
}
