public import NexusGraph

extension Graph {
  /// Coreness, or core number: the largest *k* such that the vertex belongs to the *k*-core, the largest
  /// subgraph in which everyone has at least *k* neighbours.
  ///
  /// Directions and strengths are ignored: two vertices are neighbours once, whichever way their edges point.
  /// - Parameter threads: how many threads work at once, nil for one a processor. It never changes a result.
  /// - Returns: one number ≥ 0 per vertex, 0 for an isolate.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Source: V. Batagelj, M. Zaveršnik, "An O(m) algorithm for cores decomposition of networks", 2003,
  /// arXiv:cs/0310049; level by level: H. Kabir, K. Madduri, "Parallel k-core decomposition on multicore platforms",
  /// *IPDPSW* 2017, doi:10.1109/IPDPSW.2017.151.
  public func coreness(threads: Int? = nil) -> VertexMap<Int> {
    let neighbours = NeighbourRows(of: self, threads: threads)
    var degrees = (0..<vertexCount).map { Int32(neighbours.row($0).count) }
    peel(neighbours, &degrees)
    return VertexMap(degrees.map { Int($0) })
  }
}

/// Turns degrees into core numbers.
///
/// At level k the vertices with k neighbours left go, and with them what they leave with k; a vertex that has gone
/// keeps its k. All that are left are looked through once a level, so each no oftener than its degree.
private func peel(_ neighbours: NeighbourRows, _ degrees: inout [Int32]) {
  var left = degrees.indices.map { Int32($0) }
  var leaving: [Int32] = []
  var level: Int32 = -1
  degrees.withUnsafeMutableBufferPointer { degrees in
    neighbours.targets.withUnsafeBufferPointer { targets in
      while true {
        level = nextLevel(above: level, degrees, &left, &leaving)
        guard !leaving.isEmpty else { return }
        while let vertex = leaving.popLast() {
          for arc in neighbours.row(Int(vertex)) {
            let neighbour = Int(targets[arc])
            let degree = degrees[neighbour]
            guard degree > level else { continue }
            degrees[neighbour] = degree - 1
            if degree - 1 == level { leaving.append(Int32(neighbour)) }
          }
        }
      }
    }
  }
}

/// Drops from `left` the vertices that have gone, and fills `leaving` with those that have fewest neighbours left.
/// Returns how many those are.
private func nextLevel(
  above level: Int32, _ degrees: UnsafeMutableBufferPointer<Int32>, _ left: inout [Int32],
  _ leaving: inout [Int32]
) -> Int32 {
  var fewest = Int32.max
  var kept = 0
  for index in left.indices {
    let vertex = left[index]
    let degree = degrees[Int(vertex)]
    guard degree > level else { continue }
    left[kept] = vertex
    kept += 1
    if degree < fewest {
      fewest = degree
      leaving.removeAll(keepingCapacity: true)
    }
    if degree == fewest { leaving.append(vertex) }
  }
  left.removeLast(left.count - kept)
  return fewest
}
