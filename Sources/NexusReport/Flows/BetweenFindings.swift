public import NexusFlows
public import NexusModel

/// How much could have passed between two sides: what `nexus flows between` finds.
public struct BetweenFindings: Sendable {
  public let network: Network
  public let flow: FlowBetween
  public let sources: [String]
  public let targets: [String]
  public let undated: Int
  public let withoutRate: Int
  /// Transfers between two currencies, in none of the numbers; 0 with rates.
  public let changingCurrency: Int

  public init(
    _ network: Network, _ flow: FlowBetween, from sources: [String], to targets: [String],
    _ streams: MoneyStreams
  ) {
    (self.network, self.flow, self.sources, self.targets) = (network, flow, sources, targets)
    undated = streams.ledger.undated.count
    withoutRate = streams.withoutRate
    changingCurrency = streams.changingCurrency
  }

  /// The rows of the cut, `file:line`, in the order of time.
  public var cut: [String] { flow.cut.map { network.rows[network.transfers[$0].evidence.row] } }

  public var document: JSONValue {
    [
      "from": .texts(sources), "to": .texts(targets), "currency": TraceFindings.currency(flow.currency),
      "static_max": .real(flow.staticMaximum), "greedy": .real(flow.greedy),
      "temporal_max": .real(flow.temporalMaximum), "cut": .texts(cut), "undated": .whole(undated),
      "without_rate": .whole(withoutRate), "changing_currency": .whole(changingCurrency),
      "safeguards": .texts([Safeguards.sentences[0]]),
      "method": [
        "amount": "the smaller of what was paid and what arrived; dated transfers in one currency",
        "order": "by time, rows of one instant in row order; accounts hold over without bound",
        "cut": "the minimum cut in time nearest the end",
      ],
    ]
  }
}
