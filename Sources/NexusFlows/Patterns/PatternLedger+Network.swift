internal import NexusGraph
public import NexusModel

extension PatternLedger {
  /// The transfers of a network that can be part of a pattern.
  ///
  /// A transfer was paid in at its place, else at its payer's region in the row, else at the payer's region where
  /// the data give one alone; likewise at the payee's end.
  ///
  /// - Parameter rates: with them all amounts are of the reference currency; a transfer without a rate on its day is of
  ///   an unknown currency then, and counted.
  /// - Complexity: O(*m* log *m*) time and O(*m*) memory.
  public init(_ network: Network, rates: Rates? = nil) {
    let ledger = TransferLedger(network)
    var leftOut = LeftOut()
    leftOut.undated = ledger.undated.count
    let namesCurrencies = ledger.currencyNames.contains { !$0.isEmpty }
    var places = PlaceNumbers(network)
    var columns = TransferColumns()
    columns.currencyNames = rates.map { [$0.reference] } ?? ledger.currencyNames
    var seen = RepeatedRows()
    for entry in 0..<ledger.count {
      guard ledger.payers[entry] != ledger.payees[entry] else {
        leftOut.toOneself += 1
        continue
      }
      guard ledger.amountsPaid[entry] > 0, ledger.amountsReceived[entry] > 0 else {
        leftOut.withoutAmount += 1
        continue
      }
      let transfer = network.transfers[Int(ledger.positions[entry])]
      // The rate of one end and its currency in the columns.
      func unit(_ currency: Int32) -> (rate: Double, currency: Int32) {
        let name = ledger.currencyNames[Int(currency)]
        guard let rates else {
          return (1, namesCurrencies && name.isEmpty ? PatternLedger.unknownCurrency : currency)
        }
        guard let rate = rates.rate(of: name, on: transfer.date) else {
          return (1, PatternLedger.unknownCurrency)
        }
        return (rate, 0)
      }
      let payerUnit = unit(ledger.currencies[entry])
      let payeeUnit = unit(ledger.currenciesReceived[entry])
      if payerUnit.currency == PatternLedger.unknownCurrency
        || payeeUnit.currency == PatternLedger.unknownCurrency
      {
        leftOut.unknownCurrency += 1
      }
      if seen.holds(ledger, entry) { leftOut.repeated += 1 }
      columns.positions.append(ledger.positions[entry])
      columns.payers.append(ledger.payers[entry])
      columns.payees.append(ledger.payees[entry])
      columns.times.append(ledger.times[entry])
      columns.paid.append(ledger.amountsPaid[entry] * payerUnit.rate)
      columns.received.append(ledger.amountsReceived[entry] * payeeUnit.rate)
      columns.currencies.append(payerUnit.currency)
      columns.currenciesReceived.append(payeeUnit.currency)
      columns.channels.append(PatternChannel(transfer.channel))
      columns.payerPlaces.append(places.number(transfer.place ?? transfer.payerRegion, of: transfer.payer))
      columns.payeePlaces.append(places.number(transfer.place ?? transfer.payeeRegion, of: transfer.payee))
    }
    self.init(
      columns, actorCount: network.actors.count, isProtected: network.actors.roles.map(\.isProtected),
      leftOut: leftOut)
  }
}

extension PatternChannel {
  init(_ channel: Channel) {
    switch channel.word {
    case "hawala": self = .hawala
    case "virtual-asset": self = .virtualAsset
    case "trade": self = .trade
    default: self = .other
    }
  }
}

/// Numbers regions, and knows in which one region an actor is.
private struct PlaceNumbers {
  private var numbers: [Region: Int32] = [:]
  private var homes: [Region?]

  init(_ network: Network) {
    homes = [Region?](repeating: nil, count: network.actors.count)
    var isMixed = [Bool](repeating: false, count: network.actors.count)
    for presence in network.actors.presences
    where presence.evidence.kind != .prediction && presence.evidence.stance == .supports {
      let actor = presence.actor.index
      if let home = homes[actor], home != presence.region { isMixed[actor] = true }
      homes[actor] = presence.region
    }
    for actor in homes.indices where isMixed[actor] { homes[actor] = nil }
  }

  mutating func number(_ region: Region?, of actor: ActorID) -> Int32 {
    guard let region = region ?? homes[actor.index] else { return -1 }
    if let known = numbers[region] { return known }
    numbers[region] = Int32(numbers.count)
    return Int32(numbers.count - 1)
  }
}

/// Finds rows of one instant that say the same.
private struct RepeatedRows {
  private struct Row: Hashable {
    var payer: Int32
    var payee: Int32
    var paid: Double
    var received: Double
    var currency: Int32
    var currencyReceived: Int32
  }
  private var instant = Int64.min
  private var rows = Set<Row>()

  mutating func holds(_ ledger: TransferLedger, _ entry: Int) -> Bool {
    if ledger.times[entry] != instant {
      instant = ledger.times[entry]
      rows.removeAll(keepingCapacity: true)
    }
    let row = Row(
      payer: ledger.payers[entry], payee: ledger.payees[entry], paid: ledger.amountsPaid[entry],
      received: ledger.amountsReceived[entry], currency: ledger.currencies[entry],
      currencyReceived: ledger.currenciesReceived[entry])
    return !rows.insert(row).inserted
  }
}
