/// A directed network whose arcs have capacities: what a maximum flow runs through.
///
/// Vertices are numbered from 0 as they are added, arcs likewise. Parallel arcs and loops may stand in it.
public struct FlowNetwork: Sendable {
  public private(set) var vertexCount: Int
  private(set) var sources: [Int32] = []
  private(set) var targets: [Int32] = []
  private(set) var capacities: [Double] = []

  public init(vertexCount: Int = 0) { self.vertexCount = vertexCount }

  public var arcCount: Int { capacities.count }

  /// Adds a vertex and returns its number.
  public mutating func addVertex() -> Int {
    vertexCount += 1
    return vertexCount - 1
  }

  /// Adds an arc and returns its number.
  ///
  /// - Parameter capacity: ≥ 0; `infinity` for an arc without bound.
  /// - Precondition: both ends are vertices of the network, and the capacity is no negative number and no NaN.
  @discardableResult
  public mutating func addArc(from source: Int, to target: Int, capacity: Double) -> Int {
    precondition(capacity >= 0, "A capacity of \(capacity) is not a number from 0.")
    precondition(
      (0..<vertexCount).contains(source) && (0..<vertexCount).contains(target),
      "An arc ends outside the network of \(vertexCount) vertices.")
    sources.append(Int32(source))
    targets.append(Int32(target))
    capacities.append(capacity)
    return capacities.count - 1
  }
}

/// Why a network has no maximum flow.
public enum FlowError: Error, Hashable, CustomStringConvertible {
  case sourceIsSink
  case unbounded

  public var description: String {
    switch self {
    case .sourceIsSink: "a flow needs two ends: the source is the sink. Name two different ones."
    case .unbounded:
      "arcs without a bound lead from the source to the sink, so the flow has no maximum. Give one of them a capacity."
    }
  }
}
