/// One table of a ``DataPackage``: where it lies and how it is written.
struct DataResource {
  /// A column that holds what identifies the rows of another table.
  struct ForeignKey {
    var field: String
    var resource: String
    var referenced: String
  }

  struct Column {
    var name: String
    var missingValues: Set<String>
  }

  var name: String
  /// Beside the description, without `..`.
  var path: String
  var dialect = TableDialect()
  /// The encoding that is declared; nil: by content.
  var encoding: TextEncoding?
  var columns: [Column] = []
  var missingValues: Set<String> = [""]
  var keys: [ForeignKey] = []
  /// The decimal mark that all its columns of numbers share.
  var decimalMark: ReadingOptions.DecimalMark?

  /// - Throws: a fault when the table lies elsewhere, or is written in a way that nexus does not read.
  init(_ object: JSONObject) throws(FormatFault) {
    name = object["name"]?.text ?? ""
    path = try DataResource.path(object)
    if let declared = object["encoding"]?.text {
      guard let known = DataResource.encodings[declared.lowercased()] else {
        throw FormatFault(
          object.line,
          "the encoding \(MessageText.quoted(declared)) is none that nexus reads. Save \(MessageText.quoted(path)) as "
            + "utf-8, and say so.")
      }
      encoding = known
    }
    if let described = object["dialect"]?.object { dialect = try TableDialect(described) }
    if let schema = object["schema"]?.object { read(schema) }
    let marks = Set(
      object["schema"]?.object?["fields"]?.elements.compactMap { $0.object?["decimalChar"]?.text } ?? [])
    let mark = marks.count == 1 ? marks.first : dialect.decimalMark
    decimalMark = mark == "," ? .comma : mark == "." ? .point : nil
  }

  private static let encodings: [String: TextEncoding] = [
    "utf-8": .utf8, "utf8": .utf8, "us-ascii": .utf8, "ascii": .utf8, "utf-16": .utf16LittleEndian,
    "utf-16le": .utf16LittleEndian, "utf-16be": .utf16BigEndian, "windows-1252": .windows1252,
    "cp1252": .windows1252, "iso-8859-1": .windows1252, "latin1": .windows1252,
  ]

  private static func path(_ object: JSONObject) throws(FormatFault) -> String {
    let name = MessageText.quoted(object["name"]?.text ?? "")
    guard let path = object["path"]?.text ?? object["path"]?.elements.only?.text, !path.isEmpty else {
      throw FormatFault(
        object.line, "the resource \(name) has no path, or several. Give one file a resource.")
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let leadsElsewhere =
      path.contains("://") || path.contains("\\") || path.hasPrefix("~") || parts[0].isEmpty
      || parts[0].dropFirst().first == ":" || parts.contains("..")
      || path.unicodeScalars.contains { $0.properties.generalCategory == .control }
    guard !leadsElsewhere else {
      throw FormatFault(
        object.line,
        "the path \(MessageText.quoted(path)) leads elsewhere, and only files beside the description are read. Copy the "
          + "file there, and give its relative path.")
    }
    return path
  }

  private mutating func read(_ schema: JSONObject) {
    func texts(_ value: JSONValue?) -> Set<String>? {
      guard case .array(let elements)? = value else { return nil }
      return Set(elements.compactMap { $0.text ?? $0.object?["value"]?.text })
    }
    missingValues = texts(schema["missingValues"]) ?? missingValues
    columns = (schema["fields"]?.elements ?? []).compactMap(\.object).map { field in
      Column(
        name: field["name"]?.text ?? "", missingValues: texts(field["missingValues"]) ?? missingValues)
    }
    for key in schema["foreignKeys"]?.elements.compactMap(\.object) ?? [] {
      guard let field = DataResource.oneField(key["fields"]), let reference = key["reference"]?.object else {
        continue
      }
      keys.append(
        ForeignKey(
          field: field, resource: reference["resource"]?.text ?? "",
          referenced: DataResource.oneField(reference["fields"]) ?? ""))
    }
  }

  private static func oneField(_ value: JSONValue?) -> String? { value?.text ?? value?.elements.only?.text }

  // MARK: What it holds

  /// The ends of ties by the keys to actors, where the names of the columns do not tell.
  func endColumns(keysTo actors: String?) -> [Field: String] {
    let named = ColumnMap(header: columns.map(\.name), overrides: [:])
    guard let actors, !named.has(.source) || !(named.has(.target) || named.has(.event)) else { return [:] }
    let ends = keys.filter { $0.resource == actors }.map(\.field)
    if ends.count >= 2 { return [.source: ends[0], .target: ends[1]] }
    let others = keys.filter { $0.resource != actors }.map(\.field)
    return ends.count == 1 && others.count == 1 ? [.source: ends[0], .event: others[0]] : [:]
  }

  /// Whether its schema shows that it holds nothing of actors, ties or transfers.
  func isOfNoUse(besides actors: String?) -> Bool {
    guard !columns.isEmpty, name != actors, endColumns(keysTo: actors).isEmpty else { return false }
    let named = ColumnMap(header: columns.map(\.name), overrides: [:])
    let isActors = named.has(.id) || named.has(.name)
    return !(named.has(.source) && (named.has(.target) || named.has(.event))) && !isActors
  }
}

extension Array {
  /// The element of a list of one.
  fileprivate var only: Element? { count == 1 ? self[0] : nil }
}
