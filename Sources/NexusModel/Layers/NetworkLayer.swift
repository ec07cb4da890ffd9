public import NexusGraph

/// The part of a network that one kind of tie, one crime or one period makes: a graph on all its actors.
public struct NetworkLayer: Sendable {
  /// What the links of a layer have in common.
  public enum Subject: Hashable, Sendable {
    case relation(Relation)
    /// The payments, which bear no relation.
    case transfers
    case crime(Crime)
    case period(TimeWindow)
  }

  public let subject: Subject
  /// The simple view of the layer's links: every actor is a vertex, and all layers are directed where one link of the
  /// network is.
  public let graph: Graph

  /// What tables call the layer: the word of the relation or crime, `transfers`, or the window.
  public var name: String {
    switch subject {
    case .relation(let relation): relation.word
    case .transfers: "transfers"
    case .crime(let crime): crime.word
    case .period(let window): window.description
    }
  }
}

/// What a network is cut into layers by.
public enum LayerDimension: Hashable, Sendable {
  /// One layer for each relation of ties, and one for the transfers.
  case relation
  /// One layer for each crime. A link of several crimes is in each of their layers, one of none in no layer.
  case crime
  /// One layer for each window of so many years that ends on the day of reference. An undated link is in no layer.
  case period(years: Int, endingOn: Instant?)
}
