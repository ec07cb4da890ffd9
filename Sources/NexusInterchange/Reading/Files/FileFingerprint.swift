private import Crypto

/// What a manifest says of a file: its size and its SHA-256.
///
/// Source: NIST, *Secure Hash Standard*, FIPS PUB 180-4, 2015.
public struct FileFingerprint: Hashable, Sendable {
  /// The size of the file as it is stored.
  public let byteCount: Int
  /// In 64 hexadecimal digits, lower case.
  public let sha256: String

  /// O(bytes).
  public init(of bytes: [UInt8]) {
    self.init(SHA256.hash(data: bytes), byteCount: bytes.count)
  }

  fileprivate init(_ digest: SHA256.Digest, byteCount: Int) {
    self.byteCount = byteCount
    sha256 = HexadecimalText.of(digest)
  }
}

/// The fingerprint of a file that comes piece by piece.
package struct RunningFingerprint {
  private var hash = SHA256()
  private var byteCount = 0

  package init() {}

  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    hash.update(bufferPointer: bytes)
    byteCount += bytes.count
  }

  package var value: FileFingerprint { FileFingerprint(hash.finalize(), byteCount: byteCount) }
}

/// Bytes in hexadecimal digits, lower case.
enum HexadecimalText {
  static func of(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
