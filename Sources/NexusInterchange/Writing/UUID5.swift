/// Ids made of names: the same name in the same namespace gives the same id, on every machine.
///
/// Source: K. Davis, B. Peabody and P. Leach, RFC 9562, *Universally Unique IDentifiers (UUIDs)*, 2024, section 5.5.
enum UUID5 {
  /// - Parameter namespace: the 16 bytes of a UUID.
  static func text(of name: String, in namespace: [UInt8]) -> String {
    var bytes = Array(SHA1.digest(of: namespace + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = SHA1.hexadecimal(bytes)
    var text = ""
    for (position, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(position) { text += "-" }
      text.append(digit)
    }
    return text
  }
}

/// SHA-1, which ids made of names are defined by. It protects nothing here: whoever wants two names with one id can
/// have them, and gets two actors with one id in a file of their own.
///
/// Written out, for a library of cryptography would come into the layer of formats for this alone.
///
/// Source: National Institute of Standards and Technology, FIPS 180-4, *Secure Hash Standard*, 2015, section 6.1.
enum SHA1 {
  static func digest(of message: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    var padded = message + [0x80]
    while padded.count % 64 != 56 { padded.append(0) }
    let bits = UInt64(message.count) * 8
    padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
    for block in stride(from: 0, to: padded.count, by: 64) { mix(padded[block..<block + 64], into: &state) }
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) } }
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
    var words = [UInt32](repeating: 0, count: 80)
    for (position, byte) in block.enumerated() {
      words[position / 4] = words[position / 4] << 8 | UInt32(byte)
    }
    for t in 16..<80 {
      words[t] = rotated(words[t - 3] ^ words[t - 8] ^ words[t - 14] ^ words[t - 16], by: 1)
    }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for t in 0..<80 {
      let (f, k): (UInt32, UInt32) =
        switch t {
        case ..<20: (b & c | ~b & d, 0x5A82_7999)
        case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
        case ..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      let next = rotated(a, by: 5) &+ f &+ e &+ k &+ words[t]
      (a, b, c, d, e) = (next, a, rotated(b, by: 30), c, d)
    }
    for (position, word) in [a, b, c, d, e].enumerated() { state[position] &+= word }
  }

  private static func rotated(_ word: UInt32, by count: UInt32) -> UInt32 {
    word << count | word >> (32 - count)
  }
}
