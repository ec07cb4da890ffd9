/// One value for each vertex of a graph, in vertex order.
@frozen
public struct VertexMap<Value: Sendable>: Sendable {
  /// The values by vertex number.
  public var values: [Value]

  @inlinable
  public init(_ values: [Value]) { self.values = values }

  @inlinable
  public var count: Int { values.count }

  @inlinable
  public subscript(vertex: VertexID) -> Value {
    get { values[vertex.index] }
    set { values[vertex.index] = newValue }
  }
}

extension VertexMap: Equatable where Value: Equatable {}
