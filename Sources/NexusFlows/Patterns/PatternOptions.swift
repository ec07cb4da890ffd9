/// What counts as a pattern. The defaults are conventions, not measurements; results print them.
public struct PatternOptions: Hashable, Sendable {
  /// The patterns to look for.
  public var patterns = Set(FlowPattern.allCases)
  /// The window of fan-in, fan-out, bipartite, funnel, mirror and each step of a peel chain. All windows are closed:
  /// the last transfer is at most this long after the first.
  public var shortWindow = Interval.days(7)
  /// The window of cycle, gather-scatter, scatter-gather, stack and random.
  public var longWindow = Interval.days(30)
  /// k, the least number of distinct counterparties of a fan.
  public var fanCount = 5
  /// k_in and k_out: the least number of payers and of payees of gather-scatter.
  public var gatherCount = 3
  public var scatterCount = 3
  /// The least number of intermediaries of scatter-gather.
  public var intermediaryCount = 3
  /// ρ, the least share of the amount that comes out of gather-scatter and cycle, and that a hop of random keeps.
  public var leastReturn = 0.7
  /// L, the most hops of a cycle.
  public var cycleHops = 6
  /// The least number of hops of a random chain.
  public var chainHops = 4
  /// a and b, the least number of sources and sinks of a bipartite layer, and how dense it must be.
  public var sourceCount = 3
  public var sinkCount = 3
  public var density = 0.6
  /// θ, the reporting threshold of structuring, in the currency of each transfer. No value holds everywhere.
  public var reportingThreshold = 10_000.0
  /// Amounts from this share of θ on, and below θ, count.
  public var structuringFloor = 0.9
  public var structuringCount = 3
  public var structuringWindow = Interval.days(3)
  /// Out ÷ in of pass-through: from here to 1.
  public var passThroughShare = 0.9
  public var passThroughWindow = Interval.hours(48)
  /// The least number of places of deposit of a funnel account.
  public var funnelPlaces = 3
  /// The least number of mirrored legs before a net settlement, and how much of the amount a leg or a settlement
  /// may be away.
  public var mirrorLegs = 3
  public var mirrorTolerance = 0.1
  /// The least number of trade transfers of a corridor, and how many robust standard deviations are unusual.
  public var corridorCount = 10
  public var priceDeviation = 3.5
  /// The least number of links of a peel chain: payments each of which is passed on less a peel.
  public var peelLinks = 3
  /// Whether fans of payroll-like hubs count.
  public var recurringHubs = RecurringHubs.excluded
  /// How much work the searches whose work is not bounded by the data may do.
  public var effort = SearchEffort()
  /// Threads to use; nil: all. Never changes a result.
  public var threads: Int?

  public init() {}

  /// Whether hubs that pay, or are paid by, the same parties again and again count as fans.
  public enum RecurringHubs: Hashable, Sendable { case excluded, included }
}

/// A length of time in seconds.
public struct Interval: Hashable, Sendable {
  public let seconds: Int64

  /// - Precondition: not negative, and shorter than 10 000 years.
  public static func days(_ count: Double) -> Interval { Interval(seconds: count * 86_400) }
  public static func hours(_ count: Double) -> Interval { Interval(seconds: count * 3600) }

  private init(seconds: Double) {
    precondition(seconds >= 0 && seconds < 3.2e11, "A window has a length that is not negative.")
    self.seconds = Int64(seconds.rounded())
  }

  public var days: Double { Double(seconds) / 86_400 }
}

/// Guards on searches that could take longer than anyone waits. A guard that was reached is always reported.
public struct SearchEffort: Hashable, Sendable {
  /// Steps of the search for cycles over all starting transfers. Each start may take an equal share, at least 32.
  public var cycleSteps = 200_000_000
  /// An account with more payments within the window than this is not tried as an intermediary of scatter-gather.
  public var intermediaryPayments = 200
  /// A payee with more receipts within the window than this is not looked behind for bipartite layers.
  public var sinkReceipts = 100
  /// How many payments after (before) a transfer are looked at for its continuation in a chain.
  public var chainLookahead = 64
  /// How many transfers of one account are looked at after each receipt for pass-through.
  public var passThroughEvents = 4096
  /// How many legs of either broker are looked at before each settlement.
  public var mirrorLegs = 256

  public init() {}
}
