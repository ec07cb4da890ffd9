private import CZlib

/// The parts of a zip archive, read one at a time and within bounds.
///
/// Read are archives of one file of less than 4 GiB whose parts are stored or deflated, as workbooks are; each part is
/// checked against its size and CRC-32. Encrypted parts and Zip64 are refused.
///
/// Source: PKWARE, *APPNOTE.TXT: .ZIP File Format Specification*, version 6.3.
struct ZipArchive {
  static let mark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  /// How many parts an archive may have.
  static let mostParts = 10_000

  private struct Part {
    var method: Int
    var isEncrypted: Bool
    var checksum: UInt32
    var storedSize: Int
    var size: Int
    var header: Int
  }

  private let bytes: [UInt8]
  private var parts: [String: Part] = [:]

  /// Reads the directory at the end of the archive.
  ///
  /// - Throws: a fault when there is none, or it is damaged.
  init(_ bytes: [UInt8]) throws(FormatFault) {
    self.bytes = bytes
    // The end record is 22 bytes and a comment of up to 64 KiB.
    let earliest = max(0, bytes.count - 22 - 65_535)
    guard bytes.count >= 22,
      let end = stride(from: bytes.count - 22, through: earliest, by: -1).first(where: {
        number($0, 4) == 0x0605_4B50
      })
    else { throw ZipArchive.damage }
    let (count, start) = (number(end + 10, 2), number(end + 16, 4))
    guard count != 0xFFFF, start != 0xFFFF_FFFF, count <= ZipArchive.mostParts else {
      throw FormatFault(nil, "the archive has too many parts for a workbook. Save it anew.")
    }
    var position = start
    for _ in 0..<count {
      guard position + 46 <= bytes.count, number(position, 4) == 0x0201_4B50 else { throw ZipArchive.damage }
      let nameLength = number(position + 28, 2)
      guard position + 46 + nameLength <= bytes.count else { throw ZipArchive.damage }
      let name = String(decoding: bytes[(position + 46)..<(position + 46 + nameLength)], as: UTF8.self)
      parts[name.lowercased()] = Part(
        method: number(position + 10, 2), isEncrypted: number(position + 8, 2) & 1 == 1,
        checksum: UInt32(number(position + 16, 4)), storedSize: number(position + 20, 4),
        size: number(position + 24, 4), header: number(position + 42, 4))
      position += 46 + nameLength + number(position + 30, 2) + number(position + 32, 2)
    }
  }

  func has(_ name: String) -> Bool { parts[name.lowercased()] != nil }

  /// The bytes of a part; nil where there is no such part. Names are compared without case, as Excel does.
  func part(_ name: String) throws(FormatFault) -> [UInt8]? {
    guard let part = parts[name.lowercased()] else { return nil }
    guard !part.isEncrypted else {
      throw FormatFault(nil, "the workbook is protected by a password. Save it without.")
    }
    guard part.header + 30 <= bytes.count, number(part.header, 4) == 0x0403_4B50 else {
      throw ZipArchive.damage
    }
    let start = part.header + 30 + number(part.header + 26, 2) + number(part.header + 28, 2)
    guard start + part.storedSize <= bytes.count else { throw ZipArchive.damage }
    let stored = bytes[start..<(start + part.storedSize)]
    let content: [UInt8]
    switch part.method {
    case 0: content = Array(stored)
    case 8:
      var inflation = Inflation()
      inflation.limit = min(part.size, inflation.limit)
      content = try inflation.bytes(stored, .none)
    default: throw FormatFault(nil, "the archive is packed in a way that workbooks are not. Save it anew.")
    }
    guard content.count == part.size, checksum(of: content) == part.checksum else { throw ZipArchive.damage }
    return content
  }

  private static let damage = FormatFault(
    nil, "the archive is damaged or cut short. Fetch the file again, or save it anew.")

  private func checksum(of content: [UInt8]) -> UInt32 {
    content.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, UInt32($0.count))) }
  }

  /// A number of a few bytes, the least significant first; the caller knows that they are there.
  private func number(_ position: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
  }
}
