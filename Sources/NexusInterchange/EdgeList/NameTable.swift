private import Foundation

/// Numbers the distinct names of a table in the order in which they are first used.
///
/// Open addressing over the bytes: a name of up to sixteen is found by touching one slot. Names that are equal
/// in Unicode NFC have one number, however their bytes differ.
struct NameTable {
  private struct Slot {
    var first: UInt64 = 0
    /// Of a long name, where its bytes stand.
    var second: UInt64 = 0
    /// 0 where nothing is.
    var length: UInt32 = 0
    var number: Int32 = 0
  }

  /// The number of a cell that was not seen before.
  static let unknown: Int32 = -1

  /// The names as first spelled.
  private(set) var names: [String] = []
  private var slots = [Slot](repeating: Slot(), count: 1 << 12)
  private var filled = 0
  private var longNames: [UInt8] = []

  /// The number of the name that a cell spells, if it was seen before.
  @inline(__always)
  func number(of key: NameKey, _ text: RawSpan, at start: Int) -> Int32 {
    let mask = slots.count - 1
    var slot = NameTable.hash(key.first, key.second) & mask
    while true {
      let entry = slots[slot]
      if entry.length == 0 { return NameTable.unknown }
      if entry.first == key.first, Int(entry.length) == key.length,
        key.isLong ? isLongName(entry, text, at: start) : entry.second == key.second
      {
        return entry.number
      }
      slot = (slot + 1) & mask
    }
  }

  /// Reads the slot where a name belongs, so that finding it soon after need not wait for the memory.
  @inline(__always)
  func touch(_ key: NameKey) -> UInt64 {
    slots[NameTable.hash(key.first, key.second) & (slots.count - 1)].first
  }

  /// Whether a cell says that there is no value. Of a name seen before, this is known.
  func isMissing(_ key: NameKey, _ text: RawSpan, at start: Int) -> Bool {
    guard number(of: key, text, at: start) == NameTable.unknown else { return false }
    return MissingCell.matches(NameTable.text(of: key, text, at: start))
  }

  /// The number of the name that a cell spells, a new one if it is new.
  ///
  /// - Precondition: the cell is not missing.
  mutating func insert(_ key: NameKey, _ text: RawSpan, at start: Int) -> Int32 {
    let known = number(of: key, text, at: start)
    if known != NameTable.unknown { return known }
    let name = NameTable.text(of: key, text, at: start)
    let number = key.isASCII ? add(name) : insert(name)
    if !key.isASCII, self.number(of: key, text, at: start) != NameTable.unknown { return number }
    fill(key, text, at: start, number)
    return number
  }

  /// The number of a name, a new one if it is new.
  ///
  /// - Precondition: the name is not missing.
  mutating func insert(_ name: String) -> Int32 {
    let composed = name.utf8.allSatisfy { $0 < 0x80 } ? name : name.precomposedStringWithCanonicalMapping
    let bytes = Array(composed.utf8)
    let padded = bytes + [UInt8](repeating: 0, count: FileBlocks.padding)
    let text = padded.span.bytes
    let key = NameKey(text, 0, bytes.count)
    let known = number(of: key, text, at: 0)
    if known != NameTable.unknown { return known }
    let number = add(name)
    fill(key, text, at: 0, number)
    return number
  }

  private mutating func add(_ name: String) -> Int32 {
    names.append(name)
    return Int32(names.count - 1)
  }

  private static func bytes(of key: NameKey, _ text: RawSpan, at start: Int) -> [UInt8] {
    (0..<key.length).map { text.unsafeLoad(fromByteOffset: start + $0, as: UInt8.self) }
  }

  /// The text of a cell, without the spaces of Unicode at its ends.
  private static func text(of key: NameKey, _ text: RawSpan, at start: Int) -> String {
    let name = String(decoding: bytes(of: key, text, at: start), as: UTF8.self)
    return key.isASCII ? name : CSVTable.trimmed(name)
  }

  private func isLongName(_ entry: Slot, _ text: RawSpan, at start: Int) -> Bool {
    let stored = Int(entry.second)
    for offset in 0..<Int(entry.length)
    where longNames[stored + offset] != text.unsafeLoad(fromByteOffset: start + offset, as: UInt8.self) {
      return false
    }
    return true
  }

  private mutating func fill(_ key: NameKey, _ text: RawSpan, at start: Int, _ number: Int32) {
    var entry = Slot(first: key.first, second: key.second, length: UInt32(key.length), number: number)
    if key.isLong {
      entry.second = UInt64(longNames.count)
      longNames += NameTable.bytes(of: key, text, at: start)
    }
    NameTable.place(entry, in: &slots)
    filled += 1
    if filled * 4 > slots.count * 3 { grow() }
  }

  private mutating func grow() {
    var larger = [Slot](repeating: Slot(), count: slots.count * 2)
    for entry in slots where entry.length > 0 { NameTable.place(entry, in: &larger) }
    slots = larger
  }

  private static func place(_ entry: Slot, in slots: inout [Slot]) {
    let isLong = entry.length > NameKey.longestWhole
    var slot = hash(entry.first, isLong ? 0 : entry.second) & (slots.count - 1)
    while slots[slot].length > 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  private static func hash(_ first: UInt64, _ second: UInt64) -> Int {
    Int(truncatingIfNeeded: HashMixing.mix(first, second &* 0xD6E8_FEB8_6659_FD93) >> 8)
  }
}
