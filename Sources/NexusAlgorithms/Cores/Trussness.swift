public import NexusGraph

extension Graph {
  /// Trussness: the largest *k* such that an edge belongs to the *k*-truss, the largest subgraph in which every edge
  /// lies in at least *k* − 2 triangles. Dense groups show by it more sharply than by coreness.
  ///
  /// Directions and strengths are ignored: two vertices share one edge, whichever way their edges point.
  ///
  /// - Returns: one number ≥ 2 per edge; per vertex the largest of its edges, 0 for an isolate.
  /// - Complexity: O(*m*^1.5 log *n*) time, O(*n* + *m*) memory.
  ///
  /// Sources: J. Cohen, "Trusses: cohesive subgraphs for social network analysis", NSA technical report, 2008;
  /// J. Wang, J. Cheng, "Truss decomposition in massive networks", *PVLDB* 5(9), 2012, pp. 812–823,
  /// doi:10.14778/2311906.2311909.
  public func trussness() -> Trussness {
    let adjacency = undirectedSum().outgoing
    var peeling = TrussPeeling(adjacency)
    let edgeOfArc = peeling.edges
    peeling.run()
    var vertices = [Int](repeating: 0, count: vertexCount)
    for vertex in 0..<vertexCount {
      for arc in adjacency.row(vertex) {
        vertices[vertex] = max(vertices[vertex], Int(peeling.support[Int(edgeOfArc[arc])]) + 2)
      }
    }
    let edges = edges.map { edge in
      let arc = adjacency.arc(edge.source.index, edge.target.index)!
      return Int(peeling.support[Int(edgeOfArc[arc])]) + 2
    }
    return Trussness(edges: edges, vertices: VertexMap(vertices))
  }
}

/// The trussness of edges and vertices. See ``NexusGraph/Graph/trussness()``.
public struct Trussness: Equatable, Sendable {
  /// One number per edge, in the order of ``NexusGraph/Graph/edges``.
  public let edges: [Int]
  /// The largest of each vertex's edges, 0 for an isolate.
  public let vertices: VertexMap<Int>
}

/// Takes away one edge after another, always one in the fewest triangles that are left.
private struct TrussPeeling {
  private let offsets: [Int]
  /// What is left of each vertex's row: its arcs that were taken away are dropped when they are the greater part.
  private var rowEnds: [Int]
  private var takenArcs: [Int]
  private var targets: [Int32]
  /// The number of the edge of each arc.
  private(set) var edges: [Int32]
  private let neighbours: NeighbourFilter
  /// Triangles left through each edge; when the edge is taken away, what they were.
  private(set) var support: [Int32]
  private let ends: [(Int32, Int32)]
  /// The edges by support, the place of each, and where each support starts among those not taken.
  private var order: [Int32]
  private var positions: [Int32]
  private var start: [Int]

  init(_ adjacency: Adjacency) {
    let triangles = DegreeOrderedEdges(adjacency)
    let edgeCount = triangles.targets.count
    var support = [Int32](repeating: 0, count: edgeCount)
    triangles.forEachTriangle { lowMiddle, lowHigh, middleHigh in
      support[lowMiddle] += 1
      support[lowHigh] += 1
      support[middleHigh] += 1
    }
    var edges = [Int32](repeating: 0, count: adjacency.arcCount)
    var ends: [(Int32, Int32)] = []
    ends.reserveCapacity(edgeCount)
    for rank in triangles.vertices.indices {
      let low = triangles.vertices[rank]
      for edge in triangles.offsets[rank]..<triangles.offsets[rank + 1] {
        let high = triangles.vertices[Int(triangles.targets[edge])]
        ends.append((low, high))
        edges[triangles.arcs[edge]] = Int32(edge)
        edges[adjacency.arc(Int(high), Int(low))!] = Int32(edge)
      }
    }
    var start = [Int](repeating: 0, count: Int(support.max() ?? 0) + 2)
    for value in support { start[Int(value) + 1] += 1 }
    for value in 1..<start.count { start[value] += start[value - 1] }
    var cursor = start
    var order = [Int32](repeating: 0, count: edgeCount)
    var positions = order
    for edge in support.indices {
      let place = cursor[Int(support[edge])]
      cursor[Int(support[edge])] += 1
      (order[place], positions[edge]) = (Int32(edge), Int32(place))
    }
    (offsets, targets) = (adjacency.offsets, adjacency.targets)
    rowEnds = Array(adjacency.offsets.dropFirst())
    takenArcs = [Int](repeating: 0, count: rowEnds.count)
    neighbours = NeighbourFilter(adjacency)
    (self.edges, self.ends) = (edges, ends)
    (self.support, self.order, self.positions, self.start) = (support, order, positions, start)
  }

  mutating func run() {
    for step in order.indices {
      let edge = Int(order[step])
      var (short, long) = (Int(ends[edge].0), Int(ends[edge].1))
      if rowEnds[long] - offsets[long] < rowEnds[short] - offsets[short] { swap(&short, &long) }
      for arc in offsets[short]..<rowEnds[short] where neighbours.mayContain(targets[arc], of: long) {
        let side = Int(edges[arc])
        guard positions[side] > step, let across = edgeLeft(from: long, to: targets[arc]),
          positions[across] > step
        else { continue }
        lower(side, to: support[edge])
        lower(across, to: support[edge])
      }
      dropTaken(short, until: step)
      dropTaken(long, until: step)
    }
  }

  private func edgeLeft(from source: Int, to target: Int32) -> Int? {
    var (low, high) = (offsets[source], rowEnds[source])
    while low < high {
      let middle = (low + high) / 2
      if targets[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low < rowEnds[source] && targets[low] == target ? Int(edges[low]) : nil
  }

  /// Counts an arc of a vertex as taken, and rids its row of all that are when they are more than half of it.
  private mutating func dropTaken(_ vertex: Int, until step: Int) {
    takenArcs[vertex] += 1
    guard 2 * takenArcs[vertex] > rowEnds[vertex] - offsets[vertex] else { return }
    var end = offsets[vertex]
    for arc in offsets[vertex]..<rowEnds[vertex] where positions[Int(edges[arc])] > step {
      (targets[end], edges[end]) = (targets[arc], edges[arc])
      end += 1
    }
    rowEnds[vertex] = end
    takenArcs[vertex] = 0
  }

  /// One triangle less, but not below the support of the edge that is taken away: the edge changes places with the
  /// first of its support, which the next lower one then takes over.
  private mutating func lower(_ edge: Int, to floor: Int32) {
    let value = support[edge]
    guard value > floor else { return }
    let front = start[Int(value)]
    let (place, displaced) = (Int(positions[edge]), order[front])
    order.swapAt(front, place)
    positions[Int(displaced)] = Int32(place)
    positions[edge] = Int32(front)
    start[Int(value)] = front + 1
    support[edge] = value - 1
  }
}

/// For each vertex a set of bits, eight or more a neighbour, that tells most others from its neighbours.
private struct NeighbourFilter {
  private let bits: [UInt64]
  private let firstWords: [Int]
  private let masks: [UInt32]

  init(_ adjacency: Adjacency) {
    let vertexCount = adjacency.offsets.count - 1
    var firstWords = [0]
    var masks: [UInt32] = []
    for vertex in 0..<vertexCount {
      var size = 64
      while size < 8 * adjacency.row(vertex).count { size *= 2 }
      masks.append(UInt32(size - 1))
      firstWords.append(firstWords[vertex] + size / 64)
    }
    var bits = [UInt64](repeating: 0, count: firstWords[vertexCount])
    for vertex in 0..<vertexCount {
      for arc in adjacency.row(vertex) {
        let bit = NeighbourFilter.scrambled(adjacency.targets[arc]) & masks[vertex]
        bits[firstWords[vertex] + Int(bit >> 6)] |= 1 << UInt64(bit & 63)
      }
    }
    (self.bits, self.firstWords, self.masks) = (bits, firstWords, masks)
  }

  func mayContain(_ neighbour: Int32, of vertex: Int) -> Bool {
    let bit = NeighbourFilter.scrambled(neighbour) & masks[vertex]
    return bits[firstWords[vertex] + Int(bit >> 6)] & (1 << UInt64(bit & 63)) != 0
  }

  private static func scrambled(_ vertex: Int32) -> UInt32 {
    let product = UInt32(bitPattern: vertex) &* 0x9E37_79B9
    return product ^ product >> 16
  }
}
