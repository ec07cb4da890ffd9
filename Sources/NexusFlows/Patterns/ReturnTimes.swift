/// The latest time at which money can leave an account and still come back to a given one in so many hops, each later
/// than the one before: what lets a search for cycles turn back early.
///
/// Exact for one hop. For more it is exact as far as the search backwards goes; beyond its steps every account may
/// still return.
struct ReturnTimes {
  /// By hops less one, of those accounts that were reached in the present round.
  private var latest: [[Int64]]
  private var reached: [[Int32]] = [[], [], []]
  /// For how many hops the times are known.
  private var depth = 0

  private static let deepest = 3
  private static let never = Int64.min

  init(actorCount: Int) {
    latest = (0..<ReturnTimes.deepest).map { _ in [Int64](repeating: ReturnTimes.never, count: actorCount) }
  }

  /// The latest departure from an account that comes back within so many hops (an upper bound).
  func latest(from actor: Int, within hops: Int) -> Int64 {
    hops <= depth ? latest[hops - 1][actor] : .max
  }

  /// Works backwards from an account.
  mutating func prepare(
    for account: Int, _ ledger: PatternLedger, _ links: CyclicLinks, hops: Int, steps: Int
  ) {
    for level in reached.indices {
      for actor in reached[level] { latest[level][Int(actor)] = ReturnTimes.never }
      reached[level].removeAll(keepingCapacity: true)
    }
    for receipt in links.incoming[account] {
      note(ledger.payers[Int(receipt)], ledger.times[Int(receipt)], at: 0)
    }
    depth = 1
    // The account's starts share this work.
    var left = steps * max(1, links.incoming.range(of: account).count)
    while depth < min(ReturnTimes.deepest, hops - 1) {
      for actor in reached[depth - 1] { note(actor, latest[depth - 1][Int(actor)], at: depth) }
      for actor in reached[depth - 1] where Int(actor) != account {
        let receipts = links.incoming[Int(actor)]
        left -= receipts.count
        guard left >= 0 else { return }
        for receipt in receipts {
          let time = ledger.times[Int(receipt)]
          guard time < latest[depth - 1][Int(actor)] else { break }
          note(ledger.payers[Int(receipt)], time, at: depth)
        }
      }
      depth += 1
    }
  }

  private mutating func note(_ actor: Int32, _ time: Int64, at level: Int) {
    if latest[level][Int(actor)] == ReturnTimes.never { reached[level].append(actor) }
    latest[level][Int(actor)] = max(latest[level][Int(actor)], time)
  }
}
