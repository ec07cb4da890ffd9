import NexusModel

extension MoneyStream {
  /// All currencies as one, each amount at the rate of its day. Transfers without a rate are left out and counted.
  static func converted(_ ledger: TransferLedger, by rates: Rates, network: Network) -> (
    stream: MoneyStream, withoutRate: Int
  ) {
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
    return (stream, withoutRate)
  }
}
