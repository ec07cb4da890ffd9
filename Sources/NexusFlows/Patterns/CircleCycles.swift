/// The cycles around one circle of actors after the other, as many as stand apart.
///
/// Of all temporal cycles around the circle, wherever they start, the one that closes first stands; of those that
/// close at one instant the one that starts last, then the one of the earlier rows. The same is done again with the
/// cycles that share no transfer with those that stand, until there is none.
struct CircleCycles {
  private let ledger: PatternLedger
  private let links: CyclicLinks
  private let options: PatternOptions
  /// By row: whether a cycle around the present circle has it.
  private var isTaken: [Bool]
  /// The places in ``CyclicLinks/byPayee`` of the payments from each actor of the circle to the next one.
  private var legs: [Range<Int>] = []

  /// A payment that may be the last of a cycle, and the leg that it is on.
  private struct Closing {
    var row: Int32
    var leg: Int
  }

  init(_ ledger: PatternLedger, _ links: CyclicLinks, _ options: PatternOptions) {
    (self.ledger, self.links, self.options) = (ledger, links, options)
    isTaken = [Bool](repeating: false, count: ledger.count)
  }

  mutating func hits(around circle: [Int32]) -> [PatternHit] {
    legs = circle.indices.map { links.payments(from: circle[$0], to: circle[($0 + 1) % circle.count]) }
    var closings = legs.enumerated().flatMap { leg, places in
      places.map { Closing(row: links.byPayee[$0], leg: leg) }
    }
    closings.sort { $0.row < $1.row }
    var cycles: [[Int32]] = []
    var first = 0
    while first < closings.count {
      let instant = ledger.times[Int(closings[first].row)]
      var end = first
      while end < closings.count, ledger.times[Int(closings[end].row)] == instant { end += 1 }
      // What could not close earlier cannot now: there are fewer free transfers.
      while let cycle = closings[first..<end].compactMap(bestCycle).min(by: startsLater) {
        for row in cycle { isTaken[Int(row)] = true }
        cycles.append(cycle)
      }
      first = end
    }
    for row in cycles.joined() { isTaken[Int(row)] = false }
    return cycles.map { ledger.cycle($0) }
  }

  private func startsLater(_ left: [Int32], _ right: [Int32]) -> Bool {
    let (first, second) = (ledger.times[Int(left[0])], ledger.times[Int(right[0])])
    return first != second ? first > second : left.lexicographicallyPrecedes(right)
  }

  /// Of the cycles of free transfers that a payment closes the one that starts last.
  private func bestCycle(_ closing: Closing) -> [Int32]? {
    guard !isTaken[Int(closing.row)] else { return nil }
    let (hops, end) = (legs.count, ledger.times[Int(closing.row)])
    // Backwards, each hop as late as it can be: so late must its start leave at the latest.
    var bound = end
    for back in stride(from: 1, to: hops - 1, by: 1) {
      guard let place = lastFree(before: bound, on: legs[(closing.leg - back + hops) % hops]) else {
        return nil
      }
      bound = ledger.times[Int(links.byPayee[place])]
    }
    guard let start = latestStart(before: bound, of: closing) else { return nil }
    // Forwards, each hop as early as it can be.
    var cycle = [start]
    for ahead in stride(from: 2, to: hops, by: 1) {
      let time = ledger.times[Int(cycle[cycle.count - 1])]
      cycle.append(firstFree(after: time, on: legs[(closing.leg + ahead) % hops]))
    }
    return cycle + [closing.row]
  }

  /// The latest payment of enough on the leg after the closing one, within the window; of one instant the first row.
  private func latestStart(before bound: Int64, of closing: Closing) -> Int32? {
    let leg = legs[(closing.leg + 1) % legs.count]
    let earliest = ledger.times[Int(closing.row)] - options.longWindow.seconds
    var place = links.firstLater(than: bound - 1, in: leg) - 1
    var best: Int32?
    while place >= leg.lowerBound {
      let row = links.byPayee[place]
      let time = ledger.times[Int(row)]
      if time < earliest { break }
      if let best, time < ledger.times[Int(best)] { break }
      if !isTaken[Int(row)], ledger.comesBack(closing.row, of: row, options.leastReturn) { best = row }
      place -= 1
    }
    return best
  }

  private func lastFree(before time: Int64, on leg: Range<Int>) -> Int? {
    var place = links.firstLater(than: time - 1, in: leg) - 1
    while place >= leg.lowerBound, isTaken[Int(links.byPayee[place])] { place -= 1 }
    return place >= leg.lowerBound ? place : nil
  }

  /// There is one, since there is one between this start and its closing payment.
  private func firstFree(after time: Int64, on leg: Range<Int>) -> Int32 {
    var place = links.firstLater(than: time, in: leg)
    while isTaken[Int(links.byPayee[place])] { place += 1 }
    return links.byPayee[place]
  }
}

extension PatternLedger {
  /// Whether what the start of a cycle pays and what comes back are of one known currency.
  private func isComparable(_ receipt: Int32, to start: Int32) -> Bool {
    let currency = currencies[Int(start)]
    return currency == currenciesReceived[Int(receipt)] && currency != PatternLedger.unknownCurrency
  }

  /// Whether enough of a payment comes back by a receipt, or their amounts cannot be compared.
  func comesBack(_ receipt: Int32, of start: Int32, _ leastReturn: Double) -> Bool {
    !isComparable(receipt, to: start) || reaches(received[Int(receipt)], leastReturn, of: paid[Int(start)])
  }

  /// The hit of a cycle of transfers in the order of time.
  fileprivate func cycle(_ transfers: [Int32]) -> PatternHit {
    let (start, receipt) = (transfers[0], transfers[transfers.count - 1])
    let isChecked = isComparable(receipt, to: start)
    let actors = transfers.map { payers[Int($0)] }
    return PatternHit(
      pattern: .cycle, actors: actors, transfers: transfers, start: times[Int(start)],
      end: times[Int(receipt)], currency: isChecked ? currencies[Int(start)] : nil,
      amountIn: isChecked ? paid[Int(start)] : nil, amountOut: isChecked ? received[Int(receipt)] : nil,
      isAmountChecked: isChecked, movers: actors)
  }
}
