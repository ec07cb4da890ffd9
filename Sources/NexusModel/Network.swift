public import NexusGraph

/// Actors, ties, transfers and their evidence, as read. Immutable once built: filters and draws are views.
public struct Network: Sendable {
  /// The name of the data set, without path and ending.
  public let name: String
  public let actors: Actors
  public let ties: [Tie]
  /// The items of all ties; each tie holds its range.
  public let tieEvidence: [Evidence]
  public let transfers: [Transfer]
  /// Who first said it. Position 0 is the one origin that rows without a named one share.
  public let origins: [String]
  public let rows: RowPlaces
  /// The newest date that any tie or transfer bears; what is only predicted has none. Of a part of a network, the
  /// newest date of the whole.
  public let newestDate: Instant?

  public init(
    name: String, actors: Actors, ties: [Tie], tieEvidence: [Evidence], transfers: [Transfer],
    origins: [String],
    rows: RowPlaces
  ) {
    self.name = name
    self.actors = actors
    self.ties = ties
    self.tieEvidence = tieEvidence
    self.transfers = transfers
    self.origins = origins
    self.rows = rows
    newestDate = Network.newestDate(of: ties, tieEvidence, transfers)
  }

  /// A part of a network: its own actors and links, the rows, origins and day of reference of the whole.
  init(partOf whole: Network, actors: Actors, ties: [Tie], tieEvidence: [Evidence], transfers: [Transfer]) {
    name = whole.name
    origins = whole.origins
    rows = whole.rows
    newestDate = whole.newestDate
    self.actors = actors
    self.ties = ties
    self.tieEvidence = tieEvidence
    self.transfers = transfers
  }

  /// The items of evidence of one tie.
  public func evidence(of tie: Tie) -> ArraySlice<Evidence> { tieEvidence[tie.evidence] }

  /// What age has worn down below this is no tie: its inverse, a length, could no longer be summed.
  package static let leastStrength = 1e-250

  /// Directed as soon as one tie or transfer that stands is: an undirected tie then counts in both directions.
  public var edgeKind: EdgeKind {
    transfers.contains(where: \.stands) || ties.contains { $0.isDirected && $0.strength > 0 }
      ? .directed : .undirected
  }

  /// The simple view of all ties and transfers that stand (a transfer has strength 1).
  ///
  /// - Parameters:
  ///   - rule: multiplies each strength by the confidence under this rule; nil: strengths as read.
  ///   - kind: whether edges point, for a view that is held against the whole; nil: as ``edgeKind`` says.
  public func graph(weighedBy rule: ConfidenceRule? = nil, kind: EdgeKind? = nil) -> Graph {
    let kind = kind ?? edgeKind
    var edges: [Edge] = []
    edges.reserveCapacity(ties.count + transfers.count)
    for tie in ties where tie.strength > 0 {
      let strength = tie.strength * (rule?.confidence(of: evidence(of: tie)) ?? 1)
      guard strength >= Network.leastStrength else { continue }
      edges.append(Edge(tie.source, tie.target, strength: strength))
      if kind == .directed, !tie.isDirected { edges.append(Edge(tie.target, tie.source, strength: strength)) }
    }
    for transfer in transfers where transfer.stands {
      let strength = rule?.support(transfer.evidence) ?? 1
      guard strength >= Network.leastStrength else { continue }
      edges.append(Edge(transfer.payer, transfer.payee, strength: strength))
    }
    return Graph(vertexCount: actors.count, kind: kind, edges: edges)
  }

  private static func newestDate(
    of ties: [Tie], _ tieEvidence: [Evidence], _ transfers: [Transfer]
  ) -> Instant? {
    let ofTies = ties.lazy.filter { $0.strength > 0 }.compactMap { $0.last ?? $0.first }.max()
    let ofItems = tieEvidence.lazy.filter { $0.kind != .prediction }.compactMap(\.date).max()
    let ofTransfers = transfers.lazy.filter { $0.evidence.kind != .prediction }.compactMap(\.date).max()
    return [ofTies, ofItems, ofTransfers].compactMap { $0 }.max()
  }
}
