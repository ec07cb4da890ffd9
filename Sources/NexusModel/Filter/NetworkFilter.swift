public import NexusGraph

/// Which part of a network to look at. Several values of one field are alternatives; the fields must all hold.
///
/// A filter makes a view: it never changes the network, and ``FilteredNetwork/hidden`` counts what it hides.
public struct NetworkFilter: Hashable, Sendable {
  /// What lies wholly before this day is hidden, and after it wholly after ``until``; so is what has no date.
  public var since: Instant?
  public var until: Instant?
  public var relations: Set<Relation> = []
  public var crimes: Set<Crime> = []
  public var roles: Set<Role> = []
  public var types: Set<ActorType> = []
  public var regions: Set<Region> = []
  public var channels: Set<Channel> = []
  /// Ties, transfers and claims below this confidence are hidden.
  public var minimumConfidence: Double?
  /// Only what lies within ``hops`` steps of one of these actors, whatever the direction.
  public var focus: Set<ActorID> = []
  public var hops = 1

  public init() {}

  /// Whether the filter hides nothing.
  public var isEmpty: Bool { self == NetworkFilter() }
}

/// What a filter hid.
public struct HiddenCounts: Hashable, Sendable {
  public var actors = 0
  public var ties = 0
  public var transfers = 0
  /// Ties and transfers hidden because they bear no date.
  public var undated = 0

  public init() {}
}

/// A part of a network, with what was left out.
public struct FilteredNetwork: Sendable {
  public let network: Network
  public let hidden: HiddenCounts
}

extension Network {
  /// The part of the network that a filter lets through, its actors in the same order.
  ///
  /// - Parameter rule: how evidence becomes the confidence that ``NetworkFilter/minimumConfidence`` is held against.
  public func filtered(by filter: NetworkFilter, _ rule: ConfidenceRule = .structural()) -> FilteredNetwork {
    FilteredNetwork(network: self, hidden: HiddenCounts())
  }
}
