private import CZlib

/// The parts of a zip archive, read one at a time and within bounds.
///
/// Read are archives of one file whose parts are stored or deflated, as workbooks are, with the sizes of Zip64 too; each
/// part is checked against its size and CRC-32. Encrypted parts are refused.
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
    let (count, start) = try directory(end)
    guard count <= ZipArchive.mostParts else {
      throw FormatFault(nil, "the archive has too many parts for a workbook. Save it anew.")
    }
    var position = start
    for _ in 0..<count {
      guard position + 46 <= bytes.count, number(position, 4) == 0x0201_4B50 else { throw ZipArchive.damage }
      let nameLength = number(position + 28, 2)
      guard position + 46 + nameLength <= bytes.count else { throw ZipArchive.damage }
      let name = String(decoding: bytes[(position + 46)..<(position + 46 + nameLength)], as: UTF8.self)
      var part = Part(
        method: number(position + 10, 2), isEncrypted: number(position + 8, 2) & 1 == 1,
        checksum: UInt32(number(position + 16, 4)), storedSize: number(position + 20, 4),
        size: number(position + 24, 4), header: number(position + 42, 4))
      let extra = position + 46 + nameLength
      try readLongSizes(extra..<max(extra, min(bytes.count, extra + number(position + 30, 2))), of: &part)
      parts[name.lowercased()] = part
      position += 46 + nameLength + number(position + 30, 2) + number(position + 32, 2)
    }
  }

  /// How many parts there are and where they are listed, by the end record or that of Zip64 before it.
  private func directory(_ end: Int) throws(FormatFault) -> (count: Int, start: Int) {
    let (count, start) = (number(end + 10, 2), number(end + 16, 4))
    guard count == 0xFFFF || start == 0xFFFF_FFFF else { return (count, start) }
    guard end >= 20, number(end - 20, 4) == 0x0706_4B50 else { throw ZipArchive.damage }
    let record = number(end - 12, 8)
    guard record >= 0, record <= bytes.count - 56, number(record, 4) == 0x0606_4B50 else {
      throw ZipArchive.damage
    }
    let (longCount, longStart) = (number(record + 32, 8), number(record + 48, 8))
    guard longCount >= 0, (0...bytes.count).contains(longStart) else { throw ZipArchive.damage }
    return (longCount, longStart)
  }

  /// The sizes and the place of a part that do not fit in 32 bits stand in an extra field.
  private func readLongSizes(_ fields: Range<Int>, of part: inout Part) throws(FormatFault) {
    let isShort = 0xFFFF_FFFF
    guard part.size == isShort || part.storedSize == isShort || part.header == isShort else { return }
    var position = fields.lowerBound
    while position + 4 <= fields.upperBound {
      let (kind, length) = (number(position, 2), number(position + 2, 2))
      position += 4
      guard kind == 1 else {
        position += length
        continue
      }
      for value in [\Part.size, \Part.storedSize, \Part.header] where part[keyPath: value] == isShort {
        guard position + 8 <= fields.upperBound, (0...CSVTable.largestText).contains(number(position, 8))
        else {
          throw ZipArchive.damage
        }
        part[keyPath: value] = number(position, 8)
        position += 8
      }
      return
    }
    throw ZipArchive.damage
  }

  func has(_ name: String) -> Bool { parts[name.lowercased()] != nil }

  /// How many bytes each part says that it holds, by its name in lower case.
  var sizes: [String: Int] { parts.mapValues(\.size) }

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
