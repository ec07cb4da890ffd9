internal import NexusModel

/// A table of a data package, with the values that decide what its columns hold.
struct TabularFile {
  var name: String
  var columns: [(header: String, field: Field?)]
  var rows: [[String]]
  var byteCount: Int
}

/// The Frictionless description of a folder of tables.
struct DataPackageText {
  let title: String
  let resources: [TabularFile]

  var bytes: [UInt8] {
    let document: JSONValue = .object([
      ("profile", .string("tabular-data-package")), ("name", .string(DataPackageText.slug(title))),
      ("title", .string(title)), ("generator", .string(DataPackage.generator)),
    ])
    // The members of the package a line each, so that a change shows where it is.
    var bytes = Array(JSONText.bytes(document).dropLast())
    bytes += ",\n".utf8
    JSONText.append(lines: resources.map(resource), named: "resources", to: &bytes)
    bytes += "}\n".utf8
    return bytes
  }

  /// A name for addresses: small letters, digits, hyphens.
  static func slug(_ title: String) -> String {
    var slug = ""
    for character in title.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        slug.append(character)
      } else if !slug.isEmpty, slug.last != "-" {
        slug.append("-")
      }
    }
    if slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? "network" : slug
  }

  private func resource(_ resource: TabularFile) -> JSONValue {
    .object([
      ("profile", .string("tabular-data-resource")), ("name", .string(resource.name)),
      ("path", .string("\(resource.name).csv")), ("format", .string("csv")),
      ("mediatype", .string("text/csv")), ("encoding", .string("utf-8")),
      ("bytes", .number("\(resource.byteCount)")),
      (
        "dialect",
        .object([
          ("delimiter", .string(",")), ("lineTerminator", .string("\n")), ("quoteChar", .string("\"")),
          ("doubleQuote", .truth(true)), ("skipInitialSpace", .truth(false)), ("header", .truth(true)),
        ])
      ),
      ("schema", schema(resource)),
    ])
  }

  private func schema(_ resource: TabularFile) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("fields", .array(resource.columns.indices.map { field($0, of: resource) })),
      ("missingValues", .texts([""])),
    ]
    let ids = resource.rows.map { Array($0[0].utf8) }
    if resource.name == "actors", Set(ids).count == ids.count {
      members.append(("primaryKey", .string("id")))
    }
    let ends = resource.columns.filter { $0.field == .source || $0.field == .target }
    if !ends.isEmpty {
      let keys = ends.map { end in
        JSONValue.object([
          ("fields", .string(end.header)),
          ("reference", .object([("resource", .string("actors")), ("fields", .string("id"))])),
        ])
      }
      members.append(("foreignKeys", .array(keys)))
    }
    return .object(members)
  }

  private func field(_ position: Int, of resource: TabularFile) -> JSONValue {
    let (header, field) = resource.columns[position]
    // The header as it stands in the file, with its guard.
    var members: [(name: String, value: JSONValue)] = [("name", .string(CSVText.harmless(header)))]
    switch field {
    case .some(let field)
    where (field.holdsNumbers || field == .vulnerability || field == .consequence)
      && resource.rows.allSatisfy({ $0[position].isEmpty || WrittenValue.isNumber($0[position]) }):
      members.append(("type", .string("number")))
    case .refutes, .territorialControl: members.append(("type", .string("boolean")))
    case .some(let field) where field.holdsDates:
      members.append(("type", .string(DataPackageText.dateType(resource.rows.lazy.map { $0[position] }))))
    default: members.append(("type", .string("string")))
    }
    let isKey = header == "id" || field == .source || field == .target
    if isKey { members.append(("constraints", .object([("required", .truth(true))]))) }
    return .object(members)
  }

  /// The type that all dates of a column have: days, months, years or times; text where they differ.
  private static func dateType(_ cells: some Sequence<String>) -> String {
    let kinds = Set(
      cells.filter { !$0.isEmpty }.map { cell in
        switch DateCell().instant(cell).flatMap({ $0.description == cell ? $0.precision : nil }) {
        case .day: "date"
        case .month: "yearmonth"
        case .year: "year"
        case .second: "datetime"
        case nil: "string"
        }
      })
    return kinds.count == 1 ? kinds.first! : "string"
  }
}
