internal import NexusGraph

/// The part of a network that can join two vertices within so many hops, its vertices and edges numbered anew.
struct RelevantPart {
  struct Link {
    var first: Int
    var second: Int
    var probability: Double
  }

  /// At `neighbours[vertex]`: the edges there and the vertices at their other ends, in the order of the graph.
  private(set) var neighbours: [[(edge: Int, vertex: Int)]] = []
  private(set) var links: [Link] = []
  private(set) var source = 0
  private(set) var target = 0
  let maximumHops: Int

  /// Keeps what lies on a walk of few enough hops: dist(source, u) + 1 + dist(v, target) ≤ L. O(*n* + *m*).
  init(of network: ReliabilityNetwork, from source: VertexID, to target: VertexID, maximumHops: Int) {
    self.maximumHops = maximumHops
    let ahead = network.hops(from: source, limit: maximumHops)
    let back = network.hops(from: target, limit: maximumHops)
    var numbers: [Int32: Int] = [:]
    func number(_ vertex: Int32) -> Int {
      if let known = numbers[vertex] { return known }
      numbers[vertex] = numbers.count
      neighbours.append([])
      return numbers.count - 1
    }
    self.source = number(source.rawValue)
    self.target = number(target.rawValue)
    let arcs = network.graph.outgoing
    func passes(_ vertex: Int) -> Bool {
      network.mayBridge[vertex] || vertex == source.index || vertex == target.index
    }
    for vertex in ahead.order where passes(Int(vertex)) {
      for arc in arcs.row(Int(vertex)) where arcs.targets[arc] > vertex {
        let other = arcs.targets[arc]
        guard passes(Int(other)) else { continue }
        let along = ahead.hops[Int(vertex)] + 1 + back.hops[Int(other)]
        let against = ahead.hops[Int(other)] + 1 + back.hops[Int(vertex)]
        guard min(along, against) <= maximumHops else { continue }
        append(Link(first: number(vertex), second: number(other), probability: arcs.strengths[arc]))
      }
    }
  }

  private init(maximumHops: Int, vertexCount: Int, source: Int, target: Int) {
    self.maximumHops = maximumHops
    (self.source, self.target) = (source, target)
    neighbours = Array(repeating: [], count: vertexCount)
  }

  private mutating func append(_ link: Link) {
    neighbours[link.first].append((links.count, link.second))
    neighbours[link.second].append((links.count, link.first))
    links.append(link)
  }

  /// The part with only the edges that lie on a simple path of few enough hops.
  ///
  /// - Returns: nil when that would be more than `limit` edges, or cannot be found out in 100 000 steps.
  func onSimplePaths(limit: Int) -> RelevantPart? {
    let away = distances(to: target)
    var isRelevant = [Bool](repeating: false, count: links.count)
    var isOnPath = [Bool](repeating: false, count: neighbours.count)
    var path: [Int] = []
    var (found, steps) = (0, 0)

    func visit(_ vertex: Int) -> Bool {
      if vertex == target {
        for edge in path where !isRelevant[edge] {
          isRelevant[edge] = true
          found += 1
        }
        return found <= limit
      }
      isOnPath[vertex] = true
      defer { isOnPath[vertex] = false }
      for (edge, next) in neighbours[vertex]
      where !isOnPath[next] && path.count + 1 + away[next] <= maximumHops {
        steps += 1
        guard steps <= 100_000 else { return false }
        path.append(edge)
        defer { path.removeLast() }
        guard visit(next) else { return false }
      }
      return true
    }

    guard visit(source) else { return nil }
    var part = RelevantPart(
      maximumHops: maximumHops, vertexCount: neighbours.count, source: source, target: target)
    for (edge, link) in links.enumerated() where isRelevant[edge] { part.append(link) }
    return part
  }

  /// Hops to a vertex over all edges of the part; a number beyond every limit where there is no way.
  private func distances(to start: Int) -> [Int] {
    var distances = [Int](repeating: .max / 2, count: neighbours.count)
    distances[start] = 0
    var queue = [start]
    var head = 0
    while head < queue.count {
      let vertex = queue[head]
      head += 1
      for (_, next) in neighbours[vertex] where distances[next] == .max / 2 {
        distances[next] = distances[vertex] + 1
        queue.append(next)
      }
    }
    return distances
  }
}

extension ReliabilityNetwork {
  /// Hops from a vertex, of walks that pass no vertex which may not bridge, and the vertices in the order in which
  /// they are reached.
  fileprivate func hops(from start: VertexID, limit: Int) -> (hops: [Int], order: [Int32]) {
    var hops = [Int](repeating: .max / 4, count: graph.vertexCount)
    hops[start.index] = 0
    var order = [start.rawValue]
    var head = 0
    while head < order.count {
      let vertex = Int(order[head])
      head += 1
      guard hops[vertex] < limit, vertex == start.index || mayBridge[vertex] else { continue }
      for arc in graph.outgoing.row(vertex) {
        let next = Int(graph.outgoing.targets[arc])
        guard hops[next] == .max / 4 else { continue }
        hops[next] = hops[vertex] + 1
        order.append(Int32(next))
      }
    }
    return (hops, order)
  }
}
