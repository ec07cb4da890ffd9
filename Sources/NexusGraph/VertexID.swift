/// The number of a vertex in its graph: dense, from 0, in the order the vertices were given.
@frozen
public struct VertexID: RawRepresentable, Hashable, Comparable, Sendable {
  public let rawValue: Int32

  @inlinable
  public init(rawValue: Int32) { self.rawValue = rawValue }

  @inlinable
  public init(_ index: Int) { self.rawValue = Int32(index) }

  /// The same number, as an index into arrays in vertex order.
  @inlinable
  public var index: Int { Int(rawValue) }

  @inlinable
  public static func < (left: VertexID, right: VertexID) -> Bool { left.rawValue < right.rawValue }
}
