/// Counters for sixty-four draws each, held bit by bit: plane k has bit k of the count of every draw, so that one
/// word of yes or no is added to all sixty-four in a few operations.
struct LaneCounters {
  private let planeCount: Int
  private var planes: [UInt64]

  /// - Parameter limit: the most that will be added to one counter.
  init(count: Int, limit: Int) {
    planeCount = max(1, Int.bitWidth - limit.leadingZeroBitCount)
    planes = [UInt64](repeating: 0, count: count * planeCount)
  }

  mutating func reset() {
    for plane in planes.indices { planes[plane] = 0 }
  }

  /// Adds 1 to the counter in the draws whose bit is set.
  mutating func add(_ word: UInt64, to counter: Int) {
    var carry = word
    var plane = counter * planeCount
    while carry != 0 {
      let sum = planes[plane] ^ carry
      carry &= planes[plane]
      planes[plane] = sum
      plane += 1
    }
  }

  /// The count of each draw.
  func forEachLane(_ counter: Int, _ body: (Int, Double) -> Void) {
    let range = counter * planeCount..<(counter + 1) * planeCount
    guard range.contains(where: { planes[$0] != 0 }) else {
      for lane in 0..<64 { body(lane, 0) }
      return
    }
    for lane in 0..<64 {
      var count = 0
      for plane in range.reversed() { count = count << 1 | Int(planes[plane] >> UInt64(lane) & 1) }
      body(lane, Double(count))
    }
  }
}
