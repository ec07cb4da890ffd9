public import NexusModel

/// The dated transfers of a network as accounts see them, one stream for each currency: what tracing runs on.
///
/// Of a transfer in one currency the smaller of what was paid and what arrived moves on. A fee, what was paid beyond
/// it, leaves the recorded money right after; what arrived beyond it is money from elsewhere. A transfer between two
/// currencies is seen in each as the half that it is there, unless rates make one currency of all.
public struct MoneyStreams: Sendable {
  public let ledger: TransferLedger
  /// The currencies, by name. Empty text: the rows name none.
  public let currencies: [String]
  /// Transfers left out for want of a rate.
  public let withoutRate: Int
  /// Transfers between two currencies, one of them in ``currencies``: nothing moves on by them. 0 with rates.
  public let changingCurrency: Int
  let streams: [MoneyStream]

  /// Currencies apart. O(*m*).
  ///
  /// - Parameter currency: nil: all of them.
  public init(_ ledger: TransferLedger, only currency: String? = nil) {
    var streams = [MoneyStream](repeating: MoneyStream(), count: ledger.currencyNames.count)
    for position in 0..<ledger.count {
      let (from, to) = (Int(ledger.currencies[position]), Int(ledger.currenciesReceived[position]))
      let (paid, received) = (ledger.amountsPaid[position], max(0, ledger.amountsReceived[position]))
      let (payer, payee) = (ledger.payers[position], ledger.payees[position])
      if from == to {
        streams[from].append(Int32(position), payer, payee, paid, received)
      } else {
        streams[from].append(Int32(position), payer, -1, paid, 0)
        streams[to].append(Int32(position), -1, payee, 0, received)
      }
    }
    let names = ledger.currencyNames
    changingCurrency = (0..<ledger.count).count { position in
      let (from, to) = (ledger.currencies[position], ledger.currenciesReceived[position])
      guard from != to else { return false }
      return currency == nil || names[Int(from)] == currency || names[Int(to)] == currency
    }
    let kept = streams.indices.filter { currency == nil || ledger.currencyNames[$0] == currency }
    for index in kept { streams[index].countInWholeUnits() }
    self.ledger = ledger
    currencies = kept.map { ledger.currencyNames[$0] }
    self.streams = kept.map { streams[$0] }
    withoutRate = 0
  }

  /// All currencies as the reference currency of the rates, each amount at the rate of its day. O(*m* log rates).
  public init(_ ledger: TransferLedger, of network: Network, by rates: Rates) {
    var stream = MoneyStream()
    var withoutRate = 0
    for position in 0..<ledger.count {
      let day = network.transfers[Int(ledger.positions[position])].date
      let from = ledger.currencyNames[Int(ledger.currencies[position])]
      let to = ledger.currencyNames[Int(ledger.currenciesReceived[position])]
      guard let paid = rates.value(of: ledger.amountsPaid[position], in: from, on: day),
        let received = rates.value(of: max(0, ledger.amountsReceived[position]), in: to, on: day)
      else {
        withoutRate += 1
        continue
      }
      stream.append(Int32(position), ledger.payers[position], ledger.payees[position], paid, received)
    }
    stream.countInWholeUnits()
    self.ledger = ledger
    currencies = [rates.reference]
    streams = [stream]
    self.withoutRate = withoutRate
    changingCurrency = 0
  }
}
