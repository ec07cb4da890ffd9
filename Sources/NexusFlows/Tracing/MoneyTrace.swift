public import NexusAlgorithms
public import NexusGraph
public import NexusModel

/// Where the money of a source went: of what each actor received, how much came from it.
///
/// One pass over the dated transfers in the order of time, rows of one instant in row order. Each actor has an account
/// per currency; it opens with the smallest balance that keeps it from falling below 0, which is not from the source
/// and the oldest money it has. All that a source pays is from the source. Four rules say which money a payment is
/// made of, side by side, for each is a convention and none is what happened: poison, haircut, first-in-first-out,
/// last-in-first-out. What one payment brings is laid down in the order in which it was drawn.
///
/// `least` and `most` hold for every way to say which money was paid. Where money can come back to an actor it counts
/// each time it arrives, as in the inflow.
///
/// Source: R. Anderson, I. Shumailov, M. Ahmed, A. Rietmann, "Bitcoin redux", *WEIS* 2018 (first-in-first-out after
/// Clayton's Case, 1816); M. Möser, R. Böhme, D. Breuker, "Towards risk scoring of Bitcoin transactions", *FC* 2014
/// (poison, haircut).
public struct MoneyTrace: Sendable {
  /// What one actor received in one currency.
  public struct Receipt: Sendable {
    public let actor: ActorID
    public let currency: String
    /// All that it received.
    public let inflow: Double
    /// What of it the source itself paid.
    public let direct: Double
    /// What of it came from the source, by rule.
    public let amounts: TaintAmounts
    /// No way to say which money was paid gives less, or more. Nil where the network is too large to tell.
    public let least: Double?
    public let most: Double?
  }

  /// A transfer that carried money of the source.
  public struct Step: Sendable {
    /// Position in ``Network/transfers``.
    public let transfer: Int
    public let currency: String
    /// Whether it is a payment of the source itself.
    public let isFromSource: Bool
    /// What arrived, and what of it came from the source.
    public let amount: Double
    public let amounts: TaintAmounts
  }

  /// The actors that money of the source reached, in the order of actors, then of currencies.
  public private(set) var receipts: [Receipt] = []
  /// The transfers that carried it, by currency and then in the order of time.
  public private(set) var trail: [Step] = []
  /// Transfers without a date: they stand in no trace.
  public let undated: Int
  /// Payments into another currency by actors that the trail had reached: it ends there.
  public private(set) var endsBetweenCurrencies = 0
  /// Transfers left out for want of a rate.
  public let withoutRate: Int

  /// The trace of a source through a network, each currency by itself.
  ///
  /// - Parameter effort: how much may be spent on ``Receipt/least`` and ``Receipt/most``, in transfers looked at; the
  ///   actors that received most by first-in-first-out come first.
  /// - Complexity: O(*m* log *m*) and a maximum flow for each bound that the rules leave open.
  public init(_ streams: MoneyStreams, from source: TaintSource, effort: Int = MoneyTrace.usualEffort)
    throws(FlowError)
  {
    let ledger = streams.ledger
    undated = ledger.undated.count
    withoutRate = streams.withoutRate
    var effort = effort
    for (currency, stream) in zip(streams.currencies, streams.streams) {
      let seeds = source.seeds(in: stream)
      let pass = TaintPass(stream, seeds: seeds, actorCount: ledger.actorCount)
      endsBetweenCurrencies += pass.endsBetweenCurrencies
      trail += pass.trail.map { event, amounts in
        Step(
          transfer: Int(ledger.positions[Int(stream.positions[Int(event)])]), currency: currency,
          isFromSource: seeds[Int(event)], amount: stream.amount(stream.received[Int(event)]),
          amounts: amounts.scaled(by: stream))
      }
      var bounds = TraceBounds(stream, seeds: seeds, pass, budget: effort)
      try addReceipts(pass, stream, currency, &bounds)
      effort = bounds.budget
    }
    receipts.sort { ($0.actor, $0.currency) < ($1.actor, $1.currency) }
  }

  /// Transfers that may be looked at for the bounds: a few seconds.
  public static let usualEffort = 400_000_000

  private mutating func addReceipts(
    _ pass: TaintPass, _ stream: MoneyStream, _ currency: String, _ bounds: inout TraceBounds
  ) throws(FlowError) {
    let reached = pass.tainted.indices.filter { pass.tainted[$0].poison > 0 }
      .sorted { (-pass.tainted[$0].fifo, $0) < (-pass.tainted[$1].fifo, $1) }
    for actor in reached {
      receipts.append(Receipt(actor, pass, stream, currency, try bounds.bounds(of: actor)))
    }
  }
}

extension MoneyTrace.Receipt {
  init(
    _ actor: Int, _ pass: TaintPass, _ stream: MoneyStream, _ currency: String,
    _ bounds: (least: Double, most: Double)?
  ) {
    self.actor = ActorID(actor)
    self.currency = currency
    inflow = stream.amount(pass.inflows[actor])
    direct = stream.amount(pass.direct[actor])
    amounts = pass.tainted[actor].scaled(by: stream)
    least = bounds.map { stream.amount($0.least) }
    most = bounds.map { stream.amount($0.most) }
  }
}

extension TaintAmounts {
  /// The amounts as numbers of the currency.
  func scaled(by stream: MoneyStream) -> TaintAmounts {
    TaintAmounts(
      poison: stream.amount(poison), haircut: stream.amount(haircut), fifo: stream.amount(fifo),
      lifo: stream.amount(lifo))
  }
}
