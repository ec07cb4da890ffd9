internal import NexusGraph

/// What each vertex invests in its contacts, the ground of Burt's measures.
///
/// Directions are ignored: z(i,j) = a(i,j) + a(j,i), *a* the strengths.
struct ContactShares {
  /// The contacts of each vertex with z(i,j).
  let adjacency: Adjacency
  /// p(i,j) = z(i,j) / Σ_k z(i,k), by arc.
  let proportions: [Double]
  /// For each arc, where the arc the other way stands.
  private let reverse: [Int]
  private let edges: DegreeOrderedEdges

  /// O(*n* + *m*) time and memory.
  init(of graph: Graph) {
    adjacency = graph.undirectedSum().outgoing
    proportions = adjacency.proportions()
    reverse = adjacency.reverseArcs()
    edges = DegreeOrderedEdges(adjacency)
  }

  /// p(i,j) + Σ_q p(i,q) p(q,j) by arc i → j: invested in a contact, also by way of others. O(*m*^1.5).
  func invested() -> [Double] {
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
    return invested
  }

  /// Σ_q p(i,q) m(j,q) by arc i → j, m(j,q) = z(j,q) / max_k z(j,k): how far the contact only repeats what others
  /// of *i* give. O(*m*^1.5).
  func redundancy() -> [Double] {
    let marginal = adjacency.marginalStrengths()
    var redundancy = [Double](repeating: 0, count: adjacency.arcCount)
    edges.forEachTriangle { lowMiddle, lowHigh, middleHigh in
      let (ab, ac, bc) = (edges.arcs[lowMiddle], edges.arcs[lowHigh], edges.arcs[middleHigh])
      let (ba, ca, cb) = (reverse[ab], reverse[ac], reverse[bc])
      redundancy[ab] += proportions[ac] * marginal[bc]
      redundancy[ac] += proportions[ab] * marginal[cb]
      redundancy[ba] += proportions[bc] * marginal[ac]
      redundancy[bc] += proportions[ba] * marginal[ca]
      redundancy[ca] += proportions[cb] * marginal[ab]
      redundancy[cb] += proportions[ca] * marginal[ba]
    }
    return redundancy
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

  /// Each arc's strength ÷ the largest of its row.
  fileprivate func marginalStrengths() -> [Double] {
    var marginal = strengths
    for vertex in 0..<offsets.count - 1 {
      let largest = row(vertex).reduce(0) { max($0, strengths[$1]) }
      for arc in row(vertex) { marginal[arc] /= largest }
    }
    return marginal
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
