internal import NexusInterchange

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
  var fingerprint: JSONValue { FileFingerprint(of: bytes).json(name: name) }
}

extension FileFingerprint {
  /// Name, size and SHA-256, as a manifest lists them.
  func json(name: String) -> JSONValue {
    ["name": .text(name), "bytes": .whole(byteCount), "sha256": .text(sha256)]
  }
}
