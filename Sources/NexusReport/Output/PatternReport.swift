public import NexusFlows
internal import NexusGraph
public import NexusModel

/// The patterns among the transfers of a network, with names, rows and the defaults that were used.
///
/// A victim, a witness or a reporting party is never named: those that only paid into or were paid out of a pattern
/// are counted in ``Hit/protectedActors``.
public struct PatternReport: Sendable {
  public let network: Network
  public let ledger: PatternLedger
  public let findings: PatternFindings
  /// Mean number of hits by chance; nil where nothing was shuffled.
  public let expected: [FlowPattern: Double]?
  public let options: PatternOptions
  public let shuffles: Int
  public let seed: UInt64
  public let predictive: PredictiveValue
  /// Ties and transfers of an actor with itself that were folded on reading.
  public let folded: Int
  public let hits: [Hit]

  /// One hit in the words of the data set.
  public struct Hit: Sendable {
    public let pattern: FlowPattern
    /// Ids, in the order of the shape.
    public let actors: [String]
    /// How many victims, witnesses and reporting parties took part at the rim.
    public let protectedActors: Int
    /// `file:line`, in the order of time.
    public let transfers: [String]
    /// Dates as finely as the rows give them.
    public let start: String
    public let end: String
    /// From the first transfer to the last.
    public let days: Double
    public let currency: String?
    public let amountIn: Double?
    public let amountOut: Double?
    public let isAmountChecked: Bool
  }

  public init(
    _ network: Network, _ ledger: PatternLedger, _ options: PatternOptions, shuffles: Int, seed: UInt64,
    predictive: PredictiveValue, folded: Int = 0
  ) {
    self.folded = folded
    (self.network, self.ledger, self.options) = (network, ledger, options)
    (self.shuffles, self.seed, self.predictive) = (shuffles, seed, predictive)
    findings = ledger.patterns(options)
    expected = ledger.expectedPatterns(options, shuffles: shuffles, seed: seed)
    hits = findings.hits.map { PatternReport.hit($0, network, ledger) }
  }

  private static func hit(_ hit: PatternHit, _ network: Network, _ ledger: PatternLedger) -> Hit {
    let transfers = hit.transfers.map { network.transfers[Int(ledger.positions[Int($0)])] }
    let named = hit.actors.filter { !ledger.isProtected[Int($0)] }
    return Hit(
      pattern: hit.pattern, actors: named.map { network.actors.ids[Int($0)] },
      protectedActors: hit.actors.count - named.count,
      transfers: transfers.map { network.rows[$0.evidence.row] },
      start: transfers.first?.date?.description ?? "", end: transfers.last?.date?.description ?? "",
      days: Double(hit.end - hit.start) / 86_400,
      currency: hit.currency.map { ledger.currencyNames[Int($0)] }.flatMap { $0.isEmpty ? nil : $0 },
      amountIn: hit.amountIn, amountOut: hit.amountOut, isAmountChecked: hit.isAmountChecked)
  }
}
