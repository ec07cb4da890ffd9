import NexusAlgorithms

/// Between which amounts the inflow from the source lies, whatever an account did with which of its money.
///
/// An allocation says of each payment how much of it is from the source, such that no account pays out more money of
/// the source, or more other money, than it holds of it. With openings as in ``TaintPass``:
///
/// - `most`: the maximum time-respecting flow of money of the source into the account. No allocation gives more.
/// - `least`: the inflow less the maximum time-respecting flow of other money (opening balances, and what arrives beyond
///   what was paid) into the account. No allocation gives less.
///
/// Money that leaves the account and comes back counts each time it arrives, as it does in the inflow.
struct TraceBounds {
  private let stream: MoneyStream
  private let seeds: [Bool]
  private let pass: TaintPass
  /// The events at which other money can move or enter.
  private let otherEvents: [Int32]
  /// By actor, whether money that it holds at the place of a backward scan can still reach the account in question.
  private var leadsOn: [Bool]
  /// What may still be spent, in events looked at and arcs built; at 0 no further bound is computed.
  private(set) var budget: Int
  /// Networks of more transfers than this are not solved: one alone could take minutes.
  private static let largestNetwork = 500_000

  init(_ stream: MoneyStream, seeds: [Bool], _ pass: TaintPass, budget: Int) {
    (self.stream, self.seeds, self.pass, self.budget) = (stream, seeds, pass, budget)
    leadsOn = [Bool](repeating: false, count: pass.inflows.count)
    otherEvents = (0..<Int32(stream.count)).filter { event in
      let isSeed = seeds[Int(event)]
      return (!isSeed && stream.moved[Int(event)] > 0) || stream.surplus(Int(event), isSeed: isSeed) > 0
    }
  }

  /// The bounds of an account that money of the source reached, in units; nil when the budget is spent or the network
  /// before the account is too large.
  ///
  /// Where the rules show that a bound is met (all that arrived over the trail is from the source by one rule, or no
  /// more than the source itself paid by another) no flow is computed.
  mutating func bounds(of account: Int) throws(FlowError) -> (least: Double, most: Double)? {
    let rules = pass.tainted[account]
    let (low, high) = (
      min(rules.haircut, rules.fifo, rules.lifo), max(rules.haircut, rules.fifo, rules.lifo)
    )
    let most = high >= rules.poison ? rules.poison : try most(account)
    guard let most else { return nil }
    let least = low <= pass.direct[account] ? pass.direct[account] : try least(account)
    guard let least else { return nil }
    return (min(least, most), most)
  }

  private mutating func most(_ account: Int) throws(FlowError) -> Double? {
    guard budget > 0 else { return nil }
    let events = useful(pass.trail.lazy.map(\.event).reversed(), to: account, pass.trail.count)
    guard events.count <= TraceBounds.largestNetwork else { return nil }
    let target = Int32(account)
    var expansion = TimeExpansion()
    var gaining: [Int] = []
    for event in events {
      let (payer, payee) = (stream.payers[Int(event)], stream.payees[Int(event)])
      let arc: Int
      if seeds[Int(event)] {
        arc = expansion.supply(stream.fromSource(Int(event)), to: payee)
      } else {
        arc = expansion.move(stream.moved[Int(event)], from: payer, to: payee, transfer: event)
      }
      if payee == target { gaining.append(arc) }
    }
    return try gain(&expansion, gaining, target)
  }

  private mutating func least(_ account: Int) throws(FlowError) -> Double? {
    guard budget > 0 else { return nil }
    let events = useful(otherEvents.reversed(), to: account, otherEvents.count)
    guard events.count <= TraceBounds.largestNetwork else { return nil }
    let target = Int32(account)
    var expansion = TimeExpansion()
    var gaining: [Int] = []
    func open(_ actor: Int32, _ expansion: inout TimeExpansion) {
      let opening = pass.openings[Int(actor)]
      if opening > 0, !expansion.isReached(actor) { expansion.supply(opening, to: actor) }
    }
    for event in events {
      let (payer, payee) = (stream.payers[Int(event)], stream.payees[Int(event)])
      let isSeed = seeds[Int(event)]
      open(payee, &expansion)
      if !isSeed, stream.moved[Int(event)] > 0 {
        open(payer, &expansion)
        if expansion.isReached(payer) {
          let arc = expansion.move(stream.moved[Int(event)], from: payer, to: payee, transfer: event)
          if payee == target { gaining.append(arc) }
        }
      }
      let surplus = stream.surplus(Int(event), isSeed: isSeed)
      if surplus > 0 {
        let arc = expansion.supply(surplus, to: payee)
        if payee == target { gaining.append(arc) }
      }
    }
    let other = try gain(&expansion, gaining, target)
    return max(pass.direct[account], pass.inflows[account] - other)
  }

  private mutating func gain(
    _ expansion: inout TimeExpansion, _ gaining: [Int], _ target: Int32
  ) throws(FlowError) -> Double {
    expansion.settle(target)
    budget -= 50 * expansion.network.arcCount
    return try expansion.network.maximumGain(
      from: TimeExpansion.source, to: TimeExpansion.sink, over: gaining)
  }

  /// Of events, given latest first, those after which money can still reach the account; earliest first.
  private mutating func useful(_ events: some Sequence<Int32>, to account: Int, _ count: Int) -> [Int32] {
    budget -= count
    var found: [Int32] = []
    var marked: [Int] = [account]
    leadsOn[account] = true
    for event in events where leadsOn[Int(stream.payees[Int(event)])] {
      found.append(event)
      let payer = Int(stream.payers[Int(event)])
      guard payer >= 0, !leadsOn[payer], !seeds[Int(event)] else { continue }
      leadsOn[payer] = true
      marked.append(payer)
    }
    for actor in marked { leadsOn[actor] = false }
    return found.reversed()
  }
}

extension MoneyStream {
  /// What arrives beyond what was paid: money from elsewhere.
  func surplus(_ event: Int, isSeed: Bool) -> Double {
    payees[event] < 0 ? 0 : received[event] - (isSeed ? fromSource(event) : moved[event])
  }
}
