/// A format that a network can be written in.
public enum ConversionFormat: String, CaseIterable, Sendable {
  /// A folder of tables with a Frictionless `datapackage.json`.
  case csv
  case graphML = "graphml"
  /// GEXF 1.3.
  case gexf
  /// The language of Graphviz, which nexus writes but does not read.
  case dot
  case pajek
  /// Node-link JSON of NetworkX and D3.
  case nodeLink = "node-link"
  /// JSON of Cytoscape and Cytoscape.js.
  case cytoscape
  /// A STIX 2.1 bundle.
  case stix
  /// FollowTheMoney, an entity a line.
  case followTheMoney = "ftm"

  /// How messages name it.
  public var name: String {
    switch self {
    case .csv: "CSV"
    case .graphML: "GraphML"
    case .gexf: "GEXF"
    case .dot: "DOT"
    case .pajek: "Pajek"
    case .nodeLink: "node-link JSON"
    case .cytoscape: "Cytoscape JSON"
    case .stix: "STIX"
    case .followTheMoney: "FollowTheMoney"
    }
  }

  /// Whether a network is one file in it, as against a folder.
  public var isOneFile: Bool { self != .csv }

  /// What the name of its files ends with, the usual ending first.
  var endings: [String] {
    switch self {
    case .csv: []
    case .graphML: [".graphml"]
    case .gexf: [".gexf"]
    case .dot: [".dot", ".gv"]
    case .pajek: [".net"]
    case .nodeLink: [".json"]
    case .cytoscape: [".cyjs"]
    case .stix: [".stix.json", ".stix"]
    case .followTheMoney: [".ftm.json", ".ftm", ".jsonl"]
    }
  }

  /// The format that a path asks for by its ending, `.gz` left aside; a folder of tables without one. Nil where the
  /// ending leaves it open, such as `.json`, or is that of no format.
  public init?(ofPath path: String) {
    let name = ConversionFormat.plainName(of: path)
    let candidates = ConversionFormat.allCases.filter { format in
      format != .nodeLink && format.endings.contains(where: name.hasSuffix)
    }
    if let format = candidates.first {
      self = format
    } else if !name.contains(".") || name.allSatisfy({ $0 == "." }) {
      self = .csv
    } else {
      return nil
    }
  }

  /// Whether the ending of a path is one of several formats.
  public static func isOpen(_ path: String) -> Bool { plainName(of: path).hasSuffix(".json") }

  private static func plainName(of path: String) -> String {
    let last = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    return last.hasSuffix(SourceFile.gzipEnding) ? String(last.dropLast(3)) : last
  }
}
