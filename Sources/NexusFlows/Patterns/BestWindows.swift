/// Counts how many distinct keys lie in a sliding window. One counter serves many searches.
struct DistinctCounter {
  private var counts: [Int32]
  private(set) var distinct = 0

  init(keyCount: Int) { counts = [Int32](repeating: 0, count: keyCount) }

  mutating func add(_ key: Int32) {
    counts[Int(key)] += 1
    if counts[Int(key)] == 1 { distinct += 1 }
  }

  mutating func remove(_ key: Int32) {
    counts[Int(key)] -= 1
    if counts[Int(key)] == 0 { distinct -= 1 }
  }
}

/// The windows with the most distinct keys, best first and apart from each other.
///
/// A window holds all events from one event's instant to at most `length` later. The best one (most distinct keys,
/// then most events, then the earliest) is taken if it has `least` keys; then the same is done with the events
/// before it, and with those after it.
///
/// - Parameter times: ascending.
/// - Returns: ranges of events, in the order of time.
/// - Complexity: O(*d* · hits) for *d* events; O(*d*) where none qualifies.
func bestWindows(
  times: [Int64], keys: [Int32], length: Int64, least: Int, counter: inout DistinctCounter
) -> [Range<Int>] {
  var windows: [Range<Int>] = []
  var pending = [times.indices]
  while let range = pending.popLast() {
    guard range.count >= least,
      let best = bestWindow(in: range, times: times, keys: keys, length: length, counter: &counter),
      best.distinct >= least
    else { continue }
    windows.append(best.window)
    pending.append(best.window.upperBound..<range.upperBound)
    pending.append(range.lowerBound..<best.window.lowerBound)
  }
  return windows.sorted { $0.lowerBound < $1.lowerBound }
}

private func bestWindow(
  in range: Range<Int>, times: [Int64], keys: [Int32], length: Int64, counter: inout DistinctCounter
) -> (window: Range<Int>, distinct: Int)? {
  var best: (window: Range<Int>, distinct: Int)?
  var (start, end) = (range.lowerBound, range.lowerBound)
  while start < range.upperBound {
    while end < range.upperBound, times[end] - times[start] <= length {
      counter.add(keys[end])
      end += 1
    }
    let (distinct, size) = (counter.distinct, end - start)
    if best == nil || (distinct, size) > (best!.distinct, best!.window.count) {
      best = (start..<end, distinct)
    }
    if end == range.upperBound { break }  // later windows hold less
    let instant = times[start]
    while start < end, times[start] == instant {
      counter.remove(keys[start])
      start += 1
    }
  }
  while start < end {
    counter.remove(keys[start])
    start += 1
  }
  return best
}
