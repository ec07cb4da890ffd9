import NexusGraph
import NexusLinearAlgebra

/// A graph as blocks, its strong components in topological order, each with an irreducible matrix.
///
/// The matrix of a block is Aᵀ restricted to it: row *i* holds the strengths of the arcs *j* → *i*. Where strengths
/// are so large or small that products could overflow, all are scaled by one power of two, which no centrality
/// sees, so that the largest is about 1.
struct Condensation {
  let graph: Graph
  /// The block of each vertex.
  let labels: [Int32]
  let blockCount: Int
  /// Strengths are multiplied by this.
  let scale: Double
  let threads: Int?
  private let strengthsAreOne: Bool
  private let memberOffsets: [Int]
  private let members: [Int32]
  /// The position of each vertex in its block.
  private let position: [Int32]

  init(of graph: Graph, threads: Int?) {
    self.graph = graph
    self.threads = threads
    labels = graph.strongComponents().values
    blockCount = Int(labels.max() ?? -1) + 1
    let range = StrengthRange(of: graph.incoming, threads: threads)
    strengthsAreOne = range.isOne
    let exponent = Int(range.largest.exponent)
    scale =
      abs(exponent) < 100
      ? 1 : Double(sign: .plus, exponent: max(-1000, min(-exponent, 1000)), significand: 1)

    var start = [Int](repeating: 0, count: blockCount + 1)
    for label in labels { start[Int(label) + 1] += 1 }
    for block in 0..<blockCount { start[block + 1] += start[block] }
    memberOffsets = start
    var members = [Int32](repeating: 0, count: labels.count)
    var position = members
    for vertex in HubsFirst(rowOffsets: graph.incoming.offsets).vertices {
      let label = Int(labels[Int(vertex)])
      let slot = start[label]
      members[slot] = vertex
      position[Int(vertex)] = Int32(slot - memberOffsets[label])
      start[label] += 1
    }
    (self.members, self.position) = (members, position)
  }

  /// The vertices of a block, those with most incoming arcs first.
  func members(of block: Int) -> ArraySlice<Int32> {
    members[memberOffsets[block]..<memberOffsets[block + 1]]
  }

  func size(of block: Int) -> Int { memberOffsets[block + 1] - memberOffsets[block] }

  /// Whether no arc leads from one block to another.
  var blocksAreApart: Bool { !graph.isDirected }

  /// Aᵀ restricted to a block.
  func matrix(of block: Int) -> SparseMatrix {
    graph.arrivalMatrix(
      of: members(of: block), position: position, labels: blocksAreApart ? nil : labels,
      strengths: strengthsAreOne ? nil : graph.incoming.strengths, scale: scale,
      isSymmetric: blocksAreApart, threads: threads)
  }

  /// An upper bound of the Perron root of each block: the smaller of its largest row and column sums.
  private func rootBounds() -> [Double] {
    let rowBounds = largestSums(graph.incoming)
    return blocksAreApart ? rowBounds : zip(rowBounds, largestSums(graph.outgoing)).map(min)
  }

  /// The largest sum of a row of each block, over the arcs that stay in the block.
  private func largestSums(_ adjacency: Adjacency) -> [Double] {
    var largest = [Double](repeating: 0, count: blockCount)
    for vertex in 0..<labels.count {
      let block = Int(labels[vertex])
      guard size(of: block) > 1 else { continue }
      var sum = 0.0
      if blocksAreApart && strengthsAreOne {
        sum = Double(adjacency.row(vertex).count)
      } else {
        for arc in adjacency.row(vertex) where Int(labels[Int(adjacency.targets[arc])]) == block {
          sum += adjacency.strengths[arc]
        }
      }
      largest[block] = max(largest[block], sum * scale)
    }
    return largest
  }

  /// The blocks whose Perron root is the largest of all, within a relative 1e-9. Empty when no block has a
  /// cycle; single vertices have none, since a simple graph has no loops.
  ///
  /// Blocks whose row or column sums show that they cannot hold the largest root are passed over.
  func leadingBlocks() throws(SpectralError) -> LeadingBlocks {
    let nearlyEqual = 1 - 1e-9
    let bounds = rootBounds()
    let candidates = (0..<blockCount).filter { size(of: $0) > 1 }
      .sorted { (bounds[$1], $0) < (bounds[$0], $1) }
    var root = 0.0
    var found: [(block: Int, pair: PerronVector)] = []
    for block in candidates {
      guard bounds[block] >= root * nearlyEqual else { break }
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
