public import NexusGraph

/// The communicability of every pair of vertices. See ``NexusGraph/Graph/communicability(_:)``.
public struct CommunicabilityMatrix: Sendable, Equatable {
  public let vertexCount: Int
  /// Row after row; the matrix is symmetric.
  private let entries: [Double]

  init(vertexCount: Int, entries: [Double]) {
    self.vertexCount = vertexCount
    self.entries = entries
  }

  public subscript(source: VertexID, target: VertexID) -> Double {
    entries[source.index * vertexCount + target.index]
  }

  /// The communicability of one vertex with every vertex, itself included.
  public func row(_ source: VertexID) -> VertexMap<Double> {
    VertexMap(Array(entries[source.index * vertexCount..<(source.index + 1) * vertexCount]))
  }
}
