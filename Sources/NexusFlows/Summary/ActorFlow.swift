public import NexusGraph
public import NexusModel

/// What one actor received and paid, as recorded.
public struct ActorFlow: Sendable {
  public let actor: ActorID
  public let received: Double
  public let transfersIn: Int
  public let paid: Double
  public let transfersOut: Int
  /// How many payers there are, those of protected roles left out.
  public let sources: Int
  /// Herfindahl–Hirschman index of the sources: Σ (share of a payer in what was received)², from 1/``sources`` (all
  /// alike) to 1 (one payer); nil where nothing was received. Payers of protected roles are left out.
  public let concentration: Double?

  /// In- and outflow of every actor with a transfer, by falling sum of the two, then by number.
  static func all(
    of network: Network, paid payments: [FlowLedger.Entry], received receipts: [FlowLedger.Entry],
    _ inflows: Inflows
  ) -> [ActorFlow] {
    let count = network.actors.count
    var received = [AmountSum](repeating: AmountSum(), count: count)
    var paid = received
    var (transfersIn, transfersOut) = ([Int](repeating: 0, count: count), [Int](repeating: 0, count: count))
    for entry in receipts {
      let payee = network.transfers[Int(entry.position)].payee.index
      received[payee].add(entry.amount)
      transfersIn[payee] += 1
    }
    for entry in payments {
      let payer = network.transfers[Int(entry.position)].payer.index
      paid[payer].add(entry.amount)
      transfersOut[payer] += 1
    }
    let flows: [ActorFlow] = (0..<count).compactMap { actor in
      guard transfersIn[actor] + transfersOut[actor] > 0, !network.actors.roles[actor].isProtected else {
        return nil
      }
      let sources = inflows.bySource(of: actor)
      let whole = sources.reduce(0, +)
      return ActorFlow(
        actor: ActorID(actor), received: received[actor].value, transfersIn: transfersIn[actor],
        paid: paid[actor].value, transfersOut: transfersOut[actor], sources: sources.count,
        concentration: whole > 0 ? sources.reduce(0) { $0 + ($1 / whole) * ($1 / whole) } : nil)
    }
    return flows.sorted { ($1.received + $1.paid, $0.actor) < ($0.received + $0.paid, $1.actor) }
  }
}

/// The transfers of a ledger by payee and payer, those of protected payers left out.
struct Inflows {
  /// Ascending by payee, then payer, then position.
  private let entries: [FlowLedger.Entry]
  private let payers: [Int32]
  private let offsets: [Int]
  /// How many transfers of protected payers each payee has.
  let protectedCounts: [Int]

  init(_ network: Network, _ all: [FlowLedger.Entry]) {
    var keyed: [(key: UInt64, entry: FlowLedger.Entry)] = []
    keyed.reserveCapacity(all.count)
    var offsets = [Int](repeating: 0, count: network.actors.count + 1)
    var protectedCounts = [Int](repeating: 0, count: network.actors.count)
    for entry in all {
      let transfer = network.transfers[Int(entry.position)]
      if network.actors.roles[transfer.payer.index].isProtected {
        protectedCounts[transfer.payee.index] += 1
        continue
      }
      let (payee, payer) = (UInt64(transfer.payee.rawValue), UInt64(transfer.payer.rawValue))
      keyed.append((payee << 32 | payer, entry))
      offsets[transfer.payee.index + 1] += 1
    }
    keyed.sort { ($0.key, $0.entry.position) < ($1.key, $1.entry.position) }
    for actor in 0..<network.actors.count { offsets[actor + 1] += offsets[actor] }
    entries = keyed.map(\.entry)
    payers = keyed.map { Int32(truncatingIfNeeded: $0.key & 0xFFFF_FFFF) }
    (self.offsets, self.protectedCounts) = (offsets, protectedCounts)
  }

  /// The transfers to an actor.
  func entries(to actor: Int) -> ArraySlice<FlowLedger.Entry> { entries[offsets[actor]..<offsets[actor + 1]] }

  /// What arrived from each payer of an actor, by number of the payer.
  func bySource(of actor: Int) -> [Double] {
    var sums: [AmountSum] = []
    var last: Int32?
    for position in offsets[actor]..<offsets[actor + 1] {
      if payers[position] != last {
        sums.append(AmountSum())
        last = payers[position]
      }
      sums[sums.count - 1].add(entries[position].amount)
    }
    return sums.map(\.value)
  }
}
