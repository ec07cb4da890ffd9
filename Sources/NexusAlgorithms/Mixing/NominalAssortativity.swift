public import NexusGraph

extension Graph {
  /// Assortativity by a label: how much more often edges join like to like than if ends met at random.
  ///
  ///     r = (Σ_i e(i,i) − Σ_i a(i)²) / (1 − Σ_i a(i)²)
  ///
  /// e(i,j) is the share of edge ends with label *i* whose other end has label *j*, a(i) the share with label
  /// *i*. Directions and strengths are ignored: two vertices are neighbours once.
  /// - Parameter labels: the label of each vertex.
  /// - Returns: 1 when edges only join equals, 0 at random, below 0 when opposites meet; nil when it is not
  ///   defined, which is without edges, or with one label on all their ends.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Source: M. E. J. Newman, "Mixing patterns in networks", *Physical Review E* 67, 026126, 2003,
  /// doi:10.1103/PhysRevE.67.026126.
  public func nominalAssortativity<Label: Hashable & Sendable>(of labels: VertexMap<Label>) -> Double? {
    precondition(labels.count == vertexCount, "There must be one label for each vertex.")
    let adjacency = undirectedSum().outgoing
    let groups = GroupNumbers(labels.values)
    let numbers = groups.numbers.map(Int.init)
    var endsWith = [Int](repeating: 0, count: groups.groups.count)
    var endsAtLike = 0
    for vertex in 0..<vertexCount {
      let row = adjacency.row(vertex)
      endsWith[numbers[vertex]] += row.count
      for arc in row where numbers[Int(adjacency.targets[arc])] == numbers[vertex] { endsAtLike += 1 }
    }
    let ends = adjacency.arcCount
    guard ends > 0, !endsWith.contains(ends) else { return nil }
    let byChance = endsWith.reduce(0) { sum, count in
      let share = Double(count) / Double(ends)
      return sum + share * share
    }
    return (Double(endsAtLike) / Double(ends) - byChance) / (1 - byChance)
  }
}
