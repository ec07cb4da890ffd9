import NexusGraph
import NexusLinearAlgebra

/// A graph as blocks, its strong components in topological order, each with an irreducible matrix.
///
/// The matrix of a block is Aᵀ restricted to it: row *i* holds the strengths of the arcs *j* → *i*. All strengths
/// are scaled by one power of two, which no centrality sees, so that the largest is about 1.
struct Condensation {
  let graph: Graph
  /// The block of each vertex.
  let labels: [Int32]
  let blockCount: Int
  /// Strengths are multiplied by this.
  let scale: Double
  private let memberOffsets: [Int]
  private let members: [Int32]
  /// The position of each vertex in its block.
  private let position: [Int32]

  init(of graph: Graph) {
    self.graph = graph
    labels = graph.strongComponents().values
    blockCount = Int(labels.max() ?? -1) + 1
    let largest = graph.incoming.strengths.max() ?? 1
    scale = Double(sign: .plus, exponent: max(-1000, min(-Int(largest.exponent), 1000)), significand: 1)

    var start = [Int](repeating: 0, count: blockCount + 1)
    for label in labels { start[Int(label) + 1] += 1 }
    for block in 0..<blockCount { start[block + 1] += start[block] }
    memberOffsets = start
    var members = [Int32](repeating: 0, count: labels.count)
    var position = members
    for (vertex, label) in labels.enumerated() {
      let slot = start[Int(label)]
      members[slot] = Int32(vertex)
      position[vertex] = Int32(slot - memberOffsets[Int(label)])
      start[Int(label)] += 1
    }
    (self.members, self.position) = (members, position)
  }

  /// The vertices of a block, ascending.
  func members(of block: Int) -> ArraySlice<Int32> {
    members[memberOffsets[block]..<memberOffsets[block + 1]]
  }

  func size(of block: Int) -> Int { memberOffsets[block + 1] - memberOffsets[block] }

  /// Aᵀ restricted to a block.
  func matrix(of block: Int) -> SparseMatrix {
    var offsets = [0]
    var columns: [Int32] = []
    var values: [Double] = []
    for vertex in members(of: block) {
      for arc in graph.incoming.row(Int(vertex)) {
        let source = Int(graph.incoming.targets[arc])
        guard Int(labels[source]) == block else { continue }
        columns.append(position[source])
        values.append(graph.incoming.strengths[arc] * scale)
      }
      offsets.append(columns.count)
    }
    return SparseMatrix(rowOffsets: offsets, columns: columns, values: values, isSymmetric: !graph.isDirected)
  }

  /// The blocks whose Perron root is the largest of all, within a relative 1e-9. Empty when no block has a
  /// cycle; single vertices have none, since a simple graph has no loops.
  ///
  /// Blocks whose row or column sums show that they cannot hold the largest root are passed over.
  func leadingBlocks() throws(SpectralError) -> LeadingBlocks {
    let nearlyEqual = 1 - 1e-9
    var candidates: [(bound: Double, block: Int)] = []
    for block in 0..<blockCount where size(of: block) > 1 {
      candidates.append((matrix(of: block).perronBound, block))
    }
    candidates.sort { ($1.bound, $0.block) < ($0.bound, $1.block) }
    var root = 0.0
    var found: [(block: Int, pair: PerronVector)] = []
    for (bound, block) in candidates {
      guard bound >= root * nearlyEqual else { break }
      let pair = try matrix(of: block).perronVector()
      root = max(root, pair.root)
      found.append((block, pair))
    }
    var vectors: [Int: [Double]] = [:]
    for (block, pair) in found where pair.root >= root * nearlyEqual { vectors[block] = pair.vector }
    return LeadingBlocks(root: root, vectors: vectors)
  }
}

/// The largest Perron root λ₁ and the blocks that have it.
struct LeadingBlocks {
  /// λ₁ of the scaled strengths; 0 when the graph has no cycle.
  let root: Double
  /// The right Perron vector of each such block, in the order of its members.
  let vectors: [Int: [Double]]
}
