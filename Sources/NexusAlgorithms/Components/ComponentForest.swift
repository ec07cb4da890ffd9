internal import NexusGraph

/// The weak components as trees that grow together over edges; the root of a tree is its smallest vertex.
///
/// A few edges of each vertex commonly join nearly all into one component. The vertices that are in it by then need
/// no further look: an edge that leads out of it is met at its other end.
///
/// Source: M. Sutton, T. Ben-Nun, A. Barak, "Optimizing parallel graph connectivity computation via subgraph
/// sampling", *IPDPS* 2018, doi:10.1109/IPDPS.2018.00012.
struct ComponentForest {
  private var parents: [Int32]
  private static let sampledEdges = 2

  /// - Complexity: O(*n* + *m* α(*n*)), α the inverse of Ackermann's function; O(*n*) memory.
  init(of graph: Graph) {
    parents = (0..<Int32(graph.vertexCount)).map { $0 }
    let (offsets, targets) = (graph.outgoing.offsets, graph.outgoing.targets)
    for vertex in 0..<graph.vertexCount {
      for arc in offsets[vertex]..<min(offsets[vertex] + ComponentForest.sampledEdges, offsets[vertex + 1]) {
        join(Int32(vertex), targets[arc])
      }
    }
    let giant = largestRoot()
    for vertex in 0..<Int32(graph.vertexCount) where root(of: vertex) != root(of: giant) {
      for arc in graph.outgoing.row(Int(vertex)).dropFirst(ComponentForest.sampledEdges) {
        join(vertex, targets[arc])
      }
      guard graph.isDirected else { continue }
      for arc in graph.incoming.row(Int(vertex)) { join(vertex, graph.incoming.targets[arc]) }
    }
  }

  /// The component of each vertex, numbered from 0 by smallest member, and how many there are.
  mutating func labels() -> (labels: [Int32], count: Int) {
    var labels = [Int32](repeating: 0, count: parents.count)
    var count: Int32 = 0
    for vertex in 0..<Int32(parents.count) {
      let root = root(of: vertex)
      if root == vertex {
        labels[Int(vertex)] = count
        count += 1
      } else {
        labels[Int(vertex)] = labels[Int(root)]
      }
    }
    return (labels, Int(count))
  }

  /// The root of the tree with most vertices, 0 in a graph without any.
  private mutating func largestRoot() -> Int32 {
    var sizes = [Int32](repeating: 0, count: parents.count)
    for vertex in 0..<Int32(parents.count) { sizes[Int(root(of: vertex))] += 1 }
    var largest = 0
    for vertex in sizes.indices where sizes[vertex] > sizes[largest] { largest = vertex }
    return Int32(largest)
  }

  private mutating func join(_ first: Int32, _ second: Int32) {
    let (left, right) = (root(of: first), root(of: second))
    if left != right { parents[Int(max(left, right))] = min(left, right) }
  }

  /// Halves the way to the root as it goes.
  private mutating func root(of vertex: Int32) -> Int32 {
    var vertex = vertex
    while true {
      let parent = parents[Int(vertex)]
      if parent == vertex { return vertex }
      let next = parents[Int(parent)]
      parents[Int(vertex)] = next
      vertex = next
    }
  }
}
