public import NexusAlgorithms
import NexusGraph
public import NexusModel

/// How chains of evidence between actors are looked for.
public struct EvidencePathOptions: Hashable, Sendable {
  /// How evidence becomes the probability that a tie is true; an ungraded row counts ½.
  public var rule = ConfidenceRule(ungraded: 0.5)
  /// *L*, the longest a chain may be.
  public var maximumHops = 4
  /// β, what each hop beyond the first is worth in ``ReliablePath/damped``.
  public var damping = 0.5
  public var transfers = Transfers.leftOut
  public var institutions = Institutions.passNothing
  /// Of the random states that estimate a reliability.
  public var seed: UInt64 = 1

  public enum Transfers: Hashable, Sendable {
    case leftOut
    /// All transfers between two actors are one more tie, of the confidence of their rows together.
    case asTransactions
  }

  public enum Institutions: Hashable, Sendable {
    /// Banks, places and state bodies join nobody: half a country passes through them.
    case passNothing
    case passOn
  }

  public init() {}
}

/// Who is joined to whom, each pair of actors by one edge: the probability that any of its ties is true.
///
///     p = 1 − Π (1 − c_e) over the ties of the two, whatever their direction
///
/// Predictions and what is only refuted join nobody. Through victims and witnesses no chain passes, through
/// institutions only on request.
public struct EvidenceGraph: Sendable {
  public let network: ReliabilityNetwork
  private let rows: RowsByEnds

  /// O(*m* log *m*).
  public init(_ data: Network, _ options: EvidencePathOptions = EvidencePathOptions())
    throws(ReliabilityError)
  {
    var claims = data.ties.enumerated().compactMap { position, tie -> Claim? in
      guard tie.source != tie.target else { return nil }
      let confidence = options.rule.confidence(of: data.evidence(of: tie))
      guard confidence > 0 else { return nil }
      return Claim(
        ends: Ends(tie.source, tie.target), relation: tie.relation, confidence: confidence,
        rows: data.evidence(of: tie).filter { $0.kind != .prediction }.map(\.row))
    }
    if options.transfers == .asTransactions { claims += EvidenceGraph.transactions(of: data, options.rule) }
    let byEnds = Dictionary(grouping: claims, by: \.ends).sorted { $0.key < $1.key }
    network = try ReliabilityNetwork(
      vertexCount: data.actors.count,
      edges: byEnds.map { ends, claims in
        Edge(ends.first, ends.second, strength: claims.reduce(0) { $0 + $1.confidence * (1 - $0) })
      },
      mayBridge: zip(data.actors.roles, data.actors.types).map { role, type in
        EvidenceGraph.mayBridge(role, type, options.institutions)
      })
    rows = RowsByEnds(
      uniqueKeysWithValues: byEnds.map { ends, claims in
        (ends, (Set(claims.map(\.relation)).sorted(), Set(claims.flatMap(\.rows)).sorted()))
      })
  }

  /// The kinds of actors that join others only under ``EvidencePathOptions/Institutions/passOn``.
  public static let institutionTypes: [ActorType] = [.bank, .place]
  public static let institutionRoles: [Role] = [.state]

  static func mayBridge(
    _ role: Role, _ type: ActorType, _ institutions: EvidencePathOptions.Institutions
  ) -> Bool {
    if role.isProtected { return false }
    guard institutions == .passNothing else { return true }
    return !institutionTypes.contains(type) && !institutionRoles.contains(role)
  }

  /// A path with what each of its steps rests on.
  func chain(_ path: ReliablePath) -> EvidenceChain {
    EvidenceChain(
      path: path,
      steps: zip(path.vertices, path.vertices.dropFirst()).map { source, target in
        let (relations, rows) = rows[Ends(source, target)] ?? ([], [])
        return EvidenceChain.Step(
          source: source, target: target, probability: probability(source, target), relations: relations,
          rows: rows)
      })
  }

  private func probability(_ source: ActorID, _ target: ActorID) -> Double {
    let arcs = network.graph.outgoing
    return arcs.row(source.index).first { arcs.targets[$0] == target.rawValue }.map { arcs.strengths[$0] }
      ?? 0
  }

  private typealias RowsByEnds = [Ends: (relations: [Relation], rows: [RowID])]

  private struct Ends: Hashable, Comparable {
    let first: ActorID
    let second: ActorID

    init(_ one: ActorID, _ other: ActorID) { (first, second) = (min(one, other), max(one, other)) }

    static func < (left: Ends, right: Ends) -> Bool {
      (left.first, left.second) < (right.first, right.second)
    }
  }

  private struct Claim {
    var ends: Ends
    var relation: Relation
    var confidence: Double
    var rows: [RowID]
  }

  /// One claim for all transfers between two actors: rows of one origin repeat each other.
  private static func transactions(of data: Network, _ rule: ConfidenceRule) -> [Claim] {
    let paid = data.transfers.filter { $0.payer != $0.payee }
    return Dictionary(grouping: paid) { Ends($0.payer, $0.payee) }.compactMap { ends, transfers in
      let confidence = rule.confidence(of: transfers.map(\.evidence))
      guard confidence > 0 else { return nil }
      return Claim(
        ends: ends, relation: .transaction, confidence: confidence,
        rows: transfers.filter { $0.evidence.kind != .prediction }.map(\.evidence.row))
    }
  }
}
