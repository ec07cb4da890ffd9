import NexusGraph

/// An undirected graph cut apart at its articulation points: each block of three or more vertices by itself, the
/// vertices behind an articulation point standing as a weight on its copy in the block.
///
/// A shortest path passes through a block along the block's own shortest paths, so that betweenness is the sum of
///
///     Σ r(s) r(t) σ(s, t | v) / σ(s, t)     over the copies s ≠ t of each block that v belongs to
///     (c − 1)² − Σ b²                       ordered pairs that v keeps apart, in a component of c vertices
///                                           that falls apart into parts of b vertices without v
///
/// r being the weight of a copy. Trees, chains and pendant vertices need no search at all.
///
/// Source: R. Puzis, Y. Elovici, P. Zilberman, S. Dolev, U. Brandes, "Topology manipulations for speeding
/// betweenness centrality computation", *J. Complex Networks* 3(1), 2015, pp. 84–112, doi:10.1093/comnet/cnu015.
struct BlockSplit {
  private let forest: BlockForest
  /// By vertex: how many vertices hang below it in the forest, itself included.
  private let subtree: [Int32]
  /// By vertex: how many vertices its component has.
  private let component: [Int32]
  /// By vertex: its copy in the block of its edge to its parent, -1 where there is none.
  private let ownCopies: [Int32]
  /// By block: the copy of its top, -1 for a bridge.
  private let topCopies: [Int32]

  /// The blocks, without edges between them; the copies of a block are numbered in a row.
  let graph: Graph
  /// By copy: the number of vertices that reach the block through it, itself included.
  let weights: [Double]
  /// By copy: the vertex it stands for.
  let vertices: [Int32]
  /// By copy: the copies of its block.
  let ranges: [Range<Int>]
  /// By vertex: the ordered pairs of others that it keeps apart.
  let separatedPairs: [Double]

  /// - Precondition: the graph is undirected.
  /// - Complexity: O(*n* + *m*).
  init(_ graph: Graph) {
    let adjacency = graph.outgoing
    let forest = BlockForest(adjacency)
    let none: Int32 = -1
    var subtree = [Int32](repeating: 1, count: graph.vertexCount)
    for vertex in forest.order.reversed() where forest.parents[Int(vertex)] >= 0 {
      subtree[Int(forest.parents[Int(vertex)])] += subtree[Int(vertex)]
    }
    var component = subtree
    var hanging = [Int32](repeating: 1, count: graph.vertexCount)  // what a vertex ties to its own block
    var separated = [Double](repeating: 0, count: graph.vertexCount)
    var below = [Int32](repeating: 0, count: forest.tops.count)  // by block: the vertices below its top
    for vertex in forest.order.lazy.map(Int.init) where forest.parents[vertex] >= 0 {
      let (parent, block) = (Int(forest.parents[vertex]), Int(forest.blocks[vertex]))
      component[vertex] = component[parent]
      guard forest.blocks[parent] != forest.blocks[vertex] else { continue }
      below[block] = subtree[vertex]
      hanging[parent] += subtree[vertex]
      separated[parent] -= Double(subtree[vertex]) * Double(subtree[vertex])
    }
    for vertex in separated.indices {
      let above = forest.parents[vertex] < 0 ? 0 : Double(component[vertex] - hanging[vertex])
      let others = Double(component[vertex] - 1)
      separated[vertex] += others * others - above * above
    }

    let edgeCounts = forest.edgeCounts(adjacency)
    var sizes = edgeCounts.map { $0 > 1 ? 1 : 0 }  // the top
    for block in forest.blocks where block >= 0 && edgeCounts[Int(block)] > 1 { sizes[Int(block)] += 1 }
    var topCopies = [Int32](repeating: none, count: sizes.count)
    var (weights, vertices, ranges): ([Double], [Int32], [Range<Int>]) = ([], [], [])
    for (block, size) in sizes.enumerated() where size > 0 {
      topCopies[block] = Int32(vertices.count)
      let top = forest.tops[block]
      ranges += repeatElement(vertices.count..<vertices.count + size, count: size)
      vertices += repeatElement(top, count: size)
      weights += repeatElement(Double(component[Int(top)] - below[block]), count: size)
    }
    var next = topCopies
    var ownCopies = [Int32](repeating: none, count: graph.vertexCount)
    for vertex in ownCopies.indices where forest.blocks[vertex] >= 0 {
      let block = Int(forest.blocks[vertex])
      guard topCopies[block] != none else { continue }
      next[block] += 1
      ownCopies[vertex] = next[block]
      vertices[Int(next[block])] = Int32(vertex)
      weights[Int(next[block])] = Double(hanging[vertex])
    }

    (self.forest, self.subtree, self.component) = (forest, subtree, component)
    (self.ownCopies, self.topCopies) = (ownCopies, topCopies)
    (self.weights, self.vertices, self.ranges) = (weights, vertices, ranges)
    separatedPairs = separated
    var edges: [Edge] = []
    for later in 0..<graph.vertexCount where ownCopies[later] != none {
      for arc in adjacency.row(later) {
        let earlier = Int(adjacency.targets[arc])
        guard forest.discovery[earlier] < forest.discovery[later] else { continue }
        let isTop = forest.blocks[earlier] != forest.blocks[later]
        let copy = isTop ? topCopies[Int(forest.blocks[later])] : ownCopies[earlier]
        edges.append(Edge(VertexID(rawValue: ownCopies[later]), VertexID(rawValue: copy)))
      }
    }
    self.graph = Graph(vertexCount: vertices.count, edges: edges)
  }

  /// What an edge of the graph is in the split one.
  enum Place {
    /// The edge between these two copies.
    case block(Int, Int)
    /// No edge: a bridge, which this many ordered pairs need.
    case bridge(separatedPairs: Double)
  }

  func place(of first: Int, _ second: Int) -> Place {
    let (earlier, later) =
      forest.discovery[first] < forest.discovery[second] ? (first, second) : (second, first)
    guard ownCopies[later] >= 0 else {
      let below = Double(subtree[later])
      return .bridge(separatedPairs: 2 * below * (Double(component[later]) - below))
    }
    let block = forest.blocks[later]
    let copy = forest.blocks[earlier] == block ? ownCopies[earlier] : topCopies[Int(block)]
    return .block(Int(ownCopies[later]), Int(copy))
  }
}
