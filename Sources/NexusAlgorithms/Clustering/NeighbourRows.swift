internal import NexusGraph
internal import NexusLinearAlgebra

/// The distinct neighbours of each vertex in either direction, ascending, without strengths.
struct NeighbourRows: Sendable {
  /// Where the neighbours of each vertex start, as in ``Adjacency``.
  let offsets: [Int]
  let targets: [Int32]

  /// Of an undirected graph its own rows, of a directed one the union of arriving and leaving. O(*n* + *m*).
  init(of graph: Graph, threads: Int?) {
    guard graph.isDirected else {
      (offsets, targets) = (graph.outgoing.offsets, graph.outgoing.targets)
      return
    }
    let union = RowUnion(graph.outgoing, graph.incoming)
    let chunks = RowChunks(rowOffsets: graph.outgoing.offsets, threads: threads)
    let counts = chunks.map { rows in rows.map { row in union.count(row) } }
    var ends = [0]
    ends.reserveCapacity(graph.vertexCount + 1)
    for count in counts.joined() { ends.append(ends[ends.count - 1] + count) }
    let offsets = ends
    targets = [Int32](unsafeUninitializedCapacity: offsets[graph.vertexCount]) { targets, initialized in
      nonisolated(unsafe) let targets = targets  // each chunk writes rows of its own
      chunks.perform { _, rows in
        for row in rows {
          var place = offsets[row]
          union.forEach(row) { neighbour in
            targets[place] = neighbour
            place += 1
          }
        }
      }
      initialized = offsets[graph.vertexCount]
    }
    self.offsets = offsets
  }

  var vertexCount: Int { offsets.count - 1 }

  func row(_ vertex: Int) -> Range<Int> { offsets[vertex]..<offsets[vertex + 1] }
}

/// Two adjacencies of the same vertices, row by row as one.
private struct RowUnion {
  private let first: Adjacency
  private let second: Adjacency

  init(_ first: Adjacency, _ second: Adjacency) { (self.first, self.second) = (first, second) }

  func count(_ row: Int) -> Int {
    var count = 0
    forEach(row) { _ in count += 1 }
    return count
  }

  /// Calls `body` with each target of either row, ascending, each once.
  @inline(__always)
  func forEach(_ row: Int, _ body: (Int32) -> Void) {
    let (leftEnd, rightEnd) = (first.offsets[row + 1], second.offsets[row + 1])
    var (left, right) = (first.offsets[row], second.offsets[row])
    while left < leftEnd || right < rightEnd {
      let one = left < leftEnd ? first.targets[left] : .max
      let other = right < rightEnd ? second.targets[right] : .max
      body(min(one, other))
      if one <= other { left += 1 }
      if other <= one { right += 1 }
    }
  }
}
