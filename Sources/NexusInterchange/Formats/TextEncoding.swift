private import Foundation

/// The encodings that tables come in, recognised by content.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16 LE"
  case utf16BigEndian = "UTF-16 BE"
  case windows1252 = "Windows-1252"
}

/// The text of a file as UTF-8 without its byte-order mark, and what it was written in.
struct DecodedText {
  var bytes: [UInt8]
  var encoding: TextEncoding
  /// Whether a byte-order mark stood before the text.
  private(set) var hasMark = false

  private static func beginsWithMark(_ raw: [UInt8]) -> Bool {
    raw.starts(with: [0xEF, 0xBB, 0xBF]) || raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF])
  }

  /// Recognises the encoding by byte-order mark, by the pattern of zero bytes, and by whether the bytes are UTF-8.
  /// Returns nil when the content is not text: zero bytes or other control characters that no table holds.
  init?(_ raw: [UInt8]) {
    if raw.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(utf8: Array(raw.dropFirst(3)))
    } else if raw.starts(with: [0xFF, 0xFE]) {
      self.init(utf16: raw.dropFirst(2), encoding: .utf16LittleEndian)
    } else if raw.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: raw.dropFirst(2), encoding: .utf16BigEndian)
    } else if let guess = DecodedText.unmarkedUTF16(raw) {
      self.init(utf16: raw[...], encoding: guess)
    } else {
      self.init(utf8: raw)
    }
    hasMark = DecodedText.beginsWithMark(raw)
    guard !DecodedText.holdsControlCharacters(bytes) else { return nil }
  }

  /// Decodes as it is told to, unless a byte-order mark says otherwise; nil when the content is not text.
  init?(_ raw: [UInt8], as encoding: TextEncoding) {
    let isMarked = DecodedText.beginsWithMark(raw)
    switch encoding {
    case .utf16LittleEndian where !isMarked, .utf16BigEndian where !isMarked:
      self.init(utf16: raw[...], encoding: encoding)
    case .windows1252 where !isMarked: self.init(windows1252: raw)
    default: self.init(raw)
    }
    hasMark = isMarked
    guard !DecodedText.holdsControlCharacters(bytes) else { return nil }
  }

  private init(windows1252 raw: [UInt8]) {
    let text = String(decoding: raw.map(DecodedText.windows1252), as: UTF16.self)
    self.init(bytes: Array(text.utf8), encoding: .windows1252)
  }

  private init(bytes: [UInt8], encoding: TextEncoding) { (self.bytes, self.encoding) = (bytes, encoding) }

  private init(utf8 raw: [UInt8]) {
    // Only whether the bytes are UTF-8 matters here, not where they stop to be.
    if (try? UTF8Span(validating: raw.span)) != nil {
      self.init(bytes: raw, encoding: .utf8)
    } else {
      self.init(windows1252: raw)
    }
  }

  private init(utf16 raw: ArraySlice<UInt8>, encoding: TextEncoding) {
    let (low, high) = encoding == .utf16LittleEndian ? (0, 1) : (1, 0)
    let base = raw.startIndex
    let units = (0..<raw.count / 2).map { pair in
      UInt16(raw[base + 2 * pair + low]) | UInt16(raw[base + 2 * pair + high]) << 8
    }
    // Half a character at the end shows as what every decoder writes for it.
    let leftover = raw.count.isMultiple(of: 2) ? "" : "\u{FFFD}"
    self.bytes = Array((String(decoding: units, as: UTF16.self) + leftover).utf8)
    self.encoding = encoding
  }

  /// UTF-16 without a mark shows as zero bytes in nearly every second place of mostly Latin text.
  private static func unmarkedUTF16(_ raw: [UInt8]) -> TextEncoding? {
    let sample = raw.prefix(4096)
    guard sample.count >= 4 else { return nil }
    let even = stride(from: 0, to: sample.count, by: 2).count { sample[$0] == 0 }
    let odd = stride(from: 1, to: sample.count, by: 2).count { sample[$0] == 0 }
    let half = sample.count / 2
    if odd * 10 > half * 7, even * 10 < half { return .utf16LittleEndian }
    if even * 10 > half * 7, odd * 10 < half { return .utf16BigEndian }
    return nil
  }

  private static func holdsControlCharacters(_ bytes: [UInt8]) -> Bool {
    bytes.contains(where: isControlCharacter)
  }

  /// Whether no table holds the byte.
  static func isControlCharacter(_ byte: UInt8) -> Bool {
    byte < 0x09 || (0x0E...0x1A).contains(byte) || (0x1C...0x1F).contains(byte)
  }

  /// Windows-1252 differs from Latin-1 in 0x80–0x9F only; the five bytes it leaves open stay as they are.
  private static func windows1252(_ byte: UInt8) -> UInt16 {
    (0x80...0x9F).contains(byte) ? windows1252Upper[Int(byte) - 0x80] : UInt16(byte)
  }

  private static let windows1252Upper: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
