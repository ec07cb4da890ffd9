import NexusModel

/// How much of an inflow came from the source, by each of the four rules.
public struct TaintAmounts: Hashable, Sendable {
  /// All that an account pays after it received anything from the source. Makes more of it than there was.
  public var poison = 0.0
  /// The share of the source in what the payer holds, at each payment.
  public var haircut = 0.0
  /// What came first is paid first.
  public var fifo = 0.0
  /// What came last is paid first.
  public var lifo = 0.0

  public init(poison: Double = 0, haircut: Double = 0, fifo: Double = 0, lifo: Double = 0) {
    (self.poison, self.haircut, self.fifo, self.lifo) = (poison, haircut, fifo, lifo)
  }

  static func += (sum: inout TaintAmounts, other: TaintAmounts) {
    sum.poison += other.poison
    sum.haircut += other.haircut
    sum.fifo += other.fifo
    sum.lifo += other.lifo
  }
}

/// One pass over the transfers of a currency: accounts as ledgers under four rules side by side, in units.
struct TaintPass {
  /// By actor: what it received in all, what of it the source paid itself, and what of it came from the source.
  private(set) var inflows: [Double]
  private(set) var direct: [Double]
  private(set) var tainted: [TaintAmounts]
  /// By actor: the smallest opening balance that keeps the account from falling below 0.
  let openings: [Double]
  /// By actor: what the account holds after the last transfer, and how much of it is from the source by haircut.
  private(set) var balances: [Double]
  private(set) var haircutHeld: [Double]
  /// The transfers, as places in the stream, that carried money of the source by poison, and what they carried.
  private(set) var trail: [(event: Int32, amounts: TaintAmounts)] = []

  /// Payments into another currency by accounts that hold money of the source: there the trail ends.
  private(set) var endsBetweenCurrencies = 0

  private var isPoisoned: [Bool]
  private var fifo: QueueLedger
  private var lifo: QueueLedger

  /// - Parameter seeds: by event of the stream, whether the source is its payer.
  /// - Complexity: O(transfers + pieces of queues that payments carry).
  init(_ stream: MoneyStream, seeds: [Bool], actorCount: Int) {
    openings = TaintPass.openings(stream, actorCount: actorCount)
    balances = openings
    inflows = [Double](repeating: 0, count: actorCount)
    direct = inflows
    haircutHeld = inflows
    tainted = [TaintAmounts](repeating: TaintAmounts(), count: actorCount)
    isPoisoned = [Bool](repeating: false, count: actorCount)
    fifo = QueueLedger(.oldestFirst, actorCount: actorCount)
    lifo = QueueLedger(.youngestFirst, actorCount: actorCount)
    for event in 0..<stream.count {
      let isSeed = seeds[event]
      let drawn = pay(stream, event)
      if !isSeed, stream.payees[event] < 0, isPoisoned[Int(stream.payers[event])] {
        endsBetweenCurrencies += 1
      }
      receive(stream, event, isSeed ? nil : drawn)
    }
  }

  static func openings(_ stream: MoneyStream, actorCount: Int) -> [Double] {
    var balances = [Double](repeating: 0, count: actorCount)
    var lowest = balances
    for event in 0..<stream.count {
      let (payer, payee) = (Int(stream.payers[event]), Int(stream.payees[event]))
      if payer >= 0 {
        balances[payer] -= stream.paid[event]
        lowest[payer] = min(lowest[payer], balances[payer])
      }
      if payee >= 0 { balances[payee] += stream.received[event] }
    }
    return lowest.map { 0 - $0 }
  }

  /// Takes a payment and its fee out of the payer's account. Returns what of the payment is from the source.
  private mutating func pay(_ stream: MoneyStream, _ event: Int) -> TaintAmounts {
    let payer = Int(stream.payers[event])
    guard payer >= 0 else { return TaintAmounts() }
    let (paid, moved) = (stream.paid[event], stream.moved[event])
    var drawn = TaintAmounts()
    drawn.poison = isPoisoned[payer] ? moved : 0
    if haircutHeld[payer] > 0, balances[payer] > 0 {
      let share = min(1, haircutHeld[payer] / balances[payer])
      drawn.haircut = share * moved
      haircutHeld[payer] = paid < balances[payer] ? max(0, haircutHeld[payer] - share * paid) : 0
    }
    drawn.fifo = fifo.withdraw(moved, fee: paid - moved, from: payer)
    drawn.lifo = lifo.withdraw(moved, fee: paid - moved, from: payer)
    balances[payer] = max(0, balances[payer] - paid)
    return drawn
  }

  /// Puts a payment into the payee's account. A payment of the source (`drawn` is nil) is wholly from the source, but
  /// for what arrives beyond what was paid in the same currency.
  private mutating func receive(_ stream: MoneyStream, _ event: Int, _ drawn: TaintAmounts?) {
    let payee = Int(stream.payees[event])
    guard payee >= 0 else { return }
    let received = stream.received[event]
    let fromSource = stream.fromSource(event)
    let amounts =
      drawn
      ?? TaintAmounts(poison: fromSource, haircut: fromSource, fifo: fromSource, lifo: fromSource)
    if drawn != nil, stream.payers[event] >= 0 {
      fifo.deposit(received, into: payee, holding: balances[payee])
      lifo.deposit(received, into: payee, holding: balances[payee])
    } else {
      fifo.deposit(received, tainted: amounts.fifo, into: payee, holding: balances[payee])
      lifo.deposit(received, tainted: amounts.lifo, into: payee, holding: balances[payee])
    }
    inflows[payee] += received
    balances[payee] += received
    if drawn == nil { direct[payee] += fromSource }
    guard amounts.poison > 0 else { return }
    haircutHeld[payee] += amounts.haircut
    isPoisoned[payee] = true
    tainted[payee] += amounts
    trail.append((Int32(event), amounts))
  }
}

extension MoneyStream {
  /// What a payment of the source brings to its payee: what moved; all that arrived where the payment was made in
  /// another currency.
  func fromSource(_ event: Int) -> Double { payers[event] >= 0 ? moved[event] : received[event] }
}
