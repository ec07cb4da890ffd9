/// The slow reference of tracing: accounts as rows of single coins, each with a mark of whether it is from the source.
struct CoinLedger {
  enum Order { case oldestFirst, youngestFirst }

  /// What each account received from the source.
  private(set) var inflows: [String: Int] = [:]
  private var accounts: [String: [Bool]] = [:]

  /// - Parameter isSeed: which transfers are the source's.
  init(_ sketches: [TransferSketch], isSeed: [Bool], _ order: Order) {
    for (account, opening) in CoinLedger.openings(sketches) {
      accounts[account] = Array(repeating: false, count: opening)
    }
    for (sketch, isSeed) in zip(sketches, isSeed) {
      let (paid, received) = (Int(sketch.amount), Int(sketch.received ?? sketch.amount))
      var drawn: [Bool] = []
      for _ in 0..<paid {
        let coin =
          order == .oldestFirst ? accounts[sketch.payer]?.removeFirst() : accounts[sketch.payer]?.removeLast()
        drawn.append(coin ?? false)
      }
      var coins = Array(drawn.prefix(min(paid, received)))
      if isSeed { coins = coins.map { _ in true } }
      coins += Array(repeating: false, count: received - coins.count)
      accounts[sketch.payee, default: []] += coins
      inflows[sketch.payee, default: 0] += coins.count { $0 }
    }
  }

  /// The smallest opening balances that keep every account from falling below 0.
  static func openings(_ sketches: [TransferSketch]) -> [String: Int] {
    var openings: [String: Int] = [:]
    for account in Set(sketches.flatMap { [$0.payer, $0.payee] }) {
      var (balance, lowest) = (0, 0)
      for sketch in sketches {
        if sketch.payer == account { balance -= Int(sketch.amount) }
        lowest = min(lowest, balance)
        if sketch.payee == account { balance += Int(sketch.received ?? sketch.amount) }
      }
      openings[account] = -lowest
    }
    return openings
  }
}
