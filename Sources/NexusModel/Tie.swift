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
  // A network can have many millions of ties, so a tie is kept small: with numbers of 32 bits, as rows have, and with
  // one reference for regions, which most ties lack.
  private var evidenceStart: Int32
  private var evidenceEnd: Int32
  private var whereabouts: Whereabouts?
  private var storedFirst: StoredInstant
  private var storedLast: StoredInstant

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
    (evidenceStart, evidenceEnd) = (Int32(evidence.lowerBound), Int32(evidence.upperBound))
    (storedFirst, storedLast) = (StoredInstant(first), StoredInstant(last))
    whereabouts = Whereabouts(sourceRegions, targetRegions, places)
  }
}

extension Tie {
  /// The items that speak of it, in ``Network/tieEvidence``.
  public var evidence: Range<Int> {
    get { Int(evidenceStart)..<Int(evidenceEnd) }
    set { (evidenceStart, evidenceEnd) = (Int32(newValue.lowerBound), Int32(newValue.upperBound)) }
  }

  /// Start of the earliest row (its start, else its date).
  public var first: Instant? {
    get { storedFirst.value }
    set { storedFirst = StoredInstant(newValue) }
  }

  /// End of the latest row (its end, else its start, else its date).
  public var last: Instant? {
    get { storedLast.value }
    set { storedLast = StoredInstant(newValue) }
  }

  /// Where the rows say that its source was.
  public var sourceRegions: [Region] {
    get { whereabouts?.source ?? [] }
    set { whereabouts = Whereabouts(newValue, targetRegions, places) }
  }

  /// Where the rows say that its target was.
  public var targetRegions: [Region] {
    get { whereabouts?.target ?? [] }
    set { whereabouts = Whereabouts(sourceRegions, newValue, places) }
  }

  /// Where the rows say that the tie itself was.
  public var places: [Region] {
    get { whereabouts?.tie ?? [] }
    set { whereabouts = Whereabouts(sourceRegions, targetRegions, newValue) }
  }
}

/// Where rows say that the ends of a tie were, and the tie itself.
private final class Whereabouts: Sendable {
  let source: [Region]
  let target: [Region]
  let tie: [Region]

  /// Nil where no row says anything.
  init?(_ source: [Region], _ target: [Region], _ tie: [Region]) {
    guard !source.isEmpty || !target.isEmpty || !tie.isEmpty else { return nil }
    (self.source, self.target, self.tie) = (source, target, tie)
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
