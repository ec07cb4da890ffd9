internal import NexusGraph

/// The neighbours of each vertex in whichever direction, and which way the edges between them point.
struct DirectedSkeleton {
  /// Each pair of neighbours as two arcs; its strengths say nothing here.
  let adjacency: Adjacency
  /// By arc v → w of the adjacency: which edges the graph has.
  let directions: [ArcDirections]

  /// O(*n* + *m*) time and memory.
  init(of graph: Graph) {
    let skeleton = graph.undirectedSum().outgoing
    adjacency = skeleton
    guard graph.isDirected else {
      directions = [ArcDirections](repeating: .both, count: skeleton.arcCount)
      return
    }
    var directions = [ArcDirections](repeating: [], count: skeleton.arcCount)
    for vertex in 0..<graph.vertexCount {
      for (arcs, direction) in [(graph.outgoing, ArcDirections.along), (graph.incoming, .against)] {
        // Both rows ascend, and the skeleton's holds all of the other.
        var place = skeleton.row(vertex).lowerBound
        for arc in arcs.row(vertex) {
          while skeleton.targets[place] != arcs.targets[arc] { place += 1 }
          directions[place].insert(direction)
        }
      }
    }
    self.directions = directions
  }
}

/// Which edges join v and w, seen from v → w.
struct ArcDirections: OptionSet, Sendable {
  let rawValue: UInt8

  static let along = ArcDirections(rawValue: 1)
  static let against = ArcDirections(rawValue: 2)
  static let both: ArcDirections = [.along, .against]
}
