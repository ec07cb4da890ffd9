import NexusGraph

/// A depth-first forest of an undirected graph with the block, or biconnected component, of each tree edge.
///
/// A child opens a new block when no edge leads from its subtree past its parent, else it belongs to its parent's.
/// An edge of the graph lies in the block of the tree edge above its end that was discovered later.
///
/// Source: J. Hopcroft, R. Tarjan, "Algorithm 447: efficient algorithms for graph manipulation",
/// *Communications of the ACM* 16(6), 1973, pp. 372–378, doi:10.1145/362248.362272.
struct BlockForest {
  /// The vertices as they were discovered: roots by number, neighbours by number.
  let order: [Int32]
  /// The parent of each vertex, -1 for a root.
  let parents: [Int32]
  /// When each vertex was discovered: its place in `order`.
  let discovery: [Int32]
  /// The block of each vertex's edge to its parent, -1 for a root. Blocks are numbered as they were opened.
  let blocks: [Int32]
  /// The vertex of each block that was discovered first.
  let tops: [Int32]

  /// - Precondition: the adjacency is symmetric, without loops.
  /// - Complexity: O(*n* + *m*) time, O(*n*) memory; no recursion.
  init(_ adjacency: Adjacency) {
    let vertexCount = adjacency.offsets.count - 1
    let unknown: Int32 = -1
    var discovery = [Int32](repeating: unknown, count: vertexCount)
    var parents = discovery
    var order: [Int32] = []
    order.reserveCapacity(vertexCount)
    var lowest = discovery
    BlockForest.discover(adjacency, &order, &discovery, &parents, &lowest)

    var blocks = [Int32](repeating: unknown, count: vertexCount)
    var tops: [Int32] = []
    for vertex in order.lazy.map(Int.init) where parents[vertex] != unknown {
      let parent = parents[vertex]
      if lowest[vertex] < discovery[Int(parent)] {
        blocks[vertex] = blocks[Int(parent)]
      } else {
        blocks[vertex] = Int32(tops.count)
        tops.append(parent)
      }
    }
    (self.order, self.parents, self.discovery) = (order, parents, discovery)
    (self.blocks, self.tops) = (blocks, tops)
  }

  /// `lowest[v]` becomes the earliest discovery that an edge out of the subtree of *v* leads to.
  private static func discover(
    _ adjacency: Adjacency, _ order: inout [Int32], _ discovery: inout [Int32], _ parents: inout [Int32],
    _ lowest: inout [Int32]
  ) {
    let (offsets, targets) = (adjacency.offsets.span, adjacency.targets.span)
    var nextArcs = Array(adjacency.offsets.dropLast())
    var next = nextArcs.mutableSpan
    var found = discovery.mutableSpan
    var above = parents.mutableSpan
    var low = lowest.mutableSpan
    for root in found.indices where found[root] < 0 {
      found[root] = Int32(order.count)
      low[root] = found[root]
      order.append(Int32(root))
      var vertex = root
      while true {
        if next[vertex] < offsets[vertex + 1] {
          let neighbour = Int(targets[next[vertex]])
          next[vertex] += 1
          if found[neighbour] < 0 {
            found[neighbour] = Int32(order.count)
            low[neighbour] = found[neighbour]
            above[neighbour] = Int32(vertex)
            order.append(Int32(neighbour))
            vertex = neighbour
          } else if neighbour != Int(above[vertex]) {
            low[vertex] = min(low[vertex], found[neighbour])
          }
        } else {
          let parent = Int(above[vertex])
          guard parent >= 0 else { break }
          low[parent] = min(low[parent], low[vertex])
          vertex = parent
        }
      }
    }
  }

  /// How many blocks each vertex belongs to: none for an isolate, several for an articulation point.
  func blockCounts() -> [Int32] {
    var counts = blocks.map { $0 < 0 ? Int32(0) : 1 }
    for top in tops { counts[Int(top)] += 1 }
    return counts
  }

  /// The block of an edge between two neighbours.
  func block(_ first: Int, _ second: Int) -> Int {
    Int(blocks[discovery[first] < discovery[second] ? second : first])
  }

  /// How many edges each block has.
  func edgeCounts(_ adjacency: Adjacency) -> [Int] {
    var counts = [Int](repeating: 0, count: tops.count)
    for vertex in parents.indices {
      for arc in adjacency.row(vertex) where discovery[Int(adjacency.targets[arc])] < discovery[vertex] {
        counts[Int(blocks[vertex])] += 1
      }
    }
    return counts
  }
}
