private import Dispatch
private import Synchronization

/// The rows of a matrix, or the entries of a vector, cut into chunks that several threads take in turn.
///
/// Where the cuts lie depends on the rows alone, and what chunks add up is combined in their order: a result
/// has the same bytes for any number of threads. Little work is one chunk, done at once.
package struct RowChunks: Sendable {
  /// The first row of each chunk, and after them the number of rows.
  package let bounds: [Int]
  private let workers: Int

  /// Work a chunk should have, in entries: some 30 µs, many times what it takes to hand it out.
  private static let work = 1 << 14
  package static let most = 64

  /// Chunks of about equal work, an entry of a row and the row itself counting alike.
  ///
  /// - Parameters:
  ///   - threads: how many threads work at once, nil for one a processor.
  ///   - most: the most chunks to cut: few where each needs memory of its own.
  package init(rowOffsets: [Int], threads: Int?, most: Int = RowChunks.most) {
    let rows = rowOffsets.count - 1
    let total = rowOffsets[rows] + rows
    let count = max(1, min(most, total / RowChunks.work))
    var bounds = [0]
    for chunk in 1..<count {
      // The first row before which at least this share of the work lies.
      let share = total / count * chunk
      var (low, high) = (bounds[chunk - 1], rows)
      while low < high {
        let middle = (low + high) / 2
        if rowOffsets[middle] + middle < share { low = middle + 1 } else { high = middle }
      }
      bounds.append(low)
    }
    self.init(bounds: bounds + [rows], threads: threads)
  }

  /// Chunks of equally many rows, each of them little work.
  package init(rows: Int, threads: Int?) {
    let count = max(1, min(RowChunks.most, rows / RowChunks.work))
    self.init(bounds: (0...count).map { rows / count * $0 + min($0, rows % count) }, threads: threads)
  }

  private init(bounds: [Int], threads: Int?) {
    self.bounds = bounds
    workers = max(1, min(threads ?? .max, bounds.count - 1))
  }

  package var count: Int { bounds.count - 1 }

  /// Calls `body` for each chunk with its number and rows, several at a time, whichever is next.
  package func perform(_ body: @Sendable (_ chunk: Int, _ rows: Range<Int>) -> Void) {
    let next = Atomic(0)
    withWorkers { _ in
      while let chunk = claim(next) { body(chunk, bounds[chunk]..<bounds[chunk + 1]) }
    }
  }

  /// What `adding` adds up, one state for each thread that found work. How many there are and what is in which depends
  /// on the threads: for sums that do not depend on their order, as those of whole numbers.
  package func accumulate<State: Sendable>(
    from initial: @Sendable () -> State, adding: @Sendable (inout State, _ rows: Range<Int>) -> Void
  ) -> [State] {
    let next = Atomic(0)
    let states = Mutex<[State]>([])
    withWorkers { _ in
      guard var chunk = claim(next) else { return }
      var state = initial()
      while true {
        adding(&state, bounds[chunk]..<bounds[chunk + 1])
        guard let further = claim(next) else { break }
        chunk = further
      }
      let finished = state
      states.withLock { $0.append(finished) }
    }
    return states.withLock { $0 }
  }

  private func claim(_ next: borrowing Atomic<Int>) -> Int? {
    let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return chunk < count ? chunk : nil
  }

  private func withWorkers(_ body: @Sendable (Int) -> Void) {
    guard workers > 1 else { return body(0) }
    DispatchQueue.concurrentPerform(iterations: workers, execute: body)
  }

  /// The results of `body` for each chunk, in order.
  package func map<Result: Sendable>(_ body: @Sendable (_ rows: Range<Int>) -> Result) -> [Result] {
    [Result](unsafeUninitializedCapacity: count) { results, initialized in
      nonisolated(unsafe) let base = results.baseAddress!  // each chunk writes a place of its own
      perform { chunk, rows in (base + chunk).initialize(to: body(rows)) }
      initialized = count
    }
  }

  /// Σ of what `body` adds up over each chunk, in order.
  package func sum(_ body: @Sendable (_ rows: Range<Int>) -> Double) -> Double {
    guard count > 1 else { return body(bounds[0]..<bounds[1]) }
    return map(body).reduce(0, +)
  }
}
