/// Finds the number of a thing that was seen before: open addressing over what the caller keeps by number.
///
/// Things are numbered from 0 in the order of their first sight. The index holds hashes and numbers only; the caller
/// compares. A lookup takes O(1) expected time, whatever the keys look like: hashes are mixed by ``mix(_:_:)``.
struct NumberIndex {
  private var slots: [Int32] = Array(repeating: -1, count: 16)
  private var hashes: [UInt64] = []

  var count: Int { hashes.count }

  /// The number of the thing with this hash for which `isEqual` holds, or a new number for it.
  mutating func number(hash: UInt64, isEqual: (Int) -> Bool) -> (number: Int, isNew: Bool) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isEqual(number) { return (number, false) }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(hashes.count)
    hashes.append(hash)
    if hashes.count * 2 > slots.count { grow() }
    return (hashes.count - 1, true)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  /// Mixes a word into a hash: both halves of the full product, so that near-identical keys part.
  static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  /// The hash of bytes, eight at a time.
  static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = mix(0xA076_1D64_78BD_642F, UInt64(range.count))
    var word: UInt64 = 0
    var filled = 0
    for position in range {
      word = word << 8 | UInt64(bytes[position])
      filled += 1
      if filled == 8 {
        hash = mix(hash, word)
        (word, filled) = (0, 0)
      }
    }
    return filled > 0 ? mix(hash, word) : hash
  }
}

/// Whether two stretches of the same bytes are alike.
func areEqual(_ bytes: Span<UInt8>, _ first: Range<Int>, _ second: Range<Int>) -> Bool {
  guard first.count == second.count else { return false }
  for offset in 0..<first.count
  where bytes[first.lowerBound + offset] != bytes[second.lowerBound + offset] {
    return false
  }
  return true
}
