public import NexusGraph
public import NexusRendering

/// What a map shows and how.
public struct MapOptions: Sendable {
  public enum Colour: Hashable, Sendable {
    case role, community, region, crime
    /// A measure of actors, by name, in five classes of about as many actors each.
    case measure(String)
  }

  public enum Labels: Hashable, Sendable {
    /// So many of the largest.
    case top(Int)
    case all, none
    /// Those whose name or id contains a text, without case.
    case containing(String)
  }

  public enum Layers: String, CaseIterable, Sendable { case crime, relation, period }
  public enum Groups: String, CaseIterable, Sendable { case community, region }

  /// What is drawn of a network with more actors than ``MapOptions/maximumActors``.
  public enum Condensing: String, CaseIterable, Sendable {
    /// ``backbone`` where strengths differ, else ``communities``.
    case automatic
    /// The ties that are stronger than chance, by the disparity filter, as many as join so many actors.
    case backbone
    /// One symbol a community.
    case communities
    /// The actors with the largest size that are tied to each other.
    case foremost
  }

  public enum Layout: Hashable, Sendable {
    case automatic
    case engine(LayoutEngine)
    /// By the middle of each actor's country.
    case geographic
  }

  public var colour = Colour.role
  /// The measure of actors that areas show, by name.
  public var size = "betweenness"
  public var labels = Labels.top(20)
  public var layers: Layers?
  public var groups: Groups?
  /// The ends of a path to bring out.
  public var path: (source: VertexID, target: VertexID)?
  public var layout = Layout.automatic
  public var maximumActors = 600
  public var condensing = Condensing.automatic
  /// Nil: "Network map: " and the name of the data set.
  public var title: String?
  public var measures = MeasureOptions()

  public init() {}
}
