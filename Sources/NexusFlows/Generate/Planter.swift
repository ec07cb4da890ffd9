internal import NexusGraph

/// Plants patterns, each with actors of its own, by the definitions of the detectors with some room to spare.
struct Planter {
  private var generator: SeededGenerator
  /// The number above the highest actor that is still free.
  private(set) var nextActor: Int32
  /// Transfers that a planted pattern needs around it, such as the usual prices of a corridor.
  private(set) var settings: [SyntheticTransfer] = []
  private var plant: Int32 = 0
  private var currency: UInt8 = 0
  private var start: Int64 = 0
  private var transfers: [SyntheticTransfer] = []

  init(seed: UInt64, nextActor: Int32) {
    generator = SeededGenerator(seed: seed ^ 0x9A17_ED00)
    self.nextActor = nextActor
  }

  mutating func plant(_ pattern: FlowPattern, number: Int) -> SyntheticPlant {
    plant = Int32(number)
    currency = UInt8(generator.next(below: SyntheticNetwork.currencies.count))
    // Far enough from both ends of the period for ordinary life before and after.
    let day = SyntheticNetwork.firstDay + 200 + Int64(generator.next(below: SyntheticNetwork.dayCount - 440))
    start = day * 86_400 + Int64(generator.next(below: 86_400))
    transfers = []
    let actors =
      switch pattern {
      case .fanIn: fan(.incoming)
      case .fanOut: fan(.outgoing)
      case .gatherScatter: gatherScatter()
      case .scatterGather: scatterGather()
      case .cycle: cycle()
      case .bipartite: bipartite()
      case .stack: stack()
      case .random: chain()
      case .structuring: structuring()
      case .passThrough: passThrough()
      case .funnel: funnel()
      case .mirror: mirror()
      case .price: price()
      case .peel: peel()
      }
    return SyntheticPlant(
      pattern: pattern, actors: actors,
      transfers: transfers.sorted { ($0.time, $0.payer, $0.payee) < ($1.time, $1.payer, $1.payee) })
  }

  // MARK: Pieces

  private enum Side { case incoming, outgoing }

  private mutating func actor() -> Int32 {
    nextActor -= 1
    return nextActor
  }

  private mutating func actors(_ count: Int) -> [Int32] { (0..<count).map { _ in actor() } }

  private mutating func count(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + generator.next(below: range.count)
  }

  /// An amount between 1 000 and 8 000, in hundredths, far from the usual reporting thresholds.
  private mutating func amount() -> Int64 { 100_000 + Int64(generator.next(below: 700_000)) }

  private static func part(_ cents: Int64, _ thousandths: Int64) -> Int64 { cents * thousandths / 1000 }

  private mutating func pay(
    _ payer: Int32, _ payee: Int32, _ cents: Int64, hours: Double, channel: String = "bank",
    from: Int? = nil, to: Int? = nil
  ) {
    transfers.append(
      SyntheticTransfer(
        payer: payer, payee: payee, cents: cents, time: start + Int64(hours * 3600), currency: currency,
        channel: UInt8(SyntheticNetwork.channels.firstIndex(of: channel) ?? 0),
        payerRegion: Int8(from ?? -1), payeeRegion: Int8(to ?? -1), plant: plant))
  }

  /// Hours from `low` to below `low + span`, to the second.
  private mutating func hours(_ low: Double, _ span: Double) -> Double {
    low + Double(generator.next(below: Int(span * 3600))) / 3600
  }

  // MARK: Shapes

  private mutating func fan(_ side: Side) -> [Int32] {
    let (hub, others) = (actor(), actors(count(6...10)))
    for other in others {
      let (payer, payee) = side == .incoming ? (other, hub) : (hub, other)
      pay(payer, payee, amount(), hours: hours(0, 144))
    }
    return [hub] + others
  }

  private mutating func gatherScatter() -> [Int32] {
    let (hub, payers, payees) = (actor(), actors(count(3...6)), actors(count(3...6)))
    var whole: Int64 = 0
    for payer in payers {
      let cents = amount()
      whole += cents
      pay(payer, hub, cents, hours: hours(0, 200))
    }
    for payee in payees {
      pay(hub, payee, Planter.part(whole, 950) / Int64(payees.count), hours: hours(220, 200))
    }
    return [hub] + payers + payees
  }

  private mutating func scatterGather() -> [Int32] {
    let (first, middle, last) = (actor(), actors(count(3...6)), actor())
    for intermediary in middle {
      let cents = amount()
      pay(first, intermediary, cents, hours: hours(0, 120))
      pay(intermediary, last, Planter.part(cents, 970), hours: hours(130, 120))
    }
    return [first] + middle + [last]
  }

  private mutating func cycle() -> [Int32] {
    let members = actors(count(2...6))
    var cents = amount()
    for (position, member) in members.enumerated() {
      pay(member, members[(position + 1) % members.count], cents, hours: hours(72 * Double(position), 60))
      cents = Planter.part(cents, 970)
    }
    return members
  }

  private mutating func bipartite() -> [Int32] {
    let (sources, sinks) = (actors(count(3...5)), actors(count(3...5)))
    layer(sources, sinks, from: 0)
    return sources + sinks
  }

  private mutating func layer(_ sources: [Int32], _ sinks: [Int32], from low: Double) {
    for source in sources {
      for sink in sinks { pay(source, sink, amount(), hours: hours(low, 140)) }
    }
  }

  private mutating func stack() -> [Int32] {
    let (first, middle, last) = (actors(count(3...4)), actors(3), actors(count(3...4)))
    layer(first, middle, from: 0)
    layer(middle, last, from: 192)
    return first + middle + last
  }

  private mutating func chain() -> [Int32] {
    let members = actors(count(6...9))
    var cents = amount()
    for position in 0..<members.count - 1 {
      pay(members[position], members[position + 1], cents, hours: hours(60 * Double(position), 48))
      cents = Planter.part(cents, 930)
    }
    return members
  }

  private mutating func structuring() -> [Int32] {
    let (payer, payees) = (actor(), actors(count(3...6)))
    for payee in payees {
      pay(payer, payee, 910_000 + Int64(generator.next(below: 80_000)), hours: hours(0, 66), channel: "cash")
    }
    return [payer] + payees
  }

  private mutating func passThrough() -> [Int32] {
    let (source, hub, target) = (actor(), actor(), actor())
    let cents = 10 * amount()
    pay(source, hub, cents, hours: 0)
    pay(hub, target, Planter.part(cents, 920 + Int64(generator.next(below: 70))), hours: hours(1, 40))
    return [source, hub, target]
  }

  private mutating func funnel() -> [Int32] {
    let (hub, payers, payee) = (actor(), actors(count(3...5)), actor())
    let places = Array(SyntheticNetwork.regions.indices).shuffled(using: &generator)
    for (payer, place) in zip(payers, places) {
      pay(payer, hub, amount(), hours: hours(0, 72), channel: "cash", from: place, to: place)
    }
    pay(hub, payee, amount(), hours: hours(80, 60), from: places[0], to: places[payers.count])
    return [hub] + payers + [payee]
  }

  private mutating func mirror() -> [Int32] {
    let (broker, other) = (actor(), actor())
    let (payers, payees) = (actors(count(3...5)), [Int32]())
    var customers = payees
    var cents = amount()
    var whole: Int64 = 0
    for payer in payers {
      let payee = actor()
      customers += [payer, payee]
      // Amounts so far apart that each leg has one mirror.
      pay(payer, broker, cents, hours: hours(0, 48), channel: "hawala")
      pay(other, payee, Planter.part(cents, 970), hours: hours(50, 48), channel: "hawala")
      whole += cents
      cents = Planter.part(cents, 1_300)
    }
    pay(broker, other, whole, hours: 120)
    return [broker, other] + customers
  }

  private mutating func price() -> [Int32] {
    let (payer, payee) = (actor(), actor())
    let (from, to) = (generator.next(below: 10), generator.next(below: 10))
    // What is usual on the corridor, so that the outlier stands out whatever else is traded there.
    let traders = actors(4)
    var outlier = transfers
    for number in 0..<16 {
      let cents = 800_000 + Int64(generator.next(below: 100_000))
      pay(
        traders[number % 2], traders[2 + number / 2 % 2], cents, hours: -720 + 90 * Double(number),
        channel: "trade",
        from: from, to: to)
      transfers[transfers.count - 1].plant = -1
    }
    settings += transfers
    transfers = []
    pay(
      payer, payee, 12_000_000 + Int64(generator.next(below: 1_000_000)), hours: 0, channel: "trade",
      from: from, to: to)
    outlier += transfers
    transfers = outlier
    return [payer, payee]
  }

  private mutating func peel() -> [Int32] {
    let wallets = actors(count(6...8))
    var peels: [Int32] = []
    var cents = 100 * amount()
    for position in 0..<wallets.count - 1 {
      pay(
        wallets[position], wallets[position + 1], cents, hours: hours(36 * Double(position), 12),
        channel: "virtual-asset")
      guard position + 2 < wallets.count else { break }
      let peel = actor()
      peels.append(peel)
      pay(
        wallets[position + 1], peel, Planter.part(cents, 50), hours: hours(36 * Double(position) + 14, 12),
        channel: "virtual-asset")
      cents = Planter.part(cents, 920)
    }
    return wallets + peels
  }

  // MARK: Ordinary life of planted actors

  /// Up to two ordinary transfers of each planted actor, 90 to 190 days away from its pattern.
  mutating func camouflage(
    for plants: [SyntheticPlant], ordinary: Int, atMost room: Int
  ) -> [SyntheticTransfer] {
    var camouflage: [SyntheticTransfer] = []
    for plant in plants {
      guard let first = plant.transfers.first?.time, let last = plant.transfers.last?.time else { continue }
      for actor in plant.actors {
        for _ in 0..<generator.next(below: 3) where camouflage.count < room {
          let isBefore = generator.next(below: 2) == 0
          let gap = Int64(90 + generator.next(below: 100))
          let day = (isBefore ? first / 86_400 - gap : last / 86_400 + gap) * 86_400
          var transfer = SyntheticNetwork.ordinary(&generator, ordinary, start: day)
          if generator.next(below: 2) == 0 { transfer.payer = actor } else { transfer.payee = actor }
          // Off the corridors of trade, whose prices are kept.
          if transfer.channel == SyntheticNetwork.trade { transfer.channel = 0 }
          camouflage.append(transfer)
        }
      }
    }
    return camouflage
  }
}
