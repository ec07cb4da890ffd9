/// A zip archive of stored parts, for tests.
struct StoredZip {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  private let sizes: Sizes

  /// Whether sizes and places stand where they always did, or where Zip64 puts those that do not fit.
  enum Sizes { case short, zip64 }

  init(_ parts: KeyValuePairs<String, String>, _ sizes: Sizes = .short) {
    self.sizes = sizes
    for (name, text) in parts { add(name, Array(text.utf8)) }
    let start = bytes.count
    bytes += directory
    if sizes == .zip64 {
      let record = bytes.count
      bytes += number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8)
      bytes += number(count, 8) + number(count, 8) + number(directory.count, 8) + number(start, 8)
      bytes += number(0x0706_4B50, 4) + number(0, 4) + number(record, 8) + number(1, 4)
      bytes += number(0x0605_4B50, 4) + number(0, 4) + number(0xFFFF, 2) + number(0xFFFF, 2)
      bytes += number(0xFFFF_FFFF, 4) + number(0xFFFF_FFFF, 4) + number(0, 2)
      return
    }
    bytes += number(0x0605_4B50, 4) + number(0, 4) + number(count, 2) + number(count, 2)
    bytes += number(directory.count, 4) + number(start, 4) + number(0, 2)
  }

  private mutating func add(_ name: String, _ content: [UInt8]) {
    let isLong = self.sizes == .zip64
    let checksum = number(Int(crc32(content)), 4)
    let sizes = checksum + number(content.count, 4) + number(content.count, 4)
    let name = Array(name.utf8)
    let head = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4)
    let common = head + sizes + number(name.count, 2)
    let none = number(0xFFFF_FFFF, 4)
    let listed = isLong ? head + checksum + none + none + number(name.count, 2) : common
    let extra =
      isLong
      ? number(0x5455, 2) + number(1, 2) + [3] + number(1, 2) + number(24, 2) + number(content.count, 8)
        + number(content.count, 8) + number(bytes.count, 8) : []
    directory += number(0x0201_4B50, 4) + number(20, 2) + listed + number(extra.count, 2)
    directory += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
    directory += (isLong ? none : number(bytes.count, 4)) + name + extra
    bytes += number(0x0403_4B50, 4) + common + number(0, 2) + name + content
    count += 1
  }

  private func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private func crc32(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
