public import NexusGraph
extension Graph {
  public func eigenvectorCentrality() throws -> VertexMap<Double>? { VertexMap([Double](repeating: 0, count: vertexCount)) }
  public func katzCentrality() throws -> VertexMap<Double> { VertexMap([Double](repeating: 0, count: vertexCount)) }
  public func pageRank() throws -> VertexMap<Double> { VertexMap([Double](repeating: 0, count: vertexCount)) }
}
