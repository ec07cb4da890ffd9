public import NexusGraph

extension Graph {
  /// Strong components: the largest sets of vertices that can all reach one another.
  ///
  /// Numbered from 0 in topological order: no arc leads from a component to one of smaller number. Of an
  /// undirected graph they are the connected components, by smallest member.
  ///
  /// - Returns: the number of each vertex's component. An empty graph gives an empty map.
  /// - Complexity: O(*n* + *m*) time, O(*n*) memory; no recursion.
  ///
  /// Source: R. Tarjan, "Depth-first search and linear graph algorithms", *SIAM J. Comput.* 1(2), 1972,
  /// pp. 146–160, doi:10.1137/0201010.
  public func strongComponents() -> VertexMap<Int32> {
    guard isDirected else {
      var forest = ComponentForest(of: self)
      return VertexMap(forest.labels().labels)
    }
    let unvisited: Int32 = -1
    let (offsets, targets) = (outgoing.offsets, outgoing.targets)
    var nextArc = Array(offsets.dropLast())
    var discovery = [Int32](repeating: unvisited, count: vertexCount)
    var lowest = discovery
    var labels = discovery  // -1 until the component is complete
    var path: [Int32] = []
    var pending: [Int32] = []  // discovered, their component not yet complete
    var clock: Int32 = 0
    var found: Int32 = 0

    for root in 0..<vertexCount where discovery[root] == unvisited {
      path.append(Int32(root))
      while let top = path.last {
        let vertex = Int(top)
        if discovery[vertex] == unvisited {
          (discovery[vertex], lowest[vertex]) = (clock, clock)
          clock += 1
          pending.append(top)
        }
        if nextArc[vertex] < offsets[vertex + 1] {
          let target = Int(targets[nextArc[vertex]])
          if discovery[target] == unvisited {
            path.append(Int32(target))  // the arc is looked at again when the target is complete
            continue
          }
          if labels[target] == unvisited { lowest[vertex] = min(lowest[vertex], lowest[target]) }
          nextArc[vertex] += 1
          continue
        }
        path.removeLast()
        guard lowest[vertex] == discovery[vertex] else { continue }
        while let member = pending.popLast() {
          labels[Int(member)] = found
          if member == top { break }
        }
        found += 1
      }
    }
    // Tarjan completes a component after all that it reaches: turn the numbers round.
    return VertexMap(labels.map { found - 1 - $0 })
  }
}
