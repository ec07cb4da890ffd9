public import NexusGraph

extension Graph {
  /// The biconnected components, or blocks: the largest sets of vertices in which no single one holds the others
  /// together. Two blocks share at most one vertex, an articulation point; every edge lies in one block.
  ///
  /// Directions are ignored. A bridge is a block of two vertices; an isolate lies in none.
  ///
  /// - Complexity: O(*n* + *m* + *b* log *b*) time for *b* blocks; no recursion.
  ///
  /// Source: J. Hopcroft, R. Tarjan, "Algorithm 447: efficient algorithms for graph manipulation",
  /// *Communications of the ACM* 16(6), 1973, pp. 372–378, doi:10.1145/362248.362272.
  public func biconnectedComponents() -> BiconnectedComponents {
    BiconnectedComponents(self, BlockForest(undirectedSum().outgoing))
  }
}

/// The biconnected components of a graph, the largest first; of equal sizes, by their members.
public struct BiconnectedComponents: Hashable, Sendable {
  /// The component of each edge, in the order of ``NexusGraph/Graph/edges``.
  public let edgeComponents: [Int32]
  private let ordered: [VertexID]
  private let offsets: [Int]

  public var count: Int { offsets.count - 1 }

  /// The vertices of one component, ascending.
  public func members(of component: Int) -> ArraySlice<VertexID> {
    ordered[offsets[component]..<offsets[component + 1]]
  }

  fileprivate init(_ graph: Graph, _ forest: BlockForest) {
    var start = [Int](repeating: 0, count: forest.tops.count + 1)
    for block in forest.blocks where block >= 0 { start[Int(block) + 1] += 1 }
    for block in forest.tops.indices { start[block + 1] += start[block] + 1 }  // one more: the top
    var next = start
    var members = [VertexID](repeating: VertexID(0), count: start[forest.tops.count])
    for vertex in forest.blocks.indices where forest.blocks[vertex] >= 0 {
      let block = Int(forest.blocks[vertex])
      members[next[block]] = VertexID(vertex)
      next[block] += 1
    }
    for (block, top) in forest.tops.enumerated() {
      members[next[block]] = VertexID(rawValue: top)
      members[start[block]..<start[block + 1]].sort()
    }

    let bySize = forest.tops.indices.sorted { first, second in
      let (one, other) = (
        members[start[first]..<start[first + 1]], members[start[second]..<start[second + 1]]
      )
      return one.count == other.count ? one.lexicographicallyPrecedes(other) : one.count > other.count
    }
    var ordered: [VertexID] = []
    ordered.reserveCapacity(members.count)
    var offsets = [0]
    var number = [Int32](repeating: 0, count: bySize.count)
    for (position, block) in bySize.enumerated() {
      number[block] = Int32(position)
      ordered += members[start[block]..<start[block + 1]]
      offsets.append(ordered.count)
    }
    (self.ordered, self.offsets) = (ordered, offsets)
    edgeComponents = graph.edges.map { number[forest.block($0.source.index, $0.target.index)] }
  }
}
