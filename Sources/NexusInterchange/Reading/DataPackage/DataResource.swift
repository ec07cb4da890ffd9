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
    var format = CellFormat.asWritten
  }

  var name: String
  /// The files that hold it, one behind the other, beside the description; none where it stands inside.
  var paths: [ResourcePath] = []
  /// The table as it stands inside the description.
  var inlineData: [UInt8]?
  var dialect = TableDialect()
  /// The encoding that is declared; nil: by content.
  var encoding: TextEncoding?
  var columns: [Column] = []
  var missingValues: Set<String> = [""]
  var keys: [ForeignKey] = []
  /// The decimal mark that all its columns of numbers share.
  var decimalMark: ReadingOptions.DecimalMark?

  /// The most files that may hold one table.
  static let mostPaths = 1_000

  /// - Throws: a fault when the table lies elsewhere, or is written in a way that nexus does not read.
  init(_ object: JSONObject) throws(FormatFault) {
    name = object["name"]?.text ?? ""
    if let described = object["dialect"]?.object { dialect = try TableDialect(described) }
    if let data = object["data"], object["path"] == nil {
      inlineData = try InlineData.text(data, line: object.line)
      // Lists and objects are written anew, as any table is by default.
      if data.text == nil { dialect = TableDialect(decimalMark: dialect.decimalMark) }
    } else {
      paths = try DataResource.paths(object)
    }
    if inlineData == nil, let declared = object["encoding"]?.text {
      guard let known = DataResource.encodings[declared.lowercased().replacing("_", with: "-")] else {
        throw FormatFault(
          object.line,
          "the encoding \(MessageText.quoted(declared)) is none that nexus reads. Save \(MessageText.quoted(shownName)) as "
            + "utf-8, and say so.")
      }
      encoding = known
    }
    let fields = object["schema"]?.object?["fields"]?.elements.compactMap(\.object) ?? []
    let marks = Set(fields.compactMap { $0["decimalChar"]?.text })
    let rewritesNumbers = marks.count > 1 || fields.contains(where: CellFormat.hasMarksOfItsOwn)
    if let schema = object["schema"]?.object { read(schema, rewritesNumbers: rewritesNumbers) }
    if columns.contains(where: { !$0.format.isAsWritten }) { dialect.isRewritten = true }
    if !rewritesNumbers {
      let mark = marks.first ?? dialect.decimalMark
      decimalMark = mark == "," ? .comma : mark == "." ? .point : nil
    }
  }

  /// How messages and results name it.
  var shownName: String { paths.first?.text ?? "\(DataPackage.fileName)#\(name.prefix(64))" }

  /// The same table as one file of it holds it that has no header of its own.
  func continued(below header: [String]) -> DataResource {
    var resource = self
    resource.dialect.hasHeader = false
    resource.columns = header.enumerated().map { position, name in
      var column =
        columns.indices.contains(position)
        ? columns[position] : Column(name: name, missingValues: missingValues)
      column.name = name
      return column
    }
    return resource
  }

  private static let encodings: [String: TextEncoding] = [
    "utf-8": .utf8, "utf8": .utf8, "utf-8-sig": .utf8, "us-ascii": .utf8, "ascii": .utf8,
    "utf-16": .utf16LittleEndian,
    "utf-16le": .utf16LittleEndian, "utf-16be": .utf16BigEndian, "windows-1252": .windows1252,
    "cp1252": .windows1252, "cp-1252": .windows1252, "windows1252": .windows1252, "iso-8859-1": .windows1252,
    "iso8859-1": .windows1252, "latin1": .windows1252, "latin-1": .windows1252,
  ]

  private static func paths(_ object: JSONObject) throws(FormatFault) -> [ResourcePath] {
    let name = MessageText.quoted(object["name"]?.text ?? "")
    let texts = object["path"]?.text.map { [$0] } ?? object["path"]?.elements.map { $0.text ?? "" } ?? []
    guard !texts.isEmpty, !texts.contains("") else {
      throw FormatFault(
        object.line, "the resource \(name) has no path. Give \"path\": \"ties.csv\", or data.")
    }
    guard texts.count <= mostPaths else {
      throw FormatFault(object.line, "the resource \(name) has more than \(mostPaths) files. Join them.")
    }
    guard Set(texts).count == texts.count else {
      throw FormatFault(object.line, "the resource \(name) names a file twice. Name each once.")
    }
    var paths: [ResourcePath] = []
    for text in texts { paths.append(try ResourcePath(text, line: object.line)) }
    return paths
  }

  private mutating func read(_ schema: JSONObject, rewritesNumbers: Bool) {
    func texts(_ value: JSONValue?) -> Set<String>? {
      guard case .array(let elements)? = value else { return nil }
      return Set(elements.compactMap { $0.text ?? $0.object?["value"]?.text })
    }
    missingValues = texts(schema["missingValues"]) ?? missingValues
    if let mark = dialect.nullSequence { missingValues.insert(mark) }
    columns = (schema["fields"]?.elements ?? []).compactMap(\.object).map { field in
      Column(
        name: field["name"]?.text ?? "", missingValues: texts(field["missingValues"]) ?? missingValues,
        format: CellFormat(field, rewritesNumbers: rewritesNumbers))
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
