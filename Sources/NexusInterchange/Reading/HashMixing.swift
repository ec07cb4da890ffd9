/// Hashes of bytes and numbers, for tables whose keys may look alike.
enum HashMixing {
  /// Mixes a word into a hash: both halves of the full product, so that near-identical keys part.
  static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  /// Up to eight bytes as one number, the first lowest.
  static func word(_ bytes: Span<UInt8>, _ start: Int, count: Int) -> UInt64 {
    if start + 8 <= bytes.count {
      return ByteWord(bytes.bytes, at: start).prefix(count).bits
    }
    var word: UInt64 = 0
    for position in (start..<start + count).reversed() { word = word << 8 | UInt64(bytes[position]) }
    return word
  }
}
