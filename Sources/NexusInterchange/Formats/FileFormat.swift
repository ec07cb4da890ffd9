/// The formats of a data set, told by content.
public enum FileFormat: String, Sendable {
  /// CSV and its kin.
  case delimited

  /// How messages name it.
  public var name: String {
    switch self {
    case .delimited: "delimited text"
    }
  }
}

/// Formats that are told from a table by how they begin and that nexus does not read.
enum OtherFormat: String {
  case zip = "an Excel workbook or another zip archive"
  case gzip = "a gzip archive"
  case xml = "an XML document (GraphML, GEXF or a sanctions list)"
  case json = "a JSON document"
  case pajek = "a Pajek network"
  case ucinet = "a UCINET DL file"

  init?(recognising bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .zip
      return
    }
    if bytes.starts(with: [0x1F, 0x8B]) {
      self = .gzip
      return
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let head = String(decoding: text.prefix(64), as: UTF8.self).trimmingSpaces.lowercased()
    if head.hasPrefix("<?xml") || head.hasPrefix("<graphml") || head.hasPrefix("<gexf") {
      self = .xml
      return
    }
    if head.hasPrefix("{") || head.hasPrefix("[{") || head.hasPrefix("[\n") {
      self = .json
      return
    }
    if head.hasPrefix("*vertices") || head.hasPrefix("*network") {
      self = .pajek
      return
    }
    if head.hasPrefix("dl ") || head.hasPrefix("dl\n") {
      self = .ucinet
      return
    }
    return nil
  }
}
