private import NexusGraph
public import NexusModel

extension Network {
  /// What the recorded transfers add up to: by currency, channel, crime, corridor and actor.
  ///
  /// Transfers that stand count, each once and as read: amounts are not weighed by confidence. Amounts of several
  /// currencies never add up; with ``FlowSummaryOptions/rates`` they also stand converted, in a ledger of its own. A
  /// channel or a legal form is a way to break down a sum and adds to no score.
  ///
  /// - Complexity: O(*n* + *m* log *m*).
  public func flowSummary(_ options: FlowSummaryOptions = FlowSummaryOptions()) -> FlowSummary {
    FlowSummary(self, options)
  }
}

/// How transfers are summed up.
public struct FlowSummaryOptions: Sendable {
  /// T, the end of the latest window; nil: the newest date of the data.
  public var asOf: Instant?
  /// The length of the windows that growth compares. As in the momentum of regions.
  public var window = FlowWindow.years(2)
  /// The level of the regions of corridors.
  public var level = Region.Level.country
  public var rates: Rates?
  /// How evidence becomes the confidence by which an actor's regions share its transfers. As in flows.csv, what bears no
  /// grade counts whole.
  public var rule = ConfidenceRule.structural()

  public init() {}
}

/// What the recorded transfers add up to.
public struct FlowSummary: Sendable {
  public let options: FlowSummaryOptions
  /// The windows of growth; nil where no row bears a date.
  public let periods: FlowPeriods?
  /// One ledger for each currency that is paid or received, those with most payments first, then by code. Empty
  /// without transfers.
  public let ledgers: [FlowLedger]
  /// All transfers that could be converted, in the reference currency; nil without rates.
  public let converted: FlowLedger?
  /// How many transfers have no rate on their day, at the payer's end or else at the payee's, by the currency there; nil
  /// without rates.
  public let unconverted: [(currency: String, transfers: Int)]?
  /// Channels that appear for the first time in the latest window; nil where no earlier transfer is dated, so that
  /// nothing can be called new.
  public let newChannels: [NewChannel]?
  public let quality: FlowQuality

  init(_ network: Network, _ options: FlowSummaryOptions) {
    self.options = options
    let periods = (options.asOf ?? network.newestDate).map { FlowPeriods(asOf: $0, window: options.window) }
    self.periods = periods
    let shares = TransferPlaces(network, level: options.level, rule: options.rule)

    var byCurrency: [String: (paid: [FlowLedger.Entry], received: [FlowLedger.Entry])] = [:]
    var valued: (paid: [FlowLedger.Entry], received: [FlowLedger.Entry]) = ([], [])
    var missing: [String: Int] = [:]
    for (position, transfer) in network.transfers.enumerated() where transfer.stands {
      let arrivesIn = transfer.currencyReceived ?? transfer.currency
      func entry(_ amount: Double) -> FlowLedger.Entry {
        FlowLedger.Entry(position: Int32(position), amount: amount)
      }
      byCurrency[transfer.currency, default: ([], [])].paid.append(entry(transfer.amount))
      byCurrency[arrivesIn, default: ([], [])].received.append(
        entry(transfer.amountReceived ?? transfer.amount))
      guard let rates = options.rates else { continue }
      let (paid, received) = (rates.value(of: transfer), rates.valueReceived(of: transfer))
      if let paid { valued.paid.append(entry(paid)) }
      if let received { valued.received.append(entry(received)) }
      if paid == nil {
        missing[transfer.currency, default: 0] += 1
      } else if received == nil {
        missing[arrivesIn, default: 0] += 1
      }
    }
    ledgers = byCurrency.sorted { ($1.value.paid.count, $0.key) < ($0.value.paid.count, $1.key) }.map {
      FlowLedger(
        network, currency: $0.key, $0.value.paid, received: $0.value.received, periods, shares)
    }
    converted = options.rates.map {
      FlowLedger(
        network, currency: $0.reference, valued.paid, received: valued.received, periods, shares)
    }
    unconverted = options.rates.map { _ in
      missing.sorted { $0.key < $1.key }.map { (currency: $0.key, transfers: $0.value) }
    }
    newChannels = periods.flatMap { NewChannel.all(of: network, $0) }
    quality = FlowQuality(network, asOf: periods?.asOf)
  }
}
