private import Foundation
private import NexusGraph
public import NexusModel

/// What stands against the transfers as they were read. Nothing here is mended or left out silently: it is counted.
public struct FlowQuality: Sendable {
  /// Some rows with a trouble, and where the first of them stands.
  public struct Finding: Hashable, Sendable {
    public internal(set) var count = 0
    public internal(set) var first: RowID?

    mutating func note(_ row: RowID) {
      count += 1
      if first == nil { first = row }
    }
  }

  /// Transfers that count.
  public private(set) var transfers = 0
  /// Rows that deny a transfer or only predict one: in no sum.
  public private(set) var refuted = Finding()
  public private(set) var predicted = Finding()
  /// In every sum, but in no window, pattern or trail.
  public private(set) var undated = Finding()
  /// Dated after the day of reference.
  public private(set) var afterReference = Finding()
  /// Rows dated before a row above them. Order in time decides everywhere, so this changes nothing.
  public private(set) var outOfOrder = Finding()
  /// Summed in a ledger without a name.
  public private(set) var withoutCurrency = Finding()
  /// Currencies that ISO 4217 does not list, by word; summed as they are written.
  public private(set) var unknownCurrencies: [(currency: String, finding: Finding)] = []
  public private(set) var zeroAmounts = Finding()
  /// Transfers that equal an earlier one in ends, amounts, currency, channel, crimes, date and regions. Each counts.
  public private(set) var repeats = Finding()

  init(_ network: Network, asOf: Instant?) {
    var currencies: [String: Finding] = [:]
    var firstOfPrint: [UInt64: Int32] = [:]
    var newest: Int64?
    let end = asOf.map { $0.precision == .second ? $0.seconds : $0.seconds + 86_399 }
    for (position, transfer) in network.transfers.enumerated() {
      let row = transfer.evidence.row
      guard transfer.stands else {
        if transfer.evidence.kind == .prediction { predicted.note(row) } else { refuted.note(row) }
        continue
      }
      transfers += 1
      if let date = transfer.date {
        if let newest, date.seconds < newest { outOfOrder.note(row) }
        newest = max(newest ?? date.seconds, date.seconds)
        if let end, date.seconds > end { afterReference.note(row) }
      } else {
        undated.note(row)
      }
      if transfer.amount == 0 { zeroAmounts.note(row) }
      if transfer.currency.isEmpty {
        withoutCurrency.note(row)
      } else {
        currencies[transfer.currency, default: Finding()].note(row)
      }
      let print = FlowQuality.print(of: transfer)
      if let earlier = firstOfPrint[print] {
        if FlowQuality.isEqual(network.transfers[Int(earlier)], transfer) { repeats.note(row) }
      } else {
        firstOfPrint[print] = Int32(position)
      }
    }
    unknownCurrencies = currencies.filter { !Locale.Currency($0.key).isISOCurrency }.sorted {
      $0.key < $1.key
    }
    .map { (currency: $0.key, finding: $0.value) }
  }

  /// Equal transfers have equal prints.
  private static func print(of transfer: Transfer) -> UInt64 {
    var state = SeededGenerator(
      seed: UInt64(UInt32(bitPattern: transfer.payer.rawValue)) << 32
        | UInt64(UInt32(bitPattern: transfer.payee.rawValue)))
    var print = state.next() &+ transfer.amount.bitPattern &* 0x9E37_79B9_7F4A_7C15
    state = SeededGenerator(seed: print ^ UInt64(bitPattern: transfer.date?.seconds ?? .min))
    print = state.next()
    for byte in transfer.currency.utf8 { print = (print ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for byte in transfer.channel.word.utf8 { print = (print ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return print
  }

  private static func isEqual(_ first: Transfer, _ second: Transfer) -> Bool {
    first.payer == second.payer && first.payee == second.payee && first.amount == second.amount
      && first.amountReceived == second.amountReceived
      && first.currency == second.currency && first.currencyReceived == second.currencyReceived
      && first.channel == second.channel && first.crimes == second.crimes && first.date == second.date
      && first.payerRegion == second.payerRegion && first.payeeRegion == second.payeeRegion
  }
}
