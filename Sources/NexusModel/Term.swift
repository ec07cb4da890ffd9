/// A word of one controlled vocabulary: a ``Role``, an ``ActorType``, a ``Relation``, a ``Crime``, a ``Channel``.
///
/// Words are folded: case, and spaces, `_` and `-` alike. A word that the vocabulary does not know is kept as it
/// was folded, so that nothing of the data is dropped; ``isKnown`` tells.
public struct Term<Words: Vocabulary>: Hashable, Comparable, Sendable {
  /// The word as nexus writes it, such as `organised-crime`.
  public let word: String

  /// Takes a known word as it stands.
  init(known word: String) { self.word = word }

  /// Folds a word of the data. Spellings that mean the same give the same term.
  public init(folding text: some StringProtocol) {
    var folded = ""
    for character in text.lowercased() {
      let isSeparator = character == " " || character == "_" || character == "-"
      if !isSeparator {
        folded.append(character)
      } else if !folded.isEmpty, folded.last != "-" {
        folded.append("-")
      }
    }
    if folded.last == "-" { folded.removeLast() }
    word = Words.spellings[folded] ?? folded
  }

  /// Whether the vocabulary lists this word.
  public var isKnown: Bool { Words.known.contains(word) }

  public static func < (left: Term, right: Term) -> Bool { left.word < right.word }

  /// The word for a value that the data do not give.
  public static var unknown: Term { Term(known: "unknown") }
}

/// The list of words that a ``Term`` knows.
public protocol Vocabulary: Hashable, Sendable {
  /// The words in the order in which legends and tables show them.
  static var known: [String] { get }
  /// Other spellings of known words, folded.
  static var spellings: [String: String] { get }
}

extension Vocabulary {
  public static var spellings: [String: String] { [:] }
}
