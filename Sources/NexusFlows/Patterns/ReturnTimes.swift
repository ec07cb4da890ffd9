/// The latest time at which money can leave an account and still come back to a given one in so many hops, each later
/// than the one before: what lets a search for cycles turn back early.
///
/// Exact for one hop. For more it is exact as far as the search backwards goes; beyond its steps every account may
/// still return.
struct ReturnTimes {
  /// By hops less one and actor, of those accounts that were reached in the present round.
  private var latest: [Int64]
  private var reached: [[Int32]] = [[], [], []]
  private let actorCount: Int
  /// For how many hops the times are known.
  private var depth = 0

  private static let deepest = 3
  private static let never = Int64.min

  init(actorCount: Int) {
    self.actorCount = actorCount
    latest = [Int64](repeating: ReturnTimes.never, count: ReturnTimes.deepest * actorCount)
  }

  /// The latest departure from an account that comes back within so many hops (an upper bound).
  func latest(from actor: Int, within hops: Int) -> Int64 {
    hops <= depth ? latest[(hops - 1) * actorCount + actor] : .max
  }

  /// Works backwards from an account.
  mutating func prepare(for account: Int, _ links: CyclicLinks, hops: Int, steps: Int) {
    for level in reached.indices {
      for actor in reached[level] { latest[level * actorCount + Int(actor)] = ReturnTimes.never }
      reached[level].removeAll(keepingCapacity: true)
    }
    for place in links.incoming.range(of: account) {
      note(links.payers[place], links.incoming.times[place], at: 0)
    }
    depth = 1
    // The account's starts share this work.
    var left = steps * max(1, links.incoming.range(of: account).count)
    while depth < min(ReturnTimes.deepest, hops - 1) {
      let onward = reached[depth - 1]
      for actor in onward { note(actor, latest[(depth - 1) * actorCount + Int(actor)], at: depth) }
      for actor in onward where Int(actor) != account {
        let receipts = links.incoming.range(of: Int(actor))
        left -= receipts.count
        guard left >= 0 else { return }
        let bound = latest[(depth - 1) * actorCount + Int(actor)]
        for place in receipts {
          guard links.incoming.times[place] < bound else { break }
          note(links.payers[place], links.incoming.times[place], at: depth)
        }
      }
      depth += 1
    }
  }

  private mutating func note(_ actor: Int32, _ time: Int64, at level: Int) {
    let place = level * actorCount + Int(actor)
    if latest[place] == ReturnTimes.never { reached[level].append(actor) }
    if latest[place] < time { latest[place] = time }
  }
}
