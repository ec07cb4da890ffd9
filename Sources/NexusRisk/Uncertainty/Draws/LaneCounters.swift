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

  /// Adds what the counter holds, times a worth, to sixty-four sums from a position on.
  func unpack(_ counter: Int, worth: Double, into sums: inout [Double], from start: Int) {
    var plane = counter * planeCount
    var value = worth
    while plane < (counter + 1) * planeCount {
      var left = planes[plane]
      while left != 0 {
        sums[start + left.trailingZeroBitCount] += value
        left &= left - 1
      }
      value *= 2
      plane += 1
    }
  }
}
