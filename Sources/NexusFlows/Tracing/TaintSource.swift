public import NexusGraph
public import NexusModel

/// Which payments are from the source: each of them counts wholly, whatever its payer held.
public struct TaintSource: Sendable {
  /// By transfer of the ledger.
  let isSeed: [Bool]

  /// All that some actors paid.
  public init(paidBy actors: [ActorID], in ledger: TransferLedger) {
    var isSource = [Bool](repeating: false, count: ledger.actorCount)
    for actor in actors { isSource[actor.index] = true }
    isSeed = ledger.payers.map { isSource[Int($0)] }
  }

  /// Single transfers, as positions in ``Network/transfers``.
  public init(transfers: Set<Int>, in ledger: TransferLedger) {
    isSeed = ledger.positions.map { transfers.contains(Int($0)) }
  }

  /// All payments that bear one of the crimes.
  public init(crimes: Set<Crime>, in ledger: TransferLedger, of network: Network) {
    isSeed = ledger.positions.map { !crimes.isDisjoint(with: network.transfers[Int($0)].crimes) }
  }

  private init(isSeed: [Bool]) { self.isSeed = isSeed }

  /// What comes from either.
  public func union(_ other: TaintSource) -> TaintSource {
    TaintSource(isSeed: zip(isSeed, other.isSeed).map { $0 || $1 })
  }

  /// How many dated transfers the source is.
  public var count: Int { isSeed.count { $0 } }

  /// By event of a stream, whether it is a payment of the source.
  func seeds(in stream: MoneyStream) -> [Bool] { stream.positions.map { isSeed[Int($0)] } }
}
