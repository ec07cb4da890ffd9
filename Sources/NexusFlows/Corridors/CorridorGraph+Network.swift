import NexusGraph
public import NexusModel

extension CorridorGraph {
  /// Relations and channels by which data say that an amount was caught. What is caught shows enforcement as well as
  /// flow, so it is never called flow.
  static let seizureWords: Set<String> = [
    "seizure", "seizures", "seized", "interdiction", "interdictions", "confiscation", "confiscations",
  ]

  /// The currencies of the transfers that stand, by name.
  public static func currencies(of network: Network) -> [String] {
    Set(network.transfers.lazy.filter { $0.stands && $0.amount > 0 }.map(\.currency)).sorted()
  }

  /// What payers paid in one currency, in transfers dated or not.
  ///
  /// - Parameter rule: the confidence that an actor is active in a region.
  public init(transfersOf network: Network, in currency: String, by node: Node, _ rule: ConfidenceRule) {
    let legs = network.transfers.lazy.filter { $0.stands && $0.currency == currency }
      .map { Leg($0, amount: $0.amount) }
    self.init(Array(legs), by: node, .amounts(currency: currency), network, EndShares(network, rule))
  }

  /// What payers paid, converted into one currency. Transfers without a rate are left out.
  public init(transfersOf network: Network, by rates: Rates, by node: Node, _ rule: ConfidenceRule) {
    let legs = network.transfers.lazy.filter(\.stands).compactMap { transfer in
      rates.value(of: transfer).map { Leg(transfer, amount: $0) }
    }
    self.init(
      Array(legs), by: node, .amounts(currency: rates.reference), network, EndShares(network, rule))
  }

  /// Ties with their strengths, where there are no amounts. An undirected tie leads both ways.
  public init(tiesOf network: Network, by node: Node, _ rule: ConfidenceRule) {
    var legs: [Leg] = []
    for tie in network.ties where tie.strength > 0 {
      let leg = Leg(
        source: tie.source, target: tie.target, amount: tie.strength, sourceRegions: tie.sourceRegions,
        targetRegions: tie.targetRegions, isSeizure: CorridorGraph.seizureWords.contains(tie.relation.word))
      legs.append(leg)
      guard !tie.isDirected else { continue }
      legs.append(
        Leg(
          source: tie.target, target: tie.source, amount: tie.strength, sourceRegions: tie.targetRegions,
          targetRegions: tie.sourceRegions, isSeizure: leg.isSeizure))
    }
    self.init(legs, by: node, .strengths, network, EndShares(network, rule))
  }
}

extension CorridorGraph.Leg {
  fileprivate init(_ transfer: Transfer, amount: Double) {
    self.init(
      source: transfer.payer, target: transfer.payee, amount: amount,
      sourceRegions: transfer.payerRegion.map { [$0] } ?? [],
      targetRegions: transfer.payeeRegion.map { [$0] } ?? [],
      isSeizure: CorridorGraph.seizureWords.contains(transfer.channel.word))
  }
}
