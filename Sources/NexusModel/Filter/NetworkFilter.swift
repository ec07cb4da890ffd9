public import NexusGraph

/// Which part of a network to look at. Several values of one field are alternatives; the fields must all hold.
///
/// What lacks what is asked for does not match: a tie without a date is hidden by ``since``, a transfer without a
/// crime by ``crimes``. In detail:
///
/// - ``since`` and ``until`` let through the ties and transfers whose time, from the first to the last of their dates,
///   overlaps the window, and the dated counts of acts and motives in it. Undated ones, presences and crimes that rows
///   state of an actor are attributes and stay.
/// - ``relations`` speaks of ties and ``channels`` of transfers. One of the two alone hides what it does not speak of;
///   both together let through their ties and their transfers.
/// - ``crimes`` speaks of ties, transfers and what rows state of actors; an actor of whom a row states such a crime
///   stays without a link, unless another field speaks of links only.
/// - ``roles`` and ``types`` speak of actors; a link stays when both its ends do.
/// - ``regions`` lets through the actors present there, and the links of which a place or an end lies there, with the
///   actors at both ends. A region holds all that it contains: `AF` lies in `034`. An end lies where its row says, else
///   where its actor is present.
/// - ``minimumConfidence`` speaks of ties, transfers, presences, stated crimes and counts.
/// - ``focus`` comes last: distances are counted over what the other fields leave, along standing ties and transfers.
///
/// Once a field speaks of links (time, relation, channel, crime, confidence), actors that no standing link is left
/// to are hidden, isolates included. Fields that speak of actors alone leave isolates.
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

  /// The filter as options of the command, in the order of its help, for results to tell what they show.
  ///
  /// - Parameter actors: those of the network that the filter was made for; ``focus`` is given by their ids.
  public func settings(_ actors: Actors) -> [(option: String, values: [String])] {
    let all: [(option: String, values: [String])] = [
      ("since", since.map { [$0.description] } ?? []), ("until", until.map { [$0.description] } ?? []),
      ("relation", relations.sorted().map(\.word)), ("crime", crimes.sorted().map(\.word)),
      ("role", roles.sorted().map(\.word)), ("type", types.sorted().map(\.word)),
      ("region", regions.sorted().map(\.code)), ("channel", channels.sorted().map(\.word)),
      ("min-confidence", minimumConfidence.map { ["\($0)"] } ?? []),
      ("focus", focus.sorted().map { actors.ids[$0.index] }), ("hops", focus.isEmpty ? [] : ["\(hops)"]),
    ]
    return all.filter { !$0.values.isEmpty }
  }
}

/// What a filter hid.
public struct HiddenCounts: Hashable, Sendable {
  public var actors = 0
  public var ties = 0
  public var transfers = 0
  /// Ties and transfers hidden because they bear no date; they are among the ties and transfers above.
  public var undated = 0

  public init() {}
}

/// A part of a network, with what was left out.
public struct FilteredNetwork: Sendable {
  public let network: Network
  public let hidden: HiddenCounts
}

extension Network {
  /// The part of the network that a filter lets through, its actors, ties and transfers in the same order.
  ///
  /// Rows and origins keep their numbers, and ``newestDate`` stays that of the whole network, so that ages and windows
  /// are measured from the same day in every part.
  ///
  /// - Parameter rule: how evidence becomes the confidence that ``NetworkFilter/minimumConfidence`` is held against.
  /// - Complexity: O(actors + ties + transfers + evidence).
  public func filtered(by filter: NetworkFilter, _ rule: ConfidenceRule = .structural()) -> FilteredNetwork {
    guard !filter.isEmpty else { return FilteredNetwork(network: self, hidden: HiddenCounts()) }
    var selection = NetworkSelection(of: self, filter, rule)
    selection.selectLinks()
    selection.selectActors()
    selection.narrowToFocus()
    return selection.result
  }
}
