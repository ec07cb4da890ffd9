/// How many cells of a table were read as another word than they say.
struct ReplacedCells {
  private struct Word: Hashable {
    var list: WordList
    var folded: String
  }

  private var counts: [Word: Int] = [:]

  mutating func add(_ text: String, _ list: WordList) {
    counts[Word(list: list, folded: WordReplacements.fold(text)), default: 0] += 1
  }

  /// One sentence a word that was met, in the order of the lists and words.
  func notes(_ replacements: WordReplacements) -> [String] {
    var notes: [String] = []
    guard !counts.isEmpty else { return notes }
    for list in WordList.allCases {
      var seen = Set<String>()
      for (word, replacement) in (replacements.words[list] ?? [:]).sorted(by: { $0.key < $1.key }) {
        let folded = WordReplacements.fold(word)
        guard let count = counts[Word(list: list, folded: folded)], seen.insert(folded).inserted else {
          continue
        }
        notes.append(
          "\(count) \(count == 1 ? "cell" : "cells") with the \(list.rawValue) \(MessageText.quoted(word)) "
            + "\(count == 1 ? "was" : "were") read as \(MessageText.quoted(replacement)), as the spec says.")
      }
    }
    return notes
  }
}
