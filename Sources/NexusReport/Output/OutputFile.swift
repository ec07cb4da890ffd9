private import Crypto

/// A file to be written, complete.
public struct OutputFile: Sendable {
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// Name, size and SHA-256, as a manifest lists them.
  var fingerprint: JSONValue { OutputFile.fingerprint(name: name, bytes: bytes) }

  static func fingerprint(name: String, bytes: [UInt8]) -> JSONValue {
    ["name": .text(name), "bytes": .whole(bytes.count), "sha256": .text(digest(of: bytes))]
  }

  /// SHA-256 in hexadecimal digits.
  static func digest(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
