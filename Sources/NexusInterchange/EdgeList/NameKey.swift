/// The bytes of a cell as a key: up to sixteen in full, of a longer one their hash.
struct NameKey {
  let first: UInt64
  /// 0 of a long name.
  let second: UInt64
  let length: Int
  let isASCII: Bool

  /// The longest name that is its own key.
  static let longestWhole = 16

  /// The key of no bytes.
  static let empty = NameKey(first: 0, second: 0, length: 0, isASCII: true)

  var isLong: Bool { length > NameKey.longestWhole }

  /// - Precondition: ``FileBlocks/padding`` bytes can be read behind the cell.
  @inline(__always)
  init(_ text: RawSpan, _ start: Int, _ end: Int) {
    length = end - start
    let head = ByteWord(text, at: start).prefix(length)
    if length <= 8 {
      (first, second, isASCII) = (head.bits, 0, !head.holdsNonASCII)
    } else if length <= NameKey.longestWhole {
      let rest = ByteWord(text, at: start + 8).prefix(length - 8)
      (first, second, isASCII) = (head.bits, rest.bits, !ByteWord(bits: head.bits | rest.bits).holdsNonASCII)
    } else {
      (first, isASCII) = NameKey.hash(text, start, end)
      second = 0
    }
  }

  private init(first: UInt64, second: UInt64, length: Int, isASCII: Bool) {
    (self.first, self.second, self.length, self.isASCII) = (first, second, length, isASCII)
  }

  private static func hash(_ text: RawSpan, _ start: Int, _ end: Int) -> (hash: UInt64, isASCII: Bool) {
    var hash: UInt64 = 0
    var seen: UInt64 = 0
    for position in stride(from: start, to: end, by: 8) {
      let word = ByteWord(text, at: position).prefix(end - position)
      hash = HashMixing.mix(hash, word.bits)
      seen |= word.bits
    }
    return (hash, !ByteWord(bits: seen).holdsNonASCII)
  }
}
