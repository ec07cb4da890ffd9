internal import NexusAlgorithms
public import NexusGraph
public import NexusModel
public import NexusRisk

/// How two actors of a data set are connected: what `nexus paths` finds.
public struct PathsFindings: Sendable {
  public let network: Network
  public let source: ActorID
  public let target: ActorID
  public let connection: EvidenceConnection
  public let options: EvidencePathOptions

  /// - Throws: ``EvidenceChainError``.
  public init(
    of network: Network, from source: ActorID, to target: ActorID, count: Int,
    _ options: EvidencePathOptions = EvidencePathOptions()
  ) throws(EvidenceChainError) {
    connection = try network.evidenceConnection(from: source, to: target, count: count, options: options)
    (self.network, self.source, self.target, self.options) = (network, source, target, options)
  }

  /// The machine-readable form of `nexus paths`.
  public var document: JSONValue {
    let reliability = connection.reliability
    return [
      "source": .text(network.actors.ids[source.index]), "target": .text(network.actors.ids[target.index]),
      "paths": .list(connection.chains.map { LinksFindings.chain($0, of: network) }),
      "reliability": .real(reliability.probability), "reliability_error": .real(reliability.standardError),
      "relevant_edges": .whole(reliability.relevantEdges), "samples": .whole(reliability.samples),
      "max_hops": .whole(options.maximumHops), "method": PathsFindings.method(options),
      "safeguards": .texts([Safeguards.sentences[0]]),
    ]
  }

  static func method(_ options: EvidencePathOptions) -> JSONValue {
    [
      "default_confidence": .real(options.rule.ungraded), "damping": .real(options.damping),
      "max_hops": .whole(options.maximumHops), "direction": "ignored",
      "transfers": options.transfers == .leftOut ? "left out" : "as one tie of relation transaction",
      "never_passed": .texts(["victim", "witness"]),
      "not_passed": .texts(
        options.institutions == .passOn
          ? []
          : EvidenceGraph.institutionTypes.map(\.word) + EvidenceGraph.institutionRoles.map(\.word)),
      "seed": .seed(options.seed),
    ]
  }
}
