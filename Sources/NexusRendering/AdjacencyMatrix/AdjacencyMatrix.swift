public import NexusModel

/// A picture of who is tied to whom as a matrix: actors in the order of their communities, a shaded cell for each edge.
///
/// Above ``maximumActors`` a row is a community instead of an actor, and a cell holds how many edges join the two.
public struct AdjacencyMatrix: Sendable {
  /// How edges stand in the matrix.
  public enum Direction: Hashable, Sendable {
    /// Each edge in the row of its source and the column of its target.
    case rowToColumn
    /// Each edge in both halves.
    case mirrored
  }

  public struct Actor: Sendable {
    public var name: String
    public var role: Role
    public var type: ActorType
    /// From 1.
    public var community: Int

    public init(name: String, role: Role, type: ActorType, community: Int) {
      self.name = name
      self.role = role
      self.type = type
      self.community = community
    }
  }

  /// One edge of the simple view, by positions of ``actors``. Undirected ones are listed once.
  public struct Edge: Sendable {
    public var source: Int
    public var target: Int
    public var strength: Double

    public init(source: Int, target: Int, strength: Double) {
      self.source = source
      self.target = target
      self.strength = strength
    }
  }

  public var title: String
  public var heading: String
  public var direction: Direction
  public var actors: [Actor]
  public var edges: [Edge]
  /// Lines below the picture; the first of them names the source.
  public var notes: [String]
  /// With more actors that have an edge, the picture shows communities.
  public var maximumActors = 300
  /// Of communities; those that follow share one row.
  public var maximumCommunities = 60
  /// With more cells, those of a row that look alike are one mark.
  public var maximumTitledCells = 3_000
  /// What ids in the document begin with; two pictures in one page need two.
  public var identifier = "matrix"

  public init(
    title: String, heading: String, direction: Direction, actors: [Actor], edges: [Edge], notes: [String] = []
  ) {
    self.title = title
    self.heading = heading
    self.direction = direction
    self.actors = actors
    self.edges = edges
    self.notes = notes
  }

  /// The picture as one SVG element. The same values give the same bytes. O(*n* log *n* + *m* log *m*).
  ///
  /// - Throws: ``RenderingError/actorOutOfRange(tie:actor:actorCount:)`` or
  ///   ``RenderingError/valueOutOfRange(subject:index:value:expected:)`` for a strength that is not above 0.
  public func svg() throws(RenderingError) -> String {
    for (index, edge) in edges.enumerated() {
      for actor in [edge.source, edge.target] where !actors.indices.contains(actor) {
        throw .actorOutOfRange(tie: index, actor: actor, actorCount: actors.count)
      }
      guard edge.strength > 0, edge.strength.isFinite else {
        throw .valueOutOfRange(
          subject: "strength of edge", index: index, value: edge.strength, expected: "a number above 0")
      }
    }
    return MatrixDrawing(self).svg()
  }
}
