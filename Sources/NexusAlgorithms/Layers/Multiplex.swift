public import NexusGraph

/// Several graphs on the same vertices: one layer for each kind of tie, crime or period.
public struct Multiplex: Hashable, Sendable {
  /// The layers, in the order in which every result has them.
  public let layers: [Graph]

  /// - Precondition: all layers have as many vertices, and all or none are directed.
  public init(_ layers: [Graph]) {
    precondition(
      layers.allSatisfy { $0.vertexCount == layers[0].vertexCount && $0.kind == layers[0].kind },
      "All layers need the same vertices and the same kind of edges.")
    self.layers = layers
  }

  /// The number of vertices, the same in each layer; 0 without layers.
  public var vertexCount: Int { layers.first?.vertexCount ?? 0 }

  /// Whether each vertex has a tie in a layer.
  func isActive(in layer: Int) -> [Bool] {
    let graph = layers[layer]
    return (0..<vertexCount).map { !graph.outgoing.row($0).isEmpty || !graph.incoming.row($0).isEmpty }
  }
}
