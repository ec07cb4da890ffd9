internal import NexusGraph

/// Counts the open triads a → b → c of a graph by broker and role, for one assignment of groups after another.
struct OpenTriads: Sendable {
  private let graph: Graph
  private let skeleton: DirectedSkeleton
  private let edges: DegreeOrderedEdges
  /// Of each of `edges` the vertex of smaller degree, the other one, and which way it points, seen from the first:
  /// beside each other, as every permutation reads them for every triangle.
  private let lows: [Int32]
  private let highs: [Int32]
  private let directions: [ArcDirections]

  /// O(*n* + *m*) time and memory.
  init(of graph: Graph) {
    self.graph = graph
    let skeleton = DirectedSkeleton(of: graph)
    let edges = DegreeOrderedEdges(skeleton.adjacency)
    var lows: [Int32] = []
    lows.reserveCapacity(edges.targets.count)
    for rank in edges.vertices.indices {
      lows.append(
        contentsOf: repeatElement(edges.vertices[rank], count: edges.offsets[rank + 1] - edges.offsets[rank]))
    }
    self.lows = lows
    highs = edges.targets.map { edges.vertices[Int($0)] }
    directions = edges.arcs.map { skeleton.directions[$0] }
    (self.skeleton, self.edges) = (skeleton, edges)
  }

  /// The open triads of each vertex by role: `counts[5 v + role]`.
  ///
  /// - Parameter groups: the group of each vertex, in `0..<groupCount`.
  /// - Complexity: O(*n* + *m*^1.5).
  func counts(by groups: [Int32], groupCount: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: 5 * graph.vertexCount)
    countAll(by: groups, groupCount, into: &counts)
    takeOffClosed(by: groups, from: &counts)
    return counts
  }

  /// Every pair of an incoming contact a and an outgoing contact c ≠ a, whether a → c or not.
  private func countAll(by groups: [Int32], _ groupCount: Int, into counts: inout [Int]) {
    var leavingTo = [Int](repeating: 0, count: groupCount)
    for broker in 0..<graph.vertexCount {
      let (arriving, leaving) = (graph.incoming.row(broker), graph.outgoing.row(broker))
      guard !arriving.isEmpty, !leaving.isEmpty else { continue }
      let own = groups[broker]
      for arc in leaving { leavingTo[Int(groups[Int(graph.outgoing.targets[arc])])] += 1 }
      var (fromOwn, alike) = (0, 0)
      for arc in arriving {
        let group = groups[Int(graph.incoming.targets[arc])]
        if group == own { fromOwn += 1 }
        alike += leavingTo[Int(group)]
      }
      let toOwn = leavingTo[Int(own)]
      for arc in leaving { leavingTo[Int(groups[Int(graph.outgoing.targets[arc])])] = 0 }

      let (toOthers, fromOthers) = (leaving.count - toOwn, arriving.count - fromOwn)
      var roles = (
        coordinator: fromOwn * toOwn, itinerant: alike - fromOwn * toOwn, gatekeeper: fromOthers * toOwn,
        representative: fromOwn * toOthers
      )
      let liaison =
        arriving.count * leaving.count - roles.coordinator - roles.itinerant - roles.gatekeeper
        - roles.representative
      // Of a contact both ways the pair with itself was counted: a = c, so of one group.
      for arc in skeleton.adjacency.row(broker) where skeleton.directions[arc] == .both {
        if groups[Int(skeleton.adjacency.targets[arc])] == own {
          roles.coordinator -= 1
        } else {
          roles.itinerant -= 1
        }
      }
      counts[5 * broker] = roles.coordinator
      counts[5 * broker + 1] = roles.itinerant
      counts[5 * broker + 2] = roles.gatekeeper
      counts[5 * broker + 3] = roles.representative
      counts[5 * broker + 4] = liaison
    }
  }

  /// The six ways round each triangle of neighbours, where a → b, b → c and a → c.
  private func takeOffClosed(by groups: [Int32], from counts: inout [Int]) {
    let (lows, highs, directions) = (lows.span, highs.span, directions.span)
    edges.forEachTriangle { lowMiddle, lowHigh, middleHigh in
      let (xy, xz, yz) = (directions[lowMiddle], directions[lowHigh], directions[middleHigh])
      let (x, y, z) = (Int(lows[lowMiddle]), Int(lows[middleHigh]), Int(highs[middleHigh]))
      let (ofX, ofY, ofZ) = (groups[x], groups[y], groups[z])
      if xy.contains(.along), yz.contains(.along), xz.contains(.along) {
        counts[5 * y + OpenTriads.role(ofX, ofY, ofZ)] -= 1
      }
      if xz.contains(.along), yz.contains(.against), xy.contains(.along) {
        counts[5 * z + OpenTriads.role(ofX, ofZ, ofY)] -= 1
      }
      if xy.contains(.against), xz.contains(.along), yz.contains(.along) {
        counts[5 * x + OpenTriads.role(ofY, ofX, ofZ)] -= 1
      }
      if yz.contains(.along), xz.contains(.against), xy.contains(.against) {
        counts[5 * z + OpenTriads.role(ofY, ofZ, ofX)] -= 1
      }
      if xz.contains(.against), xy.contains(.along), yz.contains(.against) {
        counts[5 * x + OpenTriads.role(ofZ, ofX, ofY)] -= 1
      }
      if yz.contains(.against), xy.contains(.against), xz.contains(.against) {
        counts[5 * y + OpenTriads.role(ofZ, ofY, ofX)] -= 1
      }
    }
  }

  /// The raw value of the ``BrokerageRole`` of b in a → b → c.
  private static func role(_ a: Int32, _ b: Int32, _ c: Int32) -> Int {
    if a == b { return b == c ? 0 : 3 }
    if b == c { return 2 }
    return a == c ? 1 : 4
  }
}
