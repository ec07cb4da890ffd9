public import NexusGraph

extension Graph {
  /// Strong components: the largest sets of vertices that can all reach one another.
  ///
  /// Numbered from 0 in topological order: no arc leads from a component to one of smaller number. Of an
  /// undirected graph they are the connected components, by smallest member.
  ///
  /// Real networks have one large component. It is what both searches from the vertex of most arcs meet, forwards
  /// and backwards, and they touch an arc at the cost of one bit; Tarjan's search is left with the others.
  ///
  /// - Returns: the number of each vertex's component. An empty graph gives an empty map.
  /// - Complexity: O(*n* + *m*) time, O(*n*) memory; no recursion.
  ///
  /// Source: R. Tarjan, "Depth-first search and linear graph algorithms", *SIAM J. Comput.* 1(2), 1972,
  /// pp. 146–160, doi:10.1137/0201010; the two searches: L. Fleischer, B. Hendrickson, A. Pınar, "On identifying
  /// strongly connected components in parallel", *IPDPS Workshops* 2000, doi:10.1007/3-540-45591-4_68.
  public func strongComponents() -> VertexMap<Int32> {
    guard isDirected else {
      var forest = ComponentForest(of: self)
      return VertexMap(forest.labels().labels)
    }
    var search = ComponentSearch(of: outgoing)
    let vertices = 0..<vertexCount
    if let pivot = busiestVertex {
      let below = VertexSet(reachedFrom: pivot, along: outgoing)
      let above = VertexSet(reachedFrom: pivot, along: incoming)
      // Nothing that the pivot reaches leads back to it without being one with it, so in this order every arc
      // ends in its own part or in one that is complete.
      search.completeAll(from: vertices.filter { below.contains($0) && !above.contains($0) })
      search.complete(vertices.filter { below.contains($0) && above.contains($0) })
      search.completeAll(from: vertices.filter { !below.contains($0) && !above.contains($0) })
    }
    search.completeAll(from: vertices)
    // A component is complete after all that it reaches: turn the numbers round.
    let last = search.count - 1
    return VertexMap(search.labels.map { last - $0 })
  }

  /// The vertex with the most pairs of an arc that comes and an arc that goes, the first of equals; nil where every
  /// component is a single vertex because none has both.
  private var busiestVertex: Int? {
    let (going, coming) = (outgoing.offsets.span, incoming.offsets.span)
    var (busiest, most) = (0, 0)
    for vertex in 0..<vertexCount {
      let pairs = (going[vertex + 1] - going[vertex]) * (coming[vertex + 1] - coming[vertex])
      if pairs > most { (busiest, most) = (vertex, pairs) }
    }
    return most > 0 ? busiest : nil
  }
}

/// Some vertices of a graph, a bit for each.
private struct VertexSet {
  private var words: [UInt64]

  /// The vertices that can be reached from one, itself among them. O(*n* + *m*).
  init(reachedFrom root: Int, along rows: Adjacency) {
    let vertexCount = rows.offsets.count - 1
    words = [UInt64](repeating: 0, count: (vertexCount + 63) / 64)
    var queue = [Int32](repeating: 0, count: vertexCount)
    var places = queue.mutableSpan
    var bits = words.mutableSpan
    let (offsets, targets) = (rows.offsets.span, rows.targets.span)
    places[0] = Int32(root)
    bits[root >> 6] |= 1 << UInt64(root & 63)
    var (next, end) = (0, 1)
    while next < end {
      let vertex = Int(places[next])
      next += 1
      for arc in offsets[vertex]..<offsets[vertex + 1] {
        let target = Int(targets[arc])
        let bit: UInt64 = 1 << UInt64(target & 63)
        guard bits[target >> 6] & bit == 0 else { continue }
        bits[target >> 6] |= bit
        places[end] = Int32(target)
        end += 1
      }
    }
  }

  func contains(_ vertex: Int) -> Bool { words[vertex >> 6] & (1 << UInt64(vertex & 63)) != 0 }
}

/// Tarjan's search. Components are numbered as they are completed, each after all that it reaches.
private struct ComponentSearch {
  private let rows: Adjacency
  private var nextArc: [Int]
  private var discovery: [Int32]
  private var lowest: [Int32]
  /// -1 until the component is complete.
  private(set) var labels: [Int32]
  private(set) var count: Int32 = 0
  private var clock: Int32 = 0
  private static let unvisited: Int32 = -1

  init(of rows: Adjacency) {
    self.rows = rows
    nextArc = Array(rows.offsets.dropLast())
    discovery = [Int32](repeating: ComponentSearch.unvisited, count: nextArc.count)
    (lowest, labels) = (discovery, discovery)
  }

  /// Books vertices that are known to be one component.
  mutating func complete(_ members: [Int]) {
    for member in members { (discovery[member], labels[member]) = (clock, count) }
    count += 1
  }

  /// Completes the components of these vertices and of all that they reach.
  mutating func completeAll(from roots: some Sequence<Int>) {
    let (offsets, targets) = (rows.offsets, rows.targets)
    var path: [Int32] = []
    var pending: [Int32] = []  // discovered, their component not yet complete
    for root in roots where discovery[root] == ComponentSearch.unvisited {
      path.append(Int32(root))
      while let top = path.last {
        let vertex = Int(top)
        if discovery[vertex] == ComponentSearch.unvisited {
          (discovery[vertex], lowest[vertex]) = (clock, clock)
          clock += 1
          pending.append(top)
        }
        if nextArc[vertex] < offsets[vertex + 1] {
          let target = Int(targets[nextArc[vertex]])
          if discovery[target] == ComponentSearch.unvisited {
            path.append(Int32(target))  // the arc is looked at again when the target is complete
            continue
          }
          if labels[target] == ComponentSearch.unvisited {
            lowest[vertex] = min(lowest[vertex], lowest[target])
          }
          nextArc[vertex] += 1
          continue
        }
        path.removeLast()
        guard lowest[vertex] == discovery[vertex] else { continue }
        while let member = pending.popLast() {
          labels[Int(member)] = count
          if member == top { break }
        }
        count += 1
      }
    }
  }
}
