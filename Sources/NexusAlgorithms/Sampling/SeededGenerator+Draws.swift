package import NexusGraph

/// Draws whose method is fixed here, so that results stay the same whichever standard library is used.
extension SeededGenerator {
  /// A whole number in `0..<bound`. The bias is below bound / 2⁶⁴.
  package mutating func index(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number in 0..<1, a multiple of 2⁻⁵³.
  package mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// The numbers `0..<count` in random order (Fisher–Yates).
  mutating func permutation(_ count: Int) -> [Int32] {
    var order = (0..<count).map { Int32($0) }
    for position in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(position, index(below: position + 1))
    }
    return order
  }
}
