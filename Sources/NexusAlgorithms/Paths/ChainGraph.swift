import NexusGraph

/// An undirected graph with its chains drawn together: the vertices that are no mere passage, here hubs, and the
/// chains of vertices of degree 2 between them, edges being chains of none.
struct ChainGraph {
  struct Chain {
    /// The numbers of the hubs at both ends, which may be the same.
    var first: Int
    var last: Int
    /// Where the vertices between stand in `passages`, in order from `first` to `last`.
    var passages: Range<Int>
  }

  /// The vertices of degree other than 2, and the smallest of each ring without one.
  private(set) var hubs: [Int32] = []
  private(set) var chains: [Chain] = []
  private(set) var passages: [Int32] = []
  /// The chains at each hub, `offsets` as in ``Adjacency``; a chain from a hub to itself stands there twice.
  private(set) var offsets: [Int] = []
  private(set) var chainsByHub: [Int32] = []

  /// - Returns: nil when there are more hubs and chains than `limit`.
  /// - Complexity: O(*n* + *m*).
  init?(_ graph: Graph, limit: Int) {
    let adjacency = graph.outgoing
    var numbers = [Int32](repeating: -1, count: graph.vertexCount)  // of hubs
    for vertex in 0..<graph.vertexCount where adjacency.row(vertex).count != 2 {
      numbers[vertex] = Int32(hubs.count)
      hubs.append(Int32(vertex))
    }
    guard hubs.count <= limit else { return nil }
    var isPassed = [Bool](repeating: false, count: graph.vertexCount)
    for hub in hubs {
      for arc in adjacency.row(Int(hub)) {
        follow(Int(hub), Int(adjacency.targets[arc]), adjacency, numbers, &isPassed)
      }
      guard hubs.count + chains.count <= limit else { return nil }
    }
    for vertex in 0..<graph.vertexCount where numbers[vertex] < 0 && !isPassed[vertex] {
      numbers[vertex] = Int32(hubs.count)
      hubs.append(Int32(vertex))
      let next = Int(adjacency.targets[adjacency.offsets[vertex]])
      follow(vertex, next, adjacency, numbers, &isPassed)
    }
    guard hubs.count + chains.count <= limit else { return nil }
    sortChains()
  }

  /// Records the chain that leaves a hub by a neighbour, unless it was recorded from its other end.
  private mutating func follow(
    _ hub: Int, _ neighbour: Int, _ adjacency: Adjacency, _ numbers: [Int32], _ isPassed: inout [Bool]
  ) {
    guard numbers[neighbour] < 0 ? !isPassed[neighbour] : hub < neighbour else { return }
    let start = passages.count
    var (before, vertex) = (hub, neighbour)
    while numbers[vertex] < 0 {
      isPassed[vertex] = true
      passages.append(Int32(vertex))
      let row = adjacency.row(vertex)
      let one = Int(adjacency.targets[row.lowerBound])
      (before, vertex) = (vertex, one == before ? Int(adjacency.targets[row.lowerBound + 1]) : one)
    }
    chains.append(
      Chain(first: Int(numbers[hub]), last: Int(numbers[vertex]), passages: start..<passages.count))
  }

  private mutating func sortChains() {
    offsets = [Int](repeating: 0, count: hubs.count + 1)
    for chain in chains {
      offsets[chain.first + 1] += 1
      offsets[chain.last + 1] += 1
    }
    for hub in hubs.indices { offsets[hub + 1] += offsets[hub] }
    var next = offsets
    chainsByHub = [Int32](repeating: 0, count: 2 * chains.count)
    for (number, chain) in chains.enumerated() {
      for hub in [chain.first, chain.last] {
        chainsByHub[next[hub]] = Int32(number)
        next[hub] += 1
      }
    }
  }

  /// The hops from a hub to all hubs, infinite where there is no path (Dijkstra).
  func distances(from hub: Int) -> [Double] {
    var distances = [Double](repeating: .infinity, count: hubs.count)
    var queue = DistanceQueue(capacity: chainsByHub.count + 1)
    distances[hub] = 0
    queue.insert(Int32(hub), at: 0)
    while let (near, distance) = queue.popNearest() {
      guard distance == distances[Int(near)] else { continue }
      for position in offsets[Int(near)]..<offsets[Int(near) + 1] {
        let chain = chains[Int(chainsByHub[position])]
        let far = chain.first == Int(near) ? chain.last : chain.first
        let candidate = distance + Double(chain.passages.count + 1)
        guard candidate < distances[far] else { continue }
        distances[far] = candidate
        queue.insert(Int32(far), at: candidate)
      }
    }
    return distances
  }
}
