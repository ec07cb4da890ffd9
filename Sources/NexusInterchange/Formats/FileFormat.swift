/// The formats of a data set, told by content.
public enum FileFormat: String, Sendable {
  /// CSV and its kin.
  case delimited
  case graphML
  case gexf
  case nodeLink
  case cytoscape
  case pajek
  case ucinet
  case followTheMoney
  case stix
  case unList
  case workbook
  /// Incidents of the Global Terrorism Database, and of the Georeferenced Event Dataset of Uppsala.
  case gtd, ged
  /// The description of a folder of tables.
  case dataPackage

  /// How messages name it.
  public var name: String {
    switch self {
    case .delimited: "delimited text"
    case .graphML: "GraphML"
    case .gexf: "GEXF"
    case .nodeLink: "node-link JSON"
    case .cytoscape: "Cytoscape JSON"
    case .pajek: "Pajek"
    case .ucinet: "UCINET DL"
    case .followTheMoney: "FollowTheMoney"
    case .stix: "STIX"
    case .unList: "UN Consolidated List"
    case .workbook: "Excel workbook"
    case .gtd: "Global Terrorism Database"
    case .ged: "UCDP GED"
    case .dataPackage: "data package"
    }
  }

  /// The format of a text, by how it begins; nil for an XML or JSON document that nexus does not know.
  ///
  /// - Throws: a fault when a JSON document is broken.
  static func recognised(in text: [UInt8]) throws(FormatFault) -> FileFormat? {
    let start = text.firstIndex { $0 > 0x20 } ?? 0
    switch text.isEmpty ? 0 : text[start] {
    case UInt8(ascii: "<"): return FileFormat(rootElement: FileFormat.rootElement(of: text))
    case UInt8(ascii: "{"): return try json(text)
    case UInt8(ascii: "[") where text[start...].dropFirst().first { $0 > 0x20 } == UInt8(ascii: "{"):
      return try json(text)
    default: break
    }
    if Pajek.begins(text) { return .pajek }
    return UCINETFile.begins(text) ? .ucinet : .delimited
  }

  /// The items of a text of this format.
  func items(of text: DecodedText) throws(FormatFault) -> ItemTables {
    switch self {
    case .delimited, .workbook, .gtd, .ged, .dataPackage: preconditionFailure("A table is read as a table.")
    case .graphML: try GraphML.items(of: text.checkedXML())
    case .gexf: try GEXF.items(of: text.checkedXML())
    case .nodeLink: try NodeLinkJSON.items(of: text.bytes)
    case .cytoscape: try CytoscapeJSON.items(of: text.bytes)
    case .pajek: try Pajek.items(of: text.bytes)
    case .ucinet: try UCINETFile.items(of: text.bytes)
    case .followTheMoney: try FollowTheMoney.items(of: text.bytes)
    case .stix: try STIXBundle.items(of: text.bytes)
    case .unList: try UNConsolidatedList.items(of: text.checkedXML())
    }
  }

  private init?(rootElement name: String) {
    switch name {
    case "graphml": self = .graphML
    case "gexf": self = .gexf
    case "CONSOLIDATED_LIST": self = .unList
    default: return nil
    }
  }

  /// The local name of the first element, without looking at what the document is worth; empty where none is near.
  private static func rootElement(of text: [UInt8]) -> String {
    let head = String(decoding: text.prefix(1 << 14), as: UTF8.self)
    var rest = head[...]
    while let opening = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: opening)...]
      if rest.hasPrefix("!--") {
        guard let end = rest.firstRange(of: "-->") else { return "" }
        rest = rest[end.upperBound...]
      } else if rest.first != "?", rest.first != "!" {
        let name = rest.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        return String(name.split(separator: ":").last ?? "")
      }
    }
    return ""
  }
}

/// Formats that are told from a table by their first bytes and that nexus does not read.
enum OtherFormat: String {
  case zip = "a zip archive that is no Excel workbook"
  case gzip = "a gzip archive"

  init?(recognising bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .zip
    } else if bytes.starts(with: Inflation.gzipMark) {
      self = .gzip
    } else {
      return nil
    }
  }
}
