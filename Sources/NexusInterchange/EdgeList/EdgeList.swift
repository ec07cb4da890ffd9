public import NexusGraph

/// A table of ties read straight into a graph: who ties whom, and how strongly.
public struct EdgeList: Sendable {
  /// The ids as first spelled, by vertex: in the order in which used rows bring them.
  public var names: [String]
  /// The simple view of the ties, as ``NexusModel/Network/graph(weighedBy:kind:)`` has it.
  public var graph: Graph
  /// Where every data row ended.
  public var account: RowAccount
  /// What could not be taken as it stood, with file, line and column, in the order of the rows.
  public var problems: [Problem]
  /// The rows that were not used, whole.
  public var rejected: [RejectedRow]
}
