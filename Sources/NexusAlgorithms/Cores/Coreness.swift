public import NexusGraph

extension Graph {
  /// Coreness, or core number: the largest *k* such that the vertex belongs to the *k*-core, the largest
  /// subgraph in which everyone has at least *k* neighbours.
  ///
  /// Directions and strengths are ignored: two vertices are neighbours once, whichever way their edges point.
  /// - Returns: one number ≥ 0 per vertex, 0 for an isolate.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Source: V. Batagelj, M. Zaveršnik, "An O(m) algorithm for cores decomposition of networks", 2003,
  /// arXiv:cs/0310049.
  public func coreness() -> VertexMap<Int> {
    let adjacency = undirectedSum().outgoing
    var degree = (0..<vertexCount).map { adjacency.row($0).count }
    // The vertices by degree, and where each degree starts: vertices are taken in this order, and one whose
    // degree falls moves to the front of its block, which the next lower block then takes over.
    var start = [Int](repeating: 0, count: (degree.max() ?? 0) + 2)
    for value in degree { start[value + 1] += 1 }
    for value in 1..<start.count { start[value] += start[value - 1] }
    var cursor = start
    var order = [Int32](repeating: 0, count: vertexCount)
    var position = [Int](repeating: 0, count: vertexCount)
    for vertex in 0..<vertexCount {
      position[vertex] = cursor[degree[vertex]]
      order[position[vertex]] = Int32(vertex)
      cursor[degree[vertex]] += 1
    }

    for step in 0..<vertexCount {
      let vertex = Int(order[step])
      for arc in adjacency.row(vertex) {
        let neighbour = Int(adjacency.targets[arc])
        let value = degree[neighbour]
        guard value > degree[vertex] else { continue }
        let front = start[value]
        let displaced = Int(order[front])
        order.swapAt(front, position[neighbour])
        position[displaced] = position[neighbour]
        position[neighbour] = front
        start[value] = front + 1
        degree[neighbour] = value - 1
      }
    }
    return VertexMap(degree)
  }
}
