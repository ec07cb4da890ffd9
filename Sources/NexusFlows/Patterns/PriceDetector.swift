private import Foundation

extension PatternLedger {
  /// Price: a trade transfer whose amount is far from what is usual on its corridor.
  ///
  /// A corridor is the place of the payer, that of the payee and the currency, with at least
  /// ``PatternOptions/corridorCount`` transfers by the channel trade. With x = ln amount,
  ///
  ///     z = 0.6745 |x − median| ÷ MAD,
  ///
  /// MAD the median of |x − median|. A transfer is a hit when z exceeds ``PatternOptions/priceDeviation``; a corridor
  /// whose MAD is 0 (half its amounts are equal) has none. Quantities are not in the data, so a large consignment
  /// looks like a high price: every hit is marked amount unchecked. In: what is paid; out: what is received.
  ///
  /// - Complexity: O(*t* log *t*) for *t* trade transfers.
  ///
  /// Source: B. Iglewicz, D. Hoaglin, *How to Detect and Handle Outliers*, ASQC 1993 (modified z-score, 3.5).
  func unusualPrices(_ options: PatternOptions) -> DetectorFindings {
    struct Corridor: Hashable {
      var from: Int32
      var to: Int32
      var currency: Int32
    }
    var corridors: [Corridor: [Int32]] = [:]
    for row in 0..<count
    where channels[row] == .trade && payerPlaces[row] >= 0 && payeePlaces[row] >= 0
      && currencies[row] != PatternLedger.unknownCurrency
    {
      let corridor = Corridor(from: payerPlaces[row], to: payeePlaces[row], currency: currencies[row])
      corridors[corridor, default: []].append(Int32(row))
    }
    var unusual: [Int32] = []
    for transfers in corridors.values where transfers.count >= options.corridorCount {
      let logs = transfers.map { log(paid[Int($0)]) }
      let median = median(logs)
      let deviation = self.median(logs.map { abs($0 - median) })
      guard deviation > 0 else { continue }
      for (transfer, x) in zip(transfers, logs)
      where 0.6745 * abs(x - median) > options.priceDeviation * deviation {
        unusual.append(transfer)
      }
    }
    return DetectorFindings(
      hits: unusual.sorted().map { transfer in
        let actors = [payers[Int(transfer)], payees[Int(transfer)]]
        var found = hit(
          .price, actors: actors, movers: actors, transfers: [transfer], amountIn: sumPaid([transfer]),
          amountOut: sumReceived([transfer]))
        found.isAmountChecked = false
        return found
      })
  }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
