public import NexusGraph

/// The number of an actor in its network: the vertex that stands for it in every graph of the network.
public typealias ActorID = VertexID

/// A tie between two actors: the rows with the same ends, relation, crimes and calendar year.
public struct Tie: Sendable {
  public var source: ActorID
  public var target: ActorID
  public var isDirected: Bool
  public var relation: Relation
  public var crimes: [Crime]
  /// Bigger is closer. 0 when no row supports the tie: it then stands in no graph.
  public var strength: Double
  /// The items that speak of it, in ``Network/tieEvidence``.
  public var evidence: Range<Int>
  /// Start of the earliest row (its start, else its date), and end of the latest.
  public var first: Instant?
  public var last: Instant?
  /// Where the rows say that the ends were, and where the tie itself was.
  public var sourceRegions: [Region]
  public var targetRegions: [Region]
  public var places: [Region]

  public init(
    source: ActorID, target: ActorID, isDirected: Bool = false, relation: Relation = .unknown,
    crimes: [Crime] = [],
    strength: Double = 1, evidence: Range<Int>, first: Instant? = nil, last: Instant? = nil,
    sourceRegions: [Region] = [], targetRegions: [Region] = [], places: [Region] = []
  ) {
    self.source = source
    self.target = target
    self.isDirected = isDirected
    self.relation = relation
    self.crimes = crimes
    self.strength = strength
    self.evidence = evidence
    self.first = first
    self.last = last
    self.sourceRegions = sourceRegions
    self.targetRegions = targetRegions
    self.places = places
  }
}

/// A payment from one actor to another: one row.
public struct Transfer: Sendable {
  public var payer: ActorID
  public var payee: ActorID
  public var amount: Double
  /// What arrived, where the row says so.
  public var amountReceived: Double?
  /// The currency of what arrived, where the row names another than ``currency``.
  public var currencyReceived: String?
  /// Empty when the row gives none.
  public var currency: String
  public var channel: Channel
  public var crimes: [Crime]
  public var date: Instant?
  public var evidence: Evidence
  public var payerRegion: Region?
  public var payeeRegion: Region?
  public var place: Region?

  public init(
    payer: ActorID, payee: ActorID, amount: Double, amountReceived: Double? = nil, currency: String = "",
    currencyReceived: String? = nil, channel: Channel = .unknown, crimes: [Crime] = [], date: Instant? = nil,
    evidence: Evidence,
    payerRegion: Region? = nil, payeeRegion: Region? = nil, place: Region? = nil
  ) {
    self.payer = payer
    self.payee = payee
    self.amount = amount
    self.amountReceived = amountReceived
    self.currencyReceived = currencyReceived
    self.currency = currency
    self.channel = channel
    self.crimes = crimes
    self.date = date
    self.evidence = evidence
    self.payerRegion = payerRegion
    self.payeeRegion = payeeRegion
    self.place = place
  }
}

extension Transfer {
  /// Whether the row says that the transfer took place, and is more than a prediction.
  public var stands: Bool { evidence.kind != .prediction && evidence.stance == .supports }
}
