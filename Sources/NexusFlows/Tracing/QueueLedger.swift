/// The accounts of one currency under first-in-first-out or last-in-first-out.
///
/// Only an account that holds money of the source has a queue; all others are their balance, which is clean.
struct QueueLedger {
  enum Order {
    case oldestFirst, youngestFirst

    func take(_ amount: Double, from queue: inout TaintQueue, into taken: inout [Double]) {
      switch self {
      case .oldestFirst: queue.takeOldest(amount, into: &taken)
      case .youngestFirst: queue.takeYoungest(amount, into: &taken)
      }
    }
  }

  private let order: Order
  private var queues: [TaintQueue] = []
  private var free: [Int32] = []
  /// By actor, its queue; -1: all that the account holds is clean.
  private var queueOf: [Int32]
  private var payment: [Double] = []
  private var fee: [Double] = []

  init(_ order: Order, actorCount: Int) {
    self.order = order
    queueOf = [Int32](repeating: -1, count: actorCount)
  }

  /// Takes a payment and then a fee out of an account; the payment waits for ``deposit(_:into:holding:)``.
  ///
  /// - Returns: how much of the payment is from the source.
  mutating func withdraw(_ amount: Double, fee feeAmount: Double, from account: Int) -> Double {
    payment.removeAll(keepingCapacity: true)
    let index = Int(queueOf[account])
    guard index >= 0 else { return 0 }
    fee.removeAll(keepingCapacity: true)
    order.take(amount, from: &queues[index], into: &payment)
    if feeAmount > 0 { order.take(feeAmount, from: &queues[index], into: &fee) }
    if queues[index].taintedPieces == 0 {
      queues[index] = TaintQueue()
      free.append(Int32(index))
      queueOf[account] = -1
    }
    var tainted = 0.0
    for piece in payment where piece < 0 { tainted -= piece }
    return tainted
  }

  /// Puts money into an account: what was last withdrawn, in the order in which it was drawn, filled up with clean
  /// money to `amount`; or, where `tainted` is given, so much from the source and then the clean rest.
  ///
  /// - Parameter balance: what the account holds before.
  mutating func deposit(_ amount: Double, tainted: Double? = nil, into account: Int, holding balance: Double)
  {
    let isTainted = tainted.map { $0 > 0 } ?? payment.contains { $0 < 0 }
    if queueOf[account] < 0 {
      guard isTainted else { return }
      if let index = free.popLast() {
        queueOf[account] = index
      } else {
        queueOf[account] = Int32(queues.count)
        queues.append(TaintQueue())
      }
      queues[Int(queueOf[account])].append(balance)
    }
    let index = Int(queueOf[account])
    if let tainted {
      queues[index].append(-tainted)
      queues[index].append(amount - tainted)
    } else {
      var rest = amount
      for piece in payment {
        queues[index].append(piece)
        rest -= piece.magnitude
      }
      queues[index].append(max(0, rest))
    }
  }
}
