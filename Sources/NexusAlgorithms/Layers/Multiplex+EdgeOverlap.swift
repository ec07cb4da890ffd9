internal import NexusGraph

extension Multiplex {
  /// Edge overlap: the Jaccard index of the edges of each pair of layers, shared ÷ in either.
  ///
  /// Edges of directed layers are shared when they point the same way. Strengths are ignored.
  /// - Returns: by row and column in the order of the layers, symmetric: from 0 to 1, 1 on the diagonal; nil where
  ///   neither layer has an edge.
  /// - Complexity: O(layers · *m*), *m* over all layers.
  ///
  /// Source: M. Szell, R. Lambiotte, S. Thurner, "Multirelational organization of large-scale social networks in an
  /// online world", *PNAS* 107(31), 2010, pp. 13636–13641, doi:10.1073/pnas.1004008107.
  public func edgeOverlap() -> [[Double?]] {
    symmetricTable { first, second in
      let shared = sharedArcs(layers[first].outgoing, layers[second].outgoing)
      let either = layers[first].outgoing.arcCount + layers[second].outgoing.arcCount - shared
      return either > 0 ? Double(shared) / Double(either) : nil
    }
  }

  /// A value for each pair of layers, itself included.
  func symmetricTable(_ value: (_ first: Int, _ second: Int) -> Double?) -> [[Double?]] {
    var table = layers.map { _ in layers.map { _ in Double?.none } }
    for first in layers.indices {
      for second in first..<layers.count {
        table[first][second] = value(first, second)
        table[second][first] = table[first][second]
      }
    }
    return table
  }

  /// How many arcs two adjacencies have in common; rows ascend.
  private func sharedArcs(_ first: Adjacency, _ second: Adjacency) -> Int {
    var shared = 0
    for vertex in 0..<vertexCount {
      var (left, right) = (first.row(vertex), second.row(vertex))
      while let one = left.first, let other = right.first {
        let (target, candidate) = (first.targets[one], second.targets[other])
        if target == candidate { shared += 1 }
        if target <= candidate { left.removeFirst() }
        if candidate <= target { right.removeFirst() }
      }
    }
    return shared
  }
}
