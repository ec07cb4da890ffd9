public import NexusGraph

extension Graph {
  /// Local efficiency: how near the neighbours of a vertex are to each other when it is taken away.
  ///
  ///     E(v) = Σ 1 / d(u, w) ÷ k(k−1)   over ordered pairs of the k neighbours, d by hops among them only
  ///
  /// Low values mark vertices whose neighbours depend on them. Directions and strengths are ignored. The mean over all
  /// vertices is the local efficiency of the graph.
  ///
  /// - Parameter threads: how many work at once, nil for one a processor. It never changes the result.
  /// - Returns: one number from 0 to 1 per vertex, in vertex order, no unit; 0 below two neighbours.
  /// - Complexity: O(*m*^1.5) time to find the edges between neighbours, and like *k* · *e* / 64 for each vertex's *k*
  ///   neighbours and the *e* edges between them.
  ///
  /// Source: V. Latora, M. Marchiori, "Efficient behavior of small-world networks", *Physical Review Letters* 87,
  /// 198701, 2001, doi:10.1103/PhysRevLett.87.198701.
  public func localEfficiency(threads: Int? = nil) -> VertexMap<Double> {
    let adjacency = undirectedSum().outgoing
    let edges = DegreeOrderedEdges(adjacency)
    let ranks = edges.ranks()
    let chunks = SourceChunks(sumCount: vertexCount, threads: threads)
    let parts = chunks.map { chunk in
      var neighbourhood = Neighbourhood(vertexCount: vertexCount)
      return stride(from: chunk, to: vertexCount, by: chunks.count).map { vertex in
        neighbourhood.gather(adjacency.row(vertex).lazy.map { ranks[Int(adjacency.targets[$0])] }, edges)
        return neighbourhood.efficiency()
      }
    }
    var values = [Double](repeating: 0, count: vertexCount)
    for (chunk, part) in parts.enumerated() {
      for (position, value) in part.enumerated() { values[chunk + position * chunks.count] = value }
    }
    return VertexMap(values)
  }
}

extension DegreeOrderedEdges {
  /// The rank of each vertex.
  fileprivate func ranks() -> [Int32] {
    var ranks = vertices
    for (rank, vertex) in vertices.enumerated() { ranks[Int(vertex)] = Int32(rank) }
    return ranks
  }
}

/// The neighbours of a vertex with the edges between them, numbered from 0 in the order of its row.
private struct Neighbourhood {
  /// By rank: its number here, or one that `members` gives to another rank.
  private var numbers: [Int32]
  private var members: [Int32] = []
  private var pairs: [(Int32, Int32)] = []
  private var offsets: [Int] = []
  private var targets: [Int32] = []

  init(vertexCount: Int) { numbers = [Int32](repeating: 0, count: vertexCount) }

  /// Each edge is found once, from its end of lower rank, whose row is short.
  mutating func gather(_ ranks: some Sequence<Int32>, _ edges: DegreeOrderedEdges) {
    members.removeAll(keepingCapacity: true)
    pairs.removeAll(keepingCapacity: true)
    for rank in ranks {
      numbers[Int(rank)] = Int32(members.count)
      members.append(rank)
    }
    guard members.count > 1 else { return }
    for (first, rank) in members.enumerated() {
      for edge in edges.offsets[Int(rank)]..<edges.offsets[Int(rank) + 1] {
        let second = numbers[Int(edges.targets[edge])]
        guard Int(second) < members.count, members[Int(second)] == edges.targets[edge] else { continue }
        pairs.append((Int32(first), second))
      }
    }
    sortPairs()
  }

  /// Both arcs of each pair into rows.
  private mutating func sortPairs() {
    offsets.removeAll(keepingCapacity: true)
    offsets.append(contentsOf: repeatElement(0, count: members.count + 2))
    for (first, second) in pairs {
      offsets[Int(first) + 2] += 1
      offsets[Int(second) + 2] += 1
    }
    for row in 2..<offsets.count { offsets[row] += offsets[row - 1] }
    targets.removeAll(keepingCapacity: true)
    targets.append(contentsOf: repeatElement(0, count: 2 * pairs.count))
    // Each row starts one place late while it fills, and so ends up where it belongs.
    for (first, second) in pairs {
      targets[offsets[Int(first) + 1]] = second
      targets[offsets[Int(second) + 1]] = first
      offsets[Int(first) + 1] += 1
      offsets[Int(second) + 1] += 1
    }
  }

  /// Σ 1 / d over the ordered pairs, by the share of them.
  func efficiency() -> Double {
    guard members.count > 1, !targets.isEmpty else { return 0 }
    var reachedAt: [Int] = []
    withArcs { arcs in
      var search = BitParallelSearch(vertexCount: members.count, away: arcs, back: arcs)
      let sources = (0..<Int32(members.count)).map(\.self)
      for first in stride(from: 0, to: members.count, by: 64) {
        search.run(from: sources[first..<min(first + 64, members.count)])
        for (distance, count) in search.reachedAt.enumerated() {
          if distance == reachedAt.count { reachedAt.append(0) }
          reachedAt[distance] += count
        }
      }
    }
    let sum = reachedAt.enumerated().dropFirst().reduce(0) { $0 + Double($1.element) / Double($1.offset) }
    return sum / (Double(members.count) * Double(members.count - 1))
  }

  private func withArcs(_ body: (Arcs) -> Void) {
    offsets.withUnsafeBufferPointer { offsets in
      targets.withUnsafeBufferPointer { targets in
        // Strengths are never read in a search by hops.
        let unread = UnsafeRawPointer(offsets.baseAddress!).assumingMemoryBound(to: Double.self)
        body(Arcs(offsets: offsets.baseAddress!, targets: targets.baseAddress!, strengths: unread))
      }
    }
  }
}
