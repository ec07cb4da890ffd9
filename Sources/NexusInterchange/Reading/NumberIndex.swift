/// Finds the number of a thing that was seen before: open addressing over what the caller keeps by number.
///
/// Things are numbered from 0 in the order of their first sight. The index holds 32 bits of each hash and the number,
/// in one word; the caller compares. A lookup takes O(1) expected time, whatever the keys look like, when hashes
/// come from ``mix(_:_:)``.
struct NumberIndex {
  /// The hash in the upper half, the number from 1 in the lower; 0 where nothing is.
  private var slots: [UInt64] = Array(repeating: 0, count: 16)
  private(set) var count = 0

  /// The number of the thing with this hash for which `isEqual` holds, or a new number for it.
  mutating func number(hash: UInt64, isEqual: (Int) -> Bool) -> (number: Int, isNew: Bool) {
    let mask = slots.count - 1
    let mark = hash >> 32
    var slot = Int(mark) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == mark {
        let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if isEqual(number) { return (number, false) }
      }
      slot = (slot + 1) & mask
    }
    count += 1
    slots[slot] = mark << 32 | UInt64(count)
    if count * 4 > slots.count * 3 { grow(to: slots.count * 2) }
    return (count - 1, true)
  }

  /// Makes room for so many things in all.
  mutating func reserve(_ total: Int) {
    var size = slots.count
    while total * 4 > size * 3 { size *= 2 }
    if size > slots.count { grow(to: size) }
  }

  /// Reads the slots where things belong, so that finding them soon after need not wait for the memory.
  func touch(_ hashes: [UInt64]) -> UInt64 {
    let mask = slots.count - 1
    return hashes.reduce(0) { $0 &+ slots[Int($1 >> 32) & mask] }
  }

  private mutating func grow(to size: Int) {
    var larger = [UInt64](repeating: 0, count: size)
    let mask = larger.count - 1
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 32) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = entry
    }
    slots = larger
  }

  /// Mixes a word into a hash: both halves of the full product, so that near-identical keys part.
  static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  /// The hash of bytes, eight at a time.
  static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = UInt64(range.count)
    var position = range.lowerBound
    while position + 8 <= range.upperBound {
      hash = mix(hash, word(bytes, position, count: 8))
      position += 8
    }
    return mix(hash, word(bytes, position, count: range.upperBound - position))
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

/// Whether two stretches of the same bytes are alike.
func areEqual(_ bytes: Span<UInt8>, _ first: Range<Int>, _ second: Range<Int>) -> Bool {
  guard first.count == second.count else { return false }
  for offset in 0..<first.count
  where bytes[first.lowerBound + offset] != bytes[second.lowerBound + offset] {
    return false
  }
  return true
}
