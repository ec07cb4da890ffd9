extension PatternLedger {
  /// The one currency of one column of some transfers, or nil when they mix or one is unknown.
  private func commonCurrency(_ transfers: some Sequence<Int32>, _ column: [Int32]) -> Int32? {
    var common: Int32?
    for transfer in transfers {
      let currency = column[Int(transfer)]
      guard currency != PatternLedger.unknownCurrency, common ?? currency == currency else { return nil }
      common = currency
    }
    return common
  }

  /// What the payers pay.
  func sumPaid(_ transfers: [Int32]) -> PatternSum {
    PatternSum(
      value: transfers.reduce(0) { $0 + paid[Int($1)] }, currency: commonCurrency(transfers, currencies))
  }

  /// What the payees receive.
  func sumReceived(_ transfers: [Int32]) -> PatternSum {
    PatternSum(
      value: transfers.reduce(0) { $0 + received[Int($1)] },
      currency: commonCurrency(transfers, currenciesReceived))
  }

  /// A hit over transfers in any order; both amounts stand only where they are of one currency. Where only what arrives
  /// is of another one, what goes in still stands.
  func hit(
    _ pattern: FlowPattern, actors: [Int32], movers: [Int32], transfers: [Int32], amountIn: PatternSum,
    amountOut: PatternSum
  ) -> PatternHit {
    let ordered = transfers.sorted()
    let isChecked = amountIn.currency != nil && amountIn.currency == amountOut.currency
    let isPaidInOne = amountIn.currency == commonCurrency(ordered, currencies)
    let currency = isChecked || isPaidInOne ? amountIn.currency : nil
    return PatternHit(
      pattern: pattern, actors: actors, transfers: ordered, start: times[Int(ordered[0])],
      end: times[Int(ordered[ordered.count - 1])], currency: currency,
      amountIn: currency == nil ? nil : amountIn.value, amountOut: isChecked ? amountOut.value : nil,
      isAmountChecked: isChecked, movers: movers)
  }
}

/// Amounts of one end of some transfers, summed up.
struct PatternSum {
  var value: Double
  /// nil when they mix or one is unknown: the sum means nothing then.
  var currency: Int32?
}

/// Some actors without repeats, in order of first appearance.
func distinct(_ actors: some Sequence<Int32>) -> [Int32] {
  var seen = Set<Int32>()
  return actors.filter { seen.insert($0).inserted }
}

/// Whether a share of an amount is reached, up to rounding.
func reaches(_ amount: Double, _ share: Double, of whole: Double) -> Bool {
  amount >= share * whole * (1 - 1e-9)
}
