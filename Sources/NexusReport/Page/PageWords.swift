private import Foundation

/// The words of the report page in all its languages, from `languages.json`: an English text and what stands for it in
/// French, Spanish, Russian, Arabic and Chinese.
///
/// The page is written in English; ``HTML/word(_:)`` marks what can be translated, and ``translated(_:to:)`` puts it
/// into the language of the page. The script of the page does the same from the same table.
enum PageWords {
  /// English to the other languages, in the order of ``PageLanguage``.
  static let table: [String: [String]] = {
    do {
      let table = try JSONDecoder().decode(
        [String: [String]].self, from: Data(PackageResources.languages_json))
      precondition(
        table.values.allSatisfy { $0.count == PageLanguage.allCases.count - 1 },
        "Each word of languages.json is given in five languages besides English.")
      return table
    } catch {
      preconditionFailure("languages.json is no table of words: \(error)")
    }
  }()

  /// An English word in a language; itself where the table does not know it.
  static func word(_ english: String, in language: PageLanguage) -> String {
    guard let column = PageLanguage.allCases.firstIndex(of: language), column > 0 else { return english }
    return table[english]?[column - 1] ?? english
  }

  /// The markup with every element that has `data-word` holding that word in the language.
  ///
  /// Names of the data cannot pass for one, as their quotation marks are escaped. O(n) in the length.
  static func translated(_ markup: String, to language: PageLanguage) -> String {
    guard language != .english else { return markup }
    let parts = markup.components(separatedBy: marker)
    var translated = parts[0]
    translated.reserveCapacity(markup.utf8.count * 5 / 4)
    for part in parts.dropFirst() {
      guard let end = part.utf8.firstIndex(of: UInt8(ascii: "\"")),
        let close = part.utf8[end...].firstIndex(of: UInt8(ascii: "<")),
        let word = escaped[String(part[..<end])]
      else { preconditionFailure("data-word is the last attribute of an element that holds its word.") }
      translated += marker
      translated += part[..<end]
      translated += "\">"
      translated += HTML.escaped(PageWords.word(word, in: language))
      translated += part[close...]
    }
    return translated
  }

  private static let marker = " data-word=\""

  /// The words as they stand in attributes.
  private static let escaped: [String: String] = Dictionary(
    uniqueKeysWithValues: table.keys.map { (HTML.escaped($0), $0) })

  /// The table as the script of the page reads it.
  static var document: JSONValue {
    [
      "languages": .texts(PageLanguage.allCases.map(\.rawValue)),
      "names": .texts(PageLanguage.allCases.map(\.name)),
      "table": .object(table.mapValues { .texts($0) }),
    ]
  }
}

extension HTML {
  /// A text of ours, to be shown in the language of the page where the table of words has it.
  static func word(_ english: String) -> HTML {
    PageWords.table[english] == nil ? "\(english)" : "<span\(wordMark(english))>\(english)</span>"
  }

  /// The attribute of an element that holds nothing but a word of ours; the last one of its element.
  static func wordMark(_ english: String) -> HTML {
    PageWords.table[english] == nil ? "" : " data-word=\"\(english)\""
  }
}
