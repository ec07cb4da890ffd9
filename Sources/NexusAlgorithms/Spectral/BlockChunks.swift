import Dispatch

/// Work on eight vertices at a time, the blocks side by side on several threads. Each block is computed by itself, so
/// results never depend on the threads.
struct BlockChunks {
  private let vertexCount: Int
  private let threads: Int

  init(vertexCount: Int, threads: Int?) {
    self.vertexCount = vertexCount
    self.threads = max(threads ?? 64, 1)
  }

  /// The results of `body` for the first vertex of each block, in order.
  func map<Result: Sendable>(_ body: @Sendable (Int) -> Result) -> [Result] {
    let count = (vertexCount + 7) / 8
    let workers = min(threads, count)
    return [Result](unsafeUninitializedCapacity: count) { results, initialized in
      initialized = count
      guard let first = results.baseAddress, count > 0 else { return }
      nonisolated(unsafe) let base = first  // each worker writes places of its own
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        for block in stride(from: worker, to: count, by: workers) {
          (base + block).initialize(to: body(8 * block))
        }
      }
    }
  }
}
