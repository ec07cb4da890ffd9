private import CGraphviz
private import Synchronization

/// A layout engine of Graphviz.
public enum LayoutEngine: String, Sendable, CaseIterable {
  /// Stress majorisation: drawn distance follows graph distance. O(n²) memory,
  /// 15 ms for 62 vertices, 0.4 s for 300, 1.7 s for 600.
  case neato
  /// Force-directed on several scales: 0.2 s for 1 000 vertices, 13 s for 20 000.
  case sfdp
  /// Force-directed. Two runs in one process differ, so only the first is the same every time.
  case fdp
  /// In layers, for what flows one way; directions are not heeded.
  case dot
  /// In rings around a middle.
  case twopi
  /// In circles, one a biconnected part.
  case circo

  /// The most vertices for which the engine ends in seconds.
  var largest: Int {
    switch self {
    case .sfdp: 50_000
    case .neato, .fdp, .twopi: 2_000
    case .circo: 1_000
    case .dot: 300
    }
  }
}

/// Positions of the vertices of a connected graph, in no particular unit, found by Graphviz in this process.
///
/// Only numbers go in: no labels, so no font of the machine matters, and no text of the data. Graphviz is not
/// thread-safe, so calls wait for each other.
///
/// - Parameters:
///   - edges: pairs of vertices below `vertexCount`.
///   - seed: where the random start of the engine comes from.
/// - Returns: one point per vertex; the same for the same input.
/// - Throws: ``RenderingError/layoutFailed(engine:)`` when Graphviz or its plug-in is not installed properly.
func graphvizLayout(
  vertexCount: Int, edges: [(Int, Int)], engine: LayoutEngine, seed: UInt64
) throws(RenderingError) -> [Point] {
  let points = sharedContext.withLock { context -> [Point]? in
    if context.pointer == nil { context.pointer = openContext() }
    guard let pointer = context.pointer else { return nil }
    return layOut(vertexCount, edges, engine, seed, in: pointer)
  }
  guard let points, points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
    throw .layoutFailed(engine: engine.rawValue)
  }
  return points
}

/// The one context of the process, opened at the first picture. A context costs 25 ms and leaks some memory when
/// it is freed, so it is kept until the process ends.
private let sharedContext = Mutex(Context())

/// Only ever touched inside the lock.
private struct Context: @unchecked Sendable {
  var pointer: OpaquePointer?
}

private func openContext() -> OpaquePointer? {
  nexus_silence()
  return gvContext()
}

private func layOut(
  _ vertexCount: Int, _ edges: [(Int, Int)], _ engine: LayoutEngine, _ seed: UInt64, in context: OpaquePointer
) -> [Point]? {
  guard let graph = nexus_open_graph() else { return nil }
  defer { agclose(graph) }
  nexus_seed(graph, UInt32(truncatingIfNeeded: seed))
  let nodes = (0..<vertexCount).map { nexus_add_node(graph, Int32($0)) }
  for (source, target) in edges { nexus_add_edge(graph, nodes[source], nodes[target]) }
  guard gvLayout(context, graph, engine.rawValue) == 0 else { return nil }
  let points = nodes.map { Point(x: nexus_x($0), y: nexus_y($0)) }
  return gvFreeLayout(context, graph) == 0 ? points : nil
}
