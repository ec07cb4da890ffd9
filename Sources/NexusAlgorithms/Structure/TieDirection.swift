internal import NexusGraph

/// Which edges of a vertex count. Of an undirected graph all three are the same.
public enum TieDirection: Hashable, Sendable, CaseIterable {
  /// Those that leave it.
  case outgoing
  /// Those that point at it.
  case incoming
  /// Both: directions are ignored, and strengths of both add up.
  case either
}

extension Graph {
  /// The arcs that a vertex has in its row under a direction.
  func arcs(_ direction: TieDirection) -> Adjacency {
    switch direction {
    case .outgoing: outgoing
    case .incoming: incoming
    case .either: undirectedSum().outgoing
    }
  }
}
