extension FileFormat {
  /// The format of a JSON document, by the members of its first object; nil for one that nexus does not know.
  ///
  /// - Complexity: O(bytes).
  static func json(_ text: [UInt8]) throws(FormatFault) -> FileFormat? {
    var scanner = JSONScanner(text)
    var names = Set<String>()
    var isArray = false
    if scanner.kind() == .array {
      isArray = true
      // The first object tells; the rest is read by its reader.
      try scanner.array { (scanner) throws(FormatFault) in
        guard names.isEmpty, scanner.kind() == .object else { return try scanner.skip() }
        names = try memberNames(&scanner)
      }
    } else {
      names = try memberNames(&scanner)
    }
    if names.contains("schema"), names.contains("properties") { return .followTheMoney }
    if isArray { return names.contains("data") ? .cytoscape : nil }
    if names.contains("elements") { return .cytoscape }
    if names.contains("objects"), names.contains("type") { return .stix }
    if names.contains("nodes") { return .nodeLink }
    return nil
  }

  private static func memberNames(_ scanner: inout JSONScanner) throws(FormatFault) -> Set<String> {
    var names = Set<String>()
    try scanner.object { (scanner, name) throws(FormatFault) in
      names.insert(name)
      try scanner.skip()
    }
    return names
  }
}
