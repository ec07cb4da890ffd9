import Dispatch

/// A fixed number of chunks of work, whatever the number of threads: what they add up is then merged in
/// the same order everywhere, and results have the same bytes.
struct SourceChunks {
  let count: Int
  private let threads: Int?

  /// - Parameter sumCount: how many sums each chunk holds; of many, there are fewer chunks.
  init(sumCount: Int, threads: Int?) {
    count = sumCount <= 1 << 17 ? 32 : 12
    self.threads = threads
  }

  /// The results of `body` for each chunk, in order, worked out side by side.
  func map<Result: Sendable>(_ body: @Sendable (Int) -> Result) -> [Result] {
    let workers = min(max(threads ?? count, 1), count)
    return [Result](unsafeUninitializedCapacity: count) { results, initialized in
      nonisolated(unsafe) let base = results.baseAddress!  // each worker writes places of its own
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        for chunk in stride(from: worker, to: count, by: workers) {
          (base + chunk).initialize(to: body(chunk))
        }
      }
      initialized = count
    }
  }

  /// The sums of all chunks, added up entry by entry in the order of the chunks.
  func sum(_ parts: [[Double]]) -> [Double] {
    var sums = parts[0]
    for part in parts.dropFirst() {
      for entry in sums.indices { sums[entry] += part[entry] }
    }
    return sums
  }
}
