/// The scenario's only source of chance: the same numbers on every machine for the same seed.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators",
/// *OOPSLA* 2014, doi:10.1145/2660193.2660195.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number in the range, each (but for a bias below 2⁻⁴⁰) as likely as the other.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  mutating func happens(percent: Int) -> Bool { number(in: 1...100) <= percent }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[number(in: 0...list.count - 1)] }

  /// One of the choices, as often as its share says.
  mutating func pick<Element>(shares: [(Element, Int)]) -> Element {
    var left = number(in: 1...shares.reduce(0) { $0 + $1.1 })
    for (choice, share) in shares {
      left -= share
      if left <= 0 { return choice }
    }
    return shares[shares.count - 1].0
  }
}
