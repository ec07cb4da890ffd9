internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel

/// Numbers about a network as a whole. A number that is not defined is nil.
public struct NetworkFigures: Sendable {
  public let actors: Int
  /// Pairs of actors with a standing tie (ordered where directed): the rows of `ties.csv`.
  public let ties: Int
  public let transfers: Int
  public let isDirected: Bool
  public let density: Double?
  /// Weakly connected components, and the size of the largest.
  public let components: Int
  public let largestComponent: Int
  public let isolates: Int
  /// The longest of the shortest paths between actors that reach each other, in hops or in length.
  public let diameter: Double?
  public let transitivity: Double?
  public let meanClustering: Double?
  /// Whether like roles tie to like, −1 to 1.
  public let roleAssortativity: Double?
  public let modularity: Double?
  public let crossing: Crossing?

  /// Edges between terrorist and organised-crime actors, against role labels dealt out at random.
  public struct Crossing: Sendable {
    public let edges: Int
    public let share: Double
    public let expectedShare: Double
    public let pValue: Double
  }
}
