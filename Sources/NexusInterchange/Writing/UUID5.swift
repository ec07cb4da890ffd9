private import Crypto

/// Ids made of names: the same name in the same namespace gives the same id, on every machine.
///
/// Source: K. Davis, B. Peabody and P. Leach, RFC 9562, *Universally Unique IDentifiers (UUIDs)*, 2024, section 5.5.
enum UUID5 {
  /// - Parameter namespace: the 16 bytes of a UUID.
  static func text(of name: String, in namespace: [UInt8]) -> String {
    var bytes = Array(SHA1.digest(of: namespace + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = HexadecimalText.of(bytes)
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
enum SHA1 {
  static func digest(of message: [UInt8]) -> [UInt8] { Array(Insecure.SHA1.hash(data: message)) }
}
