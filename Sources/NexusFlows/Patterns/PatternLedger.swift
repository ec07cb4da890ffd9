/// The transfers that can be part of a pattern, as columns in the order of time, listed by payer and by payee.
///
/// Left out and counted: transfers without a date, to oneself, or of no amount. Predicted and refuted ones never
/// enter a ``TransferLedger``.
public struct PatternLedger: Sendable {
  /// Positions in ``Network/transfers``.
  public let positions: [Int32]
  public let payers: [Int32]
  public let payees: [Int32]
  /// Seconds since 1970, ascending; transfers of one instant in row order.
  public let times: [Int64]
  /// What the payer pays and the payee receives, after conversion where there are rates.
  public let paid: [Double]
  public let received: [Double]
  /// The currency of what is paid, a position in ``currencyNames``; ``unknownCurrency`` when the row names none
  /// though others do: such an amount can be compared with nothing.
  public let currencies: [Int32]
  /// Likewise the currency of what arrives.
  public let currenciesReceived: [Int32]
  public let currencyNames: [String]
  /// Whether the transfer went by a channel that a detector asks for.
  public let channels: [PatternChannel]
  /// Where the money was paid in and where it arrived, as numbers; -1 where the data do not say.
  public let payerPlaces: [Int32]
  public let payeePlaces: [Int32]
  public let actorCount: Int
  /// Victims, witnesses and reporting parties.
  public let isProtected: [Bool]
  public let leftOut: LeftOut

  let outgoing: TransferLists
  let incoming: TransferLists

  public static let unknownCurrency: Int32 = -1
  public var count: Int { positions.count }

  /// What cannot be part of a pattern, and what was kept though it looks odd.
  public struct LeftOut: Hashable, Sendable {
    public var undated = 0
    public var toOneself = 0
    public var withoutAmount = 0
    /// Kept: in a table with currencies, rows that name none; with rates, rows without a rate.
    public var unknownCurrency = 0
    /// Kept: rows equal to an earlier one in payer, payee, time, amounts and currency.
    public var repeated = 0

    public init() {}
  }

  package init(_ columns: TransferColumns, actorCount: Int, isProtected: [Bool], leftOut: LeftOut) {
    precondition(isProtected.count == actorCount, "Each actor is protected or not.")
    positions = columns.positions
    (payers, payees, times) = (columns.payers, columns.payees, columns.times)
    (paid, received) = (columns.paid, columns.received)
    (currencies, currencyNames) = (columns.currencies, columns.currencyNames)
    currenciesReceived =
      columns.currenciesReceived.isEmpty ? columns.currencies : columns.currenciesReceived
    (channels, payerPlaces, payeePlaces) = (columns.channels, columns.payerPlaces, columns.payeePlaces)
    self.actorCount = actorCount
    self.isProtected = isProtected
    self.leftOut = leftOut
    outgoing = TransferLists(by: payers, at: times, actorCount: actorCount)
    incoming = TransferLists(by: payees, at: times, actorCount: actorCount)
  }

  /// The same transfers, some of their columns replaced.
  func replacing(times: [Int64], paid: [Double], received: [Double], order: [Int32]) -> PatternLedger {
    var columns = TransferColumns()
    columns.times = times
    columns.paid = paid
    columns.received = received
    columns.currencyNames = currencyNames
    func sorted<Value>(_ values: [Value]) -> [Value] { order.map { values[Int($0)] } }
    columns.positions = sorted(positions)
    columns.payers = sorted(payers)
    columns.payees = sorted(payees)
    columns.currencies = sorted(currencies)
    columns.currenciesReceived = sorted(currenciesReceived)
    columns.channels = sorted(channels)
    columns.payerPlaces = sorted(payerPlaces)
    columns.payeePlaces = sorted(payeePlaces)
    return PatternLedger(columns, actorCount: actorCount, isProtected: isProtected, leftOut: leftOut)
  }
}

/// The channels that detectors ask for.
public enum PatternChannel: UInt8, Hashable, Sendable { case other, hawala, virtualAsset, trade }

/// The columns from which a ``PatternLedger`` is made, sorted by time.
package struct TransferColumns: Sendable {
  package var positions: [Int32] = []
  package var payers: [Int32] = []
  package var payees: [Int32] = []
  package var times: [Int64] = []
  package var paid: [Double] = []
  package var received: [Double] = []
  package var currencies: [Int32] = []
  /// Empty: all arrive in the currency in which they are paid.
  package var currenciesReceived: [Int32] = []
  package var currencyNames: [String] = []
  package var channels: [PatternChannel] = []
  package var payerPlaces: [Int32] = []
  package var payeePlaces: [Int32] = []

  package init() {}
}

/// For each actor, its transfers in the order of time (CSR).
struct TransferLists: Sendable {
  let offsets: [Int]
  let transfers: [Int32]
  /// The time of each of ``transfers``, beside it: most searches read no more of it.
  let times: [Int64]

  /// - Parameter isListed: which transfers to list; nil: all.
  init(by actors: [Int32], at instants: [Int64], actorCount: Int, where isListed: [Bool]? = nil) {
    var offsets = [Int](repeating: 0, count: actorCount + 1)
    for (transfer, actor) in actors.enumerated() where isListed?[transfer] ?? true {
      offsets[Int(actor) + 1] += 1
    }
    for actor in 0..<actorCount { offsets[actor + 1] += offsets[actor] }
    var next = offsets
    var transfers = [Int32](repeating: 0, count: offsets[actorCount])
    var times = [Int64](repeating: 0, count: offsets[actorCount])
    for (transfer, actor) in actors.enumerated() where isListed?[transfer] ?? true {
      transfers[next[Int(actor)]] = Int32(transfer)
      times[next[Int(actor)]] = instants[transfer]
      next[Int(actor)] += 1
    }
    self.offsets = offsets
    self.transfers = transfers
    self.times = times
  }

  /// The places in ``transfers`` that belong to an actor.
  func range(of actor: Int) -> Range<Int> { offsets[actor]..<offsets[actor + 1] }

  /// The transfers of an actor.
  subscript(actor: Int) -> ArraySlice<Int32> { transfers[range(of: actor)] }

  /// The times of the transfers of an actor.
  func times(of actor: Int) -> ArraySlice<Int64> { times[range(of: actor)] }

  /// The first place in a range whose transfer is later than a time.
  func firstLater(than time: Int64, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if times[middle] > time { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
