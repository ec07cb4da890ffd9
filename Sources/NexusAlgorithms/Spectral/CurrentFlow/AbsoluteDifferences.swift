/// Σ_{s<t} |x_s − x_t| of a list of numbers, without sorting it.
///
/// The numbers are dealt into buckets in ascending order. Between buckets, a bucket's sum counts once for each number below
/// it and minus once for each above; inside one the same is done again. The buckets lie around the mean, spaced by the mean
/// deviation, since potentials crowd there. Expected O(*n*); at worst O(*n* log *n*), when it sorts after all.
struct AbsoluteDifferences {
  private static let directCount = 24
  private static let deepest = 12

  private var spare: [Double]
  private var bucket: [UInt16]

  init(capacity: Int) {
    spare = [Double](repeating: 0, count: capacity)
    bucket = [UInt16](repeating: 0, count: capacity)
  }

  /// - Precondition: the values are finite and no more than the capacity. They are overwritten.
  mutating func sum(overPairsOf values: inout [Double]) -> Double {
    precondition(values.count <= spare.count, "More numbers than there is room for.")
    return values.withUnsafeMutableBufferPointer { values in
      spare.withUnsafeMutableBufferPointer { spare in
        bucket.withUnsafeMutableBufferPointer { bucket in
          AbsoluteDifferences.sum(values, spare: spare, bucket: bucket, depth: 0)
        }
      }
    }
  }

  private typealias Numbers = UnsafeMutableBufferPointer<Double>

  private static func sum(
    _ values: Numbers, spare: Numbers, bucket: UnsafeMutableBufferPointer<UInt16>, depth: Int
  ) -> Double {
    let count = values.count
    guard count > directCount else { return direct(values) }
    let mean = values.reduce(0, +) / Double(count)
    let deviation = values.reduce(0) { $0 + abs($1 - mean) } / Double(count)
    let buckets = min(1 << (Int.bitWidth - count.leadingZeroBitCount), 1 << 14)
    let perUnit = Double(buckets) / (6 * deviation)
    guard deviation > 0 else { return 0 }
    guard perUnit.isFinite, depth < deepest else { return sorted(values) }

    let starts = deal(values, into: spare, bucket: bucket, around: mean, perUnit: perUnit, buckets: buckets)
    var total = 0.0
    for index in 0..<buckets where starts[index] < starts[index + 1] {
      let range = Int(starts[index])..<Int(starts[index + 1])
      var inside = 0.0
      for place in range { inside += spare[place] - mean }
      total += inside * Double(range.lowerBound + range.upperBound - count)
      if range.count > 1 {
        total += sum(
          Numbers(rebasing: spare[range]), spare: Numbers(rebasing: values[range]),
          bucket: UnsafeMutableBufferPointer(rebasing: bucket[range]), depth: depth + 1)
      }
    }
    return total
  }

  /// Moves the values to `spare`, bucket after bucket. Returns where each bucket starts, and the end.
  private static func deal(
    _ values: Numbers, into spare: Numbers, bucket: UnsafeMutableBufferPointer<UInt16>, around mean: Double,
    perUnit: Double, buckets: Int
  ) -> [Int32] {
    let middle = Double(buckets) / 2
    let last = Double(buckets - 1)
    var starts = [Int32](repeating: 0, count: buckets + 1)
    return starts.withUnsafeMutableBufferPointer { starts in
      for index in values.indices {
        let place = min(max((values[index] - mean) * perUnit + middle, 0), last)
        // Adding 2⁵² leaves the nearest whole number in the lowest bits.
        bucket[index] = UInt16(truncatingIfNeeded: (place + 0x1p52).bitPattern)
      }
      for index in values.indices { starts[Int(bucket[index])] += 1 }
      var end: Int32 = 0
      for index in 0...buckets {
        end += starts[index]
        starts[index] = end
      }
      for index in values.indices {
        let number = Int(bucket[index])
        starts[number] -= 1
        spare[Int(starts[number])] = values[index]
      }
      return Array(starts)
    }
  }

  private static func direct(_ values: Numbers) -> Double {
    var total = 0.0
    for first in 0..<values.count {
      for second in 0..<first { total += abs(values[first] - values[second]) }
    }
    return total
  }

  private static func sorted(_ values: Numbers) -> Double {
    var values = values
    values.sort()
    var total = 0.0
    for (rank, value) in values.enumerated() { total += value * Double(2 * rank + 1 - values.count) }
    return total
  }
}
