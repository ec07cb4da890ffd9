/// The dated transfers of one currency in the order of time, as what leaves and what enters accounts.
///
/// Of a transfer in one currency the smaller of what was paid and what arrived moves on. A fee, what was paid beyond
/// it, leaves the recorded money right after; what arrived beyond it is money from elsewhere. A transfer between two
/// currencies is seen in each as the half that it is there: money that leaves for good, or that comes from elsewhere.
///
/// Amounts are counted in the largest decimal unit that makes all of them whole, such as cents, so that sums are
/// exact; only where there is none they stay as read.
struct MoneyStream {
  /// Position of each transfer in the ``TransferLedger``, ascending.
  private(set) var positions: [Int32] = []
  /// Actor numbers; -1 where that end of the transfer is in another currency.
  private(set) var payers: [Int32] = []
  private(set) var payees: [Int32] = []
  /// In units; 0 where the end is -1.
  private(set) var paid: [Double] = []
  private(set) var received: [Double] = []
  /// What moves from the payer's to the payee's account, in units.
  private(set) var moved: [Double] = []
  /// How many units one of the currency has: a power of ten.
  var unitsPerOne = 1.0

  var count: Int { positions.count }

  mutating func append(
    _ position: Int32, _ payer: Int32, _ payee: Int32, _ paid: Double, _ received: Double
  ) {
    positions.append(position)
    payers.append(payer)
    payees.append(payee)
    self.paid.append(paid)
    self.received.append(received)
    moved.append(payer >= 0 && payee >= 0 ? min(paid, received) : 0)
  }

  /// An amount in units, as a number of the currency.
  func amount(_ units: Double) -> Double { units / unitsPerOne }

  /// Turns the amounts into whole units where there is such a unit.
  mutating func countInWholeUnits() {
    guard let scale = MoneyStream.scale(paid, received) else { return }
    unitsPerOne = scale
    guard scale != 1 else { return }
    for index in 0..<count {
      paid[index] = (paid[index] * scale).rounded()
      received[index] = (received[index] * scale).rounded()
      moved[index] = (moved[index] * scale).rounded()
    }
  }

  /// The smallest power of ten, up to 10⁸, by which all amounts are whole and add up exactly; nil: there is none.
  private static func scale(_ paid: [Double], _ received: [Double]) -> Double? {
    var scale = 1.0
    var sum = 0.0
    for column in [paid, received] {
      for amount in column {
        sum += amount
        while (amount * scale).rounded() / scale != amount {
          scale *= 10
          if scale > 1e8 { return nil }
        }
      }
    }
    return sum * scale < 0x1p51 ? scale : nil
  }
}
