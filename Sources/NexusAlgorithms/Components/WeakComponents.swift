public import NexusGraph

extension Graph {
  /// The weak components: the largest sets of vertices joined by paths that may go against the direction of
  /// edges. Of an undirected graph, its connected components.
  ///
  /// - Returns: the components, the largest first. Each isolate is its own; a graph without vertices has none.
  /// - Complexity: O(*n* + *m* α(*n*)), α the inverse of Ackermann's function, below 5.
  ///
  /// Source: J. Hopcroft, R. Tarjan, "Algorithm 447: efficient algorithms for graph manipulation",
  /// *Communications of the ACM* 16(6), 1973, pp. 372–378, doi:10.1145/362248.362272; how they are found: R. Tarjan,
  /// "Efficiency of a good but not linear set union algorithm", *J. ACM* 22(2), 1975, doi:10.1145/321879.321884.
  public func weakComponents() -> Partition {
    var forest = ComponentForest(of: self)
    let (labels, count) = forest.labels()
    return Partition(dense: labels, count: count)
  }

  /// The weak components of what is left of the graph when only the edges that `isKept` lets pass remain.
  func components(keeping isKept: (Int, Int) -> Bool) -> Partition {
    let rows = isDirected ? [outgoing, incoming] : [outgoing]
    var component = [Int32](repeating: -1, count: vertexCount)
    var count: Int32 = 0
    var frontier: [Int32] = []
    for root in 0..<vertexCount where component[root] < 0 {
      component[root] = count
      frontier.append(Int32(root))
      while let vertex = frontier.popLast() {
        for adjacency in rows {
          for arc in adjacency.row(Int(vertex)) {
            let neighbour = adjacency.targets[arc]
            guard component[Int(neighbour)] < 0, isKept(Int(vertex), Int(neighbour)) else { continue }
            component[Int(neighbour)] = count
            frontier.append(neighbour)
          }
        }
      }
      count += 1
    }
    return Partition(dense: component, count: Int(count))
  }
}
