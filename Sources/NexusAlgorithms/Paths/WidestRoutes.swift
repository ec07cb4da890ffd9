public import NexusGraph

extension Graph {
  /// The widest routes from some vertices to others, best first: loopless paths that start at a source, end at a
  /// target, and pass no other source or target.
  ///
  /// A route is as wide as the smallest strength on it. Of routes of one width the one with fewer hops is better, then
  /// the one whose vertex numbers come first. The first route is the widest path.
  ///
  /// - Parameter limit: how many routes at most.
  /// - Complexity: O(*k n* (*m* + *n* log *n*)) for *k* routes.
  ///
  /// Source: J. Y. Yen, "Finding the *K* shortest loopless paths in a network", *Management Science* 17(11), 1971,
  /// pp. 712–716, doi:10.1287/mnsc.17.11.712; M. Pollack, "The maximum capacity through a network", *Operations
  /// Research* 8(5), 1960, pp. 733–736.
  public func widestRoutes(from sources: [VertexID], to targets: [VertexID], limit: Int) -> [WidestRoute] {
    let search = WidestSearch(self, sources: sources, targets: targets)
    guard limit > 0, let first = search.best(after: [], width: .infinity, avoiding: []) else { return [] }
    var routes = [first]
    var candidates: Set<WidestRoute> = []
    while routes.count < limit, let last = routes.last {
      for length in 0..<last.vertices.count {
        let root = Array(last.vertices.prefix(length))
        // Steps that a found route with this beginning takes next: each deviation is a new route.
        let taken = Set(
          routes.lazy.filter { $0.vertices.starts(with: root) && $0.vertices.count > length }.map {
            $0.vertices[length]
          })
        if let route = search.best(after: root, width: search.width(of: root), avoiding: taken) {
          candidates.insert(route)
        }
      }
      candidates.subtract(routes)
      guard let next = candidates.min() else { break }
      candidates.remove(next)
      routes.append(next)
    }
    return routes
  }
}

/// A loopless path and the smallest strength on it. The better route is the smaller one.
public struct WidestRoute: Hashable, Comparable, Sendable {
  public let vertices: [VertexID]
  public let width: Double

  public init(vertices: [VertexID], width: Double) { (self.vertices, self.width) = (vertices, width) }

  public static func < (left: WidestRoute, right: WidestRoute) -> Bool {
    if left.width != right.width { return left.width > right.width }
    if left.vertices.count != right.vertices.count { return left.vertices.count < right.vertices.count }
    return left.vertices.lexicographicallyPrecedes(right.vertices)
  }
}

/// The search for the best continuation of a path.
private struct WidestSearch {
  private let graph: Graph
  private let sources: [VertexID]
  private var isSource: [Bool]
  private var isTarget: [Bool]

  init(_ graph: Graph, sources: [VertexID], targets: [VertexID]) {
    (self.graph, self.sources) = (graph, sources.sorted())
    isSource = [Bool](repeating: false, count: graph.vertexCount)
    isTarget = isSource
    for vertex in sources { isSource[vertex.index] = true }
    for vertex in targets { isTarget[vertex.index] = true }
  }

  /// The smallest strength between neighbours of a path; of a single vertex, infinite.
  func width(of path: [VertexID]) -> Double {
    zip(path, path.dropFirst()).reduce(.infinity) { width, step in
      let row = graph.outgoing.row(step.0.index)
      let arc = row.first { graph.outgoing.targets[$0] == step.1.rawValue }
      return min(width, arc.map { graph.outgoing.strengths[$0] } ?? 0)
    }
  }

  /// The best route that begins with `root` (as wide as `width`) and goes on to none of `taken`.
  func best(after root: [VertexID], width: Double, avoiding taken: Set<VertexID>) -> WidestRoute? {
    if let last = root.last, isTarget[last.index] { return nil }
    var isClosed = isSource
    for vertex in root { isClosed[vertex.index] = true }
    let starts = root.isEmpty ? sources.filter { !taken.contains($0) } : []
    for vertex in starts { isClosed[vertex.index] = false }
    var firsts: [(vertex: Int, strength: Double)] = starts.map { ($0.index, .infinity) }
    if let last = root.last {
      firsts = graph.outgoing.row(last.index).compactMap { arc in
        let target = VertexID(rawValue: graph.outgoing.targets[arc])
        return taken.contains(target) || isClosed[target.index]
          ? nil : (target.index, graph.outgoing.strengths[arc])
      }
    }
    let widths = widths(firsts, isClosed)
    let widest = widths.indices.lazy.filter { isTarget[$0] }.map { widths[$0] }.max() ?? 0
    guard widest > 0 else { return nil }
    let enough = min(width, widest)
    guard
      let tail = shortest(firsts.filter { $0.strength >= enough }.map(\.vertex), isClosed, strength: enough)
    else {
      return nil
    }
    let path = root + tail.map { VertexID($0) }
    return WidestRoute(vertices: path, width: self.width(of: path))
  }

  /// By vertex, the width of the widest way to it that begins with one of `firsts`; 0 where there is none.
  private func widths(_ firsts: [(vertex: Int, strength: Double)], _ isClosed: [Bool]) -> [Double] {
    var widths = [Double](repeating: 0, count: graph.vertexCount)
    var isSettled = isClosed
    // By -width: the widest is the nearest.
    var queue = DistanceQueue(capacity: firsts.count + graph.outgoing.arcCount)
    for first in firsts {
      widths[first.vertex] = max(widths[first.vertex], first.strength)
      queue.insert(Int32(first.vertex), at: -first.strength)
    }
    while let nearest = queue.popNearest() {
      let (vertex, width) = (Int(nearest.vertex), -nearest.distance)
      guard !isSettled[vertex], width == widths[vertex] else { continue }
      isSettled[vertex] = true
      if isTarget[vertex] { continue }
      for arc in graph.outgoing.row(vertex) {
        let target = Int(graph.outgoing.targets[arc])
        let through = min(width, graph.outgoing.strengths[arc])
        guard !isSettled[target], !isSource[target], through > widths[target] else { continue }
        widths[target] = through
        queue.insert(Int32(target), at: -through)
      }
    }
    return widths
  }

  /// The path with the fewest hops, then the smallest vertex numbers, over arcs of at least this strength.
  private func shortest(_ firsts: [Int], _ isClosed: [Bool], strength: Double) -> [Int]? {
    var hops = [Int](repeating: -1, count: graph.vertexCount)
    var queue = isTarget.indices.filter { isTarget[$0] && !isClosed[$0] }
    for target in queue { hops[target] = 0 }
    var head = 0
    while head < queue.count {
      let vertex = queue[head]
      head += 1
      for arc in graph.incoming.row(vertex) {
        let origin = Int(graph.incoming.targets[arc])
        guard hops[origin] < 0, !isClosed[origin], graph.incoming.strengths[arc] >= strength else { continue }
        hops[origin] = hops[vertex] + 1
        if !isSource[origin] { queue.append(origin) }
      }
    }
    guard var vertex = firsts.filter({ hops[$0] >= 0 }).min(by: { (hops[$0], $0) < (hops[$1], $1) }) else {
      return nil
    }
    var path = [vertex]
    while hops[vertex] > 0 {
      let next = graph.outgoing.row(vertex).first { arc in
        let target = Int(graph.outgoing.targets[arc])
        return hops[target] == hops[vertex] - 1 && !isSource[target]
          && graph.outgoing.strengths[arc] >= strength
      }
      guard let next else { return nil }
      vertex = Int(graph.outgoing.targets[next])
      path.append(vertex)
    }
    return path
  }
}
