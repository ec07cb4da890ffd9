/// Columns that no field takes, with the field that their header nearly names.
enum UnusedColumns {
  static func findings(in examination: Examination) -> [Finding] {
    examination.files.flatMap { file in
      file.unused.map { header in
        let near = nearFields(header, taken: Set(file.columns.map(\.field)), file.shape)
        let question =
          near.isEmpty ? "" : " Did you mean \(near.map { "`\($0)`" }.joined(separator: " or "))?"
        return Finding(
          .unusedColumn, file: file.name, line: file.headerLine,
          column: file.header.firstIndex(of: header).flatMap { file.format == .delimited ? $0 + 1 : nil },
          "no field takes the column \(MessageText.quoted(header)).\(question)",
          fix: near.first.map { "Rename it, or --map \($0)=COLUMN." }
            ?? "Nothing, if it is not needed. Else --map FIELD=COLUMN.")
      }
    }
  }

  /// The free fields that the table could have, by a name that differs little from a header.
  private static func nearFields(_ header: String, taken: Set<Field>, _ shape: TableShape?) -> [String] {
    let folded = Field.fold(String(header.prefix(64)))
    guard folded.count >= 4 else { return [] }
    var names: [String: Field] = [:]
    for field in Field.allCases where !taken.contains(field) {
      let known = shape == .actors ? field.actorNames : field.namesInTies
      for name in known { names[name] = field }
    }
    var seen = Set<Field>()
    return NearColumns.names(near: folded, among: Array(names.keys)).compactMap { names[$0] }
      .filter { seen.insert($0).inserted }.map(\.rawValue)
  }
}

extension Field {
  /// Every header by which the field is known in a table of ties or transfers, its own name among them. Folded.
  fileprivate var namesInTies: [String] {
    switch self {
    case .source: EndNames.sources
    case .target: EndNames.targets
    case .sourceRole, .targetRole, .sourceType, .targetType, .sourceRegion, .targetRegion, .sourceBank,
      .targetBank:
      [Field.fold(rawValue)]
    default: tieNames
    }
  }

  private enum EndNames {
    static let sources = Field.endNames.flatMap(\.source)
    static let targets = Field.endNames.flatMap(\.target)
  }
}
