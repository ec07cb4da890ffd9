private import Foundation
internal import NexusGraph

/// What each edge of a reliability network costs: −ln p in whole units of 2⁻³⁴, so that sums are exact, plus a
/// little for every hop, so that of equally reliable paths the one of fewer hops is the cheaper.
///
/// Rounding moves a sum by half a unit a hop; the charge of two units for each hop that is allowed outweighs it
/// and is below a relative 1e-9 for up to eight hops.
struct HopCosts {
  /// Beside the arcs of `network.outgoing`.
  let costs: [Int64]
  let network: Adjacency
  let mayBridge: [Bool]

  static let unreachable = Int64.max / 4

  /// - Parameter perHop: what multiplies the reliability at every hop, such as a damping; 1 for none.
  init(_ network: ReliabilityNetwork, maximumHops: Int, perHop: Double = 1) {
    self.network = network.graph.outgoing
    mayBridge = network.mayBridge
    let charge = HopCosts.units(perHop) + Int64(2 * maximumHops)
    costs = network.graph.outgoing.strengths.map { HopCosts.units($0) + charge }
  }

  private static func units(_ probability: Double) -> Int64 {
    Int64((-log(probability) * 0x1p34).rounded())
  }
}

/// The least costs to a target within 0, 1, … hops, of walks that pass no vertex which may not bridge.
///
/// Every edge costs something, so a cheapest walk never meets a vertex twice: it is a path.
///
/// Source: the recursion of R. Bellman, "On a routing problem", *Quarterly of Applied Mathematics* 16(1), 1958,
/// pp. 87–90, doi:10.1090/qam/102435.
struct HopLimitedCosts {
  private let edges: HopCosts
  private let target: Int32
  private let vertexCount: Int
  /// At hops · vertexCount + vertex.
  private var least: [Int64]

  /// O(*L* · *m*) for *L* hops; only the surroundings of the target are looked at.
  ///
  /// - Parameter banned: vertices that a walk may not touch at all.
  init(_ edges: HopCosts, to target: Int32, hops: Int, banned: Set<Int32> = []) {
    (self.edges, self.target) = (edges, target)
    vertexCount = edges.network.offsets.count - 1
    least = [Int64](repeating: HopCosts.unreachable, count: vertexCount * (hops + 1))
    least[Int(target)] = 0
    var frontier = [target]
    var isNext = [Bool](repeating: false, count: vertexCount)
    for hop in 0..<max(hops, 0) {
      let (here, there) = (hop * vertexCount, (hop + 1) * vertexCount)
      for vertex in 0..<vertexCount { least[there + vertex] = least[here + vertex] }
      var next: [Int32] = []
      for vertex in frontier where vertex == target || edges.mayBridge[Int(vertex)] {
        for arc in edges.network.row(Int(vertex)) {
          let other = edges.network.targets[arc]
          let cost = least[here + Int(vertex)] + edges.costs[arc]
          guard cost < least[there + Int(other)], !banned.contains(other) else { continue }
          least[there + Int(other)] = cost
          if !isNext[Int(other)] {
            isNext[Int(other)] = true
            next.append(other)
          }
        }
      }
      for vertex in next { isNext[Int(vertex)] = false }
      frontier = next
    }
  }

  /// The least cost from a vertex within so many hops.
  func cost(from vertex: Int32, hops: Int) -> Int64 { least[hops * vertexCount + Int(vertex)] }

  /// The cheapest path from a vertex to the target, of equally cheap ones the one of smaller numbers; nil without one.
  ///
  /// - Parameter avoiding: vertices to which the first step may not go.
  func path(from start: Int32, hops: Int, avoiding: Set<Int32> = []) -> (vertices: [Int32], cost: Int64)? {
    guard hops > 0, start != target else { return start == target ? ([target], 0) : nil }
    var best = HopCosts.unreachable
    var first: Int32?
    for arc in edges.network.row(Int(start)) {
      let next = edges.network.targets[arc]
      guard !avoiding.contains(next), next == target || edges.mayBridge[Int(next)] else { continue }
      let cost = edges.costs[arc] + cost(from: next, hops: hops - 1)
      if cost < best { (best, first) = (cost, next) }
    }
    guard let first, let rest = path(from: first, hops: hops - 1) else { return nil }
    return ([start] + rest.vertices, best)
  }
}
