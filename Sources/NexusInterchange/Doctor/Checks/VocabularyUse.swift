internal import NexusModel

/// The words of one vocabulary that a data set uses.
public struct VocabularyUse: Sendable {
  /// One word as the data spell it.
  public struct Word: Hashable, Sendable {
    public var text: String
    /// The word that it means; nil where the vocabulary does not know it.
    public var meaning: String?
    public var cells: Int
  }

  public var list: WordList
  /// The most frequent first, then by text.
  public var words: [Word]

  private static let columns: [(list: WordList, fields: [Field])] = [
    (.role, [.role, .sourceRole, .targetRole]), (.type, [.type, .sourceType, .targetType]),
    (.relation, [.relation]), (.crime, [.crime, .crimes]), (.channel, [.channel]),
    (.region, RegionWords.fields),
  ]

  /// The lists from which the data use a word, in the order of ``WordList``.
  static func all(in examination: Examination) -> [VocabularyUse] {
    columns.compactMap { list, fields in
      var counts: [String: Word] = [:]
      for table in examination.tables {
        for (field, column) in table.columns(of: fields) {
          let isMissing = list == .region ? RegionWords.isMissing : MissingCell.matches
          for cell in table.distinctCells(column, missing: isMissing) {
            for text in parts(of: cell.text, field) {
              counts[text, default: Word(text: text, meaning: meaning(of: text, list, table), cells: 0)]
                .cells +=
                cell.count
            }
          }
        }
      }
      guard !counts.isEmpty else { return nil }
      return VocabularyUse(
        list: list, words: counts.values.sorted { ($1.cells, $0.text) < ($0.cells, $1.text) })
    }
  }

  private static func meaning(of text: String, _ list: WordList, _ table: ExaminedTable) -> String? {
    let said = table.reader.replacements.replacement(of: text, in: list) ?? text
    if list != .region { return list.word(spelled: said) }
    return Region(resolving: said).flatMap { $0.isStandard ? $0.code : nil }
  }

  /// The words of a cell: several in the lists of regions and crimes, without the confidence that each may carry.
  static func parts(of text: String, _ field: Field) -> [String] {
    guard field == .region || field == .crimes || field == .crime else { return [text] }
    return text.split(separator: ";").compactMap { part in
      var word = part.trimmingSpaces
      if field != .crime, let colon = word.lastIndex(of: ":"),
        let first = word[word.index(after: colon)...].trimmingSpaces.first,
        first.isASCIIDigit || first == "." || first == "-"
      {
        word = word[..<colon].trimmingSpaces
      }
      return word.isEmpty || MissingCell.matches(String(word)) && word != "NA" ? nil : String(word)
    }
  }
}
