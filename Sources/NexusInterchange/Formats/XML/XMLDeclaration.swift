extension DecodedText {
  /// The encodings of XML whose bytes nexus decodes; the others differ in letters, which nobody would notice.
  private static let knownXMLEncodings: Set<String> = [
    "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii", "iso-8859-1", "latin1",
    "windows-1252",
    "cp1252",
  ]

  /// The document, once its declaration is known to agree with how it was decoded.
  ///
  /// - Throws: a fault when it names an encoding that nexus does not know and the bytes are not UTF-8 all the same.
  func checkedXML() throws(FormatFault) -> [UInt8] {
    guard bytes.starts(with: "<?xml".utf8) else { return bytes }
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard encoding == .windows1252, let name = head.firstRange(of: "encoding=") else { return bytes }
    let quoted = head[name.upperBound...].dropFirst().prefix { $0 != "\"" && $0 != "'" && $0 != "?" }
    guard DecodedText.knownXMLEncodings.contains(quoted.lowercased()) else {
      throw FormatFault(
        1,
        "the document is written in \(MessageText.quoted(String(quoted))), which nexus does not read. Save it as UTF-8."
      )
    }
    return bytes
  }
}
