internal import NexusGraph
public import NexusModel

/// The transfers of a network in the order of time, as columns: what every method of this module runs on.
///
/// Transfers of one instant stand in row order. Those without a date stand apart, in ``undated``.
public struct TransferLedger: Sendable {
  /// Position of each transfer in ``Network/transfers``.
  public let positions: [Int32]
  public let payers: [Int32]
  public let payees: [Int32]
  /// Seconds since 1970-01-01T00:00:00Z, ascending.
  public let times: [Int64]
  /// What the payer pays.
  public let amountsPaid: [Double]
  /// What the payee receives; what was paid where the row does not say.
  public let amountsReceived: [Double]
  /// Numbers of currencies, positions in ``currencyNames``.
  public let currencies: [Int32]
  /// The currency of what arrives; that of what was paid where the row names no other.
  public let currenciesReceived: [Int32]
  public let currencyNames: [String]
  public let actorCount: Int
  /// Positions in ``Network/transfers`` of the standing transfers that bear no date, in row order.
  public let undated: [Int32]

  /// The transfers that stand: what is refuted or only predicted is left out.
  ///
  /// - Complexity: O(*m* log *m*).
  public init(_ network: Network) {
    var dated: [Int32] = []
    var undated: [Int32] = []
    for (position, transfer) in network.transfers.enumerated() where transfer.stands {
      if transfer.date == nil { undated.append(Int32(position)) } else { dated.append(Int32(position)) }
    }
    let seconds = network.transfers.map { $0.date?.seconds ?? 0 }
    dated.sort { (seconds[Int($0)], $0) < (seconds[Int($1)], $1) }
    var known = Set(dated.lazy.map { network.transfers[Int($0)].currency })
    known.formUnion(dated.lazy.compactMap { network.transfers[Int($0)].currencyReceived })
    let names = known.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    positions = dated
    self.undated = undated
    payers = dated.map { network.transfers[Int($0)].payer.rawValue }
    payees = dated.map { network.transfers[Int($0)].payee.rawValue }
    times = dated.map { seconds[Int($0)] }
    amountsPaid = dated.map { network.transfers[Int($0)].amount }
    amountsReceived = dated.map {
      network.transfers[Int($0)].amountReceived ?? network.transfers[Int($0)].amount
    }
    currencies = dated.map { numbers[network.transfers[Int($0)].currency, default: 0] }
    currenciesReceived = dated.map {
      let transfer = network.transfers[Int($0)]
      return numbers[transfer.currencyReceived ?? transfer.currency, default: 0]
    }
    currencyNames = names
    actorCount = network.actors.count
  }

  public var count: Int { positions.count }
}
