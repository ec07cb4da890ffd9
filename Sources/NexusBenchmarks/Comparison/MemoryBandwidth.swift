import Dispatch

/// How fast this machine streams numbers from memory: what bounds a kernel that touches each arc once.
enum MemoryBandwidth {
  /// Bytes a second, the best of several passes over an array that no cache holds.
  static func measured(threads: Int) -> Double {
    let count = 1 << 25
    let numbers = [Double](repeating: 1, count: count)
    let clock = ContinuousClock()
    var best = 0.0
    for _ in 0..<5 {
      let time = clock.measure {
        numbers.withUnsafeBufferPointer { buffer in
          nonisolated(unsafe) let buffer = buffer
          DispatchQueue.concurrentPerform(iterations: threads) { thread in
            let chunk = count / threads * thread..<count / threads * (thread + 1)
            precondition(sum(buffer, chunk) > 0)
          }
        }
      }
      best = max(best, Double(count * 8) / (time / .seconds(1)))
    }
    return best
  }

  /// Eight sums at once, so that the additions do not wait for each other.
  private static func sum(_ numbers: UnsafeBufferPointer<Double>, _ range: Range<Int>) -> Double {
    var sums = SIMD8<Double>.zero
    for position in stride(from: range.lowerBound, to: range.upperBound - 7, by: 8) {
      for lane in 0..<8 { sums[lane] += numbers[position + lane] }
    }
    return sums.sum()
  }
}
