public import NexusInterchange

extension ReadingSpec {
  /// The spec as its file holds it: keys sorted, so that the same decisions give the same bytes.
  public var document: JSONValue {
    [
      "nexus_spec": .whole(ReadingSpec.formatVersion),
      "files": .object(files.mapValues(\.document)),
      // Empty lists show an analyst where words go.
      "vocabulary": .object(
        Dictionary(
          uniqueKeysWithValues: WordList.allCases.map { ($0.plural, words(vocabulary.words[$0] ?? [:])) })),
    ]
  }
}

extension FileSpec {
  fileprivate var document: JSONValue {
    var members: [String: JSONValue] = [:]
    members["shape"] = shape.map { .text($0.rawValue) }
    members["encoding"] = encoding.map { .text($0.rawValue) }
    members["delimiter"] = delimiter.map { .text($0.name) }
    members["sheet"] = sheet.map { .text($0) }
    members["direction"] = direction.map { .text($0.rawValue) }
    members["duplicates"] = duplicates.map { .text($0.rawValue) }
    members["two_mode"] = twoMode.map { .text($0.rawValue) }
    members["columns"] = columns.map {
      .object(Dictionary(uniqueKeysWithValues: $0.map { ($0.rawValue, $1.document) }))
    }
    members["decimal_mark"] = FileSpec.perField(decimalMark, decimalMarks)
    members["date_order"] = FileSpec.perField(dateOrder, dateOrders)
    if !vocabulary.isEmpty {
      members["vocabulary"] = .object(
        Dictionary(uniqueKeysWithValues: vocabulary.words.map { ($0.plural, words($1)) }))
    }
    return .object(members)
  }

  /// One word for all columns, or one for each that has one; nil where nothing is decided.
  private static func perField<Word: RawRepresentable>(_ all: Word?, _ words: [Field: Word]) -> JSONValue?
  where Word.RawValue == String {
    if let all { return .text(all.rawValue) }
    guard !words.isEmpty else { return nil }
    return .object(Dictionary(uniqueKeysWithValues: words.map { ($0.rawValue, .text($1.rawValue)) }))
  }
}

extension ColumnSpec {
  fileprivate var document: JSONValue {
    switch self {
    case .header(let name): .text(name)
    case .position(let position): .whole(position)
    }
  }
}

private func words(_ words: [String: String]) -> JSONValue { .object(words.mapValues { .text($0) }) }
