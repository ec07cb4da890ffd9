/// All ways to say how much of each payment is from the source, by trying every whole number: the slow reference of
/// the bounds. Amounts must be small.
struct Allocations {
  /// What must hold at every moment.
  enum Rule {
    /// No account pays more of the source's money, or more other money, than it holds.
    case strict
    /// No account pays more of the source's money than it holds.
    case sourceOnly
    /// No account pays more other money than it holds.
    case otherOnly
  }

  private let sketches: [TransferSketch]
  private let isSeed: [Bool]
  private let rule: Rule
  private let account: String
  private var source: [String: Int] = [:]
  private var other: [String: Int]
  /// Over all allocations, the least and most that the account received of the source's money, and of other money.
  private(set) var fromSource: ClosedRange<Int>?
  private(set) var mostOther = 0

  init(_ sketches: [TransferSketch], isSeed: [Bool], into account: String, _ rule: Rule) {
    (self.sketches, self.isSeed, self.rule, self.account) = (sketches, isSeed, rule, account)
    other = CoinLedger.openings(sketches)
    extend(0, 0, 0)
  }

  private mutating func extend(_ index: Int, _ received: Int, _ receivedOther: Int) {
    guard index < sketches.count else {
      let range = fromSource ?? received...received
      fromSource = min(range.lowerBound, received)...max(range.upperBound, received)
      mostOther = max(mostOther, receivedOther)
      return
    }
    let sketch = sketches[index]
    let (paid, arrived) = (Int(sketch.amount), Int(sketch.received ?? sketch.amount))
    let moved = min(paid, arrived)
    let isHere = sketch.payee == account
    // A fee is paid of either; drawn and fee together say how much of the source's money leaves.
    for drawn in 0...moved {
      for fee in 0...(paid - moved) {
        let (before, beforeOther) = (source, other)
        source[sketch.payer, default: 0] -= drawn + fee
        other[sketch.payer, default: 0] -= paid - drawn - fee
        let isFeasible =
          (rule == .otherOnly || source[sketch.payer, default: 0] >= 0)
          && (rule == .sourceOnly || other[sketch.payer, default: 0] >= 0)
        if isFeasible || isSeed[index] {
          let coming = isSeed[index] ? moved : drawn
          // A source pays what it will: its own account binds nothing.
          if isSeed[index] { (source, other) = (before, beforeOther) }
          source[sketch.payee, default: 0] += coming
          other[sketch.payee, default: 0] += arrived - coming
          extend(index + 1, received + (isHere ? coming : 0), receivedOther + (isHere ? arrived - coming : 0))
        }
        (source, other) = (before, beforeOther)
        if isSeed[index] { return }
      }
    }
  }
}
