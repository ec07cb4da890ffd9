public import NexusGraph

extension Graph {
  /// Degree: the number of distinct neighbours of each vertex, in whichever direction.
  ///
  /// Two vertices with edges both ways are one neighbour to each other.
  /// - Complexity: O(*n* + *m*).
  public func degrees() -> VertexMap<Int> {
    guard isDirected else { return outDegrees() }
    return VertexMap(
      (0..<vertexCount).map { vertex in
        let (leaving, arriving) = (outgoing.row(vertex), incoming.row(vertex))
        return leaving.count + arriving.count - sharedNeighbours(leaving, arriving)
      })
  }

  /// The number of edges that leave each vertex; of an undirected graph, its degree. O(*n*).
  public func outDegrees() -> VertexMap<Int> {
    VertexMap((0..<vertexCount).map { outgoing.row($0).count })
  }

  /// The number of edges that point at each vertex; of an undirected graph, its degree. O(*n*).
  public func inDegrees() -> VertexMap<Int> {
    VertexMap((0..<vertexCount).map { incoming.row($0).count })
  }

  /// Strength, or weighted degree: the sum of the strengths of each vertex's edges, of a directed graph those
  /// that arrive and those that leave. In the unit of the strengths. O(*n* + *m*).
  ///
  /// Source: A. Barrat and others, "The architecture of complex weighted networks", *PNAS* 101(11), 2004,
  /// pp. 3747–3752, doi:10.1073/pnas.0400087101.
  public func strengths() -> VertexMap<Double> {
    guard isDirected else { return VertexMap(outgoing.rowSums()) }
    return VertexMap(zip(incoming.rowSums(), outgoing.rowSums()).map { $0 + $1 })
  }

  /// Density: edges ÷ the edges there could be. From 0 to 1; nil with fewer than two vertices. O(1).
  public var density: Double? {
    guard vertexCount > 1 else { return nil }
    let pairs = Double(vertexCount) * Double(vertexCount - 1) / (isDirected ? 1 : 2)
    return Double(edgeCount) / pairs
  }

  /// How many targets two ascending rows have in common, one of edges that leave and one of edges that arrive.
  private func sharedNeighbours(_ leaving: Range<Int>, _ arriving: Range<Int>) -> Int {
    var (left, right) = (leaving.lowerBound, arriving.lowerBound)
    var shared = 0
    while left < leaving.upperBound, right < arriving.upperBound {
      let (first, second) = (outgoing.targets[left], incoming.targets[right])
      if first == second { shared += 1 }
      if first <= second { left += 1 }
      if second <= first { right += 1 }
    }
    return shared
  }
}
