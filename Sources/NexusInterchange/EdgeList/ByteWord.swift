/// Eight bytes of a text, looked at together. The first byte is the lowest.
struct ByteWord {
  let bits: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  init(bits: UInt64) { self.bits = bits }

  /// - Precondition: eight bytes stand at the position.
  init(_ text: RawSpan, at position: Int) {
    bits = UInt64(littleEndian: text.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  /// The same byte eight times.
  init(repeating byte: UInt8) { bits = UInt64(byte) &* ByteWord.ones }

  var holdsNonASCII: Bool { bits & ByteWord.highs != 0 }

  /// The first `count` bytes, 0 to 8, and zeros behind them.
  func prefix(_ count: Int) -> ByteWord {
    count >= 8 ? self : ByteWord(bits: bits & ((1 << UInt64(8 * count)) &- 1))
  }

  /// Where the first byte stands that is a control character or one of two others; 8 where none is.
  func firstMark(_ one: ByteWord, _ other: ByteWord) -> Int {
    // The classical test for a zero byte: a false hit can only stand above a true one.
    let (first, second) = (bits ^ one.bits, bits ^ other.bits)
    let marks =
      ((bits &- 0x20 &* ByteWord.ones) & ~bits) | ((first &- ByteWord.ones) & ~first)
      | ((second &- ByteWord.ones) & ~second)
    return (marks & ByteWord.highs).trailingZeroBitCount >> 3
  }
}
