/// What becomes of the directions of edges. Of an undirected graph both are the same.
public enum DirectionTreatment: String, Hashable, Sendable, CaseIterable {
  /// The strengths of both directions between two vertices add up to one edge without direction.
  case ignored
  /// An edge from *i* to *j* is held against what leaves *i* and what arrives at *j*.
  case kept
}
