import Dispatch

/// Ranges of actors with about equally many transfers, whatever the number of threads: what they find is joined in
/// the order of the ranges, and results have the same bytes.
struct HubChunks: Sendable {
  let ranges: [Range<Int>]
  private let threads: Int?

  private static let mostChunks = 24
  private static let leastTransfers = 4096

  init(_ ledger: PatternLedger, threads: Int?) {
    self.threads = threads
    let chunks = max(1, min(HubChunks.mostChunks, ledger.count / HubChunks.leastTransfers))
    let (outgoing, incoming) = (ledger.outgoing.offsets, ledger.incoming.offsets)
    var ranges: [Range<Int>] = []
    var start = 0
    for chunk in 1...chunks {
      let share = 2 * ledger.count * chunk / chunks
      var end = start
      while end < ledger.actorCount, chunk == chunks || outgoing[end] + incoming[end] < share { end += 1 }
      ranges.append(start..<end)
      start = end
    }
    self.ranges = ranges
  }

  /// The findings of `body` for each range, side by side, joined in order.
  func search(_ body: @Sendable (Range<Int>) -> DetectorFindings) -> DetectorFindings {
    var all = DetectorFindings()
    for part in map(body) { all.append(part) }
    return all
  }

  /// What `body` makes of each range, side by side, in order.
  func map<Part: Sendable>(_ body: @Sendable (Range<Int>) -> Part) -> [Part] {
    let workers = min(max(threads ?? ranges.count, 1), ranges.count)
    return [Part](unsafeUninitializedCapacity: ranges.count) { results, initialized in
      nonisolated(unsafe) let base = results.baseAddress!  // each worker writes places of its own
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        for chunk in stride(from: worker, to: ranges.count, by: workers) {
          (base + chunk).initialize(to: body(ranges[chunk]))
        }
      }
      initialized = ranges.count
    }
  }
}

/// What one detector found, and where it stopped early.
struct DetectorFindings: Sendable {
  var hits: [PatternHit] = []
  /// Fans of payroll-like hubs that were left out.
  var recurring = 0
  /// Places at which a guard of ``SearchEffort`` ended or skipped a part of the search.
  var guarded = 0

  mutating func append(_ other: DetectorFindings) {
    hits += other.hits
    recurring += other.recurring
    guarded += other.guarded
  }
}
