/// How many transfers there are of some kind, what they add up to, and how that changed.
public struct FlowTotal: Hashable, Sendable {
  public internal(set) var transfers = 0
  /// Transfers of the latest and of the previous window.
  public internal(set) var latestTransfers = 0
  public internal(set) var previousTransfers = 0
  private var all = AmountSum()
  private var latest = AmountSum()
  private var previous = AmountSum()

  /// In the unit of the ledger that the total belongs to.
  public var amount: Double { all.value }
  public var latestAmount: Double { latest.value }
  public var previousAmount: Double { previous.value }

  /// (latest − previous) / previous, of the amounts; nil where nothing lies in the previous window.
  public var growth: Double? {
    previousAmount > 0 ? (latestAmount - previousAmount) / previousAmount : nil
  }

  mutating func add(_ amount: Double, _ period: FlowPeriods.Period) {
    addAmount(amount, period)
    addCount(period)
  }

  /// A part of an amount, of a transfer that is counted elsewhere.
  mutating func addAmount(_ amount: Double, _ period: FlowPeriods.Period) {
    all.add(amount)
    switch period {
    case .latest: latest.add(amount)
    case .previous: previous.add(amount)
    case .outside: break
    }
  }

  mutating func addCount(_ period: FlowPeriods.Period) {
    transfers += 1
    switch period {
    case .latest: latestTransfers += 1
    case .previous: previousTransfers += 1
    case .outside: break
    }
  }
}

/// The transfers of one kind among all of a ledger.
public struct FlowGroup<Key: Hashable & Sendable>: Sendable {
  public let key: Key
  public let total: FlowTotal
  /// Of the amount of the ledger; nil where that is 0.
  public let share: Double?
  /// Of the number of transfers of the ledger, with its 95 % interval.
  public let shareOfTransfers: WilsonInterval
}

/// A share of a count with its 95 % score interval: what the data leave open were they a sample.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", *JASA* 22(158),
/// 1927, pp. 209–212, doi:10.1080/01621459.1927.10502953.
public struct WilsonInterval: Hashable, Sendable {
  public let share: Double
  public let low: Double
  public let high: Double

  /// - Precondition: `0 <= count <= total`, and `total` is positive.
  public init(_ count: Int, of total: Int) {
    precondition(total > 0 && (0...total).contains(count), "\(count) of \(total) is no share.")
    let z = 1.959963984540054
    let (n, p) = (Double(total), Double(count) / Double(total))
    let scale = 1 + z * z / n
    let center = (p + z * z / (2 * n)) / scale
    let half = z / scale * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    share = p
    low = count == 0 ? 0 : max(0, center - half)
    high = count == total ? 1 : min(1, center + half)
  }
}

/// Totals by a key, while they are gathered.
struct FlowTally<Key: Hashable & Comparable & Sendable> {
  private(set) var totals: [Key: FlowTotal] = [:]

  subscript(key: Key) -> FlowTotal {
    get { totals[key, default: FlowTotal()] }
    _modify { yield &totals[key, default: FlowTotal()] }
  }

  /// The groups by falling amount, then by falling count, then by key.
  func groups(of whole: FlowTotal) -> [FlowGroup<Key>] {
    let sum = whole.amount
    return totals.map { key, total in
      FlowGroup(
        key: key, total: total, share: sum > 0 ? total.amount / sum : nil,
        shareOfTransfers: WilsonInterval(total.transfers, of: max(whole.transfers, 1)))
    }.sorted { left, right in
      (right.total.amount, right.total.transfers, left.key) < (
        left.total.amount, left.total.transfers, right.key
      )
    }
  }
}
