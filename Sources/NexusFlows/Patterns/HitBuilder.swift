extension PatternLedger {
  /// The one currency of some transfers, or nil when they mix or one is unknown.
  func commonCurrency(_ transfers: some Sequence<Int32>) -> Int32? {
    var common: Int32?
    for transfer in transfers {
      let currency = currencies[Int(transfer)]
      guard currency != PatternLedger.unknownCurrency, common ?? currency == currency else { return nil }
      common = currency
    }
    return common
  }

  func sumPaid(_ transfers: some Sequence<Int32>) -> Double {
    transfers.reduce(0) { $0 + paid[Int($1)] }
  }

  func sumReceived(_ transfers: some Sequence<Int32>) -> Double {
    transfers.reduce(0) { $0 + received[Int($1)] }
  }

  /// A hit over transfers in any order; amounts stand only where all are of one currency.
  func hit(
    _ pattern: FlowPattern, actors: [Int32], movers: [Int32], transfers: [Int32], amountIn: Double,
    amountOut: Double
  ) -> PatternHit {
    let ordered = transfers.sorted()
    let currency = commonCurrency(ordered)
    return PatternHit(
      pattern: pattern, actors: actors, transfers: ordered, start: times[Int(ordered[0])],
      end: times[Int(ordered[ordered.count - 1])], currency: currency,
      amountIn: currency == nil ? nil : amountIn, amountOut: currency == nil ? nil : amountOut,
      isAmountChecked: currency != nil, movers: movers)
  }
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
