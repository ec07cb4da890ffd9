private import Foundation
internal import NexusGraph

extension SyntheticNetwork {
  /// The days of the network, in order; ``transfers(onDay:)`` gives what happens on each.
  public var days: Range<Int> { 0..<SyntheticNetwork.dayCount }

  /// The first second of a day, from 1970-01-01T00:00:00Z.
  public func start(ofDay day: Int) -> Int64 { (SyntheticNetwork.firstDay + Int64(day)) * 86_400 }

  /// All transfers of one day by time, planted ones among them. Each day is drawn from a seed of its own.
  public func transfers(onDay day: Int) -> [SyntheticTransfer] {
    let start = start(ofDay: day)
    var generator = SeededGenerator(seed: options.seed &+ UInt64(day + 1) &* 0xD1B5_4A32_D192_ED03)
    var transfers = (0..<ordinaryCount(onDay: day)).map { _ in
      SyntheticNetwork.ordinary(&generator, ordinaryCount, start: start)
    }
    for index in transfers.indices where transfers[index].channel == SyntheticNetwork.trade {
      locate(&transfers[index])
    }
    transfers += placed[firstPlaced(from: start)..<firstPlaced(from: start + 86_400)]
    // Rows of one instant: ordinary ones first, then by plant and ends.
    transfers.sort {
      ($0.time, $0.plant, $0.payer, $0.payee, $0.cents) < ($1.time, $1.plant, $1.payer, $1.payee, $1.cents)
    }
    return transfers
  }

  static let trade = UInt8(channels.firstIndex(of: "trade") ?? 0)

  /// Weekends are quiet; over all days the counts add up to what was asked for.
  private func ordinaryCount(onDay day: Int) -> Int {
    let all = options.transfers - placed.count
    func through(_ day: Int) -> Int {
      // Day 0 is a Friday: weights 1 on working days, 0.25 on Saturdays and Sundays, in quarters.
      let weeks = day / 7
      let inWeek = [0, 4, 5, 6, 10, 14, 18][day % 7]
      return weeks * 22 + inWeek
    }
    let whole = through(SyntheticNetwork.dayCount)
    func share(_ day: Int) -> Int {
      let product = all.multipliedFullWidth(by: through(day))
      return whole.dividingFullWidth(product).quotient
    }
    return share(day + 1) - share(day)
  }

  private func firstPlaced(from time: Int64) -> Int {
    var (low, high) = (0, placed.count)
    while low < high {
      let middle = (low + high) / 2
      if placed[middle].time < time { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// One ordinary transfer within a day.
  static func ordinary(_ generator: inout SeededGenerator, _ count: Int, start: Int64) -> SyntheticTransfer {
    let payer = Int(Double(count) * pow(generator.unit(), 1.6))
    var payee: Int
    if generator.next(below: 2) == 0 {
      // One of the payer's own six counterparties.
      var contacts = SeededGenerator(seed: UInt64(payer) &* 6 &+ UInt64(generator.next(below: 6)))
      payee = contacts.next(below: count)
    } else {
      payee = Int(Double(count) * pow(generator.unit(), 2.4))
    }
    if payee == payer { payee = (payer + 1) % count }
    let channel = generator.pick([520, 200, 40, 60, 80, 30, 20, 50])
    return SyntheticTransfer(
      payer: Int32(payer), payee: Int32(payee), cents: amount(&generator, channel),
      time: start + time(&generator, channel), currency: generator.pick([60, 30, 10]), channel: channel,
      crime: generator.next(below: 25) == 0 ? Int8(generator.next(below: crimes.count)) : -1)
  }

  /// Trade is priced closely around 8 000, the rest spreads log-normally around 600.
  private static func amount(_ generator: inout SeededGenerator, _ channel: UInt8) -> Int64 {
    let (location, scale) = channel == trade ? (9.0, 0.25) : (6.4, 1.5)
    let radius = (-2 * log(1 - generator.unit())).squareRoot()
    let normal = radius * cos(2 * .pi * generator.unit())
    return max(100, Int64((100 * exp(location + scale * normal)).rounded()))
  }

  /// Business hours, but for what moves at any hour; in seconds from midnight.
  private static func time(_ generator: inout SeededGenerator, _ channel: UInt8) -> Int64 {
    let isAnyHour = channels[Int(channel)] == "virtual-asset" || generator.next(below: 10) == 0
    if isAnyHour { return Int64(generator.next(below: 86_400)) }
    // The mean of two draws peaks at 13:00.
    return 8 * 3600 + Int64((generator.next(below: 36_000) + generator.next(below: 36_000)) / 2)
  }

  /// Trade names where its ends are.
  private func locate(_ transfer: inout SyntheticTransfer) {
    transfer.payerRegion = Int8(homes[Int(transfer.payer)])
    transfer.payeeRegion = Int8(homes[Int(transfer.payee)])
  }
}
